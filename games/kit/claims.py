"""Whose piece it is when several contacts lie on the glass: that of the finger that is on it, or that moves.

A hand that cannot be held clear of the screen rests on it with curled fingers or its palm. None of its contacts is ever
left out for how many there are; each only takes nothing while it rests, or loses what it took to one with a better claim.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance
from games.kit.grip import UNMOVED, Hold
from games.kit.touches import HAND_CONTACTS, HAND_REACH, HAND_SECONDS

BEGINS = 3.0  # mm; a contact of a hand that was laid down takes its piece once it has moved so far ...
ALONG = 1.5  # mm; ... and with it those that have moved so far are looked at
STILL = 4.0  # mm; a contact that has trembled or rolled no farther rests, ...
STILL_SHARE = 0.3  # ... or no farther than this share of what another has moved
STIRS = 8.0  # mm; a finger that has moved so far means it
CLEARLY = 2.0  # mm; so much nearer to a piece than another contact to its own is on it rather than beside

Near = Callable[[Vec], tuple[Vec, bool] | None]
"""The piece that a finger landing here would take, were none held: where it lies, and whether it is the one asked for."""


def moved(finger: Finger) -> float:
    """How far a finger is from where it landed, in mm."""
    return distance(finger.start, finger.at)


def rests_beside(finger: Finger, mover: Finger) -> bool:
    """Whether a contact only rests, seen beside one that moves."""
    return moved(finger) <= max(STILL, STILL_SHARE * moved(mover))


class Claims:
    """Watches the contacts of one table: which were laid down together as a hand, and which of them move.

    `fingers`: how many a level wants at once; more that land together are a hand. Blocks of the first edition had the
    palm taken out before: there all is as it lands.
    """

    def __init__(self, edition: int, fingers: int = 2) -> None:
        self._on = edition >= 2
        self._hand = max(HAND_CONTACTS, fingers + 1)
        self._waiting: dict[int, Finger] = {}  # of hands that were laid down: they have not moved yet
        self._passed: set[int] = set()  # of such hands: another had its piece when they moved
        self._stirred: set[int] = set()  # moved so far that they mean it
        self._stirring: set[int] = set()  # the same, in this step
        self._turn: list[Finger] = []  # of such hands: those that have begun to move in this step

    def look(self, fingers: Fingers) -> None:
        """See what has landed, moved and gone in this step; before anything is taken."""
        if not self._on:
            return
        there = {finger.id for finger in fingers}
        resting = [one for one in self._waiting.values() if one.state == "down" and not one.hovering]
        self._waiting = {one.id: one for one in resting}
        self._passed &= there
        self._stirred &= there
        self._stirring = {one.id for one in fingers if moved(one) >= STIRS} - self._stirred
        self._stirred |= self._stirring
        for finger in fingers.pressed:
            if finger.device != "touch":
                continue
            hand = [one for one in fingers if one.device == "touch" and one.live and not one.hovering]
            hand = [one for one in hand if abs(one.born - finger.born) <= HAND_SECONDS]
            hand = [one for one in hand if distance(one.start, finger.start) <= HAND_REACH]
            if len(hand) >= self._hand:
                self._waiting.update({one.id: one for one in hand if moved(one) < BEGINS and not one.hovering})

    def waits(self, finger: Finger) -> bool:
        """Whether this contact was laid down with others, and has not moved or not been the one that was meant."""
        return finger.id in self._waiting or finger.id in self._passed

    def laid(self, hold: Hold) -> bool:
        """Whether what holds a piece has turned out to be a hand that was laid down: the piece is not meant, as yet."""
        there = hold.home is not None and not hold.hovering and distance(hold.at, hold.home) <= UNMOVED
        return there and any(self.waits(finger) for finger in hold.fingers)

    def movers(self, near: Near) -> list[Finger]:
        """Of hands that were laid down, those that move now and lie by a piece: who has the best claim comes first."""
        moving = [finger for finger in self._waiting.values() if moved(finger) >= BEGINS]
        if not moving:
            return []
        found = []
        for finger in self._waiting.values():
            there = near(finger.start) if moved(finger) >= ALONG else None
            if there is not None:
                found.append((not there[1], distance(there[0], finger.start), finger.id, finger))
        for finger in moving:
            del self._waiting[finger.id]
        self._turn = moving
        return [finger for *_, finger in sorted(found, key=lambda one: one[:3])]

    def settle(self, holding: Collection[Finger]) -> None:
        """After all had their chance in this step: those of a hand that moved while others hold a piece rest."""
        if holding:
            self._passed |= {finger.id for finger in self._turn if finger not in holding}
        self._turn = []

    def rival(self, fingers: Fingers, hold: Hold, spent: Collection[int], near: Near) -> Finger | None:
        """The finger that shall have its piece instead of those that hold one now and have not carried it off; or None.

        It has landed with another on the piece that is asked for, while that took one that was not; or clearly nearer to
        its piece than that to its own; or it moves while they rest.
        """
        if hold.home is None or hold.hovering or distance(hold.at, hold.home) > UNMOVED:
            return None
        for finger in fingers:
            if finger.state != "down" or finger.hovering or finger.id in spent or finger in hold.fingers:
                continue
            lands = finger in fingers.pressed and len(hold.fingers) == 1 and not self.waits(finger)
            if not lands and finger.id not in self._stirring:
                continue
            there = near(finger.start)
            if there is None:
                continue
            place, meant = there
            nearer = distance(finger.start, place) + CLEARLY < distance(hold.fingers[0].start, hold.home)
            if lands and ((meant and not hold.meant) or (meant == hold.meant and nearer)):
                return finger
            if finger.id in self._stirring and all(rests_beside(other, finger) for other in hold.fingers):
                return finger
        return None
