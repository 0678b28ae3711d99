"""The shape of a path: how straight it is, how far it strays, how near it comes to a template."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from games.launcher.scoring.checks import nothing, numbers, same_length
from games.launcher.scoring.curves.between import area_between
from games.launcher.scoring.curves.farthest import farthest
from games.launcher.scoring.curves.polyline import Nearest, Point, Points, checked, evenly, is_closed, lengths, spaced

MOST_POINTS = 64  # of either curve for the Frechet distance, whose cost is their product
ASIDE = 1.3  # mm; so near to the line a path is on neither side of it: 5 pixels of a screen of 96 dpi
STARTS = 16  # starting points that are tried on a closed shape


@dataclass(frozen=True)
class Straying:
    """Distances from the line start-goal along a path, in mm (MacKenzie, Kauppinen & Silfverberg 2001)."""

    mean: float  # of the absolute distances: movement error
    most: float
    variability: float  # standard deviation (n - 1) of the signed distances
    offset: float  # mean of the signed distances; positive to the right of the way, seen with y down
    crossings: int  # how often it changes sides, by more than ASIDE to either (as MacKenzie's own program counts them)


def path_ratio(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Length of the path over the distance between its ends, 1 or more; None where the ends coincide."""
    _checked_places(x, y)
    if len(x) < 2:
        return None
    straight = math.sqrt((x[-1] - x[0]) ** 2 + (y[-1] - y[0]) ** 2)
    if nothing(straight, max(abs(x[0]), abs(y[0]))):
        return None
    length = 0.0
    for i in range(1, len(x)):
        dx, dy = x[i] - x[i - 1], y[i] - y[i - 1]
        length += math.sqrt(dx * dx + dy * dy)
    return max(1.0, length / straight)


def straying(
    x: Sequence[float], y: Sequence[float], start: tuple[float, float], goal: tuple[float, float]
) -> Straying | None:
    """How far a path strays from the straight line start-goal; None for fewer than two points or start at goal."""
    _checked_places(x, y)
    numbers("a place", [*start, *goal])
    ux, uy = goal[0] - start[0], goal[1] - start[1]
    length = math.sqrt(ux * ux + uy * uy)
    if len(x) < 2 or nothing(length, max(abs(start[0]), abs(start[1]))):
        return None
    signed = [(ux * (py - start[1]) - uy * (px - start[0])) / length for px, py in zip(x, y, strict=True)]
    total = total_abs = most = 0.0
    for value in signed:
        total += value
        total_abs += abs(value)
        most = max(most, abs(value))
    n = len(signed)
    mean = total / n
    square = 0.0
    for value in signed:
        square += (value - mean) * (value - mean)
    sides = [value > 0 for value in signed if abs(value) > ASIDE]
    crossings = 0
    for before, after in pairwise(sides):
        crossings += before != after
    return Straying(total_abs / n, most, math.sqrt(square / (n - 1)), mean, crossings)


def _checked_places(x: Sequence[float], y: Sequence[float]) -> None:
    same_length(x=x, y=y)
    numbers("a place", [*x, *y])


@dataclass(frozen=True)
class Deviation:
    """Distances of a trace from its template, in mm, each millimetre of the trace counting alike; area in mm2."""

    mean: float
    rms: float
    p95: float  # 95th percentile
    max: float
    area: float  # between the two curves


def deviation(trace: Points, template: Points) -> Deviation | None:
    """How far a drawn trace lies from a template; None where either has no points."""
    drawn, model = checked(trace), checked(template)
    if not drawn or not model:
        return None
    found = sorted(distances(drawn, model))
    total = square = 0.0
    for value in found:
        total += value
        square += value * value
    n = len(found)
    return Deviation(total / n, math.sqrt(square / n), percentile(found, 0.95), found[-1], area_between(drawn, model))


