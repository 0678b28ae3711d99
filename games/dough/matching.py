"""Compares the dough with the wanted shape: the overlap, where most is missing, and which movements may help."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.dough.loops import Loop
from games.dough.lump import Lump
from games.dough.parting import nested
from games.kit.geometry import Vec, distance

Rows = dict[
    int, list[float]
]  # row (1 mm high, or coarser; counted from the top) -> x of the crossings of outlines with its middle line
Way = tuple[Vec, Vec]

APART = 3.0  # mm between the places of an outline that are compared
LEAST = 1.3  # mm; a smaller difference is ignored
INSET = 5.0  # mm from the dough's edge to the start of a pull
ONTO = 4.0  # mm from a bulge's tip inwards to the place of a rest
FARTHEST = 34.0  # mm, the longest pull or push


def rows_of(loops: Sequence[Loop], high: float = 1.0) -> Rows:
    """The crossings of outlines with the middle line of each row of this height in mm."""
    rows: Rows = {}
    scale = 1.0 / high
    for loop in loops:
        bx, by = loop.x[-1], loop.y[-1] * scale
        for ax, y in zip(loop.x, loop.y, strict=True):
            ay = y * scale
            top, foot = (ay, by) if ay < by else (by, ay)
            first, last = math.ceil(top - 0.5), math.ceil(foot - 0.5)
            if first < last and ay != by:
                slope = (bx - ax) / (by - ay)
                for row in range(first, last):
                    x = ax + (row + 0.5 - ay) * slope
                    if row in rows:
                        rows[row].append(x)
                    else:
                        rows[row] = [x]
            bx, by = ax, ay
    for edges in rows.values():
        edges.sort()
    return rows


def overlap(one: Rows, two: Rows) -> float:
    """Intersection over union of two areas, 0 to 1."""
    both = first = second = 0.0
    for a in one.values():
        for k in range(0, len(a) - 1, 2):
            first += a[k + 1] - a[k]
    for row, b in two.items():
        a = one.get(row, [])
        for k in range(0, len(b) - 1, 2):
            low, high = b[k], b[k + 1]
            second += high - low
            for m in range(0, len(a) - 1, 2):
                left, right = max(a[m], low), min(a[m + 1], high)
                if right > left:
                    both += right - left
    either = first + second - both
    return both / either if either > 0 else 0.0


def holds(rows: Rows, x: float, y: float) -> bool:
    """Whether a place lies inside, to the precision of the rows."""
    odd = False
    for edge in rows.get(math.floor(y), ()):
        if edge > x:
            break
        odd = not odd
    return odd


class Wanted:
    """The outlines that are asked for. `high`: of the rows of which the overlap is computed, mm."""

    def __init__(self, outlines: Sequence[Sequence[Vec]], high: float = 1.0) -> None:
        self.outlines = tuple(tuple(outline) for outline in outlines)
        loops = [Loop([p[0] for p in outline], [p[1] for p in outline]) for outline in outlines]
        self.rows = rows_of(loops)
        self.high, self.lines = high, rows_of(loops, high)
        inner = [hole for _, hole in nested(self.outlines)]
        self.holes, self.pieces = inner.count(True), inner.count(False)
        self._rims = [rows_of([loop], high) for loop, hole in zip(loops, inner, strict=True) if not hole]
        xs, ys = [p.x for p in self.outlines[0]], [p.y for p in self.outlines[0]]
        self.middle = Vec((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        self.places = [place for outline in self.outlines for place in _spread(outline)]

    def share(self, lump: Lump) -> float:
        """The overlap with the dough, 0 to 1."""
        if len(self._rims) < 2:
            return overlap(self.lines, rows_of(lump.loops, self.high))
        # Each piece must match by itself: together they fill the same area wherever the roll is cut.
        made = [rows_of([loop], self.high) for loop in lump.loops if loop.area > 0]
        total = 0.0
        for rim in self._rims:
            total += max((overlap(rim, one) for one in made), default=0.0)
        return total / len(self._rims)

    def ways(self, lump: Lump, radius: float) -> tuple[Way, ...]:
        """Movements of one finger that may help, for the largest differences first: pulls from inside, pushes from outside."""
        made = rows_of(lump.loops)
        rim = [Vec(x, y) for loop in lump.loops for x, y in zip(loop.x[::2], loop.y[::2], strict=True)]
        found: list[tuple[float, Way]] = []
        for place in self.places:
            if not holds(made, place.x, place.y):
                near = _closest(place, rim)
                far = distance(near, place)
                way = _pull(near, place, far) if far > LEAST else None
                if way is not None and holds(made, way[0].x, way[0].y):
                    found.append((far, way))
        for place in rim:
            if not holds(self.rows, place.x, place.y):
                near = _closest(place, self.places)
                far = distance(near, place)
                way = _push(place, near, far, radius) if far > LEAST else None
                if way is not None and not holds(made, way[0].x, way[0].y) and _within(way[0], lump.size):
                    found.append((far, way))
        found.sort(key=lambda one: (-round(one[0], 3), one[1]))
        out: list[Way] = []
        for _, way in found:
            if all(distance(way[0], other[0]) > radius for other in out):
                out.append(way)
        return tuple(out)

    def bulges(self, lump: Lump, radius: float) -> tuple[Vec, ...]:
        """Places to rest a finger to flatten dough that sticks out of the outline, largest excess first."""
        found: list[tuple[float, Vec]] = []
        for loop in lump.loops:
            for x, y in zip(loop.x[::2], loop.y[::2], strict=True):
                if not holds(self.rows, x, y):
                    place = Vec(x, y)
                    near = _closest(place, self.places)
                    far = distance(near, place)
                    if far > LEAST:
                        found.append((far, place + (near - place) * min(1.0, ONTO / far)))
        found.sort(key=lambda one: (-round(one[0], 3), one[1]))
        out: list[Vec] = []
        for _, place in found:
            if all(distance(place, other) > radius for other in out):
                out.append(place)
        return tuple(out)


def _spread(outline: Sequence[Vec]) -> list[Vec]:
    out: list[Vec] = []
    for place in outline:
        if not out or distance(out[-1], place) >= APART:
            out.append(place)
    return out


def _closest(place: Vec, others: Sequence[Vec]) -> Vec:
    px, py = place
    squares = [(x - px) * (x - px) + (y - py) * (y - py) for x, y in others]
    return others[squares.index(min(squares))] if squares else place


def _pull(near: Vec, place: Vec, far: float) -> Way:
    unit = (place - near) * (1.0 / far)
    start = near - unit * INSET
    return start, start + unit * min(FARTHEST, far + 0.6)


def _push(place: Vec, near: Vec, far: float, radius: float) -> Way:
    unit = (near - place) * (1.0 / far)
    start = place - unit * (radius + 1.5)
    return start, start + unit * min(FARTHEST, far + 2.0)


def _within(place: Vec, size: Vec) -> bool:
    return 4.0 <= place.x <= size.x - 4.0 and 4.0 <= place.y <= size.y - 4.0
