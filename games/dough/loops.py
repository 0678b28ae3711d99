"""Closed outlines of dough: even spacing, area, crossings. Dough lies to the left of an outline's direction."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.geometry import Vec

SPLIT, JOIN = 1.55, 0.55  # in units of the spacing: longer segments are halved, shorter ones removed
FEWEST = 8  # points of a loop
MEET_CELL = 2.0  # mm, cell size of the grid for finding outlines that meet
NEIGHBOURS = 6  # points this close along one outline do not count as meeting
CELL = 4.0  # mm, cell size of the grid for finding crossings
Stretch = tuple[float, float, float, float]  # of an outline: x and y of its two ends


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

    @property
    def length(self) -> float:
        """The circumference in mm."""
        total, bx, by = 0.0, self.x[-1], self.y[-1]
        for ax, ay in zip(self.x, self.y, strict=True):
            total += math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by))
            bx, by = ax, ay
        return total

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

    def spaced(self, step: float) -> None:
        """Halve segments that have become long (on a smooth curve), and remove short ones."""
        x, y = self.x, self.y
        count = len(x)
        far, near = (SPLIT * step) ** 2, (JOIN * step) ** 2
        nx: list[float] = []
        ny: list[float] = []
        left = count
        for i in range(count):
            ax, ay = x[i], y[i]
            if nx and left > FEWEST and (ax - nx[-1]) ** 2 + (ay - ny[-1]) ** 2 < near:
                left -= 1
                continue
            nx.append(ax)
            ny.append(ay)
            j = i + 1 if i + 1 < count else 0
            bx, by = x[j], y[j]
            if (bx - ax) ** 2 + (by - ay) ** 2 > far:
                k = j + 1 if j + 1 < count else 0
                nx.append((9.0 * (ax + bx) - x[i - 1] - x[k]) / 16.0)
                ny.append((9.0 * (ay + by) - y[i - 1] - y[k]) / 16.0)
        self.x, self.y = nx, ny

    def grow(self, by: float) -> None:
        """Move every point this far away from the dough, in mm; a hole shrinks by it."""
        x, y = self.x, self.y
        count = len(x)
        nx, ny = [0.0] * count, [0.0] * count
        for i in range(count):
            j = i + 1 if i + 1 < count else 0
            tx, ty = x[j] - x[i - 1], y[j] - y[i - 1]
            long = math.sqrt(tx * tx + ty * ty) or 1.0
            nx[i], ny[i] = x[i] + ty / long * by, y[i] - tx / long * by
        self.x, self.y = nx, ny


def crossed(loops: Sequence[Loop]) -> bool:
    """Whether any outline crosses itself or another."""
    cells: dict[int, list[tuple[float, float, float, float, int, int]]] = {}
    serial = 0
    for loop in loops:
        x, y = loop.x, loop.y
        count, first = len(x), serial
        for i in range(count):
            ax, ay, bx, by = x[i - 1], y[i - 1], x[i], y[i]
            serial += 1
            me, after = serial, serial + 1 if i + 1 < count else first + 1
            lx, hx = (ax, bx) if ax < bx else (bx, ax)
            ly, hy = (ay, by) if ay < by else (by, ay)
            top, bottom = int(ly // CELL), int(hy // CELL)
            for column in range(int(lx // CELL), int(hx // CELL) + 1):
                for row in range(top, bottom + 1):
                    key = column * 4096 + row
                    there = cells.get(key)
                    if there is None:
                        cells[key] = [(ax, ay, bx, by, me, after)]
                        continue
                    for cx, cy, dx, dy, other, follows in there:
                        if follows == me or after == other or other == me:
                            continue
                        if (
                            (cx < lx and dx < lx)
                            or (cx > hx and dx > hx)
                            or (cy < ly and dy < ly)
                            or (cy > hy and dy > hy)
                        ):
                            continue
                        if _cross((ax, ay, bx, by), (cx, cy, dx, dy)):
                            return True
                    there.append((ax, ay, bx, by, me, after))
    return False


def _cross(first: Stretch, second: Stretch) -> bool:
    """Whether the ends of each lie on both sides of the other."""
    ax, ay, bx, by = first
    cx, cy, dx, dy = second
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    one = ux * (cy - ay) - uy * (cx - ax)
    two = ux * (dy - ay) - uy * (dx - ax)
    if (one > 0) == (two > 0):
        return False
    one = vx * (ay - cy) - vy * (ax - cx)
    two = vx * (by - cy) - vy * (bx - cx)
    return (one > 0) != (two > 0)


def closest_pair(loops: Sequence[Loop], within: float) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two points of outlines, as (loop, point), that are nearer than `within` and not neighbours; or None."""
    cells: dict[int, list[tuple[float, float, int, int]]] = {}
    best, found = within * within, None
    for number, loop in enumerate(loops):
        for index, (x, y) in enumerate(zip(loop.x, loop.y, strict=True)):
            key = int(x // MEET_CELL) * 4096 + int(y // MEET_CELL)
            for cell in (key - 4097, key - 4096, key - 4095, key - 1, key, key + 1, key + 4095, key + 4096, key + 4097):
                for ox, oy, other, point in cells.get(cell, ()):
                    far = (ox - x) * (ox - x) + (oy - y) * (oy - y)
                    if far < best:
                        between = abs(index - point)
                        if other != number or min(between, len(loop.x) - between) > NEIGHBOURS:
                            best, found = far, ((other, point), (number, index))
            cells.setdefault(key, []).append((x, y, number, index))
    return found


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
