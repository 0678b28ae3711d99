"""The heap that coins are taken from: a few to choose from, and for each one taken a new one comes up."""

from __future__ import annotations

from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.grip import RIM_REACH, within_reach
from games.pennies.coin import Coin, Purse
from games.pennies.layout import HEAP, Layout
from games.pennies.levels import PenniesSettings


class Heap:
    """The coins that lie ready, in the order in which they are asked for."""

    def __init__(self, table: Table[PenniesSettings], layout: Layout) -> None:
        self._table, self._layout = table, layout
        self._purse = Purse(table.rng, layout.coin, layout.least)
        self.lying = [self._new(spot) for spot in reversed(layout.spots(table.rng))]  # the foremost is asked for first

    def _new(self, spot: Vec) -> Coin:
        metal, width = self._purse.take()
        return Coin(metal, width, spot, spot, since=self._table.now, came_from=spot)

    def near(self, place: Vec) -> Coin | None:
        """The nearest coin in reach; anywhere on the heap is near enough."""
        if not self.lying:
            return None
        nearest = min(self.lying, key=lambda coin: distance(coin.home, place))
        return nearest if distance(nearest.home, place) <= within_reach(nearest.width) else None

    def holds(self, place: Vec) -> bool:
        """Whether a coin let go here falls back on the heap."""
        across = abs(place.x - self._layout.heap.x)
        return across <= self._layout.coin * HEAP / 2 + RIM_REACH

    def take(self, coin: Coin) -> None:
        """Out of the heap, into a hand."""
        self.lying.remove(coin)
        coin.state, coin.at, coin.since = "held", coin.home, self._table.now

    def refill(self, coin: Coin) -> None:
        """This one will not come back: a new one comes up in its place."""
        self.lying.append(self._new(coin.home))

    def home(self, coin: Coin, start: Vec) -> None:
        """It glides back to where it was taken from; nothing is ever gone."""
        coin.state, coin.since, coin.came_from, coin.at = "lying", self._table.now, start, coin.home
        self.lying.insert(0, coin)

    def pass_over(self, coin: Coin | None = None) -> None:
        """This coin, or the one that would be asked for, has to wait until the others were."""
        self.lying.append(self.lying.pop(self.lying.index(coin) if coin in self.lying else 0))
