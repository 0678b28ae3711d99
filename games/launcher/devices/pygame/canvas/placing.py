"""Where things lie in pixels, and how large they are: boxes around them, and roundings that let what was made be used again."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.launcher.devices.pygame.shapes.gradients import Coat
from games.launcher.devices.pygame.shapes.outlines import Point

STEPS = 8  # parts of a pixel to which places of coats are rounded
GROWS = 24  # steps in which the size of one gradient doubles


def around(points: Sequence[Point], margin: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a box of whole pixels that holds the points and a margin."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return (
        math.floor(min(across) - margin),
        math.floor(min(down) - margin),
        math.ceil(max(across) + margin),
        math.ceil(max(down) + margin),
    )


def rounded(coats: tuple[Coat, ...], left: float, top: float) -> tuple[Coat, ...]:
    """The coats with sizes rounded to steps, and places from a corner that lies here from the middle of the first one."""
    dx, dy = coats[0][0]
    return tuple(
        (
            (round((x - dx) * STEPS) / STEPS - left, round((y - dy) * STEPS) / STEPS - top),
            (round(across * STEPS) / STEPS, round(down * STEPS) / STEPS),
            round(turn, 4),
            stops,
        )
        for (x, y), (across, down), turn, stops in coats
    )


def inset(points: Sequence[Point], middle: Point, box: tuple[int, int, int, int]) -> tuple[Point, ...]:
    """The points about half a pixel nearer to the middle: there the line along the edge lies within it. `box`: around."""
    share = max(0.0, 1.0 - 2.0 / max(1, box[2] - box[0] + box[3] - box[1]))
    x0, y0 = middle[0] * (1.0 - share), middle[1] * (1.0 - share)
    return tuple([(x * share + x0, y * share + y0) for x, y in points])


def stepped(length: float) -> float:
    """A length rounded to steps, of which there are so many while it doubles: for what has no sharp edge."""
    return 2 ** (round(math.log2(length) * GROWS) / GROWS) if length >= 1.0 else 0.0
