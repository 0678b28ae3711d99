"""Helpers for strokes and lines: distances, coverage, times of rest, the place of a moving dot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.kit.geometry import Vec
from games.kit.task import Task, Track
from games.paint.coverage import Coverage
from games.paint.pen import Pen


def away(place: Vec, line: Sequence[Vec]) -> float:
    """The distance of a place from a line, in mm: of each piece that of its nearest place, see `nearest_on_segment`."""
    x, y = place
    best = math.inf
    ax, ay = line[0]
    for bx, by in line[1:]:
        abx, aby = bx - ax, by - ay
        square, nx, ny = abx * abx + aby * aby, ax, ay
        if square != 0.0:
            share = ((x - ax) * abx + (y - ay) * aby) / square
            share = 0.0 if share <= 0.0 else 1.0 if share > 1.0 else share
            nx, ny = ax + abx * share, ay + aby * share
        dx, dy = x - nx, y - ny
        square = dx * dx + dy * dy
        best = square if square < best else best
        ax, ay = bx, by
    return math.sqrt(best)


def nearer(place: Vec, than: Vec, line: Sequence[Vec]) -> bool:
    """Whether a place is nearer to a line than another is."""
    return away(place, line) < away(than, line)


def covered(task: Task, pens: Sequence[Pen]) -> Coverage:
    """The coverage of a task by the strokes of these pens."""
    coverage = Coverage(task)
    for pen in pens:
        for a, b in pairwise(pen.line):
            coverage.draw(a, b)
    return coverage


def rests_since(pen: Pen) -> float | None:
    """When the finger was lifted, or made a dot by a tap on the glass; None while it paints."""
    if pen.dot:
        return pen.drew
    return pen.finger.lifted_at if pen.finger.state in ("lifted", "gone") else None


def place_at(task: Track, gone: float) -> Vec:
    """The place of a moving dot `gone` s after it started."""
    curve = task.curve
    low, high = 0, len(curve) - 1
    if gone >= curve[high][0]:
        low = high - 1
    while high - low > 1:
        half = (low + high) // 2
        low, high = (half, high) if curve[half][0] <= gone else (low, half)
    (t0, a), (t1, b) = curve[low], curve[low + 1]
    assert isinstance(a, Vec)
    assert isinstance(b, Vec)
    part = min(1.0, max(0.0, (gone - t0) / (t1 - t0)))
    return a + (b - a) * part
