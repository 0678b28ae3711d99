"""A peg in the hand, and when thumb and finger have taken one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    if peg is not held.peg and held.kept(max(board.layout.peg, GRASPED)):
        return None
    return peg if pinched(first, finger, place, max(board.layout.peg, GRASPED), True, board.edition) else None


def closing(
    free: Sequence[Finger], pressed: Finger | None, board: Board, busy: frozenset[int]
) -> tuple[Finger, Finger, Peg] | None:
    """Two of these fingers and the peg between them, if they have taken it: as `pressed` landed, or by closing."""
    for index, second in enumerate(free):
        for first in free[:index]:
            landed = pressed is second and second.born - first.born <= SECOND_FINGER
            peg = board.near(middle((first.at, second.at)), busy)
            size = max(board.layout.peg, GRASPED)
            if peg is not None and pinched(first, second, peg.at, size, landed, board.edition):
                return first, second, peg
    return None


def nearest(board: Board, hands: Mapping[int, Held], place: Vec, slot: int | None = None) -> Peg | None:
    """The peg that a finger here would take if this hand held none; of the hands that are free where none is named."""
    found = [board.near(place, frozenset(hands) - {slot})]
    held = None if slot is None else hands.get(slot)
    if held is not None and distance(held.start, place) <= board.reach:
        found.append(held.peg)
    near = [peg for peg in found if peg is not None and slot in (None, peg.slot)]
    return min(near, key=lambda peg: distance(_lay(peg, hands), place), default=None)


def claim(board: Board, hands: Mapping[int, Held], place: Vec, slot: int | None = None) -> tuple[Vec, bool] | None:
    """Where that peg lies, and whether it is the one that is asked for; None where there is none."""
    peg = nearest(board, hands, place, slot)
    if peg is None:
        return None
    held = hands.get(peg.slot)
    meant = held.meant if held is not None and held.peg is peg else peg is board.next(peg.slot)[0]
    return _lay(peg, hands), meant


def _lay(peg: Peg, hands: Mapping[int, Held]) -> Vec:
    held = hands.get(peg.slot)
    return held.start if held is not None and held.peg is peg else peg.at
