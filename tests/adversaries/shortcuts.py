"""Tricks of one kind of movement: carries, lines, areas, grips, lifts and curves that are not made as they are asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from heapq import merge

from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec, between, distance, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Task, Track
from games.launcher.hand import Hand, drawing, gripping
from games.launcher.hand.plan import Plan
from games.launcher.hand.playing import answer

Answer = tuple[Iterator[Reading], float]
How = Callable[[Task, Plan], Answer]


class Instead(Hand):
    """A hand with an answer of its own to some tasks."""

    how: How = staticmethod(answer)

    def answer(self, task: Task, plan: Plan) -> Answer:
        return self.how(task, plan)


def instead(hand: Hand, how: How) -> Hand:
    """This hand, answering in this way."""
    other = Instead(hand.skill, 0, hand.device, hand.form, hand.rate)
    other._rng, other.how = hand._rng, how  # type: ignore[method-assign]
    return other


# ---------------------------------------------------------------------- lines


def inner_bend(part: float) -> How:
    """Cuts corners: draws inside its lane along the shortest way, up to this part of the lane's half width from its middle."""

    def how(task: Task, plan: Plan) -> Answer:
        if not isinstance(task, Follow):
            return answer(task, plan)
        path = shortest(task.path, part * task.width / 2)
        share = path_length(path) / max(1.0, path_length(task.path))
        readings, end = drawing._line(path, plan, plan.start, drawing._time(plan, path_length(path), task.width))
        return readings, end if share else plan.start

    return how


def shortest(path: tuple[Vec, ...], most: float) -> list[Vec]:
    """A path pulled tight, no farther than `most` mm from where it was."""
    points = list(path)
    for _ in range(60):
        pulled = [points[0]]
        for k in range(1, len(points) - 1):
            to = (points[k - 1] + points[k + 1]) * 0.5
            off = to - path[k]
            pulled.append(path[k] + off * (most / off.length) if off.length > most else to)
        pulled.append(points[-1])
        points = pulled
    return points


def by_two_fingers(task: Task, plan: Plan) -> Answer:
    """Two fingers draw half of the line each, at the same time."""
    if not isinstance(task, Follow) or len(task.path) < 4:
        return answer(task, plan)
    half = len(task.path) // 2
    seconds = drawing._time(plan, path_length(task.path) / 2, task.width)
    first, end = drawing._line(task.path[: half + 1], plan, plan.start, seconds)
    second, other = drawing._line(task.path[half:], plan, plan.start, seconds)
    return merge(first, numbered(second, 1), key=lambda reading: reading.t), max(end, other)


def numbered(readings: Iterator[Reading], finger: int) -> Iterator[Reading]:
    for one in readings:
        yield Sample(one.t, finger, one.phase, one.at, one.device) if isinstance(one, Sample) else one


def dots(task: Task, plan: Plan) -> Answer:
    """Taps along the line instead of drawing it."""
    if not isinstance(task, Follow):
        return answer(task, plan)
    readings: list[Reading] = []
    t, left = plan.start, path_length(task.path)
    for k in range(13):
        at = drawing._along(task.path, left * k / 12)
        readings += [Sample(t, 30 + k, "down", at), Sample(t + 0.03, 30 + k, "up", at)]
        t += 0.06
    return iter(readings), t


def part_only(share: float) -> How:
    """Draws a part of the line, and then both of its ends as dots."""

    def how(task: Task, plan: Plan) -> Answer:
        if not isinstance(task, Follow) or len(task.path) < 4:
            return answer(task, plan)
        path = task.path[: max(2, round(len(task.path) * share))]
        seconds = drawing._time(plan, path_length(path), task.width)
        readings, end = drawing._line(path, plan, plan.start, seconds)
        at = task.path[-1]
        last = [Sample(end + 0.1, 31, "down", at), Sample(end + 0.13, 31, "up", at)]
        return merge(readings, iter(last), key=lambda reading: reading.t), end + 0.2

    return how


