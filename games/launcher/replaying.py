"""`replay`: plays a stored block again, scores it again, and says whether anything differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from games.launcher.block_record import rescored

if TYPE_CHECKING:
    from games.launcher.records.models import Record

# What another run may change without being another block: identity, moment, and what the device was.
FREE = frozenset({"status"})


def replay(file: Path, as_json: bool) -> int:
    """Print `identical`, or each thing that differs; 0 or 1. ValueError or OSError for a file that cannot be read."""
    from games.launcher.records.vault import read

    record, trace = read(file)
    second = rescored(record, trace)
    found = list(differences(record, second))
    if as_json:
        said: dict[str, Any] = {"file": str(file), "identical": not found, "differs": found, "points": second.score}
        print(json.dumps(said))
    elif found:
        print("\n".join(found))
    else:
        print(f"identical: {len(record.reps)} reps, {record.score} points")
    return 1 if found else 0


def differences(stored: Record, second: Record) -> Iterator[str]:
    """What differs between two records of one trace, in words: where, what is stored, what comes out now."""
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
    elif stored != now or type(stored) is not type(now):
        yield f"{where}: {stored!r} stored, {now!r} now"
