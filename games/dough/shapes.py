"""The wanted outlines, scaled to the area of the lump: from simple forms to animals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from games.kit.geometry import Vec, area

Outline = tuple[Vec, ...]

FINE = 3  # digits of a mm that an outline has
ROUND = 72  # points of a circle


def _ellipse(long: float, high: float) -> Outline:
    out = []
    for k in range(ROUND):
        turn = 2 * math.pi * k / ROUND
        out.append(Vec(round(math.cos(turn), 9) * long, round(math.sin(turn), 9) * high))
    return tuple(out)


def _rounded(corners: Sequence[tuple[float, float]], times: int = 3) -> Outline:
    """A polygon rounded by cutting its corners repeatedly."""
    points = [Vec(float(x), float(y)) for x, y in corners]
    for _ in range(times):
        cut = []
        for a, b in zip(points, [*points[1:], points[0]], strict=True):
            cut.append(a + (b - a) * 0.25)
            cut.append(a + (b - a) * 0.75)
        points = cut
    return tuple(points)


def _roll(middle_line: Sequence[tuple[float, float]], half: float) -> Outline:
    """A roll along a line that is soft in its bends, with round ends."""
    line = [Vec(float(x), float(y)) for x, y in middle_line]
    for _ in range(3):
        cut = [line[0]]
        for a, b in pairwise(line):
            cut += [a + (b - a) * 0.25, a + (b - a) * 0.75]
        line = [*cut, line[-1]]
    left, right = [], []
    for k, at in enumerate(line):
        way = line[min(k + 1, len(line) - 1)] - line[max(k - 1, 0)]
        aside = Vec(-way.y, way.x) * (half / way.length)
        left.append(at + aside)
        right.append(at - aside)
    end, start = line[-1] - line[-2], line[0] - line[1]
    return (*left, *_cap(line[-1], end, half), *reversed(right), *_cap(line[0], start, half))


def _cap(at: Vec, way: Vec, half: float) -> list[Vec]:
    ahead = way * (half / way.length)
    aside = Vec(-ahead.y, ahead.x)
    out = []
    for k in range(1, 8):
        turn = math.pi * k / 8
        out.append(at + aside * round(math.cos(turn), 9) + ahead * round(math.sin(turn), 9))
    return out


def _ball() -> tuple[Outline, ...]:
    return (_ellipse(1, 1),)


def _log() -> tuple[Outline, ...]:
    return (_roll([(-3.2, 0), (3.2, 0)], 2.3),)


def _egg() -> tuple[Outline, ...]:
    return (tuple(Vec(p.x * 1.62, p.y * (1.0 + 0.16 * p.x)) for p in _ellipse(1, 1)),)


def _loaf() -> tuple[Outline, ...]:
    return (_rounded([(-3, -1.25), (0, -1.35), (3, -1.25), (3, 1.2), (0, 1.25), (-3, 1.2)]),)


def _snake() -> tuple[Outline, ...]:
    return (_roll([(-4.6, 0), (4.6, 0)], 1.0),)


def _bean() -> tuple[Outline, ...]:
    return (_roll([(-2.2, 0.9), (-1.2, -0.7), (1.2, -0.7), (2.2, 0.9)], 1.35),)


def _pear() -> tuple[Outline, ...]:
    corners = [(0, -2.3), (0.75, -2.1), (0.95, -0.9), (1.95, 0.2), (1.9, 1.7), (0.6, 2.35)]
    return (_rounded([*corners, *((-x, y) for x, y in reversed(corners[1:]))]),)


def _heart() -> tuple[Outline, ...]:
    side = [(0, -0.75), (0.35, -1.75), (1.5, -1.95), (2.25, -1.0), (1.75, 0.5), (0.75, 1.55), (0, 2.5)]
    return (_rounded([*side, *((-x, y) for x, y in reversed(side[1:-1]))]),)


def _star() -> tuple[Outline, ...]:
    corners = []
    for k in range(10):
        turn = math.pi * k / 5
        far = 2.75 if k % 2 == 0 else 1.35
        corners.append((far * round(math.sin(turn), 9), -far * round(math.cos(turn), 9)))
    return (_rounded(corners, 2),)


def _moon() -> tuple[Outline, ...]:
    return (_roll([(1.4, -2.1), (-1.6, -2.3), (-2.3, 0), (-1.6, 2.3), (1.4, 2.1)], 0.95),)


def _ring() -> tuple[Outline, ...]:
    return _ellipse(2.2, 2.2), _ellipse(0.72, 0.72)


def _thirds() -> tuple[Outline, ...]:
    """A log in three pieces."""
    points = _log()[0]
    out = []
    for low, high in ((-9.0, -1.85), (-1.75, 1.75), (1.85, 9.0)):
        kept = [p for p in points if low <= p.x <= high]
        ends = [x for x in (low, high) if abs(x) < 5]
        kept += [Vec(x, y) for x in ends for y in (-2.3, 2.3)]
        hub = (max(p.x for p in kept) + min(p.x for p in kept)) / 2
        kept.sort(key=lambda p: math.atan2(p.y, p.x - hub))
        out.append(tuple(kept))
    return tuple(out)


def _letter(line: Sequence[tuple[float, float]], half: float = 1.0) -> tuple[Outline, ...]:
    return (_roll(line, half),)


def _fish() -> tuple[Outline, ...]:
    top = [(-2.9, 0), (-2.2, -1.3), (-0.6, -1.75), (1.2, -1.0), (2.0, -0.55), (3.4, -1.7), (3.1, 0)]
    return (_rounded([*top, *((x, -y) for x, y in reversed(top[1:-1]))]),)


def _whale() -> tuple[Outline, ...]:
    corners = [(-3, 0.6), (-2.7, -1.2), (-1, -1.9), (1, -1.3), (2.1, -0.5), (2.4, -2.2), (3.6, -2.3), (3.3, -0.6)]
    return (_rounded([*corners, (2.4, 1.2), (0.4, 1.9), (-2, 1.8)]),)


def _duck() -> tuple[Outline, ...]:
    corners = [(-3.1, -1.0), (-2.0, -1.7), (-1.3, -2.7), (0, -2.5), (0.3, -1.2), (0.6, -0.4), (2.2, -0.6), (3.2, -1.2)]
    return (_rounded([*corners, (2.9, 0.9), (1.6, 2.0), (-0.6, 2.0), (-1.6, 0.9), (-1.5, -0.6)]),)


def _cat() -> tuple[Outline, ...]:
    side = [(0, -1.5), (1.0, -1.6), (2.1, -3.1), (2.5, -0.6), (2.2, 1.2), (0.9, 2.1)]
    return (_rounded([*side, *((-x, y) for x, y in reversed(side[1:])), (0, -1.5)]),)


FORMS: dict[str, Callable[[], tuple[Outline, ...]]] = {
    "ball": _ball,
    "log": _log,
    "egg": _egg,
    "loaf": _loaf,
    "snake": _snake,
    "bean": _bean,
    "pear": _pear,
    "heart": _heart,
    "star": _star,
    "moon": _moon,
    "ring": _ring,
    "thirds": _thirds,
    "L": lambda: _letter([(-1.2, -2.2), (-1.2, 1.7), (2.0, 1.7)], 1.15),
    "U": lambda: _letter([(-1.7, -1.9), (-1.7, 2.0), (1.7, 2.0), (1.7, -1.9)]),
    "D": lambda: (_rounded([(-1.6, -2.4), (0.4, -2.4), (2.3, -1.0), (2.3, 1.0), (0.4, 2.4), (-1.6, 2.4)], 2),),
    "fish": _fish,
    "whale": _whale,
    "duck": _duck,
    "cat": _cat,
}
TURNS = ("log", "egg", "loaf", "bean", "fish", "whale", "duck")  # may face either way


def form(name: str, whole: float, at: Vec, mirrored: bool = False) -> tuple[Outline, ...]:
    """The outlines of this name with a total area in mm², centred at a place. Raises KeyError for an unknown name."""
    made = FORMS[name]()
    total = area(made[0])
    for other in made[1:]:
        total += -area(other) if name == "ring" else area(other)
    scale = math.sqrt(whole / total)
    xs, ys = [p.x for one in made for p in one], [p.y for one in made for p in one]
    hub = Vec((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    side = -1.0 if mirrored and name in TURNS else 1.0
    return tuple(
        tuple(
            Vec(round(at.x + side * (p.x - hub.x) * scale, FINE), round(at.y + (p.y - hub.y) * scale, FINE))
            for p in one
        )
        for one in made
    )