def distances(points: Sequence[Point], other: Sequence[Point]) -> list[float]:
    """The distance of each millimetre of one polyline from the nearest place of another, in mm."""
    nearest = Nearest(other)
    return [nearest(x, y).distance for x, y in spaced(points)]


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share of the ordered values lies, interpolated linearly."""
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def directed_hausdorff(points: Points, other: Points) -> float | None:
    """The farthest that one polyline gets from another, in mm. Trace to template: wandering; template to trace: unfinished."""
    a, b = checked(points), checked(other)
    return farthest(a, [Nearest(b)]) if a and b else None


def hausdorff(a: Points, b: Points) -> float | None:
    """The greater of both directed distances, in mm; None where either has no points."""
    there, back = directed_hausdorff(a, b), directed_hausdorff(b, a)
    return None if there is None or back is None else max(there, back)


def hausdorff95(a: Points, b: Points) -> float | None:
    """The greater of both directed 95th percentiles, in mm: the Hausdorff distance without the few worst places."""
    one, two = checked(a), checked(b)
    if not one or not two:
        return None
    return max(percentile(sorted(distances(p, q)), 0.95) for p, q in ((one, two), (two, one)))


def frechet(trace: Points, template: Points, closed: bool | None = None) -> float | None:
    """Discrete Frechet distance in mm (Eiter & Mannila 1994), at most 64 points each; None where either has no points.

    The trace may run either way; of a closed template (closed None: one whose ends meet) it may also
    begin anywhere.
    """
    drawn, model = checked(trace), checked(template)
    if not drawn or not model:
        return None
    if closed is None:
        closed = is_closed(model)
    if closed and model[0] != model[-1]:
        model.append(model[0])
    curve, goal = _few(drawn), _few(model)
    found = math.inf
    for way in _turned(goal, curve[0]) if closed and len(goal) > 2 else [goal]:
        found = min(found, _coupled(curve, way, found), _coupled(curve, way[::-1], found))
    return found


def _few(points: Sequence[Point]) -> list[Point]:
    if len(points) < 2:
        return list(points)
    return evenly(points, min(MOST_POINTS, max(2, math.ceil(lengths(points)[-1] - 1e-9) + 1)))


def _turned(ring: list[Point], start: Point) -> list[list[Point]]:
    """A closed curve with 16 different starting points, and with the one nearest to the beginning of the trace."""
    n = len(ring) - 1
    nearest = min(range(n), key=lambda i: (ring[i][0] - start[0]) ** 2 + (ring[i][1] - start[1]) ** 2)
    starts = {n * k // STARTS for k in range(STARTS)} | {nearest}
    return [[*ring[i:n], *ring[: i + 1]] for i in sorted(starts)]


def _coupled(p: Sequence[Point], q: Sequence[Point], enough: float) -> float:
    """The discrete Frechet distance of two point sequences; infinity if it certainly exceeds `enough`."""
    row: list[float] = []
    for i, (px, py) in enumerate(p):
        before, row = row, []
        for j, (qx, qy) in enumerate(q):
            leash = (px - qx) * (px - qx) + (py - qy) * (py - qy)
            if i and j:
                reached = min(before[j], before[j - 1], row[j - 1])
            elif i or j:
                reached = before[j] if i else row[j - 1]
            else:
                reached = 0.0
            row.append(leash if leash > reached else reached)
        if min(row) > enough * enough:
            return math.inf
    return math.sqrt(row[-1])


def coverage(trace: Points, template: Points, reach: float) -> float | None:
    """Share of the template's length with trace within `reach` mm (recall); None for a template without length."""
    drawn, model = checked(trace), checked(template)
    if len(model) < 2:
        return None
    return _share(model, drawn, reach) if drawn else 0.0


def accuracy(trace: Points, template: Points, reach: float) -> float | None:
    """Share of the trace's length within `reach` mm of the template (precision); None for an empty trace."""
    drawn, model = checked(trace), checked(template)
    return _share(drawn, model, reach) if drawn and model else None


def _share(points: Sequence[Point], other: Sequence[Point], reach: float) -> float:
    """The share of one polyline's length within reach of the other, tested at the middle of each millimetre."""
    if not (math.isfinite(reach) and reach >= 0):
        raise ValueError(f"a reach of {reach} mm is impossible: it is 0 or more")
    nearest, even = Nearest(other), spaced(points)
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(even)] or even
    return len([1 for x, y in middles if nearest(x, y).distance <= reach + 1e-9]) / len(middles)


def f1(precision: float | None, recall: float | None) -> float | None:
    """Harmonic mean of two shares; 0 where both are 0, None where either is undefined."""
    if precision is None or recall is None:
        return None
    numbers("a share", [precision, recall])
    both = precision + recall
    return 2 * precision * recall / both if both > 0 else 0.0
