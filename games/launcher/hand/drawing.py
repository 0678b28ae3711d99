"""How the hand draws: along a path, to and fro in an outline, after a moving point."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec, between, distance, path_length
from games.kit.task import Fill, Follow, Track
from games.launcher.hand.moving import bell
from games.launcher.hand.plan import Plan

PER_BIT = 2.7  # lane widths a second for each bit a second of aiming
# Standard deviation of a line from its path: this times the hand's noise times its speed. A steady hand at its own pace
# fills three tenths of the lane to either side, a hand at its limit a half: so the steering law holds.
STRAY = 4.6
STRAY_TO_AND_FRO = 1.5  # the same of the short straight strokes that fill an outline
WAVES = (37.0, 23.0, 61.0)  # mm; lengths of a line's waves
CLICK = 0.06  # s that a click lasts
LAG = 0.15  # s behind a moving point
FILL_STEP = 0.8  # distance between two lanes, as a share of the brush


def follow(task: Follow, plan: Plan) -> tuple[Iterator[Reading], float]:
    """Once along the path, at the speed that the lane allows this hand."""
    length = path_length(task.path)
    return _line(task.path, plan, plan.start, _time(plan, length, task.width))


def fill(task: Fill, plan: Plan) -> tuple[Iterator[Reading], float]:
    """To and fro in lanes, one stroke for each part of each lane."""
    strokes: list[Iterator[Reading]] = []
    now = plan.start
    for lane in lanes(task.outline, task.brush):
        stroke, now = _line(lane, plan, now, _time(plan, path_length(lane), task.brush), STRAY_TO_AND_FRO)
        strokes.append(stroke)
        now += plan.skill.overhead * 0.5 + (2 * CLICK if plan.form == "tap" else 0.0)
    return chain.from_iterable(strokes), now


def track(task: Track, plan: Plan) -> tuple[Iterator[Reading], float]:
    """Follow the moving point a little late and a little beside it."""
    first, last = task.curve[0][0], task.curve[-1][0]
    end = plan.start + last - first + LAG
    waves = _waves(plan, min(task.width, 20.0) * 0.12 * plan.skill.scatter / math.sqrt(plan.skill.pace))

    openings = [value for _, value in task.curve if not isinstance(value, Vec)]
    # A small hand follows as a share of its own span; a single finger moves to and from the centre, which no hand is too
    # small for.
    span = plan.skill.span if plan.form == "pinch" else math.inf
    own = min(1.0, span / max([plan.skill.span, *openings]))

    def places(t: float) -> list[Vec]:
        now = t - plan.start - LAG + first
        value = _value(task.curve, now)
        off = _wave(waves, (t - plan.start) * 40.0)
        if isinstance(value, Vec):
            return [value + Vec(off, _wave(waves, (t - plan.start) * 40.0 + 500.0))]
        return around(task.centre, min(own * value + off, span), task.fingers if plan.form == "pinch" else 1)

    return plan.contacts(plan.start, end, places), end


def around(centre: Vec, opening: float, fingers: int) -> list[Vec]:
    """The places of fingertips around a centre at this opening; of a single finger, at half of it from the centre."""
    half = max(0.0, opening) / 2
    return [
        Vec(
            centre.x + half * math.cos(2 * math.pi * k / fingers - 0.4),
            centre.y + half * math.sin(2 * math.pi * k / fingers - 0.4),
        )
        for k in range(max(1, fingers))
    ]


def lanes(outline: Sequence[Vec], brush: float) -> list[list[Vec]]:
    """Straight strokes that together cover an outline, to and fro from top to bottom."""
    top, bottom = min(p[1] for p in outline), max(p[1] for p in outline)
    rows = max(1, math.ceil((bottom - top - brush) / (brush * FILL_STEP)) + 1)
    out: list[list[Vec]] = []
    for row in range(rows):
        y = (top + bottom) / 2 if rows == 1 else top + brush / 2 + (bottom - top - brush) * row / (rows - 1)
        found = []
        for a, b in pairwise([*outline, outline[0]]):
            if (a[1] <= y) != (b[1] <= y):
                found.append(a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]))
        found.sort()
        for left, right in zip(found[::2], found[1::2], strict=False):
            inset = min(brush * 0.4, (right - left) / 2)
            lane = [Vec(left + inset, y), Vec(right - inset, y)]
            out.append(lane if row % 2 == 0 else lane[::-1])
    return out


def _time(plan: Plan, length: float, width: float) -> float:
    pace = plan.skill.pace * plan.tired * min(1.5, max(0.7, 1.0 + bell(plan.rng, plan.skill.unevenness)))
    return max(0.3, pace * length / width / (plan.skill.throughput * PER_BIT))


def _line(
    path: Sequence[Vec], plan: Plan, start: float, seconds: float, stray: float = STRAY
) -> tuple[Iterator[Reading], float]:
    begin, end = start + plan.skill.overhead * 0.3, start + plan.skill.overhead * 0.3 + seconds
    length = path_length(path)
    waves = _waves(plan, stray * plan.skill.noise * length / seconds * plan.skill.scatter)

    def place(t: float) -> Vec:
        share = min(1.0, max(0.0, (t - begin) / seconds))
        done = length * share
        at, ahead = _along(path, done), _along(path, min(length, done + 0.5))
        way = distance(at, ahead)
        off = _wave(waves, done)
        if way <= 0:
            return at
        return Vec(at.x - (ahead.y - at.y) / way * off, at.y + (ahead.x - at.x) / way * off)

    contact = plan.contact(start, end, place)
    return (_led(contact) if plan.form == "tap" else contact), end


def _led(contact: Iterator[Sample]) -> Iterator[Reading]:
    """The same line by a pointer without a pressed button: a click at the beginning, and one at the end."""
    clicked = 0.0
    for sample in contact:
        if sample.phase == "move":
            if sample.t > clicked:
                yield Sample(sample.t, sample.finger, "hover", sample.at, "mouse")
            continue
        clicked = sample.t + CLICK
        yield Sample(sample.t, sample.finger, "down", sample.at, "mouse")
        yield Sample(clicked, sample.finger, "up", sample.at, "mouse")


def _waves(plan: Plan, deviation: float) -> list[tuple[float, float, float]]:
    """(height, length, phase) of the waves of a line with this standard deviation, in mm."""
    height = deviation * math.sqrt(2.0 / len(WAVES))
    return [(height, wave, plan.rng.random() * 2 * math.pi) for wave in WAVES]


def _wave(waves: Sequence[tuple[float, float, float]], along: float) -> float:
    off = 0.0
    for height, length, phase in waves:
        off += height * math.sin(2 * math.pi * along / length + phase)
    return off


def _along(path: Sequence[Vec], left: float) -> Vec:
    for a, b in pairwise(path):
        leg = distance(a, b)
        if left <= leg and leg > 0:
            return between(a, b, left / leg)
        left -= leg
    return path[-1]


def _value(curve: Sequence[tuple[float, Vec | float]], t: float) -> Vec | float:
    for (t0, a), (t1, b) in pairwise(curve):
        if t <= t1:
            share = min(1.0, max(0.0, (t - t0) / (t1 - t0)))
            if isinstance(a, Vec) and isinstance(b, Vec):
                return between(a, b, share)
            if not isinstance(a, Vec) and not isinstance(b, Vec):
                return a + (b - a) * share
    return curve[-1][1]
