"""A process killed at a random moment costs nothing that it had acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from games.launcher.records.blocks.vault import read
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.round.record import recovered

WORKER = Path(__file__).with_name("killed_worker.py")
KILLS = 6


def run_and_kill(folder: Path, what: str, rng: random.Random) -> list[list[str]]:
    """Start the worker, wait for its first word, kill it a moment later; what it had acknowledged."""
    worker = subprocess.Popen([sys.executable, str(WORKER), str(folder), what], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    first = worker.stdout.readline()
    time.sleep(rng.random() * 0.08)
    worker.send_signal(signal.SIGKILL)
    rest = worker.stdout.read()
    worker.wait()
    lines = [line.split() for line in (first + rest).split("\n") if line.startswith("ack ")]
    assert lines
    return [line for line in lines if len(line) == 3]


@pytest.mark.parametrize("what", ["save", "play"])
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path, what: str) -> None:
    rng, acknowledged = random.Random(4), dict[str, int]()
    folders = Folders.standard(tmp_path / "all")
    for _ in range(KILLS):
        for _, block_id, reps in run_and_kill(tmp_path / "all", what, rng):
            acknowledged[block_id] = max(acknowledged.get(block_id, 0), int(reps))
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
