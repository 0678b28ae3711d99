"""The tower of Pennies: which coins stand, where one more would land, and what falls. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.geometry import Vec
from games.pennies.coin import Coin
from games.pennies.layout import Layout
from games.pennies.plan import Place
from games.pennies.stability import DIGITS, GROUND, Contact, Resting, falling, loads, margins, resting_on

LEVEL = 1e-6  # mm; tops that differ by less count as equally high
ASIDE = 0.35  # coin widths; a coin that overlaps a neighbour of its place by less slides off it


@dataclass(frozen=True)
class Landing:
    """Where a coin that is let go comes to rest."""

    x: float  # mm from the middle of the stand, after the pull of the magnet
    high: float  # mm, its underside above the stand
    on: tuple[tuple[int, Contact], ...]  # (place it rests on, contact)
    fits: bool  # whether it rests on what the plan says


@dataclass(frozen=True)
class Fall:
    """Coins that came down together, for a view to show."""

    coins: tuple[Coin, ...]
    since: float  # s
    way: float  # to the right: 1, to the left: -1
    pivot: Vec  # mm from the stand's middle and upwards: the edge they tip over
    offset: Vec  # where the stand's middle was on the table


@dataclass(frozen=True)
class Lean:
    """How near the tower is to falling: 0 not at all, 1 at the limit; to which side, and from which height up."""

    strength: float
    way: float
    high: float


class Tower:
    """The standing coins by their place in the plan, lower ones first."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.coins: dict[int, Coin] = {}

    @property
    def height(self) -> float:
        """The height of the tower in mm."""
        return max((coin.top for coin in self.coins.values()), default=0.0)

    def next_place(self) -> int | None:
        """The first empty place whose supports all stand; None if the tower is complete."""
        index = 0
        while True:
            place = self.layout.plan.place(index)
            if place is None:
                return None
            if index not in self.coins and all(below in self.coins for below in place.on):
                return index
            index += 1

    def middle_of(self, place: Place) -> float:
        """The x of a place's centre, in mm from the middle of the stand."""
        x = 0.0
        for below in place.on:
            x += self.coins[below].x
        if place.on:
            x /= len(place.on)
        return x + self.layout.mirror * place.x * self.layout.coin

    def high_of(self, place: Place) -> float:
        """The height of a place above the stand, in mm."""
        return max((self.coins[below].top for below in place.on), default=0.0)

    def tolerance(self, coin: float, place: Place) -> float:
        """The tolerance in mm for a coin of this width: a share of half the width of the smaller coin."""
        half = min([coin, *(self.coins[below].width for below in place.on)]) / 2
        return half * self.layout.settings.factor

    def landing(self, coin: Coin, place: Place, x: float) -> Landing | None:
        """Where a coin let go above this x lands; None if it lands on nothing."""
        goal, pull = self.middle_of(place), self.layout.settings.magnet * self.layout.scale
        x = goal if abs(x - goal) <= pull else x - (pull if x > goal else -pull)
        if self.layout.plan.columns:
            x = self._beside(coin, x, self.high_of(place))
        on, high = self.under(x, coin.width)
        if not on:
            return None
        wanted = place.on or (GROUND,)
        fits = any(below in wanted for below, _ in on)
        if self.layout.plan.columns:  # a coin far off its place would block its neighbours' places
            fits = fits and round(abs(x - goal) - self.tolerance(coin.width, place), DIGITS) <= 0
        return Landing(x, high, on, fits)

    def under(self, x: float, width: float) -> tuple[tuple[tuple[int, Contact], ...], float]:
        """What a coin falling at x lands on: its outermost contacts from left to right, and their height."""
        left, right = x - width / 2, x + width / 2
        found: list[tuple[int, Contact]] = []
        high = 0.0
        for index, below in self.coins.items():
            touch = Contact(index, max(left, below.x - below.width / 2), min(right, below.x + below.width / 2))
            if touch.right - touch.left <= LEVEL:
                continue
            if found and below.top < high - LEVEL:
                continue
            if not found or below.top > high + LEVEL:
                found, high = [], below.top
            found.append((index, touch))
        if not found:
            touch = Contact(GROUND, max(left, self.layout.stand[0]), min(right, self.layout.stand[1]))
            return (((GROUND, touch),), 0.0) if touch.right - touch.left > LEVEL else ((), 0.0)
        found.sort(key=lambda one: one[1].left)
        return ((found[0], found[-1]) if len(found) > 1 else (found[0],)), high

    def _beside(self, coin: Coin, x: float, high: float) -> float:
        """The x of a coin after sliding off a neighbour at the same height that it barely overlaps."""
        for other in self.coins.values():
            if abs(other.high - high) > LEVEL:
                continue
            over = (coin.width + other.width) / 2 - abs(x - other.x)
            if 0 < over <= ASIDE * coin.width:
                return x + over if x > other.x else x - over
        return x

    def put(self, coin: Coin, index: int, landing: Landing) -> None:
        """Put a coin there, whether it will stay or not."""
        coin.state, coin.place, coin.x, coin.high, coin.on = "standing", index, landing.x, landing.high, landing.on
        self.coins[index] = coin
        self.coins = dict(sorted(self.coins.items(), key=lambda one: (round(one[1].high, 6), one[0])))

    def stands_with(self, coin: Coin, index: int, landing: Landing) -> bool:
        """Whether everything would stand if this coin were put there."""
        trial = Tower(self.layout)
        trial.coins = dict(self.coins)
        copy = Coin(coin.metal, coin.width, coin.home, coin.at)
        trial.put(copy, index, landing)
        return not trial.falling()

    def _resting(self) -> list[Resting]:
        places = {place: at for at, place in enumerate(self.coins)} | {GROUND: GROUND}
        return [
            Resting(
                coin.x,
                coin.weight,
                tuple(Contact(places[below], touch.left, touch.right) for below, touch in coin.on),
            )
            for coin in self.coins.values()
        ]

    def falling(self) -> list[int]:
        """The places of the coins that fall."""
        places = list(self.coins)
        return [places[at] for at in falling(self._resting())]

    def above(self, place: int) -> list[int]:
        """This place and all places that rest on it."""
        places = list(self.coins)
        return [places[at] for at in sorted(resting_on(self._resting(), {places.index(place)}))]

    def tipping(self, falls: list[int]) -> tuple[float, Vec]:
        """The direction in which the lowest falling coin tips, and the edge it tips over."""
        resting, coins = self._resting(), list(self.coins.values())
        for coin, rest, load, margin in zip(coins, resting, loads(resting), margins(resting), strict=True):
            if margin < 0 and coin.place in falls:
                right = load.at > (rest.on[0].left + rest.on[-1].right) / 2
                return (1.0 if right else -1.0), Vec(rest.on[-1].right if right else rest.on[0].left, coin.high)
        return 1.0, Vec(0.0, 0.0)

    def take(self, places: list[int]) -> list[Coin]:
        """Remove and return these coins."""
        return [self.coins.pop(place) for place in places]

    def lean(self) -> Lean:
        """How near the tower is to falling, by the coin that is nearest to it."""
        most = Lean(0.0, 1.0, 0.0)
        resting = self._resting()
        for coin, rest, load, margin in zip(
            self.coins.values(), resting, loads(resting), margins(resting), strict=True
        ):
            half = (rest.on[-1].right - rest.on[0].left) / 2
            strength = 1.0 - margin / half
            if strength > most.strength:
                middle = (rest.on[0].left + rest.on[-1].right) / 2
                most = Lean(min(1.0, strength), 1.0 if load.at >= middle else -1.0, coin.high)
        return most
