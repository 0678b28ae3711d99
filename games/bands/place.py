"""The layout of Rubber bands: dots for fingertips, the sling and its tins, the pegs and their shapes."""

from __future__ import annotations

import math

from games.bands.levels import BandsSettings
from games.kit.game import Table
from games.kit.geometry import Vec

EDGE = 12.0  # mm; everything needed for play keeps this distance from the edges
SHELF = 0.07  # distance above the middle as a share of the height, to leave room for words below
# Directions of a right hand's fingertips from the middle of the palm, in turns clockwise from three o'clock.
AROUND = {2: (0.44, 0.94), 3: (0.44, 0.74, 0.94), 4: (0.44, 0.66, 0.80, 0.94), 5: (0.42, 0.62, 0.75, 0.88, 1.0)}
SHAPES = (  # pegs of a 5 by 4 board as (column, row), in the order of the band
    ((0, 3), (4, 3), (2, 0)),
    ((0, 3), (4, 3), (4, 1), (0, 1)),
    ((1, 3), (3, 3), (4, 1), (2, 0), (0, 1)),
    ((0, 3), (4, 3), (4, 1), (2, 0), (0, 1)),
    ((2, 3), (4, 1), (3, 0), (1, 0), (0, 1)),
    ((0, 3), (2, 2), (4, 3), (3, 1), (2, 0), (1, 1)),
)
COLUMNS, ROWS = 5, 4


def centre(table: Table[BandsSettings]) -> Vec:
    """The middle of the hand."""
    return Vec(table.size.x / 2, table.size.y * (0.5 - SHELF))


def room(table: Table[BandsSettings]) -> float:
    """The widest opening that this table has room for, in mm."""
    middle = centre(table)
    return 2 * min(middle.x - EDGE, middle.y - EDGE)


def dots(table: Table[BandsSettings], opening: float, fingers: int) -> list[Vec]:
    """The places of fingertips at this opening (mm), from the thumb on; mirrored for a left hand."""
    at, way = centre(table), 1.0 if table.fit.side == "right" else -1.0
    turns = AROUND[max(2, min(5, fingers))]
    places = [Vec(math.cos(2 * math.pi * turn), math.sin(2 * math.pi * turn)) for turn in turns]
    return [Vec(round(at.x + way * spot.x * opening / 2, 6), round(at.y + spot.y * opening / 2, 6)) for spot in places]


def keys(table: Table[BandsSettings], fingers: int) -> list[Vec]:
    """The places in an arc on which fingers rest to be lifted one by one, from the thumb on."""
    size, way = table.size, 1.0 if table.fit.side == "right" else -1.0
    apart = min(26.0, (size.x - 2 * EDGE) / max(1, fingers - 1))
    high = min(14.0, size.y * 0.12)
    out = []
    for number in range(fingers):
        off = number - (fingers - 1) / 2
        bend = 1.0 - (2 * off / max(1, fingers - 1)) ** 2
        out.append(Vec(size.x / 2 + way * off * apart, size.y * 0.52 - high * bend))
    return out


def sling(table: Table[BandsSettings]) -> Vec:
    """Where the pouch of the slingshot rests."""
    return Vec(table.size.x / 2, table.size.y * 0.44)


def pegs(table: Table[BandsSettings]) -> list[list[Vec]]:
    """The pegs of the board, by row."""
    size = table.size
    pitch = min(30.0, (size.x - 2 * EDGE) / (COLUMNS - 1), (size.y - 2 * EDGE - 8.0) / (ROWS - 1))
    left, top = size.x / 2 - pitch * (COLUMNS - 1) / 2, (size.y - pitch * (ROWS - 1)) / 2
    return [[Vec(left + pitch * column, top + pitch * row) for column in range(COLUMNS)] for row in range(ROWS)]
