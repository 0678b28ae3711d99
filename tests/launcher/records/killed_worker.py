"""Saves blocks, or journals one rep by rep, and says so after each; runs until it is killed."""

from __future__ import annotations

import itertools
from multiprocessing.connection import Connection
from pathlib import Path

from blocks import stored

from games.launcher.devices.system.files import SharedFiles
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store

SEEDS = 3  # so many blocks are saved in turn


def work(folder: Path, what: str, saying: Connection) -> None:
    """What the process does; it says (id, reps) of a block through `saying` once they are saved."""
    store = Store.open(Folders.standard(folder), SharedFiles())
    for number in itertools.count():
        record, trace = stored(seed=number % SEEDS)
        record = record.model_copy(update={"id": store.new_id(), "input": "touch"})
        if what == "save":
            store.save(record, trace)
            saying.send((record.id, len(record.reps)))
            continue
        journal = store.begin(record.model_copy(update={"reps": (), "status": "partial"}))
        done = 0
        for count, rep in enumerate(record.reps, 1):
            upto = next((i for i, r in enumerate(trace) if r.t > rep.ended), len(trace))
            journal.note(trace[done:upto], round(rep.ended * 120) + 1, count)
            done = upto
            saying.send((record.id, count))
