"""`replay`: replays and rescores a stored block, and says whether anything differs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

if TYPE_CHECKING:
    from games.launcher.records.models import Record

# What may differ between two runs of the same block: identity, time, device.
FREE = frozenset({"status"})
# Results of measuring: if the measures have changed since, only the points are compared.
MEASURED = re.compile(r"(measures|measures_version|precision|speed|score|throughput|reps\[\d+\]\.measures)\b")


def replay(file: Path, as_json: bool) -> int:
    """Print `identical` or each difference; returns 0 or 1. Raises ValueError or OSError for an unreadable file.

    A block that was measured by an older version is compared in what was played and in its points only.
    """
    from games.launcher.records.vault import read

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
        told: dict[str, Any] = {"file": str(file), "identical": not found, "differs": found, "points": second.score}
        told["measures_version"] = record.measures_version
        print(json.dumps(told))
    else:
        print("\n".join(found) if found else said)
    return 1 if found else 0


def differences(stored: Record, second: Record) -> Iterator[str]:
    """The differences between two records of one trace, in words: where, stored value, present value."""
    yield from _compare("", stored.model_dump(mode="json"), second.model_dump(mode="json"))


def _compare(where: str, stored: Any, now: Any) -> Iterator[str]:
    if isinstance(stored, dict) and isinstance(now, dict):
        for name in sorted(stored.keys() | now.keys()):
            if not where and name in FREE:
                continue
            yield from _compare(f"{where}.{name}" if where else name, stored.get(name), now.get(name))
    elif isinstance(stored, Sequence) and not isinstance(stored, str) and isinstance(now, Sequence):
        if len(stored) != len(now):
            yield f"{where}: {len(stored)} stored, {len(now)} now"
        for index, (a, b) in enumerate(zip(stored, now, strict=False)):
            yield from _compare(f"{where}[{index}]", a, b)
    elif stored != now or isinstance(stored, bool) != isinstance(now, bool):  # 26 and 26.0 are equal in a file
        yield f"{where}: {stored!r} stored, {now!r} now"
