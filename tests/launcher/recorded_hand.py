"""A synthetic hand that draws as recorded hands do.

Figures of 13 people with a movement disorder who tremble and 7 healthy people, each of whom drew two spirals with a pen on
a display, read every 7 ms (a public data set under CC BY 4.0; pixels turned into mm by the size of the display). Band
4 to 8 Hz, x and y together, pen on the glass, half a second cut off at either end. Median, and quartiles:

| | trembling | healthy |
|---|---|---|
| frequency of the strongest tremor (of its speed), Hz | 4.8 (3.9 to 7.7) | 10.0 (8.2 to 11.1) |
| amplitude, mm rms | 0.059 (0.046 to 0.091), at most 0.18 | 0.051 (0.046 to 0.055) |
| across over along, share | 0.67 (0.59 to 0.79) | 0.81 (0.78 to 0.84) |
| how it comes and goes: SD of its envelope over the mean | 0.47 (0.43 to 0.52) | 0.46 (0.44 to 0.48) |
| ... and after how long the envelope is another one, s | 0.22 (0.19 to 0.37) | 0.18 (0.16 to 0.21) |
| pauses (below 5 mm/s for 0.1 s) a minute | 7.5 (0.7 to 17.9) | 1.7 (0 to 11) |
| share of the time paused | 0.045 (0.003 to 0.13) | 0.009 (0 to 0.08) |
| speed, mm/s | 17 (13 to 27) | 18 (10 to 24) |

A steady sine has an envelope that never changes; that of real tremor varies as that of noise in a narrow band does. A pen
that rests on the glass trembles less than a free finger: "trembling" of the hand model (2.1 mm rms) is far beyond these.
"""

from __future__ import annotations

import math
from random import Random

from games.kit.geometry import Vec
from games.launcher.hand.moving import Tremor
from games.launcher.hand.skill import Skill

STRENGTH = 2**0.5 / (1 + 0.6**2) ** 0.5  # amplitude of a swing across for a tremor of 1 mm rms
SPEED, PAUSES, PAUSED = 17.0, 7.5, 0.36  # mm/s, a minute, s each
READ = 0.007  # s
LEFT = 0.85  # of a tremor about 4.8 Hz so much amplitude lies between 4 and 8 Hz
MEDIAN = Skill(tremor=0.059 / LEFT * STRENGTH, tremor_rate=4.8, tremor_spread=0.7)
STRONGEST = Skill(tremor=0.18 / LEFT * STRENGTH, tremor_rate=4.8, tremor_spread=0.7)


def spiral(skill: Skill, seed: int, seconds: float = 25.0) -> tuple[list[float], list[float], list[float]]:
    """Times, x and y of a spiral drawn by such a hand, from the middle outwards, with its pauses."""
    rng, every = Random(seed), 60.0 / PAUSES
    tremor = Tremor(skill, rng)
    begins = [every * (n + rng.random() * 0.6 + 0.2) for n in range(int(seconds / every))]
    t, way = 0.0, 0.0
    out: tuple[list[float], list[float], list[float]] = ([], [], [])
    while t < seconds:
        into = min((t - begin for begin in begins if 0 <= t - begin < PAUSED + 0.4), default=None)
        pace = 1.0 if into is None else _pace(into)
        angle = math.sqrt(2 * way / 2.2)  # rings 2.2 mm apart a radian
        at = tremor.moved(t, Vec(60 + 2.2 * angle * math.cos(angle), 40 + 2.2 * angle * math.sin(angle)))
        for values, value in zip(out, (t, at.x, at.y), strict=True):
            values.append(value)
        way += SPEED * pace * READ
        t += READ
    return out


def _pace(into: float) -> float:
    """The share of its speed that a hand has so long after it began to stop: 0.2 s down, still, 0.2 s up."""
    edge = min(into, PAUSED + 0.4 - into) / 0.2
    return 1.0 - min(1.0, max(0.0, edge))
