"""Polylines: even spacing, and the place nearest to a point. Points are (x, y) in mm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

MOST_CELLS = 64  # of the search grid, across
ENDS_MEET = 1e-6  # of its length: a polyline whose ends are nearer is closed
FARTHEST = 1e7  # mm; no table has such places
FAR_OFF = 50  # cells; for points this far away every segment is tested

Point = tuple[float, float]
Points = Sequence[Sequence[float]]


class Near(NamedTuple):
    """The nearest place of a polyline: its distance, its side (positive: right of the direction), its position along it."""

    distance: float
    side: float
    along: float


def checked(points: Points) -> list[Point]:
    """The points as pairs, without repeats in a row. ValueError for a coordinate that is no number."""
    out: list[Point] = []
    for point in points:
        place = (float(point[0]), float(point[1]))
        if not (math.isfinite(place[0]) and math.isfinite(place[1])):
            raise ValueError(f"a place is not a number: {place}")
        if max(abs(place[0]), abs(place[1])) > FARTHEST:
            raise ValueError(f"a place at {place} mm is impossible: it is within {FARTHEST:.0f} mm")
        if not out or out[-1] != place:
            out.append(place)
    return out


def apart(a: Point, b: Point) -> float:
    """The distance of two points, in mm."""
    return math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]))


def lengths(points: Sequence[Point]) -> list[float]:
    """How far along each point lies, in mm; the first at 0."""
    out = [0.0] if points else []
    for a, b in pairwise(points):
        out.append(out[-1] + apart(a, b))
    return out


def is_closed(points: Sequence[Point]) -> bool:
    """Whether a polyline's ends meet."""
    return len(points) > 3 and apart(points[0], points[-1]) <= ENDS_MEET * lengths(points)[-1]


def spaced(points: Sequence[Point], step: float = 1.0) -> list[Point]:
    """Points evenly spaced along a polyline, at most `step` mm apart, both ends included."""
    if len(points) < 2:
        return list(points)
    return evenly(points, max(1, math.ceil(lengths(points)[-1] / step - 1e-9)) + 1)


def evenly(points: Sequence[Point], count: int) -> list[Point]:
    """`count` points (two or more) evenly spaced along a polyline, both ends included."""
    along = lengths(points)
    total, out, i = along[-1], [], 0
    for k in range(count):
        want = total * k / (count - 1)
        while i < len(points) - 2 and along[i + 1] < want:
            i += 1
        piece = along[i + 1] - along[i] if len(points) > 1 else 0.0
        share = min(1.0, max(0.0, (want - along[i]) / piece)) if piece > 0 else 0.0
        (ax, ay), (bx, by) = points[i], points[min(i + 1, len(points) - 1)]
        out.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    return out


