"""Resting hands in the studio: of contacts that land together, only those that move paint."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.claims import BEGINS, Claims, moved
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import distance
from games.kit.touches import HAND_REACH, HAND_SECONDS

LATE = 0.5  # s; a contact of a resting hand that stays still this long has not painted
LOWER = 8.0  # mm; a contact that lands this much lower than a painting finger ...
BESIDE = 120.0  # mm; ... and this near to it may be the hand of that finger
PALM_REACH = 60.0  # mm; ...
PALM_SECONDS = 0.3  # mm and s; contacts this close in place and time are a resting hand ...
PALM_OTHERS = 2  # ... if there are at least this many others


class Laid:
    """Contacts that do not paint yet: three or more that landed together, or two below a painting finger."""

    def __init__(self, edition: int) -> None:
        self._on = edition >= 2
        self._claims = Claims(edition)
        self._below: dict[int, Finger] = {}
        self._paired: set[int] = set()  # of those below a painting finger, the ones that landed with another
        self._hand: set[int] = set()  # contacts that landed with others and have not moved

    def look(self, fingers: Fingers) -> None:
        """Update from the contacts that have landed in this step."""
        self._claims.look(fingers)
        still = {finger.id: finger for finger in fingers if moved(finger) < BEGINS}
        self._hand = {number for number, one in still.items() if number in self._hand or self._claims.waits(one)}

    def rests(self, finger: Finger) -> bool:
        """Whether this contact landed as part of a resting hand and has not moved."""
        return finger.id in self._hand

    def unmeant(self, finger: Finger, now: float) -> bool:
        """Whether it has rested for so long, or until it lifted, that it will not paint any more."""
        return self.rests(finger) and (_off(finger) or now - finger.born >= LATE)

    def keeps(self, finger: Finger, painting: Sequence[Finger]) -> bool:
        """Whether a landing contact must wait until it moves, or turns out to be alone, before it paints."""
        if not self._on or finger.device != "touch":
            return False
        if self.rests(finger):
            return True
        for other in painting:
            lower = finger.start.y >= other.at.y + LOWER and distance(finger.start, other.at) <= BESIDE
            if lower and finger.born - other.born > HAND_SECONDS:
                self._below[finger.id] = finger
                return True
        return False

    def meant(self, now: float, foot: float) -> list[Finger]:
        """The waiting fingers that begin to paint in this step."""
        there = self._claims.movers(lambda place: (place, True) if place.y > foot else None)
        out = [finger for finger in there if moved(finger) >= BEGINS]
        self._claims.settle(())
        for number, finger in list(self._below.items()):
            if any(one is not finger and self._together(one, finger) for one in self._below.values()):
                self._paired.add(number)
        for number, finger in list(self._below.items()):
            lifted, waited = _off(finger), now - finger.born >= HAND_SECONDS
            alone = number not in self._paired
            paints = (alone and (lifted or waited)) or (moved(finger) >= BEGINS and not lifted)
            if finger.state == "cancelled" or self.rests(finger) or paints or lifted:
                del self._below[number]
                self._paired.discard(number)
                if paints and finger.state != "cancelled" and not self.rests(finger):
                    out.append(finger)
        return out

    def returned(self, fingers: Fingers) -> list[Finger]:
        """Fingers that were lost for a moment and are back in this step."""
        down = {sample.finger for sample in fingers.samples if sample.phase == "down"} if self._on else set()
        return [finger for finger in fingers if finger.id in down and finger not in fingers.pressed]

    def _together(self, one: Finger, other: Finger) -> bool:
        return abs(one.born - other.born) <= HAND_SECONDS and distance(one.start, other.start) <= HAND_REACH


def _off(finger: Finger) -> bool:
    """Whether a contact has left the glass, for good, for a moment, or hovering after a tap."""
    return finger.state != "down" or finger.hovering


def palm(finger: Finger, fingers: Fingers) -> bool:
    """Whether this contact landed together with others close by, as a resting hand does."""
    near = 0
    for other in fingers:
        if other is not finger and other.live and abs(other.born - finger.born) <= PALM_SECONDS:
            near += distance(other.at, finger.at) <= PALM_REACH
    return near >= PALM_OTHERS
