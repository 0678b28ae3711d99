"""How the hand opens, closes and holds, and lifts one finger of several."""

from __future__ import annotations

import math
from collections.abc import Iterator
from heapq import merge

from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.kit.task import Grip, Lift
from games.launcher.hand.drawing import around
from games.launcher.hand.moving import bell, minimum_jerk
from games.launcher.hand.plan import STEADY, Plan

STAY = 0.25  # s that a goal is held longer than asked
UP = 0.35  # s that a lifted finger is up
APART = 22.0  # mm between resting fingertips


def grip(task: Grip, plan: Plan) -> tuple[Iterator[Reading], float]:
    """To the goal (as far as the hand can open), hold, and back; a single finger moves from and to the centre, or presses
    where that does it."""
    if len(task.press) > 1 and plan.form != "pinch":
        return _press(task, plan)
    way = abs(task.goal - task.start)
    seconds = plan.seconds(math.log2(way / task.width + 1))
    spread = plan.spread(way, seconds) if way > 0 else 0.0
    goal = min(task.goal + max(-3 * spread, min(3 * spread, bell(plan.rng, spread))), plan.skill.span)
    leave = plan.start + plan.skill.overhead * 0.4
    there = leave + seconds
    back = there + task.hold + STAY
    end = back + seconds + plan.skill.overhead * 0.6
    fingers = task.fingers if plan.form == "pinch" else 1

    def places(t: float) -> list[Vec]:
        share = minimum_jerk((t - leave) / seconds) - minimum_jerk((t - back) / seconds)
        return around(task.centre, task.start + (goal - task.start) * share, fingers)

    return plan.contacts(plan.start, end, places), end


def _press(task: Grip, plan: Plan) -> tuple[Iterator[Reading], float]:
    """One finger that presses for as long as it takes, and lifts when it sees that it is done."""
    end = plan.start + task.press[-1][0] + task.hold + plan.skill.overhead * plan.tired
    at = plan.near(task.centre, STEADY * plan.skill.scatter)
    return plan.contact(plan.start, end, lambda _: at), end


def lift(task: Lift, plan: Plan) -> tuple[Iterator[Reading], float]:
    """All fingers rest in a row, the one asked for lifts and comes down again in its place, then all lift."""
    rest = plan.start + plan.skill.overhead
    down = rest + UP * plan.skill.pace
    end = down + plan.skill.overhead
    spots = list(task.spots) or [Vec(40.0 + APART * k, 50.0) for k in range(task.fingers)]
    parts: list[Iterator[Reading]] = []
    for finger, spot in enumerate(spots):
        if finger == task.finger:
            parts.append(_still(plan, plan.start, rest, spot, finger))
            parts.append(_still(plan, down, end, spot, finger))
        else:
            parts.append(_still(plan, plan.start, end, spot, finger))
    return merge(*parts, key=lambda reading: reading.t), end


def _still(plan: Plan, start: float, end: float, spot: Vec, finger: int) -> Iterator[Reading]:
    return plan.contact(start, end, lambda _: spot, finger)
