"""The measures of a carry: where it landed, how long its phases took, how straight and smooth it was."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Any: values of the fields of CarryMeasures, by name
from typing import Any

from games.kit.fingers import Sample, track
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Outcome, Rep
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.measured import Bits, Count, Hertz, Mm, Plain, Radians, Seconds, Share, Speed, Words, YesNo
from games.launcher.scoring.path import path_ratio, straying
from games.launcher.scoring.score import quality, reference_time
from games.launcher.scoring.smoothness import contact, ldlj, moving_part, peaks, sparc
from games.launcher.scoring.stroke import pauses
from games.launcher.scoring.tasks.one_hand import FOR_ONE_HAND, SHARE, least_flight
from games.launcher.scoring.tremor import shaking, tremor

NEAR = 20.0  # mm from the goal (or the target's width, if larger): there the approach begins
ANTICIPATED = 0.1  # s; a shorter reaction time is anticipation
TOO_FAST = 0.080  # s
IMPOSSIBLE = 5000.0  # mm/s
LANDED = 10.0  # mm from where it let go: there a tapping hand has landed
WAITED = 0.02  # s
SHAPE = (  # measures that need a path
    "carry_time",
    "approach",
    "release",
    "dwell",
    "entries",
    "pauses",
    "pause_time",
    "path_ratio",
    "mean_deviation",
    "max_deviation",
    "deviation_sd",
    "deviation_offset",
    "crossings",
    "peak_speed",
    "sparc",
    "ldlj",
    "peaks",
    "tremor",
    "tremor_slow",
    "tremor_slow_rate",
    "tremor_fast",
    "tremor_fast_rate",
)


@dataclass(frozen=True)
class CarryMeasures:
    """One carry. mm, s, mm/s, bits; None where a measure is undefined (a carry by taps has no path)."""

    error: Mm  # from where the piece was let go to the goal
    along: Mm  # the same, signed, along the way from start to goal
    across: Mm  # and across it
    turn_error: Radians | None  # error of the turn of a shaped piece
    tolerance: Mm
    distance: Mm
    width: Mm
    difficulty: Bits
    quality: Share
    tapped: YesNo
    reaction: Seconds | None  # from being asked to the first touch
    movement_time: Seconds  # from the first touch to letting go
    hold: Seconds  # asked for at the goal; it costs no time
    regrips: Count  # times a finger came back after slipping off
    acquire: Seconds
    carry_time: Seconds | None  # from the first touch until near the goal
    approach: Seconds | None  # until the last movement before letting go
    release: Seconds | None  # until letting go
    dwell: Seconds | None  # inside the target before letting go
    entries: Count | None  # times the target was entered
    pauses: Count | None
    pause_time: Seconds | None
    path_ratio: Plain | None
    mean_deviation: Mm | None  # movement error ME
    max_deviation: Mm | None
    deviation_sd: Mm | None  # movement variability MV
    deviation_offset: Mm | None  # movement offset MO
    crossings: Count | None  # of the line from start to goal
    peak_speed: Speed | None
    sparc: Plain | None
    ldlj: Plain | None
    peaks: Count | None
    tremor: Mm | None  # rms, 3.5 to 12.5 Hz
    tremor_slow: Mm | None  # rms, 4 to 8 Hz
    tremor_slow_rate: Hertz | None
    tremor_fast: Mm | None  # rms, 8 to 12 Hz
    tremor_fast_rate: Hertz | None
    valid: YesNo
    reason: Words | None  # why it is not valid


def carry(rep: Rep, samples: Sequence[Sample]) -> CarryMeasures:
    """The measures of one rep of a Carry, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Carry):
        raise TypeError(f"a carry is measured here, not a {type(task).__name__}")
    points = [(t, at + rep.offset) for t, at in track(samples, rep.fingers, rep.began, rep.let_go)]
    own = [s for s in samples if s.finger in rep.fingers and s.t <= rep.let_go]
    hovered = [s for s in own if s.phase == "hover" and s.t >= rep.began]
    tapped = bool(hovered) or _taken_by_another(own, rep)
    landed = points[-1][1] if points else task.start
    way = distance(task.start, task.goal)
    ux, uy = ((task.goal.x - task.start.x) / way, (task.goal.y - task.start.y) / way) if way > 0 else (1.0, 0.0)
    off = landed - task.goal
    error, tolerance = distance(landed, task.goal), task.width / 2
    astray = None if task.turn_width is None else abs(_wrapped(rep.turned - task.turn))
    worth = quality(error, tolerance)
    if astray is not None and task.turn_width is not None:
        worth = min(worth, quality(astray, task.turn_width / 2))
    time = rep.let_go - rep.began
    reaction = rep.began - rep.asked
    difficulty = index_of_difficulty(way, task.width)
    reason = _reason(time, points, SHARE * reference_time("tap", difficulty) if tapped else TOO_FAST)
    if reason is None and hovered and _flight(hovered, samples, rep, min(LANDED, way / 2)) < least_flight(difficulty):
        reason = FOR_ONE_HAND
    counts = rep.outcome is Outcome.DONE and reason is None
    shape = _shape([] if tapped else points, task, rep)
    return CarryMeasures(
        error=error,
        along=off.x * ux + off.y * uy,
        across=off.y * ux - off.x * uy,
        turn_error=astray,
        tolerance=tolerance,
        distance=way,
        width=task.width,
        difficulty=difficulty,
        quality=worth if counts else 0.0,
        tapped=tapped,
        reaction=reaction if reaction >= ANTICIPATED else None,
        movement_time=time,
        hold=task.hold,
        regrips=max(0, len([1 for s in own if s.phase == "down"]) - len(rep.fingers)),
        acquire=reaction,
        valid=reason is None,
        reason=reason,
        **shape,
    )


