"""One coin, and the heap of them that never ends."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from games.kit.chance import below, shuffled
from games.kit.geometry import ORIGIN, Vec
from games.pennies.stability import Contact

METALS = 3  # bright copper, brown copper, bronze: the pictures there are
SIZES = 4  # widths from the smallest to the largest where coins are mixed
THICK = 0.14  # of its width


@dataclass
class Coin:
    """One coin. `since` and `came_from` let a view show how it got where it is."""

    metal: int
    width: float  # mm
    home: Vec  # its place in the heap
    at: Vec
    state: Literal["lying", "held", "standing"] = "lying"
    since: float = 0.0  # s, when it came to be where it is
    came_from: Vec = ORIGIN
    place: int = -1  # which one of the plan it stands at
    x: float = 0.0  # mm, its middle from the middle of the stand, once it stands there
    high: float = 0.0  # mm, its underside above the stand
    on: tuple[tuple[int, Contact], ...] = ()  # the places it rests on (-1: the stand), and where it touches them

    @property
    def thick(self) -> float:
        """mm; the same share of the width for every coin."""
        return self.width * THICK

    @property
    def top(self) -> float:
        """mm, its upper side above the stand."""
        return self.high + self.thick

    @property
    def weight(self) -> float:
        """All coins are of the same stuff: it goes with the cube of the width."""
        return self.width * self.width * self.width


class Purse:
    """Where new coins come from: as many of one size as of another, in no order."""

    def __init__(self, rng: Random, largest: float, smallest: float) -> None:
        self._rng = rng
        step = (largest - smallest) / (SIZES - 1)
        self._sizes = [largest] if smallest == largest else [smallest + step * i for i in range(SIZES)]
        self._bag: list[float] = []

    def take(self) -> tuple[int, float]:
        """The metal and the width of the next coin."""
        if not self._bag:
            self._bag = shuffled(self._rng, self._sizes)
        return below(self._rng, METALS), self._bag.pop()
