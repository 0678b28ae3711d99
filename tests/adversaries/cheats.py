"""Tricks of any game: skipping, pausing, starting over, with a hand that plays honestly otherwise."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from adversaries.tricks import PLAYER, SYSTEM, start_over
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.kit.task import Outcome, Rep, Task
from games.launcher.hand import Hand
from games.launcher.hand.skill import Form, Skill
from games.launcher.scoring.block import measured


class SkipsRest:
    """Plays the first movements, and skips all others before they begin."""

    def __init__(self, hand: Hand, reps: int) -> None:
        self.hand, self.reps = hand, reps

    def readings(self, block: Block, now: float) -> list[Reading]:
        tried = [rep for rep in block.table.reps if rep.outcome is not Outcome.INTERRUPTED]
        return self.hand.readings(block, now) if len(tried) < self.reps else [Command(now, "skip")] * 4


class SkipsHard:
    """Skips whatever is harder than most of what was asked so far, before it begins. easy: skips what is easier."""

    def __init__(self, hand: Hand, easy: bool = False) -> None:
        self.hand, self.sign = hand, -1.0 if easy else 1.0
        self.seen: list[float] = []
        self.last = -1.0

    def readings(self, block: Block, now: float) -> list[Reading]:
        for slot, asked in block.table.asked_at.items():
            if asked > self.last:
                self.last = asked
                self.seen.append(self.sign * difficulty_of(block.table.asked[slot]))
                if self.seen[-1] > median(self.seen) + 1e-9:
                    return [Command(now, "skip")]
        return self.hand.readings(block, now)


def difficulty_of(task: Task) -> float:
    """How hard a task is, as scoring weighs it."""
    rep = Rep(task, 0.0, 0.0, 1.0, 1.0, Outcome.MISSED, ())
    return float(measured(rep, []).difficulty)


class SkipsMissed:
    """Plays on after a success; after a movement that did not come off it skips the next one, which often is the same."""

    def __init__(self, hand: Hand) -> None:
        self.hand, self.known = hand, 0

    def readings(self, block: Block, now: float) -> list[Reading]:
        reps = block.table.reps
        if len(reps) > self.known:
            self.known = len(reps)
            if reps[-1].outcome in (Outcome.MISSED, Outcome.DROPPED):
                return [Command(now, "skip")]
        return self.hand.readings(block, now)


class LosesInMid:
    """Pauses in the middle of every second movement, and begins it anew with a rested hand. by: player or system."""

    def __init__(self, hand: Hand, by: float = SYSTEM, after: float = 0.4) -> None:
        self.hand, self.by, self.after = hand, by, after
        self.down, self.count = -1.0, 0

    def readings(self, block: Block, now: float) -> list[Reading]:
        if block.paused:
            return [Command(block.now, "resume", 2.0)]
        out: list[Reading] = []
        for reading in self.hand.readings(block, now):
            if isinstance(reading, Sample) and reading.phase == "down":
                self.down = reading.t
                self.count += 1
            out.append(reading)
            if self.count % 2 and self.down >= 0 and reading.t > self.down + self.after:
                self.down = -1.0
                out.append(Command(reading.t, "pause", self.by))
                start_over(self.hand, reading.t)
                break
        return out


class PlansMeanwhile:
    """Pauses after each movement, and has planned the next one when it carries on: no time goes by before it begins."""

    def __init__(self, skill: Skill, seed: int, by: float = PLAYER, form: Form = "drag") -> None:
        self.hand, self.by, self.reps = Hand(replace(skill, reaction=0.02), seed, form=form, rate=60), by, 0

    def readings(self, block: Block, now: float) -> list[Reading]:
        if block.paused:
            return [Command(block.now, "resume", 2.0)]
        if len(block.table.reps) > self.reps:
            self.reps = len(block.table.reps)
            start_over(self.hand, block.now)
            return [Command(block.now, "pause", self.by)]
        return self.hand.readings(block, now)


class Lookahead:
    """Touches an empty place of the table at once, and looks at leisure before it begins to play."""

    def __init__(self, hand: Hand, seconds: float) -> None:
        self.hand, self.seconds, self.touched = hand, seconds, False

    def readings(self, block: Block, now: float) -> list[Reading]:
        if not self.touched:
            self.touched = True
            return [Sample(now, 9, "down", Vec(1, 1)), Sample(now, 9, "up", Vec(1, 1))]
        return self.hand.readings(block, now) if now > self.seconds else []


class Dabs:
    """Touches and lets go of the piece for an instant again and again while it thinks, then plays."""

    def __init__(self, hand: Hand, seconds: float = 0.03) -> None:
        self.hand, self.seconds = hand, seconds
        self.last = -1.0

    def readings(self, block: Block, now: float) -> list[Reading]:
        out: list[Reading] = []
        for slot, asked in block.table.asked_at.items():
            if asked > self.last:
                self.last = asked
                start = getattr(block.table.asked[slot], "start", None)
                at = start if isinstance(start, Vec) else Vec(*block.table.size) * 0.5
                out = [Sample(now, 11, "down", at), Sample(now + self.seconds, 11, "up", at)]
        return [*out, *self.hand.readings(block, now)]


class Lifts:
    """Lets the finger off the glass for a moment, within its grace, all along each movement, with new contacts."""

    def __init__(self, hand: Hand, every: float = 0.3, off: float = 0.08) -> None:
        self.hand, self.every, self.off = hand, every, off
        self.since, self.until, self.extra = 0.0, -1.0, 0

    def readings(self, block: Block, now: float) -> list[Reading]:
        out: list[Reading] = []
        for reading in self.hand.readings(block, now):
            if not isinstance(reading, Sample) or reading.finger != 0:
                out.append(reading)
                continue
            number = 20 + self.extra
            if reading.phase == "down":
                self.since = reading.t
                out.append(replace_finger(reading, number))
            elif reading.phase == "move" and self.until >= 0:
                if reading.t >= self.until:
                    self.until, self.since = -1.0, reading.t
                    self.extra += 1
                    out.append(Sample(reading.t, 20 + self.extra, "down", reading.at, reading.device))
            elif reading.phase == "move" and reading.t > self.since + self.every:
                self.until = reading.t + self.off
                out.append(Sample(reading.t, number, "up", reading.at, reading.device))
            elif reading.phase == "up" and self.until >= 0:
                self.until = -1.0
            else:
                out.append(replace_finger(reading, number))
        return out


def replace_finger(sample: Sample, finger: int) -> Sample:
    """The same sample of another finger."""
    return Sample(sample.t, finger, sample.phase, sample.at, sample.device)
