"""The measures of following a path: how much of it was drawn, how near to it, and how evenly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample, strokes
from games.kit.geometry import Vec
from games.kit.task import Follow, Outcome, Rep
from games.launcher.scoring.checks import nothing
from games.launcher.scoring.curves.between import area_between
from games.launcher.scoring.curves.farthest import farthest
from games.launcher.scoring.curves.polyline import Nearest, Point, checked, is_closed, lengths
from games.launcher.scoring.curves.steering import effective_steering, steering_difficulty, steering_index
from games.launcher.scoring.measured import Count, Mm, Mm2, PerSecond, Seconds, Share, Speed, Units, Words, YesNo
from games.launcher.scoring.path import f1, frechet, percentile
from games.launcher.scoring.stroke import StrokeMeasures, of_strokes
from games.launcher.scoring.tasks import ink


@dataclass(frozen=True)
class FollowMeasures(StrokeMeasures):
    """One path followed. None where a measure is undefined: nothing was drawn."""

    error: Mm | None  # rms distance of the ink from the path
    tolerance: Mm
    difficulty: Units  # length of the path over the lane's width
    quality: Share
    reaction: Seconds
    movement_time: Seconds
    length: Mm  # of the path
    covered: Share  # of the path
    inside: Share | None  # of the ink
    f1: Share | None
    exits: Count  # times the ink left the lane
    mean_deviation: Mm | None
    p95_deviation: Mm | None
    max_deviation: Mm | None  # directed Hausdorff distance, ink to path: wandering
    unfinished: Mm | None  # the other way, path to ink
    frechet: Mm | None
    area: Mm2 | None  # between ink and path
    swing: Mm | None  # how far the ink swings to either side within a lane's width
    steering: PerSecond | None  # lane widths a second
    effective_width: Mm | None  # the lane that holds 96 % of the ink
    effective_steering: PerSecond | None
    speed: Speed | None  # along the path
    strokes: Count
    ink: Mm
    valid: YesNo
    reason: Words | None


def follow(rep: Rep, samples: Sequence[Sample]) -> FollowMeasures:
    """The measures of one rep of a Follow, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Follow):
        raise TypeError(f"following is measured here, not a {type(task).__name__}")
    path = checked(task.path)
    closed = is_closed(path)
    drawn = [_places(stroke, rep.offset) for stroke in strokes(samples, rep.fingers, rep.began, rep.let_go)]
    drawn = [stroke for stroke in drawn if stroke]
    found = ink.projected(drawn, path, task.width / 2, closed)
    time = rep.let_go - rep.began
    length = lengths(path)[-1] if path else 0.0
    line = [point for stroke in drawn for point in stroke]
    away = sorted(abs(side) for side in found.sides)
    drawing = of_strokes(strokes(samples, rep.fingers, rep.began, rep.let_go))
    reason = "nothing was drawn" if not line else "there is no path" if length <= 0 else None
    counts = rep.outcome is Outcome.DONE and reason is None
    covered_length = found.covered * length
    return FollowMeasures(
        error=found.rms if away else None,
        tolerance=task.width / 2,
        difficulty=steering_difficulty(path, task.width),
        quality=found.quality if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=time,
        length=length,
        covered=found.covered,
        inside=found.inside,
        f1=f1(found.inside, found.covered),
        exits=found.exits,
        mean_deviation=found.mean if away else None,
        p95_deviation=percentile(away, 0.95) if away else None,
        max_deviation=away[-1] if away else None,
        unfinished=_unfinished(path, drawn),
        frechet=frechet(line, path, closed),
        area=area_between(line, path) if away else None,
        swing=found.swing,
        steering=steering_index(covered_length / task.width, time),
        effective_width=found.effective_width,
        effective_steering=effective_steering(covered_length, found.sides, time),
        speed=None if nothing(time) or not line else covered_length / time,
        strokes=len(drawn),
        ink=found.length,
        valid=reason is None,
        reason=reason,
        **vars(drawing),
    )


def _places(stroke: Sequence[tuple[float, Vec]], offset: Vec) -> list[Point]:
    return checked([at + offset for _, at in stroke])


def _unfinished(path: Sequence[Point], strokes: Sequence[Sequence[Point]]) -> float | None:
    """The largest distance of any place of the path from the nearest ink."""
    if not strokes or not path:
        return None
    return farthest(path, [Nearest(stroke) for stroke in strokes])
