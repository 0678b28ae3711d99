"""The heap: a few coins to take, each replaced by a new one when it is placed."""

from __future__ import annotations

from games.kit.game import Table
from games.kit.geometry import Vec, distance
from games.kit.grip import RIM_REACH, within_reach
from games.pennies.coin import Coin, Purse
from games.pennies.layout import HEAP, Layout
from games.pennies.levels import PenniesSettings


class Heap:
    """The coins that can be taken, in the order in which they are asked for."""

    def __init__(self, table: Table[PenniesSettings], layout: Layout) -> None:
        self._table, self._layout = table, layout
        self._purse = Purse(table.rng, layout.coin, layout.least)
        self.lying = [self._new(spot) for spot in reversed(layout.spots(table.rng))]  # front coin first

    def _new(self, spot: Vec) -> Coin:
        metal, width = self._purse.take()
        return Coin(metal, width, spot, spot, since=self._table.now, came_from=spot)

    def near(self, place: Vec) -> Coin | None:
        """The nearest coin in reach; anywhere on the heap counts as in reach."""
        if not self.lying:
            return None
        nearest = min(self.lying, key=lambda coin: distance(coin.home, place))
        return nearest if distance(nearest.home, place) <= within_reach(nearest.width) else None

    def holds(self, place: Vec) -> bool:
        """Whether a coin let go here falls back onto the heap."""
        across = abs(place.x - self._layout.heap.x)
        return across <= self._layout.coin * HEAP / 2 + RIM_REACH

    def take(self, coin: Coin) -> None:
        """Take a coin out of the heap."""
        self.lying.remove(coin)
        coin.state, coin.at, coin.since = "held", coin.home, self._table.now

    def refill(self, coin: Coin) -> None:
        """Replace a coin that will not come back by a new one."""
        self.lying.append(self._new(coin.home))

    def home(self, coin: Coin, start: Vec) -> None:
        """Let a coin glide back to where it was taken from; none is ever lost."""
        coin.state, coin.since, coin.came_from, coin.at = "lying", self._table.now, start, coin.home
        self.lying.insert(0, coin)

    def pass_over(self, coin: Coin | None = None) -> None:
        """Move this coin, or the one to be asked for next, to the end of the order."""
        self.lying.append(self.lying.pop(self.lying.index(coin) if coin in self.lying else 0))
