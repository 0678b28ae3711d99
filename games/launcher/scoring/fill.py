"""The measures of filling an outline: how much of it is painted, and how much paint lies beside it (measures.md 3.3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample, strokes
from games.kit.geometry import Vec, area, inside
from games.kit.task import Fill, Outcome, Rep
from games.launcher.scoring.measured import Count, Mm, Mm2, Plain, Seconds, Share, Units, Words, YesNo
from games.launcher.scoring.path import f1
from games.launcher.scoring.polyline import Nearest, checked, spaced
from games.launcher.scoring.stroke import of_strokes

Cell = tuple[int, int]  # a square millimetre, by its least corner


@dataclass(frozen=True)
class FillMeasures:
    """One outline filled, on a raster of 1 mm."""

    tolerance: Mm
    difficulty: Units  # area over the brush squared: how many brush widths of stroke it takes
    quality: Share  # covered x inside
    reaction: Seconds
    movement_time: Seconds
    area: Mm2
    covered: Share  # of the area: recall
    inside: Share | None  # of the paint, what lies within the overlap apart: precision
    overlap: Share | None  # intersection over union
    f1: Share | None
    strokes: Count
    ink: Mm
    sparc: Plain | None
    peaks: Count | None
    pauses: Count | None
    pause_time: Seconds | None
    tremor: Mm | None
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
        sparc=drawing.sparc,
        peaks=drawing.peaks,
        pauses=drawing.pauses,
        pause_time=drawing.pause_time,
        tremor=drawing.tremor,
        valid=reason is None,
        reason=reason,
    )


def cells_within(outline: Sequence[Vec]) -> set[Cell]:
    """The square millimetres whose middle lies in a closed outline."""
    if len(outline) < 3:
        return set()
    xs, ys = [point[0] for point in outline], [point[1] for point in outline]
    columns = range(math.floor(min(xs)), math.ceil(max(xs)))
    rows = range(math.floor(min(ys)), math.ceil(max(ys)))
    return {(i, j) for i in columns for j in rows if inside(Vec(i + 0.5, j + 0.5), outline)}


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