class Nearest:
    """Finds the place of a polyline nearest to a point; with a grid of cells, most segments need not be tested.

    `closed` joins the last point to the first.
    """

    def __init__(self, points: Sequence[Point], closed: bool = False) -> None:
        corners = [*points, points[0]] if closed and points[0] != points[-1] else list(points)
        self._along = lengths(corners)
        self.length = self._along[-1]
        self._pieces = list(pairwise(corners)) or [(corners[0], corners[0])]
        self._flat = [_flat(a, b) for a, b in self._pieces]
        self._known: dict[
            tuple[int, int], tuple[set[int], list[list[int]]]
        ] = {}  # cell -> pieces seen, those of each ring
        wide = max(abs(corners[0][axis] - corner[axis]) for corner in corners for axis in (0, 1))
        self._cell = max(2.0, self.length / len(self._pieces), wide / MOST_CELLS)
        self._cells: dict[tuple[int, int], list[int]] = {}
        for index, (a, b) in enumerate(self._pieces):
            for cell in self._around(a, b):
                self._cells.setdefault(cell, []).append(index)
        xs, ys = [cell[0] for cell in self._cells], [cell[1] for cell in self._cells]
        self._bounds = min(xs), max(xs), min(ys), max(ys)

    def _around(self, a: Point, b: Point) -> list[tuple[int, int]]:
        c = self._cell
        columns = range(math.floor(min(a[0], b[0]) / c), math.floor(max(a[0], b[0]) / c) + 1)
        rows = range(math.floor(min(a[1], b[1]) / c), math.floor(max(a[1], b[1]) / c) + 1)
        return [(i, j) for i in columns for j in rows]

    def __call__(self, x: float, y: float) -> Near:
        """The place nearest to (x, y)."""
        return self._near(self._best(x, y), x, y)

    def piece(self, x: float, y: float) -> tuple[float, int]:
        """The distance of (x, y) from the nearest straight piece, and which of them that is."""
        square, index, _ = self._best(x, y)
        return math.sqrt(square), index

    def from_piece(self, index: int, x: float, y: float) -> float:
        """The distance of (x, y) from one straight piece."""
        return math.sqrt(self._to(index, x, y)[0])

    def _best(self, x: float, y: float) -> tuple[float, int, float]:
        """Of the nearest piece: the square of its distance, its index, and the share of it that lies before the place."""
        side = self._cell
        column, row = math.floor(x / side), math.floor(y / side)
        left, right, top, bottom = self._bounds
        ring = max(0, left - column, column - right, top - row, row - bottom)
        if ring > FAR_OFF:
            return min((self._to(i, x, y)[0], i, self._to(i, x, y)[1]) for i in range(len(self._pieces)))
        best, found, lies = math.inf, 0, 0.0
        seen, rings = self._known.setdefault((column, row), (set(), []))
        looked = turn = 0
        # When a ring begins, everything within (ring - 1) cells has been tested.
        while looked < len(self._pieces) and best > (max(0, ring - 1) * side) ** 2:
            if turn == len(rings):
                rings.append([])
                for there in self._ring(column, row, ring):
                    for index in there:
                        if index not in seen:
                            seen.add(index)
                            rings[turn].append(index)
            for index in rings[turn]:
                square, share = self._to(index, x, y)
                if square < best or (square == best and index < found):
                    best, found, lies = square, index, share
            looked += len(rings[turn])
            turn += 1
            ring += 1
        return best, found, lies

    def _ring(self, column: int, row: int, ring: int) -> list[list[int]]:
        """The pieces in each cell at exactly this distance around one. Beyond the bounds no cell is looked at."""
        left, right, top, bottom = self._bounds
        across = range(max(column - ring, left), min(column + ring, right) + 1)
        down = range(max(row - ring + 1, top), min(row + ring - 1, bottom) + 1)
        rows = [j for j in {row - ring, row + ring} if top <= j <= bottom]
        columns = [i for i in {column - ring, column + ring} if left <= i <= right]
        cells = [(i, j) for j in rows for i in across] + [(i, j) for i in columns for j in down]
        return [self._cells[cell] for cell in cells if cell in self._cells]

    def _to(self, index: int, x: float, y: float) -> tuple[float, float]:
        ax, ay, ux, uy, square = self._flat[index]
        dx, dy = x - ax, y - ay
        share = (dx * ux + dy * uy) / square if square > 0.0 else 0.0
        if share <= 0.0:
            return dx * dx + dy * dy, 0.0
        if share > 1.0:
            share = 1.0
        dx, dy = dx - ux * share, dy - uy * share
        return dx * dx + dy * dy, share

    def _near(self, best: tuple[float, int, float], x: float, y: float) -> Near:
        square, index, share = best
        (ax, ay), (bx, by) = self._pieces[index]
        off = math.sqrt(square)
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        piece = (self._along[index + 1] - self._along[index]) if len(self._along) > 1 else 0.0
        return Near(off, off if turn >= 0 else -off, self._along[index] + share * piece)


def _flat(a: Point, b: Point) -> tuple[float, float, float, float, float]:
    """A straight piece: its beginning, its way, and the square of its length."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    return a[0], a[1], ux, uy, ux * ux + uy * uy
