"""A pad of keys for typing: how the keys lie, a part of them at a time where they do not all fit, and the field above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.ui.arranging import LEAST_GAP
from games.launcher.ui.theme import CONTROL, STRIP, Palette

LARGEST = 26.0  # mm, a key's side
T = TypeVar("T")


@dataclass(frozen=True)
class Pad:
    """The layout of keys: how many in a line, the size of one, the place of the first, and how many are shown at once."""

    columns: int
    side: Vec
    corner: Vec
    fit: int

    def place(self, index: int) -> Vec:
        """The corner of this key."""
        line, column = divmod(index, self.columns)
        return self.corner + Vec(column * (self.side.x + LEAST_GAP), line * (self.side.y + LEAST_GAP))

    def pages(self, count: int) -> int:
        """How many pages so many keys take."""
        return -(-count // self.fit)

    def shown(self, keys: Sequence[T], page: int, more: T) -> list[T]:
        """The keys of a page, and if there are others, the key `more` that turns to them."""
        listed = list(keys[page * self.fit : (page + 1) * self.fit])
        return [*listed, more] if self.pages(len(keys)) > 1 else listed


def pad(at: Vec, room: Vec, count: int, most: int, lowered: float = 0.0) -> Pad:
    """The layout of `count` keys in this room, up to `most` in a line, as large as they can be. Where all fit, they may lie
    up to `lowered` mm below the room's top."""
    gap = LEAST_GAP
    columns = max(2, min(most, int((room.x + gap) // (CONTROL + gap))))
    rows = max(1, int((room.y + gap) // (CONTROL + gap)))
    paged = columns * rows < count
    lines = rows if paged else -(-count // columns)
    side = Vec(min(LARGEST, (room.x + gap) / columns - gap), min(LARGEST, (room.y + gap) / lines - gap))
    wide, tall = columns * (side.x + gap) - gap, lines * (side.y + gap) - gap
    corner = at + Vec((room.x - wide) / 2, min(lowered, max(0.0, room.y - tall) / 2))
    return Pad(columns, side, corner, columns * rows - 1 if paged else count)


def field(canvas: Canvas, palette: Palette, free: Vec) -> tuple[Vec, Vec]:
    """Draw the empty field for what is typed, in the strip between these two places; returns its corner and its size."""
    at, room = Vec(free.x, 3.0), Vec(free.y - free.x, STRIP - 7.0)
    canvas.rect(at, room, palette.surface, 3.0)
    canvas.rect(at, room, palette.border, 3.0, border=0.5)
    return at, room
