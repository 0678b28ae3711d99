"""A peg in the hand: what is to become of it, and how it leans as it is carried."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.geometry import Vec
from games.kit.grip import Held, angle_between, direction
from games.pegs.jobs import Job
from games.pegs.peg import Peg

GRASPED = 18.0  # mm; thumb and finger may take a thin peg as if it were this thick
TRAIL = 10  # steps of the last moments that are remembered


@dataclass
class HeldPeg(Held[Peg]):
    """The peg in a hand, and what is meant to become of it."""

    job: Job = field(init=False)  # the board says which, as it is taken
    paired: bool = False  # thumb and finger have held it
    trail: list[Vec] = field(default_factory=list)  # its place in the last steps: it leans as it is carried

    def remember(self) -> None:
        """Note where the peg is; called once a step."""
        self.trail.append(self.at)
        del self.trail[:-TRAIL]

    def turned_on(self) -> float:
        """How far thumb and finger have turned it since this was last asked, in radians."""
        now = direction(self.fingers)
        by, self.turned = round(angle_between(now, self.turned), 9), now
        return by
