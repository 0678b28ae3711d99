"""The synthetic hand: plays any game through what is asked of it, limited by Fitts's law. For demonstrations, `simulate` and tests."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Literal

from games.kit.block import Block
from games.kit.fingers import Device, Phase, Reading, Sample
from games.kit.geometry import Vec, between, distance
from games.kit.task import Carry, Task

Form = Literal["drag", "tap", "pinch"]

WE_TO_SD = 4.133  # effective width over standard deviation of the endpoints (measures.md 1.2)
MOST_SCATTER = 3.0  # standard deviations; a hand that sees its target does not stray further
STEADY_SD = 0.8  # mm; nobody lands more exactly than this on glass
TRY_AGAIN = 0.5  # s; a bean put back where it came from is taken up anew
TRAVEL_PART = 0.9  # of the movement time is travel, the rest is homing in
LANDS, HOLDS, OPENS = 32.0, 22.0, 40.0  # mm between thumb and finger: as they land, hold, and let go


@dataclass(frozen=True)
class Skill:
    """How a hand moves. Times in s, lengths in mm."""

    throughput: float = 4.5  # bit/s
    pace: float = 1.5  # movement time over its Fitts time; below 1 the hand is hasty and scatters
    overhead: float = 0.35  # grasping and letting go
    reaction: float = 0.30
    scatter: float = 1.0  # endpoints spread this much wider than the law says
    tremor: float = 0.0  # amplitude
    tremor_rate: float = 6.0  # Hz
    present: bool = True


HANDS = {
    "steady": Skill(),
    "slow": Skill(throughput=2.0, pace=1.8, overhead=0.7, reaction=0.6),
    "trembling": Skill(throughput=3.5, scatter=1.7, tremor=2.5),
    "hasty": Skill(pace=0.5),
    "absent": Skill(present=False),
}


class Hand:
    """Touches what it is asked to touch. Same block, seed and skill: same samples, at any frame rate."""

    def __init__(self, skill: Skill, seed: int, device: Device = "touch", form: Form = "drag", rate: int = 120) -> None:
        if rate < 10:
            raise ValueError(f"a hand cannot be read {rate} times a second: give 10 or more")
        self.skill, self.device, self.form, self.rate = skill, device, form, rate
        self._rng = Random(seed)
        self._plan: Iterator[Sample] = iter(())
        self._next: Sample | None = None
        self._answered = -1.0  # when the movement was asked for that is being made
        self._free = 0.0  # when the hand has ended its last movement

    def readings(self, block: Block, now: float) -> list[Reading]:
        """What the device reads of this hand up to now, in block time."""
        out: list[Reading] = []
        if not self.skill.present:
            return out
        while True:
            if self._next is None:
                self._begin(block)
            if self._next is None or self._next.t > now:
                return out
            out.append(self._next)
            self._next = next(self._plan, None)

    def _begin(self, block: Block) -> None:
        """Plan the answer to what is asked, once for each ask."""
        asked_at = block.table.asked_at.get(0)
        if asked_at is None:
            return
        start = max(asked_at, self._free) + self.skill.reaction
        if asked_at == self._answered:  # nothing came of it: look again a moment later
            if block.now < self._free + TRY_AGAIN:
                return
            start += TRY_AGAIN
        self._answered = asked_at
        self._plan = self._answer(block.table.asked[0], start)
        self._next = next(self._plan, None)

    def _answer(self, task: Task, start: float) -> Iterator[Sample]:
        if isinstance(task, Carry):
            return self._carry(task, start)
        raise TypeError(f"the synthetic hand cannot answer a {type(task).__name__} yet: it knows Carry")

    def _carry(self, task: Carry, start: float) -> Iterator[Sample]:
        """Down on the piece, along the via points, up near the goal; by taps: one on the piece, one at the goal."""
        skill = self.skill
        grasp = Vec(task.start.x + self._noise(1.0), task.start.y + self._noise(1.0))
        length = distance(task.start, task.goal)
        bits = math.log2(length / task.width + 1)
        seconds = skill.pace * (bits / skill.throughput)
        bits_made = min(30.0, skill.throughput * seconds)
        spread = max(STEADY_SD, length / (2.0**bits_made - 1) / WE_TO_SD) * skill.scatter if bits_made > 0 else length
        end = self._near(task.goal, spread) + (grasp - task.start)
        grip, settle = skill.overhead * 0.4, skill.overhead * 0.6
        leave, arrive = start + grip, start + grip + seconds
        end_time = arrive + settle + task.hold
        self._free = end_time
        if self.form == "tap":
            return self._taps(grasp, end, start, leave, arrive, end_time)
        if self.form == "pinch":
            return self._pinch([grasp, *task.via, end], start, leave, arrive, end_time)
        return self._drag([grasp, *task.via, end], start, leave, arrive, end_time)

    def _drag(self, way: Sequence[Vec], start: float, leave: float, arrive: float, end: float) -> Iterator[Sample]:
        phase = self._rng.random() * 2 * math.pi
        yield self._sample(start, "down", way[0], phase)
        for tick in range(1, int((end - start) * self.rate) + 1):
            t = start + tick / self.rate
            if t < end:
                yield self._sample(t, "move", _on_the_way(way, (t - leave) / (arrive - leave)), phase)
        yield self._sample(end, "up", way[-1], phase)

    def _pinch(self, way: Sequence[Vec], start: float, leave: float, arrive: float, end: float) -> Iterator[Sample]:
        """Thumb and finger land to either side, close, carry, open and lift."""
        phase = self._rng.random() * 2 * math.pi
        settle = max(end - arrive, 0.05)
        for finger, side in ((0, -0.5), (1, 0.5)):
            yield self._sample(start, "down", way[0] + Vec(side * LANDS, 0), phase, finger)
        for tick in range(1, int((end - start) * self.rate) + 1):
            t = start + tick / self.rate
            if t >= end:
                break
            closed = min(1.0, max(0.0, (t - start) / max(leave - start, 0.01)))
            opened = min(1.0, max(0.0, (t - arrive - settle * 0.4) / (settle * 0.5)))
            span = LANDS + (HOLDS - LANDS) * closed + (OPENS - HOLDS) * opened
            at = _on_the_way(way, (t - leave) / (arrive - leave))
            for finger, side in ((0, -0.5), (1, 0.5)):
                yield self._sample(t, "move", at + Vec(side * span, 0), phase, finger)
        for finger, side in ((0, -0.5), (1, 0.5)):
            yield self._sample(end, "up", way[-1] + Vec(side * OPENS, 0), phase, finger)

    def _taps(self, grasp: Vec, end: Vec, start: float, leave: float, arrive: float, last: float) -> Iterator[Sample]:
        yield self._sample(start, "down", grasp, 0.0)
        yield self._sample(leave, "up", grasp, 0.0)
        yield self._sample(arrive, "down", end, 0.0)
        yield self._sample(last, "up", end, 0.0)

    def _sample(self, t: float, phase: Phase, at: Vec, tremor_phase: float, finger: int = 0) -> Sample:
        skill = self.skill
        if skill.tremor:
            angle = 2 * math.pi * skill.tremor_rate * t + tremor_phase
            at = Vec(at.x + skill.tremor * math.sin(angle), at.y + skill.tremor * 0.6 * math.cos(angle * 1.07))
        return Sample(t, finger, phase, at, self.device)

    def _noise(self, sd: float) -> float:
        """A bell curve from twelve throws: only sums, so every machine has the same."""
        total = 0.0
        for _ in range(12):
            total += self._rng.random()
        return (total - 6.0) * sd

    def _near(self, goal: Vec, spread: float) -> Vec:
        off = Vec(self._noise(spread), self._noise(spread * 0.8))
        most = MOST_SCATTER * spread
        return goal + (off * (most / off.length) if off.length > most else off)


def _on_the_way(way: Sequence[Vec], share: float) -> Vec:
    """Where a hand is along a polyline, speeding up and slowing down once (minimum jerk)."""
    share = min(1.0, max(0.0, share / TRAVEL_PART))
    share = share * share * share * (10 - share * (15 - 6 * share))
    legs = [distance(a, b) for a, b in pairwise(way)]
    total = 0.0
    for leg in legs:
        total += leg
    left = share * total
    for (a, b), leg in zip(pairwise(way), legs, strict=True):
        if left <= leg and leg > 0:
            return between(a, b, left / leg)
        left -= leg
    return way[-1]


def played(block: Block, hand: Hand, rate: float = 60.0, longest: float = 600.0) -> Block:
    """Let the hand play the block in frames of this rate, at most so many seconds of block time."""
    frame = 0
    while not block.finished and frame / rate <= longest:
        frame += 1
        now = frame / rate
        block.advance(now, hand.readings(block, now))
    return block
