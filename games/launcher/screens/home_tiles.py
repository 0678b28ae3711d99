"""How the games lie on Home: rows of pictures with names below them, each as wide as its name needs. Lengths in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from games.kit.geometry import Vec
from games.launcher.ui.arranging import LEAST_GAP
from games.launcher.ui.theme import CONTROL, SMALL

if TYPE_CHECKING:
    from games.kit.game import AnyGame

TILE = 74.0  # mm, the widest a tile gets
TILE_SHAPE = 0.80  # the height of what a tile's picture shows over the picture's width, ...
FILLED = 0.88  # ... and its width
PADS = 0.75  # em of paper around a name, left and right together
APART = 3.0  # mm between neighbours, at least
LETTER = 0.56  # em, width of a bold letter in a name
LEAST_PICTURE = 16.0  # mm, a tile's picture, as far as there is room
NARROWEST = 6.0  # mm, a picture at least


@dataclass(frozen=True)
class Tile:
    """Where a game lies: the middle of its place, the width of its picture, the width and height of its place."""

    game: AnyGame
    middle: Vec
    width: float
    slot: float
    tall: float


@dataclass(frozen=True)
class Rows:
    """How all games lie: the width of a picture, the height of a row, the em and the lines of names, and the width of each
    place in each row."""

    width: float
    each: float
    letters: float
    lines: int
    slots: list[list[float]]


def label(letters: float, lines: int) -> float:
    """The height that a name below a picture takes."""
    return letters * (1.45 if lines == 1 else 2.9) + 0.8


def best_rows(titles: Sequence[str], room: Vec, gap: float, most: float) -> Rows:
    """How games with these names lie in a room, rows `gap` mm apart: names in letters of `most` mm, or smaller ones as far
    as pictures need it; names that are too long even so stand in two lines."""
    for lines in (1, 2):
        letters, found = most, None
        while True:
            for columns in range(1, len(titles) + 1):
                rows = _rows(titles, columns, room, (gap, lines, letters))
                if rows is not None and (found is None or rows.width > found.width + 0.5):
                    found = rows
            if found is not None and (letters <= SMALL or found.width * TILE_SHAPE >= LEAST_PICTURE):
                return found
            if letters <= SMALL:
                break
            letters, found = max(SMALL, letters * 0.92), None
    # no name fits beside another one: they overlap, in the smallest letters
    half = -(-len(titles) // 2)
    slots = [[room.x / half] * half, [room.x / half] * (len(titles) - half)]
    return Rows(min(LEAST_PICTURE, room.x / half), (room.y + gap) / 2 - gap, SMALL, 2, slots)


def _rows(titles: Sequence[str], columns: int, room: Vec, how: tuple[float, int, float]) -> Rows | None:
    """Games in so many columns, with pictures as large as the room allows; None where the names do not fit beside each
    other. how: (mm between rows, lines of a name, its em)."""
    gap, lines, letters = how
    rows = -(-len(titles) // columns)
    each = (room.y + gap) / rows - gap
    if each + gap < CONTROL + LEAST_GAP:
        return None
    names = [one if lines == 1 else max(one.split(), key=len) for one in titles]
    slips = [len(name) * letters * LETTER + PADS * letters for name in names]
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        width = min(TILE, (each - label(letters, lines)) / TILE_SHAPE) * share
        slots = [
            [max(CONTROL, width * FILLED, slip) for slip in slips[first : first + columns]]
            for first in range(0, len(slips), columns)
        ]
        if width >= NARROWEST and all(sum(line) + APART * (len(line) - 1) <= room.x for line in slots):
            return Rows(width, each, letters, lines, slots)
    return None
