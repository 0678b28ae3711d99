"""The measures of making a shape: how far its outline lies from the one asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample, strokes
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome, Rep, Shape
from games.launcher.scoring.curves.farthest import farthest
from games.launcher.scoring.curves.polyline import Nearest, Point, checked, spaced
from games.launcher.scoring.curves.steering import steering_difficulty
from games.launcher.scoring.measured import Count, Mm, Seconds, Share, Units, Words, YesNo
from games.launcher.scoring.path import percentile
from games.launcher.scoring.score import quality
from games.launcher.scoring.tasks.fill import Cell, cells_within

RESTS = 1.0  # mm; a finger that moves no farther rests


@dataclass(frozen=True)
class ShapeMeasures:
    """One shape made. None where nothing was made."""

    error: Mm | None  # rms distance between the outlines, both ways
    tolerance: Mm
    difficulty: Units  # length of the outlines asked for over the width
    quality: Share
    reaction: Seconds
    movement_time: Seconds
    overlap: Share | None  # intersection over union
    hausdorff95: Mm | None
    worst: Mm | None
    strokes: Count
    together: Share | None  # share of its strokes that two fingers made at once; None: not asked
    per_stroke: Seconds | None
    valid: YesNo
    reason: Words | None


def shape(rep: Rep, samples: Sequence[Sample]) -> ShapeMeasures:
    """The measures of one rep of a Shape, whose `made` outlines the block's replay gives. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Shape):
        raise TypeError(f"a shape is measured here, not a {type(task).__name__}")
    asked, made = _rings(task.outlines), _rings(rep.made)
    drawn = strokes(samples, rep.fingers, rep.began, rep.let_go)
    reason = "nothing was made" if not made else "no shape was asked for" if not asked else None
    error = far = worst = overlap = None
    if reason is None:
        there, back = _away(made, asked), _away(asked, made)
        both = [*there, *back]
        square = 0.0
        for value in both:
            square += value * value
        error, worst = math.sqrt(square / len(both)), max(_farthest(made, asked), _farthest(asked, made))
        far = max(percentile(sorted(there), 0.95), percentile(sorted(back), 0.95))
        one, two = _cells(rep.made), _cells(task.outlines)
        overlap = len(one & two) / len(one | two) if one or two else None
    time = rep.let_go - rep.began
    difficulty = 0.0
    for ring in asked:
        difficulty += steering_difficulty(ring, task.width)
    counts = rep.outcome is Outcome.DONE and reason is None
    return ShapeMeasures(
        error=error,
        tolerance=task.width / 2,
        difficulty=difficulty,
        quality=quality(error, task.width / 2) if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=time,
        overlap=overlap,
        hausdorff95=far,
        worst=worst,
        strokes=len(drawn),
        together=None if task.quick is None else _together(drawn),
        per_stroke=time / len(drawn) if drawn else None,
        valid=reason is None,
        reason=reason,
    )


def _together(drawn: Sequence[Sequence[tuple[float, Vec]]]) -> float:
    """The share of strokes during half of which another finger made one as well; a finger that only rests makes none."""
    moved = [one for one in drawn if max(distance(one[0][1], place) for _, place in one) > RESTS]
    times = [(one[0][0], one[-1][0]) for one in moved]
    paired = 0
    for k, (start, end) in enumerate(times):
        beside = [min(end, other[1]) - max(start, other[0]) for j, other in enumerate(times) if j != k]
        paired += max(beside, default=0.0) > (end - start) / 2
    return paired / len(times) if times else 0.0


def _rings(outlines: Sequence[Sequence[Vec]]) -> list[list[Point]]:
    """Closed outlines of three corners or more."""
    rings = [checked(outline) for outline in outlines]
    return [[*ring, ring[0]] if ring[0] != ring[-1] else ring for ring in rings if len(ring) > 2]


def _away(rings: Sequence[Sequence[Point]], others: Sequence[Sequence[Point]]) -> list[float]:
    """The distance of each millimetre of some outlines from the nearest place of others."""
    near = [Nearest(other) for other in others]
    return [min(one(x, y).distance for one in near) for ring in rings for x, y in spaced(ring)]


def _farthest(rings: Sequence[Sequence[Point]], others: Sequence[Sequence[Point]]) -> float:
    """The farthest that any place of some outlines lies from others."""
    near = [Nearest(other) for other in others]
    return max(farthest(ring, near) for ring in rings)


def _cells(outlines: Sequence[Sequence[Vec]]) -> set[Cell]:
    """The square millimetres within an odd number of outlines: a ring has a hole."""
    out: set[Cell] = set()
    for outline in outlines:
        out ^= cells_within(outline)
    return out
