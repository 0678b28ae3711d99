"""The held coin: its speed, and what it hits on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.game import RATE
from games.kit.geometry import Vec, distance
from games.kit.grip import Held
from games.kit.swing import remember
from games.pennies.coin import Coin

HURRY_STEPS = 9  # steps over which a coin's speed is measured


@dataclass
class HeldCoin(Held[Coin]):
    """The held coin, with its fingers and its place."""

    trail: list[Vec] = field(default_factory=list)  # the coin's place in the last steps
    carried: list[Vec] = field(default_factory=list)  # the same for longer, from which its sway follows
    knocking: bool = False  # True while it is inside the tower's side, which counts as one knock
    let_go_at: Vec | None = None  # place of the stand, including its drift, when all fingers had lifted

    def hurry(self) -> float:
        """The coin's recent speed in mm/s."""
        if not self.trail:
            return 0.0
        return distance(self.trail[0], self.at) / (len(self.trail) / RATE)

    def remember(self) -> None:
        """Note the coin's place; call it once in each step."""
        self.trail.append(self.at)
        del self.trail[:-HURRY_STEPS]
        remember(self.carried, self.at)
