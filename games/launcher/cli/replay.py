"""`replay`: replays and rescores a stored block, and says whether anything differs."""

from __future__ import annotations

import json
import re
from pathlib import Path

from games.launcher.round.differences import differences
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

# Results of measuring: if the measures have changed since, only the points are compared.
MEASURED = re.compile(
    r"(measures|measures_version|precision|speed|score|throughput|form|barred|reps\[\d+\]\.(measures|form))\b"
)


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
        found = [one for one in found if not MEASURED.match(one)]
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
