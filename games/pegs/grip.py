"""A peg in the hand, and when thumb and finger have taken one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle
from games.kit.grip import SECOND_FINGER, UNMOVED, Hold, pinched
from games.pegs.board import Board
from games.pegs.jobs import Job
from games.pegs.peg import Peg

GRASPED = 18.0  # mm; thumb and finger may take a thin peg as if it were this thick
TRAIL = 10  # steps of the last moments that are remembered


@dataclass
class Held(Hold):
    """The peg in a hand, what is meant to become of it, and where it came from."""

    peg: Peg
    job: Job
    start: Vec
    paired: bool = field(default=False, kw_only=True)  # thumb and finger have held it
    trail: list[Vec] = field(default_factory=list)  # its place in the last steps: it leans as it is carried


def joined(held: Held, finger: Finger, board: Board) -> Peg | None:
    """The peg that is between this second finger and the one that holds another, or the same, and has not carried it off."""
    first = held.fingers[0]
    fresh = finger.born - held.began <= SECOND_FINGER and distance(held.at, held.start) <= UNMOVED
    if not (fresh and len(held.fingers) == 1 and first.state == "down" and not first.hovering):
        return None
    centre = middle((first.at, finger.at))
    others = [peg for peg in board.pegs if peg.slot == held.peg.slot and peg.state != "held"]
    near = [(distance(held.start, centre), held.start, held.peg)]
    near += [(distance(peg.at, centre), peg.at, peg) for peg in others if board.job_for(peg) is not None]
    _, place, peg = min(near, key=lambda one: one[0])
    return peg if pinched(first, finger, place, max(board.layout.peg, GRASPED), landed=True) else None


def closing(
    free: Sequence[Finger], pressed: Finger | None, board: Board, busy: frozenset[int]
) -> tuple[Finger, Finger, Peg] | None:
    """Two of these fingers and the peg between them, if they have taken it: as `pressed` landed, or by closing."""
    for index, second in enumerate(free):
        for first in free[:index]:
            landed = pressed is second and second.born - first.born <= SECOND_FINGER
            peg = board.near(middle((first.at, second.at)), busy)
            size = max(board.layout.peg, GRASPED)
            if peg is not None and pinched(first, second, peg.at, size, landed):
                return first, second, peg
    return None
