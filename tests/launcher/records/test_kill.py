"""A process killed at a random moment costs nothing that it had acknowledged."""

from __future__ import annotations

import multiprocessing
import random
import time
from pathlib import Path

import pytest
from blocks import stored
from killed_worker import SEEDS, work

from games.launcher.records.blocks.vault import read
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.round.record import recovered

KILLS = 6
# A forked process has the played blocks already, and is no less killed.
HOW = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")


def run_and_kill(folder: Path, what: str, rng: random.Random) -> list[tuple[str, int]]:
    """Start the worker, wait for its first word, kill it a moment later; what it had acknowledged."""
    heard, saying = HOW.Pipe(duplex=False)
    worker = HOW.Process(target=work, args=(folder, what, saying), daemon=True)
    worker.start()
    saying.close()
    lines = [heard.recv()]
    time.sleep(rng.random() * 0.08)
    worker.kill()
    worker.join()
    while True:
        try:
            lines.append(heard.recv())
        except (EOFError, OSError):  # there is no more, or the last word was cut short
            heard.close()
            return lines


@pytest.mark.parametrize("what", ["save", "play"])
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path, what: str) -> None:
    rng, acknowledged = random.Random(4), dict[str, int]()
    folders = Folders.standard(tmp_path / "all")
    for seed in range(SEEDS):
        stored(seed=seed)
    for _ in range(KILLS):
        for block_id, reps in run_and_kill(tmp_path / "all", what, rng):
            acknowledged[block_id] = max(acknowledged.get(block_id, 0), reps)
        store = Store.open(folders)  # recovery runs on a store that has a history
        store.recover(recovered)
        assert store.index.bad() == []
    there = {}
    for path in store.vault.files():
        record, trace = read(path)  # none is half-written
        assert trace
        there[record.id] = len(record.reps)
    assert acknowledged.keys() <= there.keys()
    assert all(there[block_id] >= reps for block_id, reps in acknowledged.items())
    assert not list((folders.state / "journal").glob("*"))
