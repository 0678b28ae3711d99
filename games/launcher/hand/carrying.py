"""How the hand carries a piece: dragged by one finger, held between two, or tapped from place to place."""

from __future__ import annotations

import math
from collections.abc import Iterator

from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec, distance
from games.kit.task import Carry
from games.launcher.hand.moving import Travel, bell, minimum_jerk
from games.launcher.hand.plan import Plan

TRAVEL_PART = 0.9  # share of the movement time spent on travelling; the rest is homing in
LANDS, HOLDS, OPENS = 32.0, 22.0, 40.0  # mm between thumb and finger: as they land, hold, and let go
TURN_STEP = math.pi / 12  # rad that one notch of the wheel or one key press turns a piece
LOST = (0.05, 0.30)  # s that a slipping finger is off the glass


def carry(task: Carry, plan: Plan) -> tuple[Iterator[Reading], float]:
    """Down on the piece, along the via points, up near the goal; by taps: one on the piece, one at the goal."""
    skill, rng, start = plan.skill, plan.rng, plan.start
    grasp = Vec(task.start.x + bell(rng, 1.0), task.start.y + bell(rng, 1.0))
    length = distance(task.start, task.goal)
    seconds = plan.seconds(math.log2(length / task.width + 1))
    end = plan.near(task.goal, plan.spread(length, seconds)) + (grasp - task.start)
    overhead = skill.overhead * plan.tired
    leave = start + overhead * 0.4
    arrive = leave + seconds
    last = arrive + overhead * 0.6 + task.hold
    way = [grasp, *task.via, end]
    if plan.form == "tap":
        return _taps(task, plan, way, (start, leave, arrive, last)), last
    if plan.form == "pinch":
        return _pinch(task, plan, way, (start, leave, arrive, last)), last
    return _drag(task, plan, way, (start, leave, arrive, last)), last


def _drag(task: Carry, plan: Plan, way: list[Vec], times: tuple[float, float, float, float]) -> Iterator[Reading]:
    start, leave, arrive, last = times
    travel = Travel(way, leave, leave + (arrive - leave) * TRAVEL_PART, plan.skill, plan.rng)
    lost = _lost(plan, leave, arrive)
    turns = _turns(task, leave, last)
    slipped, finger = False, 0
    for sample in plan.contact(start, last, travel.at):
        while turns and turns[0].t <= sample.t:
            yield turns.pop(0)
        if lost is None or sample.t < lost[0]:
            yield sample
        elif not slipped:
            slipped = True
            yield plan.sample(lost[0], "up", travel.at(lost[0]))
        elif sample.t >= lost[1] and finger == 0:
            finger = 10  # devices give a returning contact a new number
            yield plan.sample(sample.t, "down", sample.at, finger)
        elif finger:
            yield type(sample)(sample.t, finger, sample.phase, sample.at, sample.device)


def _lost(plan: Plan, leave: float, arrive: float) -> tuple[float, float] | None:
    """When contact is lost and when it comes back; None if it is not lost in this carry."""
    if plan.skill.drops <= 0 or plan.rng.random() >= plan.skill.drops:
        return None
    begins = leave + (arrive - leave) * (0.2 + 0.4 * plan.rng.random())
    return begins, begins + LOST[0] + (LOST[1] - LOST[0]) * plan.rng.random()


def _turns(task: Carry, leave: float, last: float) -> list[Command]:
    """Notches of the wheel that turn a shaped piece while it is held."""
    if task.turn_width is None:
        return []
    clicks = math.floor(abs(task.turn) / TURN_STEP + 0.5)
    step = 1 if task.turn > 0 else -1
    return [Command(leave + (last - leave) * (k + 1) / (clicks + 2), "turn", step) for k in range(clicks)]


def _pinch(task: Carry, plan: Plan, way: list[Vec], times: tuple[float, float, float, float]) -> Iterator[Reading]:
    """Thumb and finger land on either side of the piece, close, carry, turn it if needed, open and lift."""
    start, leave, arrive, last = times
    travel = Travel(way, leave, leave + (arrive - leave) * TRAVEL_PART, plan.skill, plan.rng)
    settle = max(last - arrive, 0.05)
    lands, opens = min(LANDS, plan.skill.span), min(OPENS, plan.skill.span)
    turn = task.turn if task.turn_width is not None else 0.0

    def places(t: float) -> list[Vec]:
        closed = min(1.0, max(0.0, (t - start) / max(leave - start, 0.01)))
        opened = min(1.0, max(0.0, (t - arrive - settle * 0.4) / (settle * 0.5)))
        span = lands + (min(HOLDS, lands) - lands) * closed + (opens - min(HOLDS, lands)) * opened
        angle = turn * minimum_jerk((t - leave) / max(arrive - leave, 0.01))
        arm = Vec(math.cos(angle) * span / 2, math.sin(angle) * span / 2)
        at = travel.at(t) if t < last else way[-1]
        return [at - arm, at + arm]

    yield from plan.contacts(start, last, places)


def _taps(task: Carry, plan: Plan, way: list[Vec], times: tuple[float, float, float, float]) -> Iterator[Reading]:
    start, leave, arrive, last = times
    yield plan.sample(start, "down", way[0])
    yield plan.sample(leave, "up", way[0])
    yield from _turns(task, leave, arrive)
    yield plan.sample(arrive, "down", way[-1])
    yield plan.sample(last, "up", way[-1])
