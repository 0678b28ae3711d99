"""Lines to trace: waves, circles, figures of eight, spirals, smooth curves through points; in the units of a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.geometry import Vec

Line = tuple[Vec, ...]
FINE = 6  # decimals that every machine agrees on


def point(x: float, y: float) -> Vec:
    """A place, rounded because sines differ in the last digit between machines."""
    return Vec(round(x, FINE), round(y, FINE))


def straight(*points: tuple[float, float]) -> Line:
    """From point to point."""
    return tuple(Vec(float(x), float(y)) for x, y in points)


def wave(start: tuple[float, float], length: float, height: float, periods: float, steps: int = 96) -> Line:
    """A wave to the right, `height` to either side of its middle line."""
    x, y = start
    return tuple(
        point(x + length * i / steps, y - height * math.sin(2 * math.pi * periods * i / steps))
        for i in range(steps + 1)
    )


def ellipse(centre: tuple[float, float], wide: float, high: float, start: float = -0.25, steps: int = 72) -> Line:
    """Once round an ellipse of these half axes, clockwise; `start` in turns from the right."""
    x, y = centre
    return tuple(
        point(
            x + wide * math.cos(2 * math.pi * (start + i / steps)),
            y + high * math.sin(2 * math.pi * (start + i / steps)),
        )
        for i in range(steps + 1)
    )


def eight(centre: tuple[float, float], wide: float, high: float, upright: bool = False, steps: int = 120) -> Line:
    """A figure of eight that begins and ends in its middle."""
    x, y = centre
    out = []
    for i in range(steps + 1):
        turn = 2 * math.pi * i / steps
        along, across = math.sin(turn), math.sin(2 * turn)
        out.append(
            point(x + wide * across, y - high * along) if upright else point(x + wide * along, y - high * across)
        )
    return tuple(out)


def spiral(
    centre: tuple[float, float],
    radius: float,
    turns: float,
    start: float = 0.0,
    clockwise: bool = True,
    steps: int = 36,
) -> Line:
    """From the middle outwards, evenly; `start` is the turn it begins at."""
    x, y = centre
    count = round(turns * steps)
    way = 1 if clockwise else -1
    return tuple(
        point(
            x + radius * i / count * math.cos(2 * math.pi * (start + way * i / steps)),
            y + radius * i / count * math.sin(2 * math.pi * (start + way * i / steps)),
        )
        for i in range(count + 1)
    )


def smooth(*points: tuple[float, float], closed: bool = False, steps: int = 10) -> Line:
    """A soft curve through all points (Catmull-Rom)."""
    around = [Vec(float(x), float(y)) for x, y in points]
    ends = [around[-1], *around, around[0], around[1]] if closed else [around[0], *around, around[-1]]
    out: list[Vec] = []
    for i in range(1, len(ends) - 2):
        a, b, c, d = ends[i - 1], ends[i], ends[i + 1], ends[i + 2]
        for k in range(steps):
            t = k / steps
            out.append(_between(a, b, c, d, t))
    out.append(ends[-2] if not closed else out[0])
    return tuple(out)


def _between(a: Vec, b: Vec, c: Vec, d: Vec, t: float) -> Vec:
    def one(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t
        return 0.5 * (2 * q + (r - p) * t + bend)

    return point(one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y))


def mirrored(line: Sequence[Vec], x: float) -> Line:
    """The same on the other side of the upright line at x."""
    return tuple(Vec(2 * x - p.x, p.y) for p in line)


def timed(line: Sequence[Vec], seconds: float) -> tuple[tuple[float, Vec], ...]:
    """A line as a curve in time; it sets out and comes to rest gently."""
    last = len(line) - 1
    out = []
    for i, place in enumerate(line):
        share = i / last
        soft = share + (0.06 * math.sin(2 * math.pi * share) if 0 < i < last else 0.0)
        out.append((round(soft * seconds, FINE), place))
    return tuple(out)
