"""One plain way to play each game, led only by what is asked: one slow finger, taps alone, keys, a resting pointer, a mouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from games.kit.block import Block
from games.kit.fingers import Device, Phase, Reading, Sample
from games.kit.geometry import Vec, between, distance, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Shape, Task, Track
from games.launcher.hand.drawing import lanes
from games.pegs.peg import STEP
from games.pegs.rules import PegsRules

FORMS = ("slow", "taps", "keys", "dwell", "mouse")
RATE = 30  # frames a second
SPEEDS = {"slow": 6.0, "taps": 90.0, "keys": 70.0, "dwell": 70.0, "mouse": 60.0}  # mm/s
DEVICES: dict[str, Device] = {"slow": "touch", "taps": "touch", "keys": "keys", "dwell": "mouse", "mouse": "mouse"}
TAPPED, BETWEEN = 0.07, 0.3  # s that a tap lasts, and from one to the next
RESTS = 0.95  # s that a pointer rests to press
AWAY, AWAY_STROKES = 8.5, 4.5  # mm; so far a pointer goes before it presses again; in games of short strokes
STAYS = 2.2  # s that a finger rests on dough
Steps = Iterator[list[Reading]]


class Player:
    """A hand that has one form and no other."""

    def __init__(self, block: Block, form: str) -> None:
        self.block, self.form, self.speed = block, form, SPEEDS[form]
        self.now, self._finger = 0.0, 0
        self.at = block.table.size * 0.5
        self._away = AWAY_STROKES if block.game.strokes else AWAY
        self._rested: Vec | None = None  # where a resting pointer has pressed last

    @staticmethod
    def aids(form: str) -> tuple[str, ...]:
        """The aids that a block for this form is played with."""
        return ("dwell", "tap") if form == "dwell" else ("tap",)

    def play(self, longest: float) -> Block:
        """Play until the block ends, or so many seconds are over."""
        frames, block = self._hand(), self.block
        frame = 0
        while not block.finished and frame < longest * RATE:
            frame += 1
            self.now = frame / RATE
            block.advance(self.now, next(frames))
        return block

    def _hand(self) -> Steps:
        while True:
            asked = self.block.table.asked_at
            if not asked:
                yield []
                continue
            before = self.now
            yield from self._answer(self.block.table.asked[min(asked, key=lambda slot: (asked[slot], slot))])
            yield from self._wait(BETWEEN if self.now > before else 1 / RATE)

    # ------------------------------------------------------------------ one movement

    def _answer(self, task: Task) -> Steps:
        match task:
            case Carry():
                yield from self._carry(task)
            case Follow():
                yield from self._line(task.path, self.block.table.settings.brush * 0.45)
            case Fill():
                for lane in lanes(task.outline, task.brush):
                    yield from self._line(lane, task.brush * 0.5)
                    if self.block.table.asked.get(0) is not task:
                        return
            case Track():
                yield from self._track(task)
            case Grip():
                yield from self._grip(task)
            case Lift():
                yield from self._press(task.spots[task.finger])
            case Shape():
                yield from self._shape(task)

    def _carry(self, task: Carry) -> Steps:
        rules = self.block.rules
        knob = rules.board.layout.knob if isinstance(rules, PegsRules) else None
        if knob is not None and task.turn_width is not None and abs(task.turn) > task.turn_width / 2:
            aside = Vec(5.0 if task.turn > 0 else -5.0, 0.0)
            for _ in range(round(abs(task.turn) / STEP)):
                yield from self._press(knob + aside)
                yield from self._wait(BETWEEN)
        yield from self._take(task.start)
        yield from self._go([*task.via, task.goal])
        if self.form != "taps":
            yield from self._stay(task.hold + 0.1 if task.hold else 0.0)
        yield from self._leave(task.goal)
        yield from self._wait(task.hold + 0.3 if task.hold else 0.0)

    def _line(self, path: Sequence[Vec], apart: float) -> Steps:
        if self.form != "taps":
            yield from self._take(path[0])
            yield from self._go(path[1:])
            yield from self._leave(path[-1])
            return
        task = self.block.table.asked.get(0)
        for place in spaced(path, apart):
            yield from self._press(place)
            if self.block.table.asked.get(0) is not task:
                return

    def _track(self, task: Track) -> Steps:
        yield from self._take(self._place_on(task, 0.0))
        began, whole, reps = self.now, task.curve[-1][0], len(self.block.table.reps)
        tapped = self.now
        while self.now - began < whole + 0.2 and len(self.block.table.reps) == reps:
            goal = self._place_on(task, self.now - began + 0.1)
            if self.form != "taps":
                yield self._lead(goal)
            elif isinstance(task.curve[0][1], Vec) or self.now - tapped < BETWEEN:
                yield []
            else:
                yield from self._press(self._place_on(task, self.now - began + 0.3))
                tapped = self.now
        if self.form in ("slow", "mouse"):
            yield from self._leave(self.at)

    def _place_on(self, task: Track, t: float) -> Vec:
        for (t0, a), (t1, b) in pairwise(task.curve):
            if t <= t1:
                share = max(0.0, (t - t0) / (t1 - t0))
                if isinstance(a, Vec) and isinstance(b, Vec):
                    return between(a, b, share)
                if not isinstance(a, Vec) and not isinstance(b, Vec):
                    return task.centre + Vec((a + (b - a) * share) / 2, 0.0)
        end = task.curve[-1][1]
        return end if isinstance(end, Vec) else task.centre + Vec(end / 2, 0.0)

    def _grip(self, task: Grip) -> Steps:
        if task.goal > task.start:
            out = task.centre + Vec(task.goal / 2, 0.0)
            yield from self._take(task.centre + Vec(task.start / 2, 0.0))
            yield from self._go([out])
            if self.form != "taps":
                yield from self._stay(task.hold + 0.3)
            else:
                yield from self._press(out)
                yield from self._wait(task.hold + 0.3)
            if self.form != "taps":
                yield from self._go([task.centre + Vec(task.start / 2, 0.0)])
                yield from self._leave(self.at)
            return
        yield from self._take(task.centre)
        began, reps = self.now, len(self.block.table.reps)
        yield from self._stay(0.1)
        now_asked = self.block.table.asked.get(0)
        press = now_asked.press if isinstance(now_asked, Grip) else ()
        closed = next((t for t, wide in press if wide <= task.goal + task.width / 2 + 1e-9), 0.35)
        yield from self._stay(closed + task.hold + 0.3 - (self.now - began))
        if len(self.block.table.reps) == reps or self.form in ("slow", "mouse"):
            yield from self._leave(task.centre)

    def _shape(self, task: Shape) -> Steps:
        if not task.ways:
            yield []
            return
        start, goal = task.ways[0]
        yield from self._take(start)
        if distance(start, goal) < 0.1:
            yield from self._stay(STAYS)
            if self.form != "dwell":
                yield from self._leave(start)
            return
        goal = start + (goal - start) * task.firm
        if self.form == "dwell" and distance(start, goal) < self._away:
            goal = start + (goal - start) * (self._away / distance(start, goal))
        yield from self._go([goal])
        yield from self._leave(goal)

    # ------------------------------------------------------------------ what each form is made of

    def _take(self, at: Vec) -> Steps:
        """Begin something at a place."""
        if self.form in ("slow", "mouse"):
            yield from self._come(at)
            self._finger += 1
            yield [self._sample("down", at)]
        else:
            yield from self._press(at)

    def _leave(self, at: Vec) -> Steps:
        """End it at a place."""
        if self.form in ("slow", "mouse"):
            yield [self._sample("up", at)]
        else:
            yield from self._press(at)

    def _press(self, at: Vec) -> Steps:
        """Tap a place, in this form."""
        yield from self._come(at)
        if self.form == "dwell":
            if self._rested is not None and distance(self._rested, at) < self._away:
                yield [self._sample("hover", at + Vec(0.0, self._away))]  # away, so that it may press again
                yield [self._sample("hover", at)]
            self._rested = at
            yield from self._stay(RESTS)
            return
        self._finger += 1
        yield [self._sample("down", at)]
        yield from self._wait(TAPPED)
        yield [self._sample("up", at)]

    def _come(self, at: Vec) -> Steps:
        """Get to a place with nothing pressed: a pointer is seen on its way, a finger is not."""
        if self.form in ("keys", "dwell"):
            yield from self._go([at])
        else:
            yield from self._wait(max(BETWEEN, distance(self.at, at) / 90.0))
            self.at = at

    def _go(self, path: Sequence[Vec]) -> Steps:
        """Move on along a path; taps only jump."""
        if self.form == "taps":
            return
        for goal in path:
            while distance(self.at, goal) > 1e-6:
                yield self._lead(goal)

    def _lead(self, goal: Vec) -> list[Reading]:
        """One frame's way towards a place."""
        step, far = self.speed / RATE, distance(self.at, goal)
        self.at = goal if far <= step else between(self.at, goal, step / far)
        return [self._sample("hover" if self.form in ("keys", "dwell") else "move", self.at)]

    def _stay(self, seconds: float) -> Steps:
        until = self.now + seconds
        while self.now < until:
            yield [self._sample("hover", self.at)] if self.form == "dwell" else []

    def _wait(self, seconds: float) -> Steps:
        until = self.now + seconds
        while self.now < until:
            yield []

    def _sample(self, phase: Phase, at: Vec) -> Sample:
        self.at = at
        return Sample(self.now, 0 if phase == "hover" else self._finger, phase, at, DEVICES[self.form])


def spaced(path: Sequence[Vec], apart: float) -> list[Vec]:
    """Places along a path, so far apart at most, its ends among them."""
    steps = max(1, -int(-path_length(path) // apart))
    out, at, left = [path[0]], 0, 0.0
    whole = path_length(path)
    for k in range(1, steps + 1):
        wanted = whole * k / steps
        while at < len(path) - 2 and left + distance(path[at], path[at + 1]) < wanted:
            left += distance(path[at], path[at + 1])
            at += 1
        leg = distance(path[at], path[at + 1])
        out.append(between(path[at], path[at + 1], min(1.0, (wanted - left) / leg if leg > 0 else 1.0)))
    return out
