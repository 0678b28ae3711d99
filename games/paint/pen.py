"""What one finger does as a pen: pressed and moved, or tapped down and led through the air until the next tap."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.aids import TAP_REACH
from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance

LED = 2.0  # mm; a tapped pen that has gone farther is led by a pointer without contact


@dataclass
class Pen:
    """A finger that paints."""

    finger: Finger
    last: Vec
    stroke: int = 0
    ink: float = 0.0  # mm drawn
    drew: float = 0.0  # when it last drew
    led: bool = False  # it hovers, and was led on: the next tap ends it
    waiting: Finger | None = field(
        default=None
    )  # a touch that came while this pen hung at rest: a tap, or a new stroke?
    line: list[Vec] = field(default_factory=list)
    apart: bool = False  # a dot that was tapped before another stroke: its later readings are those of that stroke

    @property
    def down(self) -> bool:
        """Whether it may still draw."""
        return self.finger.state == "down"

    @property
    def hanging(self) -> bool:
        """Tapped down and left there: no pointer leads it."""
        return self.finger.state == "down" and self.finger.hovering and not self.led

    def dragged(self) -> bool:
        """Whether the touch that came while it hung has become a stroke of its own."""
        waiting = self.waiting
        return waiting is not None and distance(waiting.start, waiting.at) > TAP_REACH
