"""How much of a line or a shape is covered: it decides when a piece ends, and is never scored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.kit.geometry import Vec, between, distance, inside, nearest_on_segment, path_length
from games.kit.task import Fill, Follow, Task

STEP = 2.0  # mm between the places of a line
WIDER = 0.8  # share of the lane; a finger that passes this near to a place covers it
LEAST_REACH = 7.0  # mm; ... or this near
GRID = 3.0  # places of a shape per brush width


class Coverage:
    """Places of a piece, and which of them are covered."""

    def __init__(self, task: Task) -> None:
        self.places: list[Vec]
        if isinstance(task, Fill):
            self.places = _within(task.outline, max(1.5, task.brush / GRID))
            self._reach = task.brush / 2
            self.whole = length_of_lanes(task)
        elif isinstance(task, Follow):
            self.places = _along(task.path)
            self._reach = max(WIDER * task.width, LEAST_REACH)
            self.whole = path_length(task.path)
        else:
            self.places, self._reach, self.whole = [], 0.0, 0.0
        self._passed = [False] * len(self.places)
        self.ink = 0.0  # mm of ink drawn
        self._count = 0

    @property
    def share(self) -> float:
        """The covered share of the places, 0 to 1."""
        return self._count / len(self.places) if self.places else 0.0

    @property
    def much(self) -> bool:
        """Whether so much was drawn that the piece must be meant as finished."""
        return self.whole > 0 and self.ink > 1.8 * self.whole

    def draw(self, start: Vec, end: Vec) -> None:
        """Add a segment of ink."""
        self.ink += distance(start, end)
        reach = self._reach
        left, right = min(start.x, end.x) - reach, max(start.x, end.x) + reach
        top, foot = min(start.y, end.y) - reach, max(start.y, end.y) + reach
        for index, place in enumerate(self.places):
            if self._passed[index] or not (left <= place.x <= right and top <= place.y <= foot):
                continue
            if distance(nearest_on_segment(place, start, end), place) <= reach:
                self._passed[index] = True
                self._count += 1


def length_of_lanes(task: Fill) -> float:
    """The approximate length of the brush's path that covers a shape, in mm."""
    places = _within(task.outline, 2.0)
    return 4.0 * len(places) / task.brush


def _along(path: Sequence[Vec]) -> list[Vec]:
    out = [path[0]]
    for a, b in pairwise(path):
        steps = max(1, math.ceil(distance(a, b) / STEP))
        out += [between(a, b, step / steps) for step in range(1, steps + 1)]
    return out


def _within(outline: Sequence[Vec], grid: float) -> list[Vec]:
    left, right = min(p.x for p in outline), max(p.x for p in outline)
    top, foot = min(p.y for p in outline), max(p.y for p in outline)
    columns, rows = int((right - left) / grid) + 1, int((foot - top) / grid) + 1
    places = [Vec(left + (i + 0.5) * grid, top + (j + 0.5) * grid) for i in range(columns) for j in range(rows)]
    return [place for place in places if inside(place, outline)]
