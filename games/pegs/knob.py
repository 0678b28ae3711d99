"""A finger on the knob: it turns the piece as it goes round, or by one notch as it taps the knob's left or right half."""

from __future__ import annotations

import math

from games.kit.fingers import Finger
from games.kit.geometry import Vec
from games.kit.grip import angle_between
from games.pegs.peg import STEP

INNER = 3.0  # mm; nearer to the knob's middle there is no direction
TAP_TURN = 0.12  # radians; a finger that went round less than this has tapped


class Dial:
    """One finger from where it landed on the knob until it lifts or its tap is over."""

    def __init__(self, finger: Finger) -> None:
        self.finger = finger
        self._last: float | None = None
        self._turned = 0.0

    @property
    def ended(self) -> bool:
        """Whether it has left the knob for good."""
        return self.finger.state != "down" or self.finger.hovering

    @property
    def turns(self) -> bool:
        """Whether it has clearly turned the knob and not just tapped it."""
        return abs(self._turned) >= TAP_TURN

    def turned_by(self, knob: Vec) -> float:
        """The turn of the knob in this step, in radians; a tap counts when it ends."""
        way = self.finger.at - knob
        if self.ended:
            if not self.turns:
                return round((STEP if self.finger.start.x >= knob.x else -STEP) - self._turned, 9)
            return 0.0
        if way.length < INNER:
            return 0.0
        now = round(math.atan2(way.y, way.x), 9)
        by = 0.0 if self._last is None else round(angle_between(now, self._last), 9)
        self._last = now
        self._turned += by
        return by
