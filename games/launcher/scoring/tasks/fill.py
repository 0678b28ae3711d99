"""The measures of filling an outline: how much of it is painted, and how much paint lies beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample, strokes
from games.kit.geometry import Vec, area
from games.kit.task import Fill, Outcome, Rep
from games.launcher.scoring.curves.polyline import Nearest, checked, spaced
from games.launcher.scoring.measured import Count, Mm, Mm2, Seconds, Share, Units, Words, YesNo
from games.launcher.scoring.path import f1
from games.launcher.scoring.stroke import StrokeMeasures, of_strokes

Cell = tuple[int, int]  # a square millimetre, by its upper left corner


@dataclass(frozen=True)
class FillMeasures(StrokeMeasures):
    """One outline filled, on a raster of 1 mm."""

    tolerance: Mm
    difficulty: Units  # area over the brush squared: how many brush widths of stroke it takes
    quality: Share  # covered x inside
    reaction: Seconds
    movement_time: Seconds
    area: Mm2
    covered: Share  # of the area: recall
    inside: Share | None  # of the paint beyond the free margin around the edge: precision
    overlap: Share | None  # intersection over union
    f1: Share | None
    strokes: Count
    ink: Mm
    valid: YesNo
    reason: Words | None


def fill(rep: Rep, samples: Sequence[Sample]) -> FillMeasures:
    """The measures of one rep of a Fill, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Fill):
        raise TypeError(f"filling is measured here, not a {type(task).__name__}")
    timed = strokes(samples, rep.fingers, rep.began, rep.let_go)
    lines = [[at + rep.offset for _, at in stroke] for stroke in timed]
    target = cells_within(task.outline)
    painted = painted_cells(lines, task.brush)
    edge = Nearest(checked(task.outline), closed=True)
    beside = {cell for cell in painted - target if edge(cell[0] + 0.5, cell[1] + 0.5).distance > task.width / 2}
    both = len(painted & target)
    covered = both / len(target) if target else 0.0
    within = both / (both + len(beside)) if both or beside else None
    drawing = of_strokes(timed)
    reason = "nothing was painted" if not painted else "the outline holds nothing" if not target else None
    counts = rep.outcome is Outcome.DONE and reason is None
    length = 0.0
    for line in lines:
        length += Nearest(checked(line)).length
    return FillMeasures(
        tolerance=task.width / 2,
        difficulty=area(task.outline) / (task.brush * task.brush),
        quality=covered * (within or 0.0) if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=rep.let_go - rep.began,
        area=area(task.outline),
        covered=covered,
        inside=within,
        overlap=both / len(painted | target) if painted or target else None,
        f1=f1(within, covered),
        strokes=len(timed),
        ink=length,
        valid=reason is None,
        reason=reason,
        **vars(drawing),
    )


def cells_within(outline: Sequence[Vec]) -> set[Cell]:
    """The square millimetres whose centre lies within a closed outline."""
    if len(outline) < 3:
        return set()
    edges: dict[
        int, list[float]
    ] = {}  # row -> crossings of the outline with its middle line; right of an odd number of them is inside
    before = outline[-1]
    for corner in outline:
        low, high = min(corner[1], before[1]), max(corner[1], before[1])
        for j in range(math.floor(low) - 1, math.ceil(high) + 1):
            y = j + 0.5
            if (corner[1] > y) != (before[1] > y):
                x = (before[0] - corner[0]) * (y - corner[1]) / (before[1] - corner[1]) + corner[0]
                edges.setdefault(j, []).append(x)
        before = corner
    cells: set[Cell] = set()
    for j, crossings in edges.items():
        crossings.sort()
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            cells.update((i, j) for i in range(math.ceil(left - 0.5), math.ceil(right - 0.5)))
    return cells


def painted_cells(lines: Sequence[Sequence[Vec]], brush: float) -> set[Cell]:
    """The square millimetres that a round brush has passed over."""
    reach = brush / 2
    steps = math.ceil(reach)
    dabs: set[Cell] = set()  # the brush's path in square millimetres: a slow brush paints the same place many times
    for line in lines:
        dabs.update((math.floor(x), math.floor(y)) for x, y in spaced(checked(line), 0.5))
    shape = [
        (i, j) for i in range(-steps, steps + 1) for j in range(-steps, steps + 1) if i * i + j * j <= reach * reach
    ]
    return {(x + i, y + j) for x, y in dabs for i, j in shape}
