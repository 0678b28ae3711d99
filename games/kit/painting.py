"""What was painted on a free table, entry by entry, so that it can be painted again: elsewhere, later, smaller, as a film."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from games.kit.geometry import Vec

KINDS = ("mark", "begin", "to", "end", "back", "forth", "clear")


class Entry(NamedTuple):
    """One thing done to the sheet. `stroke` numbers the brush strokes; `size` is the brush's, in mm across."""

    kind: str  # one of KINDS
    stroke: int = 0
    at: Vec = Vec(0.0, 0.0)
    size: float = 0.0
    colour: str = ""


@dataclass(frozen=True)
class Painting:
    """A sheet on a table. Places in the log are the table's; the sheet begins at `corner` and is `size` large, in mm."""

    corner: Vec
    size: Vec
    paper: str
    log: Sequence[Entry]


def without_idle_marks(log: Sequence[Entry]) -> list[Entry]:
    """A log that is complete, without the marks to which it never goes back: whoever paints it again need not keep what
    lies under those steps."""
    there: list[int] = []
    undone: list[int] = []
    met: set[int] = set()
    for index, entry in enumerate(log):
        if entry.kind == "mark":
            there.append(index)
            undone.clear()
        elif entry.kind == "back" and there:
            undone.append(there.pop())
            met.add(undone[-1])
        elif entry.kind == "forth" and undone:
            there.append(undone.pop())
    return [entry for index, entry in enumerate(log) if entry.kind != "mark" or index in met]
