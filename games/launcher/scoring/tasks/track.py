"""The measures of following a curve in time with a fingertip or with the aperture: precision only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from games.kit.fingers import Sample, postures, track
from games.kit.geometry import Vec, between, distance
from games.kit.task import Outcome, Rep, Track
from games.launcher.scoring.aperture import aperture
from games.launcher.scoring.measured import Mm, Seconds, Share, Units, Words, YesNo
from games.launcher.scoring.score import quality

STEP = 0.01  # s between comparisons with the curve
LONGEST_LAG = 0.6  # s


@dataclass(frozen=True)
class TrackMeasures:
    """One curve tracked. None where nothing was read."""

    error: Mm | None  # rms distance from the curve
    tolerance: Mm
    difficulty: Units  # length of the curve over the lane's width, at least 1
    quality: Share  # mean over the curve's time
    reaction: Seconds
    movement_time: Seconds
    inside: Share  # of the time
    mean_error: Mm | None
    lag: Seconds | None  # the delay of the hand that fits best
    valid: YesNo
    reason: Words | None


def tracked(rep: Rep, samples: Sequence[Sample]) -> TrackMeasures:
    """The measures of one rep of a Track, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Track):
        raise TypeError(f"tracking is measured here, not a {type(task).__name__}")
    read = _read(rep, task, samples)
    whole = task.curve[-1][0] - task.curve[0][0] if task.curve else 0.0
    reason = "nothing was read" if not read else "the curve takes no time" if whole <= 0 else None
    looks = max(1, int(whole / STEP + 1e-9))
    first = task.curve[0][0] if task.curve else 0.0
    tolerance = task.width / 2
    worth = total = square = 0.0
    met = 0
    if reason is None:
        places = [value_at(read, rep.began + first + k * STEP) for k in range(looks)]
        for k, place in enumerate(places):
            off = apart(place, value_at(task.curve, first + k * STEP))
            total += off
            square += off * off
            worth += quality(off, tolerance)
            met += off <= tolerance
    counts = rep.outcome is Outcome.DONE and reason is None
    length = 0.0
    for (_, a), (_, b) in pairwise(task.curve):
        length += apart(a, b)
    return TrackMeasures(
        error=math.sqrt(square / looks) if reason is None else None,
        tolerance=tolerance,
        difficulty=max(1.0, length / task.width),
        quality=worth / looks if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=rep.let_go - rep.began,
        inside=met / looks,
        mean_error=total / looks if reason is None else None,
        lag=_lag(read, task, rep.began) if reason is None else None,
        valid=reason is None,
        reason=reason,
    )


def _read(rep: Rep, task: Track, samples: Sequence[Sample]) -> list[tuple[float, Vec | float]]:
    """What follows the curve: the mean place of the fingers, or their aperture (of one finger, from the centre)."""
    if task.curve and isinstance(task.curve[0][1], Vec):
        return [(t, at + rep.offset) for t, at in track(samples, rep.fingers, rep.began, rep.let_go)]
    out: list[tuple[float, Vec | float]] = []
    mine = [sample for sample in samples if sample.finger in rep.fingers] if len(rep.fingers) > 1 else []
    if task.fingers == 1 and any(sample.phase == "hover" for sample in mine):
        for sample in mine:  # successive taps: the newest one is the hand's place
            if rep.began <= sample.t <= rep.let_go and sample.phase != "cancel":
                if out and out[-1][0] == sample.t:
                    out.pop()
                out.append((sample.t, 2 * distance(sample.at, task.centre)))
        return out
    for t, tips in postures(samples, rep.fingers, rep.began, rep.let_go):
        opening = aperture(tips)
        out.append((t, 2 * distance(tips[0], task.centre) if opening is None else opening))
    return out


def number_at(curve: Sequence[tuple[float, float]], t: float) -> float:
    """The value of a curve of numbers at a time."""
    value = value_at(curve, t)
    if isinstance(value, Vec):
        raise TypeError("a curve is either of places or of apertures")
    return value


def value_at(curve: Sequence[tuple[float, Vec | float]], t: float) -> Vec | float:
    """The value of a curve at a time, interpolated linearly; constant beyond its ends."""
    low, high = 0, len(curve) - 1
    if t <= curve[0][0]:
        return curve[0][1]
    if t >= curve[-1][0]:
        return curve[-1][1]
    while high - low > 1:
        half = (low + high) // 2
        low, high = (half, high) if curve[half][0] <= t else (low, half)
    (t0, a), (t1, b) = curve[low], curve[high]
    share = (t - t0) / (t1 - t0)
    if isinstance(a, Vec) and isinstance(b, Vec):
        return between(a, b, share)
    if isinstance(a, Vec) or isinstance(b, Vec):
        raise TypeError("a curve is either of places or of apertures")
    return a + (b - a) * share


def apart(a: Vec | float, b: Vec | float) -> float:
    """The distance of two values of a curve, in mm."""
    if isinstance(a, Vec) and isinstance(b, Vec):
        return distance(a, b)
    if isinstance(a, Vec) or isinstance(b, Vec):
        raise TypeError("a curve is either of places or of apertures")
    return abs(a - b)


def _lag(read: Sequence[tuple[float, Vec | float]], task: Track, began: float) -> float | None:
    """The delay of the curve with the least mean distance, in s; None if no delay is better than another."""
    first, last = task.curve[0][0], task.curve[-1][0]
    found: list[tuple[float, float]] = []
    asked: list[Vec | float] = []  # the value of the curve at each comparison, for all delays
    while first + len(asked) * 0.05 <= last:
        asked.append(value_at(task.curve, first + len(asked) * 0.05))
    end, left = read[-1]
    after = [apart(left, place) for place in asked]  # after the hand has left, it stays at its last place
    for delay in range(round(LONGEST_LAG / 0.02) + 1):
        late = delay * 0.02
        total, looks = 0.0, 0
        while first + looks * 0.05 + late <= last:
            t = began + (first + looks * 0.05) + late
            total += after[looks] if t >= end else apart(value_at(read, t), asked[looks])
            looks += 1
        if looks:
            found.append((total / looks, late))
    best = min(found, default=None)
    return None if best is None or best[0] >= max(found)[0] else best[1]