def flood(task: Task, plan: Plan) -> Answer:
    """Fills in one go from edge to edge, with lanes as wide as the brush and no lifting."""
    if not isinstance(task, Fill):
        return answer(task, plan)
    path = [point for lane in drawing.lanes(task.outline, task.brush * 1.15) for point in lane]
    return drawing._line(path, plan, plan.start, drawing._time(plan, path_length(path), task.brush) * 0.8)


# ---------------------------------------------------------------------- grips, lifts, curves


def open_already(task: Task, plan: Plan) -> Answer:
    """Lands at the opening that is asked for, and lifts from there."""
    if not isinstance(task, Grip):
        return answer(task, plan)
    there = replace(task, start=task.goal)
    return gripping.grip(there, plan)


def no_way_back(task: Task, plan: Plan) -> Answer:
    """Opens, holds, and lifts at once instead of coming back."""
    if not isinstance(task, Grip) or task.press:
        return answer(task, plan)
    readings, end = gripping.grip(task, plan)
    made = list(readings)
    way = end - plan.start - task.hold - gripping.STAY - plan.skill.overhead
    last = plan.start + plan.skill.overhead * 0.4 + way / 2 + task.hold + gripping.STAY
    kept = [one for one in made if one.t <= last]
    places = {one.finger: one for one in kept if isinstance(one, Sample)}
    kept += [Sample(last, finger, "up", one.at, one.device) for finger, one in places.items()]
    return iter(kept), last


def just_inside(task: Task, plan: Plan) -> Answer:
    """Goes no farther than the near edge of what is asked for."""
    if not isinstance(task, Grip):
        return answer(task, plan)
    sign = 1.0 if task.goal >= task.start else -1.0
    return gripping.grip(replace(task, goal=task.goal - sign * 0.35 * task.width), plan)


def quick_lift(task: Task, plan: Plan) -> Answer:
    """Lands on the places and lifts the finger in the same moment."""
    if not isinstance(task, Lift):
        return answer(task, plan)
    return gripping.lift(task, Plan(replace(plan.skill, overhead=0.05, pace=0.15), plan.rng, plan.device, plan.form,
                                    plan.rate, plan.start, 0))  # fmt: skip


