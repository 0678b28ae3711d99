"""Ways to go for a hand that paints freely and must do something: they ask for nothing that is judged."""

from __future__ import annotations

from games.kit.geometry import Vec
from games.kit.task import Track
from games.paint.curves import Line, eight, spiral, timed, wave
from games.paint.pictures import FRAME

SUGGESTED = 5.0  # s that a way takes
EDGE = 12.0  # mm between a way and the paper's edge


def suggested(size: Vec, foot: float, width: float) -> tuple[Track, ...]:
    """Ways on a paper of this size that begins `foot` mm from the top, `width` mm wide."""
    lines = (wave((20, 45), 160, 24, 2.0), eight((100, 45), 80, 34), spiral((100, 45), 40, 2.5))
    return tuple(Track(timed(_fitted(line, size, foot), SUGGESTED), width) for line in lines)


def _fitted(line: Line, size: Vec, foot: float) -> Line:
    room = Vec(size.x - 2 * EDGE, size.y - foot - 2 * EDGE)
    scale = max(0.05, min(room.x / FRAME.x, room.y / FRAME.y))
    middle = Vec(size.x / 2, (foot + size.y) / 2)
    return tuple(middle + (place - FRAME * 0.5) * scale for place in line)
