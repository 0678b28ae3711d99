"""Divides a screen into two tables of the same size, with room between them."""

from __future__ import annotations

from typing import NamedTuple

from games.kit.geometry import Vec
from games.launcher.ui.theme import STRIP

BETWEEN = 19.0  # mm between the tables, for the gauges or the jar
LEAST = 62.0  # mm, the narrowest table; if two do not fit side by side, one lies above the other
MOST = Vec(130.0, 104.0)  # mm, the largest table
RIM = 5.0  # mm around the tables, if there is room


class Halves(NamedTuple):
    """Upper left corners of both tables, their size, and corner and size of the box between them; mm of the window."""

    left: Vec
    right: Vec
    table: Vec
    corner: Vec
    room: Vec

    @property
    def stacked(self) -> bool:
        """Whether the second lies below the first."""
        return self.right.x == self.left.x


def halves(size: Vec) -> Halves:
    """Two tables in a window of this size, below its strip."""
    room = size - Vec(0, STRIP)
    rim = RIM if min(room.x, room.y) > 80.0 else 0.0
    wide = (room.x - BETWEEN) / 2 - rim
    if wide >= LEAST and room.x >= room.y * 0.8:
        table = Vec(min(wide, MOST.x), min(room.y - 2 * rim, MOST.y))
        x, y = (room.x - 2 * table.x - BETWEEN) / 2, STRIP + (room.y - table.y) / 2
        middle = Vec(x + table.x, y)
        return Halves(Vec(x, y), Vec(x + table.x + BETWEEN, y), table, middle, Vec(BETWEEN, table.y))
    table = Vec(min(room.x - 2 * rim, MOST.x), min((room.y - BETWEEN) / 2 - rim, MOST.y))
    x, y = (room.x - table.x) / 2, STRIP + (room.y - 2 * table.y - BETWEEN) / 2
    middle = Vec(x, y + table.y)
    return Halves(Vec(x, y), Vec(x, y + table.y + BETWEEN), table, middle, Vec(table.x, BETWEEN))
