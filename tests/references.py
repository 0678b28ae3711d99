"""`python tests/references.py`: the reference times of scoring, found by search over model adults.

For each kind of aimed movement one fast adult (throughput, grasp and reaction from the literature) tries every pace; at the
pace that earns most its times are a straight line over the difficulty, whose a and r are printed beside those in use.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from games.launcher.hand.plan import STEADY
from games.launcher.scoring.fitts import SPREAD
from games.launcher.scoring.score import REFERENCES, quality

BITS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5)
PACES = tuple(0.8 + 0.05 * k for k in range(25))
WAY, TRIES = 80.0, 400


@dataclass(frozen=True)
class Adult:
    """A fast adult: bit/s; s to react, to grasp and let go, to turn back; ways that one movement takes."""

    throughput: float
    reaction: float = 0.2
    grasp: float = 0.15
    turning: float = 0.0
    ways: int = 1

    def seconds(self, bits: float, pace: float) -> float:
        """What a movement takes at a multiple of the least time by Fitts's law."""
        return self.reaction + self.grasp + self.turning + self.ways * pace * bits / self.throughput

    def worth(self, bits: float, pace: float, rng: Random) -> float:
        """Mean quality of such movements, whose ends scatter by Fitts's law, and never less than a finger does."""
        width = WAY / (2.0**bits - 1.0)
        spread = max(STEADY, WAY / (2.0 ** (pace * bits) - 1.0) / SPREAD)
        total = 0.0
        for _ in range(TRIES):
            x, y = rng.gauss(0, spread), rng.gauss(0, 0.8 * spread) if self.ways == 1 else 0.0
            total += quality((x * x + y * y) ** 0.5, width / 2)
        return total / TRIES

    def best_pace(self) -> float:
        """The pace that earns most over all difficulties."""
        return max(PACES, key=self._earned)

    def _earned(self, pace: float) -> float:
        rng = Random(1)
        landed = sum(bits * self.worth(bits, pace, rng) for bits in BITS)
        return landed / sum(self.seconds(bits, pace) for bits in BITS)


ADULTS = {
    "tap": Adult(6.95),  # MacKenzie 2015, fingers on a phone
    "drag": Adult(5.2),  # a finger that also has to hold on
    "aperture": Adult(4.5, turning=0.15, ways=2),
}


def found() -> dict[str, tuple[float, float]]:
    """(a, r) of each kind."""
    out = {}
    for kind, adult in ADULTS.items():
        pace = adult.best_pace()
        out[kind] = adult.seconds(0.0, pace), adult.throughput / (pace * adult.ways)
    return out


if __name__ == "__main__":
    for kind, (a, r) in found().items():
        print(
            f"{kind:9} found a {a:.2f} s, r {r:.2f} /s   used a {REFERENCES[kind][0]:.2f} s, r {REFERENCES[kind][1]:.2f} /s"
        )
