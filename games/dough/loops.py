"""Closed outlines of dough: even spacing, area, joining. Dough lies to the left of an outline's direction."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from operator import gt, mul, sub

from games.kit.geometry import Vec

SPLIT, JOIN = 1.55, 0.55  # in units of the spacing: longer segments are halved, shorter ones removed
FEWEST = 8  # points of a loop


class Loop:
    """One closed outline: the x and y of its points, in mm. A hole has a negative area."""

    __slots__ = ("x", "y")

    def __init__(self, x: list[float], y: list[float]) -> None:
        self.x, self.y = x, y

    @classmethod
    def of(cls, outline: Sequence[Vec], hole: bool = False) -> Loop:
        """A loop along an outline of either direction."""
        loop = cls([float(p[0]) for p in outline], [float(p[1]) for p in outline])
        if (loop.area < 0) is not hole:
            loop.x.reverse()
            loop.y.reverse()
        return loop

    def copy(self) -> Loop:
        """An independent copy."""
        return Loop(self.x[:], self.y[:])

    @property
    def area(self) -> float:
        """The signed area in mm²."""
        total, bx, by = 0.0, self.x[-1], self.y[-1]
        for ax, ay in zip(self.x, self.y, strict=True):
            total += bx * ay - ax * by
            bx, by = ax, ay
        return total / 2

    def squares(self) -> list[float]:
        """The squared lengths of its segments; each one ends at the point of its number."""
        x, y = self.x, self.y
        return [
            (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
            for ax, ay, bx, by in zip(x, y, (x[-1], *x), (y[-1], *y), strict=False)
        ]

    @property
    def length(self) -> float:
        """The circumference in mm."""
        return length_of(self.squares())

    def star(self) -> bool:
        """Whether a place in its middle sees all of it, so that it cannot cross itself. Quick; False may mean nothing."""
        x, y = self.x, self.y
        cx, cy = (max(x) + min(x)) / 2, (max(y) + min(y)) / 2
        dx, dy = [one - cx for one in x], [one - cy for one in y]
        ex, ey = (*dx[1:], dx[0]), (*dy[1:], dy[0])
        if min(map(sub, map(mul, dx, ey), map(mul, dy, ex))) <= 0.0:
            return False
        below = [one <= 0.0 for one in dy]
        return list(map(gt, below, (*below[1:], below[0]))).count(True) == 1  # it goes round that place once

    def points(self) -> tuple[Vec, ...]:
        """Its points."""
        return tuple(Vec(x, y) for x, y in zip(self.x, self.y, strict=True))

    def around(self, px: float, py: float) -> bool:
        """Whether a place lies within it."""
        odd, bx, by = False, self.x[-1], self.y[-1]
        for ax, ay in zip(self.x, self.y, strict=True):
            if (ay > py) != (by > py) and px < (bx - ax) * (py - ay) / (by - ay) + ax:
                odd = not odd
            bx, by = ax, ay
        return odd

    def spaced(self, step: float, known: list[float] | None = None, straight: bool = False) -> None:
        """Halve segments that have become long (on a smooth curve, or `straight`), and remove short ones.

        known: its `squares`.
        """
        far, near = (SPLIT * step) * (SPLIT * step), (JOIN * step) * (JOIN * step)
        squares = self.squares() if known is None else known
        if max(squares) <= far and min(squares[1:]) >= near:
            return
        x, y = self.x, self.y
        count = len(x)
        nx: list[float] = []
        ny: list[float] = []
        left = count
        for i in range(count):
            ax, ay = x[i], y[i]
            if nx and left > FEWEST and (ax - nx[-1]) * (ax - nx[-1]) + (ay - ny[-1]) * (ay - ny[-1]) < near:
                left -= 1
                continue
            nx.append(ax)
            ny.append(ay)
            j = i + 1 if i + 1 < count else 0
            if squares[j] > far:
                h, k = (i, j) if straight else (i - 1, j + 1 if j + 1 < count else 0)
                nx.append((9.0 * (ax + x[j]) - x[h] - x[k]) / 16.0)
                ny.append((9.0 * (ay + y[j]) - y[h] - y[k]) / 16.0)
        self.x, self.y = nx, ny

    def grow(self, by: float) -> None:
        """Move every point this far away from the dough, in mm; a hole shrinks by it."""
        x, y = self.x, self.y
        nx: list[float] = []
        ny: list[float] = []
        ends = zip(x, y, (x[-1], *x), (y[-1], *y), (*x[1:], x[0]), (*y[1:], y[0]), strict=False)
        for px, py, ax, ay, bx, by_ in ends:
            tx, ty = bx - ax, by_ - ay
            long = math.sqrt(tx * tx + ty * ty) or 1.0
            nx.append(px + ty / long * by)
            ny.append(py - tx / long * by)
        self.x, self.y = nx, ny


def length_of(squares: list[float]) -> float:
    """The length of segments of these squared lengths."""
    return list(accumulate(map(math.sqrt, squares)))[-1]


def joined(loops: Sequence[Loop], one: int, i: int, other: int, j: int) -> list[Loop]:
    """The outlines after joining at two points: one loop becomes two, two become one."""
    a, b = loops[one], loops[other]
    rest = [loop for index, loop in enumerate(loops) if index not in (one, other)]
    if one != other:
        xs = a.x[i + 1 :] + a.x[: i + 1] + b.x[j + 1 :] + b.x[: j + 1]
        ys = a.y[i + 1 :] + a.y[: i + 1] + b.y[j + 1 :] + b.y[: j + 1]
        return [*rest, Loop(xs, ys)]
    if i > j:
        i, j = j, i
    return [
        *rest,
        Loop(a.x[i + 1 : j + 1], a.y[i + 1 : j + 1]),
        Loop(a.x[j + 1 :] + a.x[: i + 1], a.y[j + 1 :] + a.y[: i + 1]),
    ]
