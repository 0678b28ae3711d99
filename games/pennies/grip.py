"""The coin in the hand: how fast it is carried, and what it touches on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.game import RATE
from games.kit.geometry import Vec, distance
from games.kit.grip import Held
from games.pennies.coin import Coin

HURRY_STEPS = 9  # steps over which a coin's speed is taken


@dataclass
class HeldCoin(Held[Coin]):
    """The coin in the hand, the finger or two on it, and where it is."""

    trail: list[Vec] = field(default_factory=list)  # the coin's place in the last steps
    knocking: bool = False  # it is in the tower's side just now: that is one knock
    let_go_at: Vec | None = None  # where the stand was, and how far it had drifted, when all fingers had lifted

    def hurry(self) -> float:
        """How fast the coin was carried in the last moments, in mm/s."""
        if not self.trail:
            return 0.0
        return distance(self.trail[0], self.at) / (len(self.trail) / RATE)

    def remember(self) -> None:
        """Note where the coin is; called once a step."""
        self.trail.append(self.at)
        del self.trail[:-HURRY_STEPS]
