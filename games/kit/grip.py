"""How a hand holds a piece: by one finger, or between thumb and finger until they open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle, nearest_on_segment

REACH = 12.0  # mm; a touch takes the nearest piece whose middle is this near ...
RIM_REACH = 3.0  # mm; ... or whose rim is this near
SECOND_FINGER = 0.5  # s; a second finger that lands on the piece's other side within this time makes a pinch ...
UNMOVED = 4.0  # mm; ... if the piece has not been carried farther than this
WIDEST = 3.0  # greatest distance of thumb and finger in piece lengths, or ...
WIDEST_LEAST = 50.0  # mm; ... in mm for small pieces
PADS = 14.0  # mm; fingers that land at most this much farther apart than the piece is long hold it at once
NEAR_PADS = 24.0  # mm; the same for a finger that joins one which is already there
CLOSED = 0.90  # share of the landing distance to which fingers that landed farther apart must close
OPENED = 1.25  # times the least distance: fingers that open this far let go ...
OPENED_LEAST = 5.0  # mm; ... but at least by this much, so that tremor does not let go
ASIDE = 0.75  # greatest distance of the piece from the line between the fingers, in piece lengths
BESIDE = 10.0  # mm (plus half the piece's length); farther from a piece that another finger is on, a finger only rests
RESTED = 4.0  # mm; of two fingers that part, one that has moved no farther than this, ...
RESTED_SHARE = 0.3  # ... or than this share of the other's movement, was resting and not part of a pinch


@dataclass
class Hold:
    """One or two fingers on a piece, and where the piece is between them."""

    fingers: list[Finger]
    offset: Vec  # from the mean of the fingers to the piece: a piece is held where it was touched
    began: float
    at: Vec
    least: float = field(default=math.inf, kw_only=True)  # mm, the least distance of thumb and finger so far
    turned: float = field(default=0.0, kw_only=True)  # radians, the direction from finger to finger when they gripped
    home: Vec | None = field(default=None, kw_only=True)  # where the piece lay; None: no other finger can claim it
    meant: bool = field(default=False, kw_only=True)  # True if it is the piece that was asked for
    gripped: tuple[Vec, Vec, Vec] | None = field(default=None, kw_only=True)  # both fingers and the piece, then

    @property
    def hovering(self) -> bool:
        """Whether it is a carry by taps, which passes above everything on the table."""
        return self.fingers[0].hovering

    @property
    def shown(self) -> Vec:
        """The place of the piece for drawing, from the newest samples of its fingers."""
        return middle([finger.shown for finger in self.fingers]) + self.offset

    def places(self) -> list[Vec]:
        """All places of the piece in this step, in order."""
        if len(self.fingers) == 1:
            return [place + self.offset for place in self.fingers[0].moves]
        if not any(finger.moves for finger in self.fingers):
            return []
        return [middle([finger.at for finger in self.fingers]) + self.offset]

    def opened(self) -> bool:
        """Whether thumb and finger have opened far enough to let go."""
        if len(self.fingers) < 2:
            return False
        span = distance(self.fingers[0].at, self.fingers[1].at)
        self.least = min(self.least, span)
        parted = span >= max(self.least * OPENED, self.least + OPENED_LEAST)
        return parted and not self._one_rested()

    def _one_rested(self) -> bool:
        """Whether one of two parting fingers was only resting beside the piece, so that the other one holds it alone."""
        if self.home is None or self.gripped is None:
            return False
        ways = [distance(finger.at, place) for finger, place in zip(self.fingers, self.gripped[:2], strict=True)]
        index = 0 if ways[0] > ways[1] else 1
        if ways[1 - index] > max(RESTED, RESTED_SHARE * ways[index]):
            return False
        mover = self.fingers[index]
        self.fingers, self.offset = [mover], self.gripped[2] - self.gripped[index]
        self.at = mover.at + self.offset
        return True

    def by_two(self, first: Finger, second: Finger, place: Vec) -> None:
        """Hold the piece, which is at `place`, between these two fingers from now on."""
        self.fingers = [first, second]
        self.offset = place - middle((first.at, second.at))
        self.at = place
        self.gripped = first.at, second.at, place
        self.least = distance(first.at, second.at)
        self.turned = direction(self.fingers)

    def by_one(self, finger: Finger) -> None:
        """The other finger has slipped off: hold the piece with this one alone."""
        self.fingers = [finger]
        self.offset = self.at - finger.at

    def slip(self) -> None:
        """Of two fingers one has lifted, and leads on as a tap: the one on the glass holds it alone."""
        if len(self.fingers) == 2 and self.fingers[0].hovering != self.fingers[1].hovering:
            self.by_one(next(finger for finger in self.fingers if not finger.hovering))

    def kept(self, length: float) -> bool:
        """Whether the first finger is right on the piece that was asked for, so that a second finger cannot mean another
        piece between them."""
        return self.home is not None and self.meant and distance(self.fingers[0].start, self.home) <= length / 2

    def by_other(self, finger: Finger) -> None:
        """Give the piece to this finger, as if from the start: the previous holders are resting contacts."""
        if self.home is not None:
            self.fingers, self.offset, self.began = [finger], self.home - finger.start, finger.born
            self.at, self.gripped = self.home, None


class Piece(Protocol):
    """Something on the table that can be taken and carried."""

    at: Vec  # its middle: where it lies, or where it is carried just now


P = TypeVar("P", bound=Piece)


@dataclass
class Held(Hold, Generic[P]):
    """A piece in a hand. A game that has to remember more of it adds fields of its own, with defaults."""

    piece: P
    start: Vec = field(kw_only=True)  # where it lay
    slot: int = field(default=0, kw_only=True)  # the hand's, where there are several
    rested: bool = field(default=False, kw_only=True)  # it was set down on the way, and waited for the next tap

    @property
    def alone(self) -> bool:
        """Whether nothing else came along with it."""
        return True


def within_reach(length: float) -> float:
    """How near to a piece of this length a touch takes it, in mm."""
    return max(REACH, length / 2 + RIM_REACH)


def pinched(first: Finger, second: Finger, place: Vec, length: float, landed: bool, edition: int = 1) -> bool:
    """Whether thumb and finger hold the piece at `place` between them: at once if they land close to it, else once they
    close. From edition 2 on, a contact well beside a finger that is on the piece does not count as the second one."""
    if edition >= 2 and landed:
        near, far = sorted((distance(first.at, place), distance(second.at, place)))
        if near <= length / 2 and far > length / 2 + BESIDE:
            return False
    span = distance(first.at, second.at)
    if span > max(WIDEST * length, WIDEST_LEAST):
        return False
    nearest = nearest_on_segment(place, first.at, second.at)
    if distance(nearest, place) > ASIDE * length + 2.0 or min(
        distance(nearest, first.at), distance(nearest, second.at)
    ) < min(2.0, span / 4):
        return False
    start = distance(first.start, second.start)
    near = max(2 * length, length + NEAR_PADS) if landed else length + PADS
    return span <= near or span <= CLOSED * start


def direction(fingers: Sequence[Finger]) -> float:
    """The direction from the first finger to the second, in radians, rounded so that every machine gets the same."""
    way = fingers[1].at - fingers[0].at
    return round(math.atan2(way.y, way.x), 9)


def angle_between(a: float, b: float) -> float:
    """The angle between two directions, in radians, the shorter way round."""
    turn = a - b
    while turn > math.pi:
        turn -= 2 * math.pi
    while turn < -math.pi:
        turn += 2 * math.pi
    return turn
