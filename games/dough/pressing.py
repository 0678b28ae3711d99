"""A finger on the bell or on a tool of the free table: what it does, and when."""

from __future__ import annotations

from dataclasses import dataclass

from games.dough.layout import Spot
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import distance

LONG_HOLD = 2.0  # s of holding the button for a new lump, so that a tap does not do it by accident
SLIDES = 1.6  # radii; a finger that has left a spot so far means something else


@dataclass(frozen=True)
class Used:
    """A spot that acts now; `short`: what has to be held for long was only tapped."""

    spot: Spot
    short: bool = False


class Pressing:
    """One finger at a time. A tap acts as the finger leaves; what makes a new lump has to be held (edition 2)."""

    def __init__(self, edition: int) -> None:
        self._holds = edition >= 2
        self._pressed: tuple[int, Spot] | None = None
        self._since = 0.0

    @property
    def taken(self) -> tuple[int, ...]:
        """The contact that is on a spot."""
        return () if self._pressed is None else (self._pressed[0],)

    def press(self, finger: Finger, spot: Spot, now: float) -> None:
        """This finger has landed on this spot."""
        self._pressed, self._since = (finger.id, spot), now

    def part(self, now: float) -> float:
        """The share of the holding time for a new lump that is over, 0 to 1."""
        if self._pressed is None or self._pressed[1].name != "again":
            return 0.0
        return min(1.0, (now - self._since) / LONG_HOLD)

    def look(self, fingers: Fingers, now: float) -> Used | None:
        """The spot that acts in this step."""
        if self._pressed is None:
            return None
        number, spot = self._pressed
        finger = fingers.get(number)
        if spot.name == "again" and self._holds:
            return self._held(finger, spot, now)
        if finger is None or finger.state == "cancelled":
            self._pressed = None
        elif finger.state != "down" or finger.hovering:
            self._pressed = None
            if distance(finger.at, spot.at) <= spot.radius * SLIDES:
                return Used(spot)
        return None

    def _held(self, finger: Finger | None, spot: Spot, now: float) -> Used | None:
        if finger is not None and finger.state == "down" and (not finger.hovering or finger.device != "touch"):
            if distance(finger.at, spot.at) > spot.radius * SLIDES:
                self._pressed = None
            elif self.part(now) >= 1.0:
                self._pressed = None
                return Used(spot)
            return None
        self._pressed = None
        return Used(spot, short=True) if finger is not None and finger.state != "cancelled" else None
