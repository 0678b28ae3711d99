"""Repairs of the touch stream from edition 2 on: every contact is passed on, and an interrupted one continues.

Which contacts are resting and which are meant is decided by the rules of a game (see claims.py); none is left out here.
"""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.fingers import GRACE, GRACE_REACH, Sample
from games.kit.geometry import Vec, distance

MOVED = 6.0  # mm; a contact that has been this far from where it landed was moving something
HELD = 0.3  # s; one that stayed this long without moving was holding something ...
HELD_REACH = 6.0  # mm; ... and continues if it comes back this near (two fingertips are farther apart)
POKE = 0.4  # s; after a stroke this short, a contact nearer to its beginning than to its end is a new stroke
HAND_CONTACTS = 3  # this many new contacts, or more than the game uses, ...
HAND_SECONDS = 0.3  # ... within this time ...
HAND_REACH = 60.0  # mm; ... and this near each other are a resting hand
HOVERER = 0  # the finger number of hover samples


@dataclass
class _Contact:
    finger: int
    born: float
    start: Vec
    at: Vec
    far: float = 0.0  # mm, the farthest it has been from where it landed
    lifted: float = 0.0

    def goes_on(self, sample: Sample, grace: float) -> bool:
        """Whether a contact that lands now continues this one, which was lost while it moved or held something."""
        if sample.t >= self.lifted + grace:
            return False
        off = distance(self.at, sample.at)
        lasted = self.lifted - self.born
        if self.far < MOVED:
            return lasted >= HELD and off <= HELD_REACH
        again = lasted <= POKE and distance(self.start, sample.at) < off
        return off <= GRACE_REACH and not again


class Touches:
    """Turns raw device contacts into finger numbers 1, 2, 3 ..., each used once in a block.

    A touch that is lost while it holds or moves something and comes back within `grace` seconds is the same finger.
    Successive taps, strokes and mouse clicks are always different fingers.
    """

    def __init__(self, fingers: int, grace: float = GRACE) -> None:
        self._grace = grace
        self._hand = max(HAND_CONTACTS, fingers + 1)
        self._down: dict[int, _Contact] = {}  # by the device's own id
        self._lifted: list[_Contact] = []
        self._given = HOVERER
        self.flickers = 0  # contacts that came back within the grace period
        self.strays = 0  # contacts that landed as part of a resting hand

    def feed(self, sample: Sample) -> list[Sample]:
        """The samples that the rules get for this raw sample: none, one, or several."""
        if sample.phase == "hover":
            return [_played(sample, HOVERER)]
        if sample.phase == "down":
            return self._land(sample)
        contact = self._down.get(sample.finger)
        if contact is None:
            return []
        contact.at = sample.at
        contact.far = max(contact.far, distance(contact.start, sample.at))
        if sample.phase in ("up", "cancel"):
            del self._down[sample.finger]
            if sample.phase == "up" and sample.device == "touch":
                contact.lifted = sample.t
                self._lifted.append(contact)
        return [_played(sample, contact.finger)]

    def reset(self) -> None:
        """Forget all contacts; each must land again."""
        self._down.clear()
        self._lifted.clear()

    def _land(self, sample: Sample) -> list[Sample]:
        out = []
        ghost = self._down.pop(sample.finger, None)  # the device lost its UP
        if ghost is not None:
            out.append(Sample(sample.t, ghost.finger, "cancel", ghost.at, sample.device))
        self._lifted = [one for one in self._lifted if sample.t < one.lifted + self._grace]
        if sample.device == "touch":
            back = [one for one in self._lifted if one.goes_on(sample, self._grace)]
            if back:
                contact = min(back, key=lambda one: distance(one.at, sample.at))
                self._lifted.remove(contact)
                contact.at = sample.at
                self.flickers += 1
                self._down[sample.finger] = contact
                return [*out, _played(sample, contact.finger)]
        near = [
            one
            for one in self._down.values()
            if sample.t - one.born <= HAND_SECONDS and distance(one.at, sample.at) <= HAND_REACH
        ]
        if len(near) + 1 >= self._hand:
            self.strays += 1
        self._given += 1
        self._down[sample.finger] = _Contact(self._given, sample.t, sample.at, sample.at)
        return [*out, _played(sample, self._given)]


def _played(sample: Sample, finger: int) -> Sample:
    return Sample(sample.t, finger, sample.phase, sample.at, sample.device)
