"""How the hand shapes: one helpful movement after the other, with one finger, two, or taps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from heapq import merge

from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Shape
from games.launcher.hand.moving import Travel
from games.launcher.hand.plan import Plan

RESTS = 2.0  # s that a finger rests if the movement has no distance
CLICK = 0.06  # s
AIM = 6.0  # mm; the target width of a shaping movement, whatever the tolerance of the outline
LOOK = 0.33  # s in which the hand looks at the effect of its last movement


def shape(task: Shape, plan: Plan) -> tuple[Iterator[Reading], float]:
    """The next helpful movement; in a pinch, two at once. No readings if nothing helps any more."""
    ways = task.ways[1:] if plan.form == "pinch" and len(task.ways) > 1 else task.ways[:1]
    parts: list[Iterator[Reading]] = []
    last = plan.start
    for finger, (start, goal) in enumerate(ways):
        one, end = _move(plan, start, goal, finger, task.firm)
        parts.append(one)
        last = max(last, end)
    return merge(*parts, key=lambda reading: reading.t), last


def _move(plan: Plan, start: Vec, goal: Vec, finger: int, firm: float) -> tuple[Iterator[Reading], float]:
    length = distance(start, goal)
    if length < 0.1:
        until = plan.start + RESTS
        return plan.contact(plan.start, until, lambda _: start, finger), until
    goal = start + (goal - start) * firm
    length *= firm
    seconds = plan.seconds(math.log2(length / AIM + 1))
    spread = plan.spread(length, seconds)
    begin, end = plan.near(start, 0.4 * spread), plan.near(goal, 0.6 * spread)
    leave = plan.start + 0.3 * plan.skill.overhead
    arrive = leave + seconds
    travel = Travel([begin, end], leave, arrive, plan.skill, plan.rng)
    last = arrive + 0.2 * plan.skill.overhead
    if plan.form == "tap":
        return _taps(plan, begin, end, (plan.start, arrive), finger), last + CLICK
    return plan.contact(plan.start, last, travel.at, finger), last


def _taps(plan: Plan, begin: Vec, end: Vec, times: tuple[float, float], finger: int) -> Iterator[Sample]:
    for at, t in ((begin, times[0]), (end, times[1])):
        yield plan.sample(t, "down", at, finger)
        yield plan.sample(t + CLICK, "up", at, finger)
