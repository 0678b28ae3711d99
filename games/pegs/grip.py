"""A held peg: its job, and how it leans while it is carried."""

from __future__ import annotations

from dataclasses import dataclass, field

from games.kit.geometry import Vec
from games.kit.grip import Held, angle_between, direction
from games.pegs.jobs import Job
from games.pegs.peg import Peg

GRASPED = 18.0  # mm; thumb and finger may take a thin peg as if it were this thick
TRAIL = 10  # number of recent steps that are remembered


@dataclass
class HeldPeg(Held[Peg]):
    """The peg in a hand, and its job."""

    job: Job = field(init=False)  # set by the board when it is taken
    paired: bool = False  # thumb and finger have held it
    trail: list[Vec] = field(default_factory=list)  # its place in recent steps, from which its lean follows

    def remember(self) -> None:
        """Note the peg's place; call it once in each step."""
        self.trail.append(self.at)
        del self.trail[:-TRAIL]

    def turned_on(self) -> float:
        """The turn by thumb and finger since the last call, in radians."""
        now = direction(self.fingers)
        by, self.turned = round(angle_between(now, self.turned), 9), now
        return by