def keeps_still(task: Task, plan: Plan) -> Answer:
    """Keeps the fingers still in the middle of the curve."""
    if not isinstance(task, Track):
        return answer(task, plan)
    values = [value for _, value in task.curve]
    if isinstance(values[0], Vec):
        x = [value.x for value in values if isinstance(value, Vec)]
        y = [value.y for value in values if isinstance(value, Vec)]
        middle: Vec | float = Vec((min(x) + max(x)) / 2, (min(y) + max(y)) / 2)
    else:
        numbers = sorted(value for value in values if not isinstance(value, Vec))
        middle = numbers[len(numbers) // 2]
    return drawing.track(replace(task, curve=tuple((t, middle) for t, _ in task.curve)), plan)


def touches_now_and_then(task: Task, plan: Plan) -> Answer:
    """Tracks, but is on the glass for a half of the time only."""
    if not isinstance(task, Track):
        return answer(task, plan)
    readings, end = drawing.track(task, plan)
    out: list[Reading] = []
    for one in readings:
        if not isinstance(one, Sample):
            continue
        turn, part = divmod(one.t - plan.start, 0.5)
        was = out[-1] if out else None
        finger = one.finger + 10 * int(turn)
        if part < 0.25:
            seen = any(isinstance(o, Sample) and o.finger == finger for o in out[-8:])
            out.append(Sample(one.t, finger, "move" if seen else "down", one.at, one.device))
        elif isinstance(was, Sample) and was.phase != "up":
            out.append(Sample(one.t, was.finger, "up", one.at, one.device))
    return iter(out), end


# ---------------------------------------------------------------------- carries


def throws(task: Task, plan: Plan) -> Answer:
    """Lets go on the way, at two thirds, as if the piece flew on."""
    if not isinstance(task, Carry):
        return answer(task, plan)
    return answer(replace(task, goal=between(task.start, task.goal, 0.67)), plan)


def rim(task: Task, plan: Plan) -> Answer:
    """Lets go at the near rim of the target."""
    if not isinstance(task, Carry):
        return answer(task, plan)
    way = max(1.0, distance(task.start, task.goal))
    return answer(replace(task, goal=between(task.start, task.goal, 1 - 0.3 * task.width / way)), plan)


def two_steps(task: Task, plan: Plan) -> Answer:
    """Sets the piece down half way, rests, and takes it from there."""
    if not isinstance(task, Carry):
        return answer(task, plan)
    half = between(task.start, task.goal, 0.5)
    first, end = answer(replace(task, goal=half, via=()), plan)
    other = Plan(plan.skill, plan.rng, plan.device, plan.form, plan.rate, end + 1.0, 0)
    second, last = answer(replace(task, start=half), other)
    return merge(first, numbered(second, 3), key=lambda reading: reading.t), last


def finger_at_goal(task: Task, plan: Plan) -> Answer:
    """One finger takes the piece, a second one lands on the goal, and the first one lifts."""
    if not isinstance(task, Carry):
        return answer(task, plan)
    t, a, b = plan.start, task.start, task.goal
    out: list[Reading] = [
        Sample(t, 40, "down", a), Sample(t + 0.1, 41, "down", b), Sample(t + 0.2, 40, "up", a),
        Sample(t + 0.3, 41, "move", b), Sample(t + 0.35, 41, "up", b),
    ]  # fmt: skip
    return iter(out), t + 0.4


def tap_then_drag(task: Task, plan: Plan) -> Answer:
    """Taps the piece, puts the finger down on the way, and drags the rest."""
    return _stages(task, plan, (0.0, 0.8)) if isinstance(task, Carry) else answer(task, plan)


def taps_over_the_wall(task: Task, plan: Plan) -> Answer:
    """Taps the piece, taps the wall half way, puts the finger down beside the goal, and drags the rest."""
    return _stages(task, plan, (0.0, 0.5, 0.8)) if isinstance(task, Carry) and task.via else answer(task, plan)


def _stages(task: Carry, plan: Plan, stages: tuple[float, ...]) -> Answer:
    """Taps at all stages of the way (0 to 1) but the last, from which the finger drags; in the hand's own time."""
    length = distance(task.start, task.goal)
    seconds = plan.seconds(math.log2(length / task.width + 1))
    end = plan.near(task.goal, plan.spread(length, seconds))
    way = [task.start, *task.via, end]
    leave = plan.start + plan.skill.overhead * 0.4
    last = leave + seconds + plan.skill.overhead * 0.6
    out: list[Reading] = []
    for k, stage in enumerate(stages):
        at = drawing._along(way, stage * path_length(way))
        t = plan.start if k == 0 else leave + stage * seconds
        out.append(Sample(t, 40 + k, "down", at))
        if stage != stages[-1]:
            out.append(Sample(t + 0.06, 40 + k, "up", at))
            continue
        for step in range(1, 13):
            out.append(Sample(t + step * (last - t) / 14, 40 + k, "move", between(at, end, step / 12)))
        out.append(Sample(last, 40 + k, "up", end))
    return iter(out), last


def presses(task: Task, plan: Plan) -> Answer:
    """Presses with one finger, as long as it takes, instead of closing the hand."""
    if not isinstance(task, Grip):
        return answer(task, plan)
    end = plan.start + (0.37 if len(task.press) > 1 else 1.25) + task.hold + plan.skill.overhead
    return plan.contact(plan.start, end, lambda _: task.centre, 50), end


def presses_in_turn(task: Task, plan: Plan) -> Answer:
    """Presses with two fingers in turn: one is there before the other has lifted."""
    if not isinstance(task, Grip):
        return answer(task, plan)
    start = plan.start - plan.skill.reaction + 0.02
    end = start + 0.4
    return plan.contact(start, end, lambda _: task.centre, 50 + int(start * 10) % 40), end
