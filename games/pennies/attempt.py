"""What comes of letting a coin go: on what it lands, whether all stands, whether that is near enough. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.geometry import Vec
from games.pennies.coin import Coin
from games.pennies.stability import DIGITS
from games.pennies.tower import Landing, Tower

TOO_LOW = 0.4  # of its width: a coin let go this much lower than it would lie is still set down on top; or ...
TOO_LOW_LEAST = 8.0  # mm; ... this much, for small coins
TOO_HIGH = 60.0  # mm; from higher up it is not let fall: it comes home


@dataclass(frozen=True)
class Attempt:
    """What comes of letting go now: where the coin lands, whether all stands, whether that is near enough."""

    place: int
    landing: Landing
    stands: bool
    within: bool

    @property
    def succeeds(self) -> bool:
        """It stays where it was wanted."""
        return self.landing.fits and self.stands and self.within


def attempt(tower: Tower, coin: Coin, at: Vec, foot: Vec, by_taps: bool) -> Attempt | None:
    """A coin let go here, the middle of the stand being at `foot`: None where there is nothing that it could land on.

    A coin carried by taps may be let go at any height: only the place beside counts.
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
