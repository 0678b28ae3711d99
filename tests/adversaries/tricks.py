"""Tricks: ways to play that try to earn more points than the same hand earns honestly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Follow, Outcome, Task
from games.launcher.hand import HANDS, Hand
from games.launcher.hand.skill import Skill
from games.launcher.scoring.curves.polyline import Nearest, checked

PLAYER, SYSTEM = 1.0, 0.0  # value of the command "pause"


class Idle:
    """One movement, then nothing until the time is over."""

    def __init__(self, hand: Hand, reps: int = 1) -> None:
        self.hand, self.reps = hand, reps

    def readings(self, block: Block, now: float) -> list[Reading]:
        return self.hand.readings(block, now) if len(block.table.reps) < self.reps else []


class Breaks:
    """Breaks a movement off just before it ends badly. `how`: the commands given for it; none: the finger is lost."""

    def __init__(self, hand: Hand, *how: Command, strict: float = 0.9) -> None:
        self.hand, self.how, self.strict = hand, how, strict
        self.down: dict[int, Vec] = {}

    def readings(self, block: Block, now: float) -> list[Reading]:
        out: list[Reading] = []
        if block.paused:
            return [Command(block.now, "resume", 1.0)]
        for reading in self.hand.readings(block, now):
            if isinstance(reading, Sample):
                if reading.phase == "down":
                    self.down[reading.finger] = reading.at
                if self._bad(next(iter(block.table.asked.values()), None), reading):
                    out += [Command(reading.t, one.name, one.value) for one in self.how]
                    out += [Sample(reading.t, reading.finger, "cancel", reading.at)] if not self.how else []
                    start_over(self.hand, reading.t + 0.2)
                    return out
            out.append(reading)
        return out

    def _bad(self, task: Task | None, reading: Sample) -> bool:
        if isinstance(task, Carry) and reading.phase == "up":
            start = self.down.get(reading.finger)
            off = Vec(0, 0) if start is None else task.start - start
            return distance(reading.at + off, task.goal) > self.strict * task.width / 2
        if isinstance(task, Follow) and reading.phase in ("move", "up"):
            near = Nearest(checked(task.path))
            return near(reading.at.x, reading.at.y).distance > self.strict * task.width / 2
        return False


def start_over(hand: Hand, at: float) -> None:
    """The hand gives up what it is doing and answers the task anew, no sooner than at this time."""
    hand._plan, hand._next, hand._answered, hand._free = iter(()), None, -1.0, at


class TwoHands:
    """One hand taps the piece, the other the goal, so many seconds later."""

    def __init__(self, apart: float, reaction: float = 0.3) -> None:
        self.apart, self.reaction = apart, reaction
        self.plan: list[Reading] = []
        self.answered = -1.0

    def readings(self, block: Block, now: float) -> list[Reading]:
        for slot, asked in block.table.asked_at.items():
            task = block.table.asked[slot]
            if asked > self.answered and not self.plan and isinstance(task, Carry):
                self.answered = asked
                t = max(asked, block.now) + self.reaction
                for at, when, finger in ((task.start, t, 1), (task.goal, t + self.apart, 2)):
                    self.plan += [Sample(when, finger, "down", at), Sample(when + 0.06, finger, "up", at)]
        due = [reading for reading in self.plan if reading.t <= now]
        self.plan = self.plan[len(due) :]
        return due


class Changes:
    """One way to play for the first movements, another one from then on."""

    def __init__(self, first: Hand, later: Hand, reps: int = 1) -> None:
        self.first, self.later, self.reps = first, later, reps

    def readings(self, block: Block, now: float) -> list[Reading]:
        return (self.first if len(block.table.reps) < self.reps else self.later).readings(block, now)


class Beside:
    """Plays honestly, and gives other readings as well, made anew each frame."""

    def __init__(self, hand: Hand, more: Callable[[Block, float], list[Reading]]) -> None:
        self.hand, self.more = hand, more

    def readings(self, block: Block, now: float) -> list[Reading]:
        if block.paused:
            return [Command(block.now, "resume", 1.0)]
        both = [*self.hand.readings(block, now), *self.more(block, now)]
        return sorted(both, key=lambda reading: reading.t)


class PausesBetween:
    """Pauses after each movement and looks at what comes next, so that no time is lost by reacting."""

    def __init__(self, hand: Hand, value: float = PLAYER) -> None:
        self.hand, self.value, self.reps = hand, value, 0

    def readings(self, block: Block, now: float) -> list[Reading]:
        if block.paused:
            return [Command(block.now, "resume", 2.0)]
        if len(block.table.reps) > self.reps:
            self.reps = len(block.table.reps)
            start_over(self.hand, block.now)
            return [Command(block.now, "pause", self.value)]
        return self.hand.readings(block, now)


class Waits:
    """Waits with the first touch."""

    def __init__(self, hand: Hand, seconds: float) -> None:
        self.hand, self.seconds = hand, seconds

    def readings(self, block: Block, now: float) -> list[Reading]:
        return self.hand.readings(block, now) if now > self.seconds else []


class Fails:
    """Fails the first movements on purpose: takes the piece and lets it go at once beside the goal."""

    def __init__(self, hand: Hand, reps: int) -> None:
        self.hand, self.reps = hand, reps
        self.plan: list[Reading] = []
        self.answered = -1.0

    def readings(self, block: Block, now: float) -> list[Reading]:
        if len(block.table.reps) >= self.reps:
            return self.hand.readings(block, now)
        for slot, asked in block.table.asked_at.items():
            task = block.table.asked[slot]
            if asked > self.answered and not self.plan and isinstance(task, Carry):
                self.answered = asked
                beside = task.goal + (task.goal - task.start) * (
                    (task.width + 6) / max(1.0, distance(task.start, task.goal))
                )
                t = max(asked, block.now) + 0.1
                for k in range(21):
                    at = task.start + (beside - task.start) * (k / 20)
                    self.plan.append(Sample(t + k / 60, 5, "down" if k == 0 else "up" if k == 20 else "move", at))
        due = [reading for reading in self.plan if reading.t <= now]
        self.plan = self.plan[len(due) :]
        return due


class Stops:
    """Stops as soon as the round is worse than it should be."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand

    def readings(self, block: Block, now: float) -> list[Reading]:
        if any(rep.outcome is not Outcome.DONE for rep in block.table.reps):
            return [Command(block.now, "stop")]
        return self.hand.readings(block, now)


def faster(name: str, factor: float) -> Skill:
    """The same hand at a multiple of its pace."""
    return replace(HANDS[name], pace=HANDS[name].pace / factor)
