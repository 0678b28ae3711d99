"""The measures of curves a second time, walked along every 0.02 mm, from their papers. See oracles.py."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.distance import cdist
from scipy.spatial.distance import directed_hausdorff as scipy_hausdorff

ASIDE = 5 * 25.4 / 96  # mm: 5 pixels
Array = NDArray[np.float64]


def _array(values: ArrayLike) -> Array:
    return np.asarray(values, dtype=np.float64)


def walked(points: ArrayLike, step: float = 0.02) -> Array:
    """Places along a polyline, at most `step` apart by arc length, both ends included."""
    p = _array(points)
    at = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    return _at(p, at, np.linspace(0, at[-1], max(2, math.ceil(at[-1] / step) + 1)))


def in_equal_parts(points: ArrayLike, count: int) -> Array:
    """`count` places along a polyline, equally far apart by arc length."""
    p = _array(points)
    at = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    return _at(p, at, np.linspace(0, at[-1], count))


def _at(p: Array, at: Array, where: Array) -> Array:
    return np.column_stack([np.interp(where, at, p[:, 0]), np.interp(where, at, p[:, 1])])


def length(points: ArrayLike) -> float:
    """Length of a polyline in mm."""
    return float(np.linalg.norm(np.diff(_array(points), axis=0), axis=1).sum())


def distances(places: ArrayLike, curve: ArrayLike) -> Array:
    """Of each place to the nearest point of a polyline's segments."""
    p, c = _array(places), _array(curve)
    start, way = c[:-1], np.diff(c, axis=0)
    square = np.maximum((way**2).sum(axis=1), 1e-300)
    best = np.full(len(p), np.inf)
    for s, w, q in zip(start, way, square, strict=True):
        share = np.clip(((p - s) @ w) / q, 0, 1)
        best = np.minimum(best, np.linalg.norm(p - s - share[:, None] * w, axis=1))
    return best


def area_between(trace: ArrayLike, template: ArrayLike, lines: int = 4000) -> float:
    """Area wound round by the polygon trace + reversed template, whichever way: summed over level lines."""
    ring = np.vstack([_array(trace), _array(template)[::-1]])
    a, b = ring, np.roll(ring, -1, axis=0)
    low, high = ring[:, 1].min(), ring[:, 1].max()
    height = (high - low) / lines
    total = 0.0
    for level in low + (np.arange(lines) + 0.5) * height:
        cross = (a[:, 1] > level) != (b[:, 1] > level)
        share = (level - a[cross, 1]) / (b[cross, 1] - a[cross, 1])
        at = a[cross, 0] + share * (b[cross, 0] - a[cross, 0])
        order = np.argsort(at)
        winding = np.cumsum(np.where(b[cross, 1] > a[cross, 1], 1, -1)[order])
        total += float((np.diff(at[order]) * (winding[:-1] != 0)).sum()) * height
    return total


def directed_hausdorff(points: ArrayLike, other: ArrayLike) -> float:
    """The farthest that the first curve gets from the second."""
    return float(distances(walked(points), other).max())


def hausdorff_of_scipy(points: ArrayLike, other: ArrayLike, step: float = 0.02) -> float:
    """The same both ways, by scipy, of places on both curves and all corners: not more than half a step off."""
    both = [np.vstack([walked(curve, step), _array(curve)]) for curve in (points, other)]
    return float(max(scipy_hausdorff(both[0], both[1])[0], scipy_hausdorff(both[1], both[0])[0]))


def frechet(trace: ArrayLike, template: ArrayLike, closed: bool = False, count: int = 64) -> float:
    """Discrete Frechet distance of `count` places each (Eiter & Mannila 1994), either way round, from 16 starts if closed."""
    p, q = in_equal_parts(trace, count), in_equal_parts(template, count)
    if not closed:
        return min(_coupling(p, q), _coupling(p, q[::-1]))
    best = math.inf
    ring = in_equal_parts(template, 16 * count)
    for start in range(16):
        turned = np.vstack([ring[start * count :], ring[1 : start * count + 1]])
        r = in_equal_parts(turned, count)
        best = min(best, _coupling(p, r), _coupling(p, r[::-1]))
    return best


def _coupling(p: Array, q: Array) -> float:
    gap = cdist(p, q)
    cost = np.empty_like(gap)
    for i in range(len(p)):
        for j in range(len(q)):
            before = [cost[a, b] for a, b in ((i - 1, j), (i, j - 1), (i - 1, j - 1)) if a >= 0 and b >= 0]
            cost[i, j] = max(gap[i, j], min(before)) if before else gap[i, j]
    return float(cost[-1, -1])


def coverage(trace: ArrayLike, template: ArrayLike, reach: float) -> float:
    """Share of the template's length that has the trace within reach."""
    return float((distances(walked(template), trace) <= reach).mean())


def straying(x: ArrayLike, y: ArrayLike, start: ArrayLike, goal: ArrayLike) -> tuple[float, float, float, float, int]:
    """ME, largest, MV, MO of MacKenzie, Kauppinen & Silfverberg 2001, and TAC with the hysteresis of MacKenzie's program:
    the path is below or above from the moment on at which it is farther than that on this side."""
    s, g = _array(start), _array(goal)
    u = (g - s) / np.linalg.norm(g - s)
    off = u[0] * (_array(y) - s[1]) - u[1] * (_array(x) - s[0])
    state, crossings = 0, 0
    for one in off:
        side = 1 if one > ASIDE else -1 if one < -ASIDE else state
        crossings += state * side == -1
        state = side
    return (
        float(np.abs(off).mean()),
        float(np.abs(off).max()),
        float(off.std(ddof=1)),
        float(off.mean()),
        crossings,
    )
