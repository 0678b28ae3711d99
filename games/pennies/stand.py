"""The stand that the tower is built on: it drifts, a resting finger steadies it, and it sinks as the tower grows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, crossing, distance
from games.pennies.coin import THICK, Coin
from games.pennies.layout import CLEARANCE, Layout
from games.pennies.tower import Tower

DRIFT_SECONDS = 9.0  # s for one full drift to and fro
STEADIED = 0.5  # share of the drift that remains while a finger rests on the stand
STEADYING = 0.5  # s until it has its full effect
RESTS = 0.15  # s that a finger must have rested ...
RESTS_WITHIN = 10.0  # mm; ... within this
BESIDE = 6.0  # mm beside the stand ...
ABOVE = 3.0  # mm; ... and above it within which a finger counts as resting on it
GRAZE = 1.0  # mm that a coin may overlap the tower as it passes
FORGIVEN = 3.0  # mm; a coin that passes at most this far below the top of another only brushes it
PASSING = 4.0  # mm between the outermost coins and the hint's path


class Stand:
    """The place of the tower's foot on the table, and the finger that steadies it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.foot = layout.foot
        self.sunk = 0.0  # mm
        self.sank_from, self.sank_at = 0.0, -10.0  # its depth before the last change, and the time of that change
        self.steadying: int | None = None  # the finger that rests on the stand
        self._swing = 1.0  # present share of the drift, reduced by a finger on the stand

    @property
    def steady(self) -> bool:
        """Whether a finger holds it."""
        return self.steadying is not None

    @property
    def drift(self) -> float:
        """mm to either side, on this screen."""
        return self.layout.settings.drift * self.layout.scale

    def holds(self, place: Vec) -> bool:
        """Whether a finger here rests on the stand."""
        left, right = self.layout.stand
        foot = self.layout.foot
        return foot.x + left - BESIDE <= place.x <= foot.x + right + BESIDE and place.y >= foot.y - ABOVE

    def step(self, fingers: Fingers, holding: Sequence[Finger], now: float, dt: float) -> None:
        """One step of dt s: exactly one resting finger steadies the stand; more fingers are a resting hand."""
        self.steadying = self._steadied_by(fingers, holding, now) if len(fingers) else None
        wanted, most = (STEADIED if self.steady else 1.0), dt / STEADYING * (1.0 - STEADIED)
        self._swing += max(-most, min(most, wanted - self._swing))
        away = round(self.drift * self._swing * math.sin(2 * math.pi * now / DRIFT_SECONDS), 9)
        self.foot = self.layout.foot + Vec(away, self.sunk)

    def _steadied_by(self, fingers: Fingers, holding: Sequence[Finger], now: float) -> int | None:
        resting = [f for f in fingers if f.state == "down" and not f.hovering and f not in holding]
        resting = [f for f in resting if self.holds(f.start) and self.holds(f.at)]
        calm = [f for f in resting if now - f.born >= RESTS and distance(f.start, f.at) <= RESTS_WITHIN]
        return calm[0].id if len(resting) == len(calm) == 1 else None

    def sink(self, height: float, now: float) -> None:
        """Sink to make room above a tower of this height, or rise again."""
        sunk = self.layout.sunk(height)
        if sunk != self.sunk:
            self.sank_from, self.sank_at = self.sunk, now
            self.foot = self.foot + Vec(0, sunk - self.sunk)
            self.sunk = sunk

    def mean(self, x: float) -> float:
        """The place on the table of something at x from the stand's middle, averaged over the drift. If |x| is at most the
        drift it counts as the middle, so that successive coins do not wander off."""
        still = max(0.0, abs(x) - self.drift)
        return self.layout.foot.x + (still if x > 0 else -still)

    def over(self, tower: Tower, coin: Coin, goal: Vec) -> tuple[Vec, ...]:
        """The points to pass on the way to a place: up beside the tower, then over it."""
        foot, side = self.foot, self.layout.side
        top = max(tower.height, foot.y - goal.y - coin.thick / 2)
        high = max(coin.width * THICK, foot.y - top - CLEARANCE - coin.thick / 2)
        above = Vec(goal.x, high)
        if not tower.coins:
            return (above,)
        out = [side * one.x + one.width / 2 for one in tower.coins.values()]
        beside = max(max(out), side * (goal.x - self.layout.foot.x)) + coin.width / 2 + PASSING + self.drift
        return Vec(self.layout.foot.x + side * beside, high), above

    def hit(self, tower: Tower, coin: Coin, before: Vec, now: Vec) -> int | None:
        """The lowest coin of the tower whose side was hit on the way between two places, or None."""
        found: list[tuple[float, int]] = []
        for index, other in tower.coins.items():
            reach = (coin.width + other.width) / 2 - GRAZE
            middle = self.foot.x + other.x
            if abs(before.x - middle) < reach:
                continue  # it was above already, or has knocked before
            y = crossing(before, now, middle + (reach if before.x > middle else -reach))
            if y is None:
                continue
            under = self.foot.y - y - coin.thick / 2
            if under < other.top - max(FORGIVEN, other.thick / 2) and under + coin.thick > other.high:
                found.append((other.high, index))
        return min(found)[1] if found else None
