"""The studio's tools along the far edge of the table: their places, and how long each must be held."""

from __future__ import annotations

import math
from dataclasses import dataclass

from games.kit.geometry import Vec
from games.paint.colours import NAMES, OWN

HOLD = 0.4  # s that a tool must be held, so that a passing hand does not trigger it
LONG_HOLD = 2.0  # s for Clear, and to rinse the cup
LONG = ("clear",)
SIDE = 10.0  # mm; no tool lies nearer to the left or right edge
TOP = 2.0  # mm
WIDEST, LEAST = 20.0, 12.0  # mm from tool to tool in one row
IN_ROWS = 14.0  # mm; ... in several rows, to leave room for the paper
MOST_SHARE = 0.42  # largest share of the table's height for all rows
TOOLS = (*NAMES, OWN, "size", "mirror", "paper", "undo", "redo", "save", "clear")


@dataclass(frozen=True)
class Tool:
    """One tool: a round place of this radius."""

    name: str
    at: Vec
    radius: float


def tools(size: Vec) -> tuple[Tool, ...]:
    """The tools on a table of this size, in as many rows as needed for their size."""
    room = size.x - 2 * SIDE
    best, rows = 0.0, 1
    for count in (1, 2, 3):
        pitch = min(
            WIDEST if count == 1 else IN_ROWS, room / math.ceil(len(TOOLS) / count), size.y * MOST_SHARE / count
        )
        if pitch > best + 0.5 and best < LEAST:
            best, rows = pitch, count
    columns = math.ceil(len(TOOLS) / rows)
    left = size.x / 2 - best * columns / 2
    out = []
    for index, name in enumerate(TOOLS):
        row, column = divmod(index, columns)
        out.append(Tool(name, Vec(left + best * (column + 0.5), TOP + best * (row + 0.5)), best * 0.46))
    return tuple(out)


def foot(size: Vec) -> float:
    """Where the tools end and painting begins, in mm from the top."""
    return max(tool.at.y + tool.radius for tool in tools(size)) + 1.5


def wait(name: str) -> float:
    """The s for which a tool must be held before it acts."""
    return LONG_HOLD if name in LONG else HOLD
