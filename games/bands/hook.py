"""A hand that pulls on one place of a band: by one finger, or between two until they open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from games.kit.claims import Claims
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance
from games.kit.grip import BESIDE, SECOND_FINGER, Hold

REACH = 15.0  # mm from the place that can be taken
PARTNER = 50.0  # mm between thumb and finger
ON_IT = 8.0  # mm; a finger this near to the place is on it
Event = Literal["", "taken", "moved", "let go", "cancelled"]


class Hook:
    """The fingers that pull, and the place of the band in the hand."""

    def __init__(self, edition: int = 1) -> None:
        self.claims = Claims(edition)
        self._edition = edition
        self._spent: set[int] = set()
        self.hold: Hold | None = None
        self.let_go_at = 0.0

    @property
    def at(self) -> Vec | None:
        """The place where the band is held; None if it is not held."""
        return None if self.hold is None else self.hold.at

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the fingers that hold it."""
        return () if self.hold is None else tuple(finger.id for finger in self.hold.fingers)

    def look(self, fingers: Fingers, handle: Vec, now: float, reach: float = REACH) -> Event:
        """The change of the hold in this step; after "let go", `hold` remains until `drop`."""
        self.claims.look(fingers)
        self._spent &= {finger.id for finger in fingers}

        def near(place: Vec) -> tuple[Vec, bool] | None:
            return (handle, True) if distance(place, handle) <= reach else None

        movers = self.claims.movers(near)
        hold = self.hold
        if hold is not None and self.claims.laid(hold):
            self.hold = hold = None
        if hold is None:
            landed = [finger for finger in fingers.pressed if not self.claims.waits(finger)]
            first = next((f for f in (*movers, *landed) if near(f.start) is not None and f.state == "down"), None)
            return self._taken(first, handle)
        self.claims.settle(hold.fingers)
        if any(finger.state == "cancelled" for finger in hold.fingers):
            return "cancelled"
        other = self.claims.rival(fingers, hold, self._spent, near)
        if other is not None:
            self._spent |= {finger.id for finger in hold.fingers}
            hold.by_other(other)
        self._joined(hold, fingers.pressed, now)
        return self._moved(hold, now)

    def _taken(self, first: Finger | None, handle: Vec) -> Event:
        """A first finger takes the band; None: nobody does."""
        if first is None:
            self.claims.settle(())
            return ""
        home = handle if self._edition >= 2 else None
        self.hold = Hold([first], handle - first.start, first.born, handle, home=home, meant=True)
        self.claims.settle(self.hold.fingers)
        return "taken"

    def _moved(self, hold: Hold, now: float) -> Event:
        """The hold follows its fingers, until they open or leave."""
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
        """End the hold."""
        self.hold = None

    def _joined(self, hold: Hold, pressed: Sequence[Finger], now: float) -> None:
        if len(hold.fingers) > 1 or hold.hovering or now - hold.began > SECOND_FINGER:
            return
        first = hold.fingers[0]
        for finger in pressed:
            if finger is first or self.claims.waits(finger) or distance(finger.at, first.at) > PARTNER:
                continue
            if self._edition >= 2 and not self._beside(hold, first, finger):
                continue
            hold.by_two(first, finger, hold.at)
            return

    def _beside(self, hold: Hold, first: Finger, second: Finger) -> bool:
        """Whether thumb and finger have the place between them; a contact far from a finger that is on it is only resting."""
        near, far = sorted((distance(first.at, hold.at), distance(second.at, hold.at)))
        return near > ON_IT or far <= ON_IT + BESIDE
