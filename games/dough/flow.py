"""The flow of dough: divergence-free fields, so that the area is preserved and no outline folds over itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.dough.loops import Loop

FLATTENS, FLATTEST = (
    6.0,
    0.8,
)  # mm² of a bulge for each mm that is pressed; of the way to its neighbours, at most at once


def carry(loops: Sequence[Loop], at: tuple[float, float], by: tuple[float, float], core: float, reach: float) -> None:
    """Move everything within `core` of a place by `by`; beyond it dough flows around, and beyond `reach` it stays. mm."""
    cx, cy = at
    vx, vy = by
    wide = reach - core
    square = reach * reach
    inner = core * core
    for loop in loops:
        xs, ys = loop.x, loop.y
        for i, x in enumerate(xs):
            dx = x - cx
            if dx > reach or dx < -reach:
                continue
            dy = ys[i] - cy
            far = dx * dx + dy * dy
            if far >= square:
                continue
            if far <= inner:
                xs[i] += vx
                ys[i] += vy
                continue
            far = math.sqrt(far)
            t = (far - core) / wide
            part = 1.0 - t * t * (3.0 - 2.0 * t)
            turn = -6.0 * t * (1.0 - t) / (wide * far) * (vx * dy - vy * dx)
            xs[i] += part * vx + turn * dy
            ys[i] += part * vy - turn * dx


def stretch(
    loops: Sequence[Loop], middle: tuple[float, float], axis: tuple[float, float], half: float, by: float
) -> None:
    """Move two points, `half` mm to either side of a middle, apart by 2 x `by` mm; the dough between gets thinner.

    axis: a unit vector from the middle to one of them. A negative `by` squeezes, and the dough gets thicker.
    """
    mx, my = middle
    ux, uy = axis
    start, end = 0.6 * half, 1.4 * half
    wide = end - start
    rate = by / half
    for loop in loops:
        xs, ys = loop.x, loop.y
        for i in range(len(xs)):
            dx, dy = xs[i] - mx, ys[i] - my
            along, across = dx * ux + dy * uy, dy * ux - dx * uy
            far = along if along > 0 else -along
            if far <= start:
                moved, thin = far, 1.0
            elif far >= end:
                moved, thin = half, 0.0
            else:
                t = (far - start) / wide
                moved = start + wide * (t - t * t * t + 0.5 * t * t * t * t)
                thin = 1.0 - t * t * (3.0 - 2.0 * t)
            a = (moved if along > 0 else -moved) * rate
            c = -thin * across * rate
            xs[i] += a * ux - c * uy
            ys[i] += a * uy + c * ux


def flatten(loops: Sequence[Loop], at: tuple[float, float], by: float, reach: float) -> float:
    """Flatten bulges within `reach` mm of a place by pressing `by` mm; dents stay. The area is restored by `keep_area`.

    Returns the largest movement of a point, in mm.
    """
    cx, cy = at
    square = reach * reach
    most = 0.0
    for loop in loops:
        xs, ys = loop.x, loop.y
        count = len(xs)
        moved: list[tuple[int, float, float]] = []
        for i, px in enumerate(xs):
            dx = px - cx
            if dx > reach or dx < -reach:
                continue
            py = ys[i]
            dy = py - cy
            far = dx * dx + dy * dy
            if far >= square:
                continue
            j = i + 1 if i + 1 < count else 0
            ax, ay, bx, by_ = xs[i - 1], ys[i - 1], xs[j], ys[j]
            mx, my = (ax + bx) / 2 - px, (ay + by_) / 2 - py
            if (bx - ax) * my - (by_ - ay) * mx <= 0:  # a dent
                continue
            wide = ((bx - ax) * (bx - ax) + (by_ - ay) * (by_ - ay)) / 4 or 1.0
            part = min(FLATTEST, FLATTENS * by / wide) * (1.0 - far / square)
            moved.append((i, px + mx * part, py + my * part))
            most = max(most, part * part * (mx * mx + my * my))
        for i, px, py in moved:
            xs[i], ys[i] = px, py
    return math.sqrt(most)
