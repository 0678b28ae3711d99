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
    """One coin. `since` and `came_from` let a view animate how it got to its place."""

    metal: int
    width: float  # mm
    home: Vec  # its place in the heap
    at: Vec
    state: Literal["lying", "held", "standing"] = "lying"
    since: float = 0.0  # s of block time, when it got to its place
    came_from: Vec = ORIGIN
    place: int = -1  # index of its place in the plan; -1: none
    x: float = 0.0  # mm, its centre relative to the middle of the stand
    high: float = 0.0  # mm, its underside above the stand
    on: tuple[tuple[int, Contact], ...] = ()  # (place it rests on (-1: the stand), contact)

    @property
    def thick(self) -> float:
        """Its thickness in mm, proportional to its width."""
        return self.width * THICK

    @property
    def top(self) -> float:
        """mm, its upper side above the stand."""
        return self.high + self.thick

    @property
    def weight(self) -> float:
        """Its weight: all coins have the same material, so it is the cube of the width."""
        return self.width * self.width * self.width


class Purse:
    """The supply of new coins: all sizes equally often, in random order."""

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
