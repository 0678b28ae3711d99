"""A hand that pulls on one place of a band: by one finger, or between two until they open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance
from games.kit.grip import SECOND_FINGER, Hold

REACH = 15.0  # mm from the place that can be taken
PARTNER = 50.0  # mm between thumb and finger
Event = Literal["", "taken", "moved", "let go", "cancelled"]


class Hook:
    """Who pulls, and where to."""

    def __init__(self) -> None:
        self.hold: Hold | None = None
        self.let_go_at = 0.0

    @property
    def at(self) -> Vec | None:
        """Where the band is held; None where nobody holds it."""
        return None if self.hold is None else self.hold.at

    @property
    def ids(self) -> tuple[int, ...]:
        """The contacts that hold it."""
        return () if self.hold is None else tuple(finger.id for finger in self.hold.fingers)

    def look(self, fingers: Fingers, handle: Vec, now: float, reach: float = REACH) -> Event:
        """What became of the hold in this step; after "let go" `hold` is still there for a last look, until `drop`."""
        hold = self.hold
        if hold is None:
            for finger in fingers.pressed:
                if distance(finger.at, handle) <= reach and finger.state == "down":
                    self.hold = Hold([finger], handle - finger.at, finger.born, handle)
                    return "taken"
            return ""
        if any(finger.state == "cancelled" for finger in hold.fingers):
            return "cancelled"
        self._joined(hold, fingers.pressed, now)
        if hold.opened():
            self.let_go_at = now
            return "let go"
        places = hold.places()
        if places:
            hold.at = places[-1]
        up = [finger for finger in hold.fingers if finger.state != "down"]
        if len(up) == len(hold.fingers):
            self.let_go_at = max(finger.lifted_at for finger in up)
            return "let go"
        return "moved"

    def drop(self) -> None:
        """Nobody holds it."""
        self.hold = None

    def _joined(self, hold: Hold, pressed: Sequence[Finger], now: float) -> None:
        if len(hold.fingers) > 1 or hold.hovering or now - hold.began > SECOND_FINGER:
            return
        first = hold.fingers[0]
        for finger in pressed:
            if finger is not first and distance(finger.at, first.at) <= PARTNER:
                hold.by_two(first, finger, hold.at)
                return
