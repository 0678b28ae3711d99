"""Repairs of the touch stream for blocks of edition 1: interrupted contacts are joined, palms are left out entirely.

It maps samples to samples and knows time only by them. Blocks of later editions use touches.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.fingers import GRACE, GRACE_REACH, Sample
from games.kit.geometry import Vec, distance

PALM_CONTACTS = 3  # as many new contacts ...
PALM_SECONDS = 0.300  # ... within this time ...
PALM_REACH = 60.0  # mm; ... and this near each other are a palm, not fingers
HOVERER = 0  # the finger number of hover samples


@dataclass
class _Contact:
    finger: int
    born: float
    at: Vec
    palm: bool = False


class Contacts:
    """Turns raw device contacts into finger numbers 1, 2, 3 ..., each used once in a block.

    A game that needs five fingers must get them: only more contacts than `fingers` can be a palm.
    """

    def __init__(self, fingers: int) -> None:
        self._palm = max(PALM_CONTACTS, fingers + 1)
        self._down: dict[int, _Contact] = {}  # by the device's own id
        self._lifted: list[tuple[float, _Contact]] = []
        self._given = HOVERER
        self.flickers = 0  # contacts that came back within the grace period
        self.strays = 0  # contacts left out as a palm

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
        if sample.phase in ("up", "cancel"):
            del self._down[sample.finger]
            if sample.phase == "up" and not contact.palm:
                self._lifted.append((sample.t, contact))
        return [] if contact.palm else [_played(sample, contact.finger)]

    def reset(self) -> None:
        """Forget all contacts; each must land again."""
        self._down.clear()
        self._lifted.clear()

    def _land(self, sample: Sample) -> list[Sample]:
        out = []
        ghost = self._down.pop(sample.finger, None)  # the device lost its UP
        if ghost is not None and not ghost.palm:
            out.append(Sample(sample.t, ghost.finger, "cancel", ghost.at, sample.device))
        self._lifted = [(t, c) for t, c in self._lifted if sample.t < t + GRACE]
        near = [(distance(c.at, sample.at), i) for i, (_, c) in enumerate(self._lifted)]
        if near and min(near)[0] <= GRACE_REACH:
            _, contact = self._lifted.pop(min(near)[1])
            contact.at = sample.at
            self.flickers += 1
            self._down[sample.finger] = contact
            return [*out, _played(sample, contact.finger)]
        neighbours = [c for c in self._down.values() if distance(c.at, sample.at) <= PALM_REACH]
        fresh = [c for c in neighbours if sample.t - c.born <= PALM_SECONDS]
        self._given += 1
        contact = _Contact(self._given, sample.t, sample.at)
        self._down[sample.finger] = contact
        if any(c.palm for c in neighbours) or len(fresh) + 1 >= self._palm:
            contact.palm = True
            self.strays += 1
            for other in fresh:
                if not other.palm:
                    other.palm = True
                    self.strays += 1
                    out.append(Sample(sample.t, other.finger, "cancel", other.at, sample.device))
            return out
        return [*out, _played(sample, contact.finger)]


def _played(sample: Sample, finger: int) -> Sample:
    return Sample(sample.t, finger, sample.phase, sample.at, sample.device)
