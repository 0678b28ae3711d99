"""What a fast adult would take for a movement, by its kind: the yardstick of speed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.game import BOARD
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Shape, Task, Track
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.score import REFERENCES, reference_time
from games.launcher.scoring.tasks.track import apart, value_at

TOP_SPEED = 345.0  # mm/s; along a lane so wide that it does not slow the hand down
BEYOND = 0.75  # of the bits that a way is harder than one as long as the board of tests
STROKES, TURN = 2.0, 0.17  # strokes to and fro in an area, times the root of its brush widths; s to turn after each
LEAST_STROKE = 0.28  # s; no line is drawn sooner, however short
PACED = 0.57  # speed of a movement that is paced by the table, for a hand that follows it as an adult does
LAG, STRAY, MOST_STRAY = 0.15, 0.10, 2.0  # of that adult: s late; share of the width, and at most mm, to either side
PAIRED = 0.1  # share of a shape's strokes made by two fingers at once from which on it was made by two
LOOK = 0.05  # s between two looks at a curve
LEAST_SHARE = 0.25  # no curve is so hard that an adult is worth less


def reference_of(
    task: Task, difficulty: float, covered: float = 1.0, tapped: bool = False, together: float = 0.0
) -> float:
    """What a fast adult would take for a task, in s. Of a path or an area only the covered part counts, so that leaving
    parts out saves no time. `together`: the share of a shape's strokes that two fingers made at once."""
    match task:
        case Grip():
            return reference_time("drag" if tapped else "aperture", difficulty)
        case Lift():
            return reference_time("lift", difficulty)
        case Follow(width=width):
            a, r = REFERENCES["trace"]
            return covered * (a + max(LEAST_STROKE, difficulty / r, difficulty * width / TOP_SPEED))
        case Fill():
            turns = STROKES * math.sqrt(max(0.0, difficulty))
            return covered * (reference_time("fill", difficulty) + TURN * turns)
        case Shape(quick=quick, together=paired) if quick:
            return quick if paired is None or together < PAIRED else paired
        case Shape(strokes=strokes) if strokes:
            return reference_time("shape", strokes)
        case Shape():
            return reference_time("trace", difficulty)
        case _:
            return reference_time("tap" if tapped else "drag", _counted(task, difficulty))


def _counted(task: Task, bits: float) -> float:
    """The bits that count: of a way longer than the board of tests, less, so that no larger table earns more."""
    if not isinstance(task, Carry) or distance(task.start, task.goal) <= BOARD.x:
        return bits
    near = index_of_difficulty(BOARD.x, task.width)
    return near + BEYOND * (bits - near)


def paced(task: Task) -> float | None:
    """The speed of a task that is paced by the table, as a share of the reference; None for a task with a pace of its own.

    It is the higher the harder the curve: a hand that follows as an adult does earns the same on every curve.
    """
    if isinstance(task, Track):
        return PACED / max(LEAST_SHARE, expected(task.curve, task.width))
    if isinstance(task, Grip) and len(task.press) == 1:  # a real ball: taps only count its squeezes
        return PACED
    return None


def expected(curve: Sequence[tuple[float, Vec | float]], width: float) -> float:
    """The quality, 0 to 1, that an adult reaches on a curve who follows it LAG late with some stray to either side."""
    if not curve or curve[-1][0] <= curve[0][0]:
        return 1.0
    first, tolerance = curve[0][0], width / 2
    stray = min(MOST_STRAY, STRAY * width)
    around = stray * stray * (2 if isinstance(curve[0][1], Vec) else 1)
    looks = max(1, int((curve[-1][0] - first) / LOOK + 1e-9))
    total = 0.0
    for k in range(looks):
        t = first + k * LOOK
        off = apart(value_at(curve, t), value_at(curve, t - LAG))
        total += max(0.0, 1.0 - 0.5 * (off * off + around) / (tolerance * tolerance))
    return total / looks
