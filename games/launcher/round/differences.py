"""What differs between a stored block and the same trace played and scored again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.launcher.records.models import Record

# A block may have been stopped or recovered; playing its trace again cannot tell.
FREE = frozenset({"status"})
# What is measured, not played: it differs where the measures have changed since.
MEASURED = re.compile(
    r"(measures|measures_version|precision|speed|score|throughput|form|barred|reps\[\d+\]\.(measures|form))\b"
)


def differences(stored: Record, second: Record) -> Iterator[str]:
    """The differences between two records of one trace, in words: where, stored value, present value."""
    yield from _compare("", stored.model_dump(mode="json"), second.model_dump(mode="json"))


def of_play(stored: Record, second: Record) -> Iterator[str]:
    """Those of them that no change of the measures explains: another movement was played."""
    yield from (one for one in differences(stored, second) if not MEASURED.match(one))


def _compare(where: str, stored: object, now: object) -> Iterator[str]:
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
