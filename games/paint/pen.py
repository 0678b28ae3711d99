"""One finger as a pen: it draws while pressed; or a pointer taps it down and leads it until the next tap."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.fingers import Finger
from games.kit.geometry import Vec


@dataclass
class Pen:
    """A finger that paints."""

    finger: Finger
    last: Vec
    stroke: int = 0
    ink: float = 0.0  # mm drawn
    reach: float = 0.0  # mm, the farthest it has been from where it landed
    drew: float = 0.0  # when it last touched
    line: list[Vec] = field(default_factory=list)

    @property
    def down(self) -> bool:
        """Whether it may still draw."""
        return self.finger.state == "down" and not self.dot

    @property
    def dot(self) -> bool:
        """Whether it is a tap on the glass, which makes a dot; a pen tapped by mouse or keys can be led on."""
        return self.finger.hovering and self.finger.device == "touch"

    def ended_by(self, finger: Finger) -> bool:
        """Whether this contact is the tap that ends a line drawn by a hovering pointer: it lifts at the same time as the
        pen."""
        mine = self.finger
        there = mine.state == "down" or (mine.state == "lifted" and mine.lifted_at >= finger.born)
        return mine.hovering and not self.dot and there


@dataclass
class Brushes:
    """The strokes of one finger: its own, and its mirror image's."""

    pen: Pen
    strokes: list[int]
    mirrored: list[int] = field(default_factory=list)
