"""A hand that is laid on the paper of the studio, and what of it paints: only what moves."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.claims import BEGINS, Claims, moved
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import distance
from games.kit.touches import HAND_REACH, HAND_SECONDS

LATE = 0.5  # s; what a contact of a hand left as it landed, and then lay still so long, was no paint
LOWER = 8.0  # mm; a contact that lands so much lower than a finger that paints, ...
BESIDE = 120.0  # mm; ... and this near to it, may be the hand of that finger


class Laid:
    """Contacts that wait: three or more that came down together, or two below a finger that paints."""

    def __init__(self, edition: int) -> None:
        self._on = edition >= 2
        self._claims = Claims(edition)
        self._below: dict[int, Finger] = {}
        self._paired: set[int] = set()  # of those below: they came down with another
        self._hand: set[int] = set()  # contacts that came down with others and have not moved

    def look(self, fingers: Fingers) -> None:
        """See what has landed in this step."""
        self._claims.look(fingers)
        still = {finger.id: finger for finger in fingers if moved(finger) < BEGINS}
        self._hand = {number for number, one in still.items() if number in self._hand or self._claims.waits(one)}

    def rests(self, finger: Finger) -> bool:
        """Whether this contact came down as part of a hand and has not moved."""
        return finger.id in self._hand

    def unmeant(self, finger: Finger, now: float) -> bool:
        """The same, for so long, or until it lifted, that it will not paint any more."""
        return self.rests(finger) and (_off(finger) or now - finger.born >= LATE)

    def keeps(self, finger: Finger, painting: Sequence[Finger]) -> bool:
        """Whether a contact that lands must move, or turn out to be alone, before it paints."""
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
        """Of those that wait, the fingers that paint after all, from this step on."""
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
