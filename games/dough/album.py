"""Snapshots of the free table: a log from which a gallery shows the final shape or a film."""

from __future__ import annotations

from collections.abc import Sequence

from games.dough.loops import Loop
from games.dough.lump import Lump
from games.kit.geometry import Vec
from games.kit.painting import Entry, Log

DOUGH, SEED, PRINT = "dough", "seed", "print"
OFTEN = 0.5  # s between two snapshots while fingers work


class Album:
    """The log of snapshots. Each begins with "clear", followed by outlines, seeds and fingerprints."""

    def __init__(self, kept: bool) -> None:
        self.kept = kept  # False: nothing is recorded, because it will not be shown
        self.log = Log()
        self._seen = -OFTEN

    def look(self, lump: Lump, now: float) -> None:
        """Take a snapshot now."""
        if not self.kept:
            return
        self._seen = now
        self.log.append(Entry("clear"))
        number = 0
        for kind, loops in ((DOUGH, lump.loops), (SEED, [lump.flecks]), (PRINT, [lump.prints])):
            for loop in loops:
                number += 1
                for index, place in enumerate(loop.points()):
                    self.log.append(Entry("to" if index else "begin", number, place, 0.0, kind))

    def glance(self, lump: Lump, now: float) -> None:
        """Take a snapshot if the last one is old enough."""
        if now - self._seen >= OFTEN:
            self.look(lump, now)


def seen(log: Sequence[Entry], upto: int) -> tuple[int, Lump | None]:
    """The last snapshot that began before entry `upto`: the index of its beginning, and its lump, or None."""
    start = min(upto, len(log)) - 1
    while start >= 0 and log[start].kind != "clear":
        start -= 1
    if start < 0:
        return 0, None
    lump, loops = Lump((), Vec(0.0, 0.0)), dict[int, tuple[Loop, str]]()
    for index in range(start + 1, len(log)):
        entry = log[index]
        if entry.kind == "clear":
            break
        loop, _ = loops.setdefault(entry.stroke, (Loop([], []), entry.colour))
        loop.x.append(entry.at.x)
        loop.y.append(entry.at.y)
    lump.loops = [loop for loop, kind in loops.values() if kind == DOUGH and len(loop.x) > 2]
    for loop, kind in loops.values():
        if kind == SEED:
            lump.flecks = loop
        elif kind == PRINT:
            lump.prints = loop
    return start, lump
