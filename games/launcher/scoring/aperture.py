"""How far the hand is open: aperture, span and hull of the fingertips on the glass."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from games.launcher.scoring.checks import numbers
from games.launcher.scoring.curves.polyline import Points
from games.launcher.scoring.path import percentile


def aperture(points: Points) -> float | None:
    """Twice the mean distance of the fingertips from their centre, in mm; for two, their distance. None for fewer than two."""
    _checked(points)
    if len(points) < 2:
        return None
    x = y = 0.0
    for point in points:
        x += point[0]
        y += point[1]
    x, y = x / len(points), y / len(points)
    total = 0.0
    for point in points:
        total += _apart(point, (x, y))
    return 2 * total / len(points)


def span(points: Points) -> float | None:
    """The largest distance between two fingertips, in mm; None for fewer than two."""
    _checked(points)
    return max((_apart(a, b) for a, b in combinations(points, 2)), default=None)


def hull_area(points: Points) -> float:
    """Area within the outermost fingertips, in mm2; 0 for fewer than three."""
    _checked(points)
    places = sorted({(float(point[0]), float(point[1])) for point in points})
    if len(places) < 3:
        return 0.0
    ring = _half(places) + _half(places[::-1])
    total = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += ax * by - bx * ay
    return abs(total) / 2


def range_of(values: Sequence[float]) -> float | None:
    """95th minus 5th percentile: the range of opening and closing, without the few extremes; None for no values."""
    if not values:
        return None
    numbers("a value", values)
    ordered = sorted(values)
    return percentile(ordered, 0.95) - percentile(ordered, 0.05)


def _checked(points: Points) -> None:
    numbers("a place", [value for point in points for value in point])


def _half(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """One side of the hull (Andrew 1979), without its last point."""
    out: list[tuple[float, float]] = []
    for x, y in places:
        while len(out) > 1:
            (ax, ay), (bx, by) = out[-2], out[-1]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            out.pop()
        out.append((x, y))
    return out[:-1]


def _apart(a: Sequence[float], b: Sequence[float]) -> float:
    return math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))
