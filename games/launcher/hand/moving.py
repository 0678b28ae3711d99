"""How a hand gets from one place to another: overlapping minimum-jerk pushes, noise that grows with speed, tremor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from games.kit.geometry import Vec, between, distance
from games.launcher.hand.skill import Skill

FIRST_PUSH = 0.55  # share of the way covered by the first of several pushes
OVERLAP = 0.15  # share of a push's time by which the next one overlaps it
SWINGS = 12  # of tremor whose frequencies spread
WAVES = (0.9, 1.7, 2.6)  # Hz of the noise that makes a hand stray


def minimum_jerk(share: float) -> float:
    """The share of the way covered after this share of the time (Flash & Hogan 1985)."""
    share = min(1.0, max(0.0, share))
    return share * share * share * (10 - share * (15 - 6 * share))


def bell(rng: Random, deviation: float) -> float:
    """A roughly normal number from twelve random ones: sums only, so that every machine gets the same."""
    total = 0.0
    for _ in range(12):
        total += rng.random()
    return (total - 6.0) * deviation


class Travel:
    """One movement along a polyline, from one time to another."""

    def __init__(self, way: Sequence[Vec], leave: float, arrive: float, skill: Skill, rng: Random) -> None:
        self._way, self._leave, self._time = way, leave, max(0.01, arrive - leave)
        self._legs = [distance(a, b) for a, b in pairwise(way)]
        self._length = 0.0
        for leg in self._legs:
            self._length += leg
        self._pushes = _pushes(skill.submovements, rng)
        self._skill = skill
        self._phases = [rng.random() * 2 * math.pi for _ in WAVES]

    def at(self, t: float) -> Vec:
        """The place of the hand at this time: its intended path plus noise."""
        share = (t - self._leave) / self._time
        done, speed = 0.0, 0.0
        for begins, lasts, part in self._pushes:
            u = min(1.0, max(0.0, (share - begins) / lasts))
            done += part * minimum_jerk(u)
            speed += part * 30 * u * u * (1 - u) * (1 - u) / (lasts * self._time)
        stray = 0.0
        for rate, phase in zip(WAVES, self._phases, strict=True):
            stray += math.sin(2 * math.pi * rate * t + phase)
        return self._place(done, stray * self._skill.noise * speed * self._length)

    def _place(self, share: float, aside: float) -> Vec:
        left = min(1.0, share) * self._length
        for (a, b), leg in zip(pairwise(self._way), self._legs, strict=True):
            if left <= leg and leg > 0:
                at = between(a, b, left / leg)
                return Vec(at.x - (b.y - a.y) / leg * aside, at.y + (b.x - a.x) / leg * aside)
            left -= leg
        return self._way[-1]


def _pushes(count: int, rng: Random) -> list[tuple[float, float, float]]:
    """(begin, duration, part) of each push, as shares of the time and of the way; the first is the longest."""
    if count <= 1:
        return [(0.0, 1.0, 1.0)]
    parts = [FIRST_PUSH] + [(1 - FIRST_PUSH) / (count - 1) * (0.6 + 0.8 * rng.random()) for _ in range(count - 1)]
    lasts = [1.4] + [1.0] * (count - 1)
    whole = parted = 0.0
    for part, last in zip(parts, lasts, strict=True):
        parted += part
        whole += last * (1 - OVERLAP)
    whole += lasts[-1] * OVERLAP
    out, begins = [], 0.0
    for part, last in zip(parts, lasts, strict=True):
        out.append((begins, last / whole, part / parted))
        begins += last * (1 - OVERLAP) / whole
    return out


class Tremor:
    """Tremor: the hand swings to and fro, mostly sideways; where its frequencies spread, it comes and goes."""

    def __init__(self, skill: Skill, rng: Random) -> None:
        self._skill, self._phase = skill, rng.random() * 2 * math.pi
        self._swings: list[tuple[float, float]] = []  # Hz and phase
        for _ in range(SWINGS if skill.tremor and skill.tremor_spread else 0):
            self._swings.append((skill.tremor_rate + bell(rng, skill.tremor_spread), rng.random() * 2 * math.pi))

    def moved(self, t: float, at: Vec) -> Vec:
        """The place of the finger with tremor added."""
        skill = self._skill
        if not skill.tremor:
            return at
        if self._swings:
            return self._swung(t, at)
        angle = 2 * math.pi * skill.tremor_rate * t + self._phase
        return Vec(at.x + skill.tremor * math.sin(angle), at.y + skill.tremor * 0.6 * math.cos(angle * 1.07))

    def _swung(self, t: float, at: Vec) -> Vec:
        """The same of many swings, which together are as strong as one."""
        x = y = 0.0
        for rate, phase in self._swings:  # across and along come and go together
            x += math.sin(2 * math.pi * rate * t + phase)
            y += math.cos(2 * math.pi * rate * t + phase)
        strength = self._skill.tremor / math.sqrt(len(self._swings))
        return Vec(at.x + strength * x, at.y + strength * 0.6 * y)
