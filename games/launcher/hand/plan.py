"""One answer of the hand to a task: how long it takes, how near it comes, and the readings it makes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from random import Random

from games.kit.fingers import Device, Phase, Sample
from games.kit.geometry import Vec
from games.launcher.hand.moving import Tremor, bell
from games.launcher.hand.skill import Form, Skill
from games.launcher.scoring.fitts import SPREAD

USUAL = 2.0  # bits; index of difficulty of the targets that a hand is used to
STEADY = 0.8  # mm; the smallest scatter of endpoints on glass
MOST_SCATTER = 3.0  # standard deviations; scatter is cut off there, because a hand sees its target
MOST_BITS = 30.0


class Plan:
    """What all kinds of task share."""

    def __init__(
        self, skill: Skill, rng: Random, device: Device, form: Form, rate: int, start: float, reps: int
    ) -> None:
        self.skill, self.rng, self.device, self.form, self.rate, self.start = skill, rng, device, form, rate, start
        self.tired = 1.0 + skill.fatigue * reps / 100.0
        self.tremor = Tremor(skill, rng)

    def seconds(self, bits: float) -> float:
        """The time in s that this hand takes for a movement of this index of difficulty (bits)."""
        meant = USUAL + self.skill.care * (bits - USUAL)
        uneven = min(1.6, max(0.6, 1.0 + bell(self.rng, self.skill.unevenness)))
        return self.skill.pace * max(0.2, meant) / self.skill.throughput * uneven * self.tired

    def spread(self, way: float, seconds: float) -> float:
        """Standard deviation of where a movement of this length and time ends, in mm, by Fitts's law."""
        made = min(MOST_BITS, self.skill.throughput / self.tired * seconds)
        law = way / (2.0**made - 1.0) / SPREAD if made > 0.01 else way
        return max(STEADY, law) * self.skill.scatter

    def near(self, goal: Vec, spread: float) -> Vec:
        """Where a movement to this goal ends, with scatter."""
        off = Vec(bell(self.rng, spread), bell(self.rng, spread * 0.8))
        most = MOST_SCATTER * spread
        return goal + (off * (most / off.length) if off.length > most else off)

    def sample(self, t: float, phase: Phase, at: Vec, finger: int = 0) -> Sample:
        """What the device reads."""
        return Sample(t, finger, phase, self.tremor.moved(t, at), self.device)

    def contact(self, start: float, end: float, place: Callable[[float], Vec], finger: int = 0) -> Iterator[Sample]:
        """A finger that touches from start to end."""
        yield self.sample(start, "down", place(start), finger)
        for tick in range(1, int((end - start) * self.rate) + 1):
            t = start + tick / self.rate
            if t < end:
                yield self.sample(t, "move", place(t), finger)
        yield self.sample(end, "up", place(end), finger)

    def contacts(self, start: float, end: float, places: Callable[[float], list[Vec]]) -> Iterator[Sample]:
        """Fingers that touch and lift together."""
        ticks = [start, *(start + k / self.rate for k in range(1, math.ceil((end - start) * self.rate))), end]
        for t in ticks:
            if t == end or t < end:
                phase: Phase = "down" if t == start else "up" if t == end else "move"
                for finger, at in enumerate(places(t)):
                    yield self.sample(t, phase, at, finger)