def _taken_by_another(own: Sequence[Sample], rep: Rep) -> bool:
    """Whether none of its fingers was there when the piece was taken: a tap took it, and it waited for them."""
    return bool(own) and min(s.t for s in own) > rep.began + WAITED


def _flight(hovered: Sequence[Sample], samples: Sequence[Sample], rep: Rep, near: float) -> float:
    """The time in s from the lift of the first tap until the second one landed, or until the hand was near the place where
    it let go; infinite if it never was. Below 0 for two fingers, one on the piece and one at the goal."""
    ended = {s.finger for s in samples if s.phase in ("up", "hover") and s.t >= rep.let_go - 1e-6}
    tapping = ended - set(rep.fingers)
    landed = [s.t for s in samples if s.phase == "down" and s.finger in tapping and s.t > rep.began]
    if landed:
        return landed[-1] - hovered[0].t
    last = hovered[-1].at
    return next((s.t for s in hovered if distance(s.at, last) <= near), math.inf) - hovered[0].t


def _reason(time: float, points: Sequence[tuple[float, Vec]], least: float) -> str | None:
    """Why one hand cannot have made it; `least`: the shortest time in s that it takes one."""
    if time < TOO_FAST:
        return "too fast"
    if time < least:
        return FOR_ONE_HAND
    for (t0, a), (t1, b) in pairwise(points):
        if t1 - t0 >= 0.02 and distance(a, b) / (t1 - t0) > IMPOSSIBLE:
            return "impossible speed"
    return None


def _shape(points: Sequence[tuple[float, Vec]], task: Carry, rep: Rep) -> dict[str, Any]:
    """Phases, pauses and straightness of a carry; all None if there is no path."""
    out: dict[str, Any] = dict.fromkeys(SHAPE)
    if len(points) < 2:
        return out
    times, xs, ys = [t for t, _ in points], [p.x for _, p in points], [p.y for _, p in points]
    near = max(NEAR, task.width)
    arrived = next((t for t, p in points if distance(p, task.goal) <= near), None)
    inside = [distance(p, task.goal) <= task.width / 2 for _, p in points]
    out["entries"] = len([1 for before, now in zip([False, *inside], inside, strict=False) if now and not before])
    if inside[-1]:
        since = rep.let_go
        for t, within in zip(reversed(times), reversed(inside), strict=True):
            if not within:
                break
            since = t
        out["dwell"] = rep.let_go - since
    whole = contact(times, xs, ys)
    moving = None if whole is None else moving_part(whole)
    if whole is not None:
        out["pauses"], out["pause_time"] = pauses(whole)
    out |= shaking(tremor(times, xs, ys, whole))._asdict()
    if moving is None:
        return out
    still = max(moving.t[-1], arrived if arrived is not None else moving.t[-1])
    if arrived is not None:
        out["carry_time"] = arrived - rep.began
        out["approach"] = still - arrived
        out["release"] = rep.let_go - still
    out["peak_speed"] = max(moving.speed)
    out["sparc"] = sparc(moving.speed, moving.rate)
    out["ldlj"] = ldlj(moving.x, moving.y, moving.rate)
    out["peaks"] = peaks(moving.speed, moving.rate)
    out["path_ratio"] = path_ratio(moving.x, moving.y)
    line = straying(moving.x, moving.y, task.start, task.goal)
    if line is not None:
        out["mean_deviation"], out["max_deviation"] = line.mean, line.most
        out["deviation_sd"], out["deviation_offset"] = line.variability, line.offset
        out["crossings"] = line.crossings
    return out


def _wrapped(angle: float) -> float:
    """The angle reduced to the range from -pi to pi."""
    return angle - 2 * math.pi * math.floor(angle / (2 * math.pi) + 0.5)
