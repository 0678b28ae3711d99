"""The measures of opening and closing the hand to an aperture and holding it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample, postures
from games.kit.geometry import Vec, distance
from games.kit.task import Grip, Outcome, Rep
from games.launcher.scoring.aperture import aperture, hull_area, range_of, span
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.measured import Bits, Count, Mm, Mm2, Percent, Seconds, Share, Speed, Words, YesNo
from games.launcher.scoring.rhythm import Steadiness, steadiness
from games.launcher.scoring.score import quality
from games.launcher.scoring.signal import RATE, held, merged, resampled
from games.launcher.scoring.tasks.one_hand import least_flight
from games.launcher.scoring.tasks.track import number_at

CLOSED, REOPENED = 0.6, 0.4  # of the way to the goal; hysteresis of the onset
ONSET = 0.5


@dataclass(frozen=True)
class GripMeasures:
    """One opening or closing of the hand. None where a measure is undefined."""

    error: Mm | None  # mean distance from the goal over the hold; without a hold, of the farthest point
    tolerance: Mm
    difficulty: Bits
    quality: Share
    reaction: Seconds
    movement_time: Seconds
    hold: Seconds  # asked for; it costs no time
    reached: Seconds | None  # from the first touch to within the tolerance
    onset: Seconds | None  # block time at which half the way was passed
    returned: Seconds | None  # from the farthest point until back over half the way
    farthest: Mm | None  # the aperture nearest to the goal or beyond it
    overshoot: Mm | None
    hold_cv: Percent | None
    hold_rms: Mm | None
    hold_slope: Speed | None
    range: Mm | None  # 95th less 5th percentile of the aperture
    widest: Mm | None  # largest distance between two fingertips
    hull: Mm2 | None  # largest area within the fingertips
    apart: Seconds | None  # between the first finger's touch and the last one's
    fingers: Count
    one_way: YesNo  # let go of at the goal instead of coming back
    valid: YesNo
    reason: Words | None


def grip(rep: Rep, samples: Sequence[Sample]) -> GripMeasures:
    """The measures of one rep of a Grip, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Grip):
        raise TypeError(f"a grip is measured here, not a {type(task).__name__}")
    read = postures(samples, rep.fingers, rep.began, rep.let_go)
    t, opening = _pressed(rep, task) if task.press else _even(read, task)
    way, sign = abs(task.goal - task.start), 1.0 if task.goal >= task.start else -1.0
    tolerance = task.width / 2
    error = _error(opening, task)
    steady = _steady(t, opening, task)
    reason = None if opening else "nothing was read"
    counts = rep.outcome is Outcome.DONE and reason is None
    gone = [sign * (value - task.start) for value in opening]
    top = max(range(len(gone)), key=lambda i: gone[i], default=None)
    passed = None if way <= 0 else next((i for i, value in enumerate(gone) if value >= ONSET * way), None)
    near = next((i for i, value in enumerate(opening) if abs(value - task.goal) <= tolerance), None)
    back = None if top is None else next((i for i in range(top, len(gone)) if gone[i] <= REOPENED * way), None)
    tips = [places for _, places in read]
    downs = [sample.t for sample in samples if sample.phase == "down" and sample.finger in rep.fingers]
    return GripMeasures(
        error=error,
        tolerance=tolerance,
        difficulty=math.log2(way / task.width + 1),
        quality=quality(error, tolerance) if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=rep.let_go - rep.began,
        hold=task.hold,
        reached=None if near is None else t[near] - rep.began,
        onset=None if passed is None else t[passed],
        returned=None if back is None or top is None else t[back] - t[top],
        farthest=None if top is None else opening[top],
        overshoot=None if top is None else max(0.0, gone[top] - way),
        hold_cv=None if steady is None else steady.cv,
        hold_rms=None if steady is None else steady.rms,
        hold_slope=None if steady is None else steady.slope,
        range=range_of(opening),
        widest=max((wide for wide in map(span, tips) if wide is not None), default=None),
        hull=max((hull_area(places) for places in tips), default=None) if len(rep.fingers) > 2 else None,
        apart=max(downs) - min(downs) if len(rep.fingers) > 1 and downs else None,
        fingers=len(rep.fingers),
        one_way=not task.press and _left(samples, rep),
        valid=reason is None,
        reason=reason,
    )


def in_turn(before: Rep, rep: Rep) -> bool:
    """Whether this press began sooner after the one before it, elsewhere, than one finger can get there."""
    first, second = before.task, rep.task
    if not (isinstance(first, Grip) and isinstance(second, Grip) and first.press and second.press):
        return False
    way = distance(first.centre, second.centre)
    return rep.began - before.let_go < least_flight(index_of_difficulty(way, second.width))


def _left(samples: Sequence[Sample], rep: Rep) -> bool:
    """Whether a finger was off the glass when the grip ended: it was let go of as it was."""
    last = {s.finger: s.phase for s in samples if s.finger in rep.fingers and s.t <= rep.let_go + 1e-9}
    return any(phase in ("up", "hover") for phase in last.values())


def opening_of(tips: Sequence[Vec], task: Grip) -> float:
    """The aperture of these fingertips; for a single one, twice its distance from the task's centre."""
    wide = aperture(tips)
    return 2 * distance(tips[0], task.centre) if wide is None else wide


def _even(read: Sequence[tuple[float, tuple[Vec, ...]]], task: Grip) -> tuple[list[float], list[float]]:
    """The aperture at 100 Hz."""
    values = [opening_of(tips, task) for _, tips in read]
    times, values, _ = merged([t for t, _ in read], values, values)
    if len(times) < 2:
        return times, values
    times, values, _ = held(times, values, values)
    even = resampled(times, values)
    return [times[0] + i / RATE for i in range(len(even))], even


def _pressed(rep: Rep, task: Grip) -> tuple[list[float], list[float]]:
    """The aperture at 100 Hz of a press, where it depends on how long a finger stays, not on places."""
    times = [rep.began + i / RATE for i in range(int((rep.let_go - rep.began) * RATE + 1e-9) + 1)]
    return times, [number_at(task.press, t - rep.began) for t in times]


def _window(opening: Sequence[float], task: Grip) -> tuple[int, int] | None:
    """The period as long as the hold that was nearest to the goal, as indices; None if the grip was shorter."""
    wide = max(1, round(task.hold * RATE))
    if len(opening) < wide:
        return None
    off = [abs(value - task.goal) for value in opening]
    total = 0.0
    for value in off[:wide]:
        total += value
    best, least = 0, total
    for i in range(wide, len(off)):
        total += off[i] - off[i - wide]
        if total < least:
            best, least = i - wide + 1, total
    return best, best + wide


def _error(opening: Sequence[float], task: Grip) -> float | None:
    if not opening:
        return None
    if task.hold <= 0:
        farthest = max(opening) if task.goal >= task.start else min(opening)
        return abs(farthest - task.goal)
    window = _window(opening, task)
    if window is None:
        return None
    total = 0.0
    for value in opening[window[0] : window[1]]:
        total += abs(value - task.goal)
    return total / (window[1] - window[0])


def _steady(t: Sequence[float], opening: Sequence[float], task: Grip) -> Steadiness | None:
    window = _window(opening, task) if task.hold > 0 else None
    if window is None:
        return None
    return steadiness(t[window[0] : window[1]], opening[window[0] : window[1]], task.goal)
