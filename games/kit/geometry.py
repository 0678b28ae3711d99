"""Points, paths and outlines in millimetres, x to the right and y down."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

# Makes a Vec in a third of the time that calling the class takes, which counts in every frame.
_made: Callable[[type[Vec], tuple[float, float]], Vec] = tuple.__new__


class Vec(NamedTuple):
    """A point or a displacement, in mm."""

    x: float
    y: float

    def __add__(self, other: Vec) -> Vec:  # type: ignore[override]
        return _made(Vec, (self[0] + other[0], self[1] + other[1]))

    def __sub__(self, other: Vec) -> Vec:
        return _made(Vec, (self[0] - other[0], self[1] - other[1]))

    def __mul__(self, factor: float) -> Vec:  # type: ignore[override]
        return _made(Vec, (self[0] * factor, self[1] * factor))

    @property
    def length(self) -> float:
        """Distance from the origin. Not math.hypot: its last digit differs between Python versions."""
        return math.sqrt(self.x * self.x + self.y * self.y)


ORIGIN = Vec(0.0, 0.0)


def vecs(pairs: Iterable[tuple[float, float]]) -> list[Vec]:
    """These places, x before y, as a list of Vec: quicker than one by one."""
    return [_made(Vec, pair) for pair in pairs]


def distance(a: Vec, b: Vec) -> float:
    """How far b is from a, in mm."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    return math.sqrt(dx * dx + dy * dy)


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point at this share of the way from a (0) to b (1)."""
    return _made(Vec, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))


def middle(points: Sequence[Vec]) -> Vec:
    """The mean of one or more points, added in order so that every machine gets the same result."""
    if not points:
        raise ValueError("the middle of no points is undefined: give at least one")
    x = y = 0.0
    for point in points:
        x += point[0]
        y += point[1]
    return Vec(x / len(points), y / len(points))


def path_length(points: Sequence[Vec]) -> float:
    """Length of a polyline, in mm; 0 for fewer than two points."""
    total = 0.0
    for a, b in pairwise(points):
        total += distance(a, b)
    return total


def nearest_on_segment(point: Vec, a: Vec, b: Vec) -> Vec:
    """The point of the segment a-b that is nearest to a point."""
    abx, aby = b[0] - a[0], b[1] - a[1]
    square = abx * abx + aby * aby
    if square == 0.0:
        return a
    share = ((point[0] - a[0]) * abx + (point[1] - a[1]) * aby) / square
    return between(a, b, min(1.0, max(0.0, share)))


def crossing(a: Vec, b: Vec, x: float) -> float | None:
    """The y at which the segment a-b crosses the vertical line at x; None if it does not."""
    if (a[0] < x) == (b[0] < x):
        return None
    return a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def inside(point: Vec, outline: Sequence[Vec]) -> bool:
    """Whether a point lies within a closed outline (even-odd rule)."""
    odd = False
    x, y = point
    before = outline[-1]
    for corner in outline:
        if (corner[1] > y) != (before[1] > y) and x < (
            (before[0] - corner[0]) * (y - corner[1]) / (before[1] - corner[1]) + corner[0]
        ):
            odd = not odd
        before = corner
    return odd


def area(outline: Sequence[Vec]) -> float:
    """Area inside a closed outline, in mm², whichever way round it runs."""
    total = 0.0
    before = outline[-1]
    for corner in outline:
        total += before[0] * corner[1] - corner[0] * before[1]
        before = corner
    return abs(total) / 2
