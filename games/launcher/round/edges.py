"""Contacts that begin at the very edge of the screen: they come from a resting hand and are ignored."""

from __future__ import annotations

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.launcher.ui.theme import STRAY_EDGE


class Edges:
    """Remembers which contacts are ignored, and counts them."""

    def __init__(self) -> None:
        self.strays = 0
        self._resting: set[int] = set()

    def meant(self, sample: Sample, size: Vec) -> bool:
        """Whether a contact on a screen of this size (mm) counts; the mouse always does."""
        if sample.phase == "down":
            near = min(sample.at.x, size.x - sample.at.x, size.y - sample.at.y)
            if sample.device == "touch" and near < STRAY_EDGE:
                self._resting.add(sample.finger)
                self.strays += 1
        if sample.finger not in self._resting:
            return True
        if sample.phase in ("up", "cancel"):
            self._resting.discard(sample.finger)
        return False
