"""Decides which of several contacts on the glass gets a piece: the one that is on it, or the one that moves.

Some hands cannot be held clear of the screen and rest on it with the palm or curled fingers. No contact is ignored just
because there are many: a resting contact takes nothing, or gives up what it took to a contact with a better claim.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance
from games.kit.grip import UNMOVED, Hold
from games.kit.touches import HAND_CONTACTS, HAND_REACH, HAND_SECONDS

BEGINS = 3.0  # mm; a contact of a resting hand takes a piece once it has moved this far ...
ALONG = 1.5  # mm; ... and is then compared with those that have moved at least this far
STILL = 4.0  # mm; a contact that has moved no farther (tremor, rolling) is resting, ...
STILL_SHARE = 0.3  # ... or no farther than this share of another one's movement
STIRS = 8.0  # mm; a finger that has moved this far does so on purpose
CLEARLY = 2.0  # mm; a contact this much nearer to its piece than another to its own has the better claim

Near = Callable[[Vec], tuple[Vec, bool] | None]
"""The piece that a finger landing here would take if none were held: its place, and whether it is the one asked for."""


def moved(finger: Finger) -> float:
    """The distance of a finger from where it landed, in mm."""
    return distance(finger.start, finger.at)


def rests_beside(finger: Finger, mover: Finger) -> bool:
    """Whether a contact is resting, compared with one that moves."""
    return moved(finger) <= max(STILL, STILL_SHARE * moved(mover))


class Claims:
    """Watches the contacts of one table: which landed together as a resting hand, and which of them move.

    `fingers`: how many fingers a level uses at once; more that land together count as a resting hand. In blocks of
    edition 1, palms were removed earlier (contacts.py), so that every contact counts as it lands.
    """

    def __init__(self, edition: int, fingers: int = 2) -> None:
        self._on = edition >= 2
        self._hand = max(HAND_CONTACTS, fingers + 1)
        self._waiting: dict[int, Finger] = {}  # contacts of resting hands that have not moved yet
        self._passed: set[int] = set()  # contacts of resting hands that moved while another finger held the piece
        self._stirred: set[int] = set()  # contacts that have moved on purpose (by STIRS)
        self._stirring: set[int] = set()  # those that reached that in this step
        self._turn: list[Finger] = []  # contacts of resting hands that began to move in this step

    def look(self, fingers: Fingers) -> None:
        """Update from the contacts of this step; call it before any piece is taken."""
        if not self._on:
            return
        if self._waiting:
            resting = [one for one in self._waiting.values() if one.state == "down" and not one.hovering]
            self._waiting = {one.id: one for one in resting}
        if self._passed or self._stirred:
            there = {finger.id for finger in fingers}
            self._passed &= there
            self._stirred &= there
        self._stirring = {one.id for one in fingers if one.id not in self._stirred and moved(one) >= STIRS}
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
        """Whether this contact landed as part of a resting hand and may not take a piece (yet)."""
        return finger.id in self._waiting or finger.id in self._passed

    def laid(self, hold: Hold) -> bool:
        """Whether the holder of a piece has turned out to be a resting hand, so that the piece was not taken on purpose."""
        return self.may_lose(hold) and any(self.waits(finger) for finger in hold.fingers)

    def movers(self, near: Near) -> list[Finger]:
        """The contacts of resting hands that begin to move now near a piece, best claim first."""
        if not self._waiting:
            return []
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
        """At the end of a step: contacts of a resting hand that moved while others hold a piece count as resting again."""
        if holding:
            self._passed |= {finger.id for finger in self._turn if finger not in holding}
        self._turn = []

    def may_lose(self, hold: Hold) -> bool:
        """Whether another finger may still have a better claim: the piece has not been carried away yet."""
        return hold.home is not None and not hold.hovering and distance(hold.at, hold.home) <= UNMOVED

    def rival(self, fingers: Fingers, hold: Hold, spent: Collection[int], near: Near) -> Finger | None:
        """The finger with a better claim than the present holders, who have not carried their piece away; or None.

        It landed together with a holder but on the piece that is asked for, while the holder took another one; or it is
        clearly nearer to its piece than the holder to its own; or it moves while the holders rest.
        """
        if hold.home is None or not self.may_lose(hold):
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
