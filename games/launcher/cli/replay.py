"""`replay` plays a stored block again and says whether anything differs; `rescore` measures old rounds anew."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import monotonic

from games.launcher.round.anew import measured_anew
from games.launcher.round.differences import differences, of_play
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

EVERY = 5.0  # s between two lines of progress


def replay(file: Path, as_json: bool) -> int:
    """Print `identical` or each difference; returns 0 or 1. Raises ValueError or OSError for an unreadable file.

    A block that was measured by an older version is compared in what was played and in its points only.
    """
    from games.launcher.records.blocks.vault import read

    record, trace = read(file)
    second = rescored(record, trace)
    found = list(differences(record, second))
    said = f"identical: {len(record.reps)} reps, {record.score} points"
    if record.measures_version != MEASURES_VERSION:
        age = "older" if record.measures_version < MEASURES_VERSION else "newer"
        found = list(of_play(record, second))
        if record.score != second.score:
            found.insert(0, f"{age} measures: {record.score} points stored, {second.score} now")
        said = f"{age} measures, same points: {len(record.reps)} reps, {record.score} points"
    if as_json:
        told: dict[str, object] = {"file": str(file), "identical": not found, "differs": found, "points": second.score}
        told["measures_version"] = record.measures_version
        print(json.dumps(told))
    else:
        print("\n".join(found) if found else said)
    return 1 if found else 0


def rescore(asked: argparse.Namespace) -> int:
    """Measure anew every stored round that older measures judged; it may be stopped at any time and goes on later.

    Prints how many were measured anew, and how many stay as they were. Returns 1 if one could not be read or written.
    """
    from games.launcher.cli.opened import opened

    store = opened(asked)
    waiting = store.outdated()
    anew = as_it_was = refused = 0
    told = monotonic()
    for number, path in enumerate(waiting, 1):
        try:
            record = measured_anew(path)
            if record is not None and not store.put_anew(path, record):
                continue  # erased meanwhile
            store.note_anew(path, record)
        except OSError as error:
            print(f"handplay: {path.name}: {error.strerror or error}", file=sys.stderr)
            refused += 1
            continue
        anew, as_it_was = anew + (record is not None), as_it_was + (record is None)
        if monotonic() - told >= EVERY:
            told = monotonic()
            print(f"{number} of {len(waiting)}", file=sys.stderr, flush=True)
    later = f", {refused} later" if refused else ""
    print(f"{anew} {'round' if anew == 1 else 'rounds'} measured anew, {as_it_was} as before{later}")
    return 1 if refused else 0
