"""Where things lie on the table of Playdough: the lump, the bell, the tools of the free table."""

from __future__ import annotations

import math
from dataclasses import dataclass

from games.dough.levels import DoughSettings
from games.kit.game import Table
from games.kit.geometry import Vec, distance

LARGEST = 25.0  # mm, the radius of a lump that is a ball
FITS, FITS_ACROSS = 0.25, 0.155  # of the table's height and width, that this radius may take
SHELF = 0.03  # of the height: how far above the middle
BELL = 9.5  # mm, its radius
EDGE = 10.5  # mm that a bell's rim keeps from the table's corner, and less on a small one
FREE_TOOLS = ("hand", "thumb", "knife", "again", "save")


@dataclass(frozen=True)
class Spot:
    """Something to tap: round, of this radius."""

    name: str
    at: Vec
    radius: float


class Layout:
    """The places on one table."""

    def __init__(self, table: Table[DoughSettings]) -> None:
        size = table.size
        self.radius = min(LARGEST, FITS * size.y, FITS_ACROSS * size.x)
        self.whole = math.pi * self.radius * self.radius
        self.centre = Vec(size.x / 2, size.y * (0.5 - SHELF))
        self.share = self.radius / LARGEST
        bell = min(BELL, size.y * 0.15)
        edge = min(EDGE, size.y * 0.07) + bell
        right = table.fit.side == "right"
        self.bell = Spot("done", Vec(size.x - edge if right else edge, edge), bell)

    def tip(self, radius: float) -> float:
        """The radius of a fingertip on a lump of this size."""
        return max(4.0, radius * (0.4 + 0.6 * self.share))

    def tools(self, size: Vec) -> tuple[Spot, ...]:
        """Those of the free table, down the side where the bell is."""
        radius = min(BELL, (size.y - 12.0) / (2.0 * len(FREE_TOOLS)) - 1.0)
        pitch = (size.y - 8.0 - 2 * radius) / (len(FREE_TOOLS) - 1)
        x = self.bell.at.x
        return tuple(Spot(name, Vec(x, 4.0 + radius + k * pitch), radius) for k, name in enumerate(FREE_TOOLS))

    def spot(self, at: Vec, size: Vec, free: bool) -> Spot | None:
        """What lies under a finger: the bell, or a tool of the free table."""
        spots = self.tools(size) if free else (self.bell,)
        return next((spot for spot in spots if distance(spot.at, at) <= spot.radius * 1.15), None)
