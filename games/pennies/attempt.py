"""The result of letting a coin go: where it lands, whether the tower stands, whether it is near enough. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.geometry import Vec
from games.pennies.coin import Coin
from games.pennies.stability import DIGITS
from games.pennies.tower import Landing, Tower

TOO_LOW = 0.4  # coin widths; a coin let go at most this far below the place where it would lie is put on top; or ...
TOO_LOW_LEAST = 8.0  # mm; ... this much, for small coins
TOO_HIGH = 60.0  # mm; from a greater height it does not fall but returns to the heap


@dataclass(frozen=True)
class Attempt:
    """The result of letting go now: where the coin lands, whether the tower stands, whether it is near enough."""

    place: int
    landing: Landing
    stands: bool
    within: bool

    @property
    def succeeds(self) -> bool:
        """Whether the coin stays in the wanted place."""
        return self.landing.fits and self.stands and self.within


def attempt(tower: Tower, coin: Coin, at: Vec, foot: Vec, by_taps: bool) -> Attempt | None:
    """The result for a coin let go at `at`, with the middle of the stand at `foot`; None if it would land on nothing.

    A coin carried by taps may be let go at any height: only its horizontal place counts.
    """
    index = tower.next_place()
    place = None if index is None else tower.layout.plan.place(index)
    if index is None or place is None:
        return None
    x = at.x - foot.x
    landing = tower.landing(coin, place, x)
    if landing is None:
        return None
    rest = foot.y - landing.high - coin.thick / 2
    if not by_taps and not -max(TOO_LOW * coin.width, TOO_LOW_LEAST) <= rest - at.y <= TOO_HIGH:
        return None
    off = abs(x - tower.middle_of(place)) - tower.tolerance(coin.width, place)
    return Attempt(index, landing, tower.stands_with(coin, index, landing), round(off, DIGITS) <= 0)
