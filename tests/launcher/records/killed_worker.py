"""Saves blocks, or journals one rep by rep, and says so after each; runs until it is killed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[3])]

from blocks import stored  # noqa: E402

from games.launcher.devices.system.files import SharedFiles  # noqa: E402
from games.launcher.records.folders import Folders  # noqa: E402
from games.launcher.records.store import Store  # noqa: E402


def main(folder: Path, what: str) -> None:
    store = Store.open(Folders.standard(folder), SharedFiles())
    for number in itertools.count():
        record, trace = stored(seed=number % 3)
        record = record.model_copy(update={"id": store.new_id(), "input": "touch"})
        if what == "save":
            store.save(record, trace)
            print("ack", record.id, len(record.reps), flush=True)
            continue
        journal = store.begin(record.model_copy(update={"reps": (), "status": "partial"}))
        done = 0
        for count, rep in enumerate(record.reps, 1):
            upto = next((i for i, r in enumerate(trace) if r.t > rep.ended), len(trace))
            journal.note(trace[done:upto], round(rep.ended * 120) + 1, count)
            done = upto
            print("ack", record.id, count, flush=True)


main(Path(sys.argv[1]), sys.argv[2])
