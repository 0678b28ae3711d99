"""How a hand holds a piece: by one finger, or between thumb and finger until they open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle, nearest_on_segment

SECOND_FINGER = 0.5  # s; a second finger that comes to the piece's other side within this makes it a pinch
UNMOVED = 4.0  # mm; ... while the piece has not been carried off
WIDEST = 3.0  # piece lengths between thumb and finger, or ...
WIDEST_LEAST = 50.0  # mm; ... this for small pieces
PADS = 14.0  # mm; thumb and finger this much farther apart than the piece is long hold it as they land
NEAR_PADS = 24.0  # mm; the same for a finger that comes to one which is there already
CLOSED = 0.90  # of the span they landed with: fingers that landed farther apart have closed on the piece
OPENED = 1.25  # of the least span: fingers that open this far let go (games.md 1) ...
OPENED_LEAST = 5.0  # mm; ... and this much at least, so that a tremor does not
ASIDE = 0.75  # piece lengths that a piece may lie beside the line between the fingers


@dataclass
class Hold:
    """One or two fingers on a piece, and where the piece is between them."""

    fingers: list[Finger]
    offset: Vec  # the piece is held where it was touched, not by its middle
    began: float
    at: Vec
    least: float = field(default=math.inf, kw_only=True)  # mm, the nearest that thumb and finger have been
    turned: float = field(default=0.0, kw_only=True)  # radians, the direction from finger to finger when they gripped

    @property
    def hovering(self) -> bool:
        """Carried through the air by taps: nothing on the table is in its way."""
        return self.fingers[0].hovering

    @property
    def shown(self) -> Vec:
        """Where the piece is for the eye: at the newest readings of its fingers."""
        return middle([finger.shown for finger in self.fingers]) + self.offset

    def places(self) -> list[Vec]:
        """Every place of the piece in this step, in order."""
        if len(self.fingers) == 1:
            return [place + self.offset for place in self.fingers[0].moves]
        if not any(finger.moves for finger in self.fingers):
            return []
        return [middle([finger.at for finger in self.fingers]) + self.offset]

    def opened(self) -> bool:
        """Whether thumb and finger have parted."""
        if len(self.fingers) < 2:
            return False
        span = distance(self.fingers[0].at, self.fingers[1].at)
        self.least = min(self.least, span)
        return span >= max(self.least * OPENED, self.least + OPENED_LEAST)

    def by_two(self, first: Finger, second: Finger, place: Vec) -> None:
        """From now on the piece, which is here, is between these two."""
        self.fingers = [first, second]
        self.offset = place - middle((first.at, second.at))
        self.at = place
        self.least = distance(first.at, second.at)
        self.turned = direction(self.fingers)

    def by_one(self, finger: Finger) -> None:
        """The other finger has slipped off: this one holds on."""
        self.fingers = [finger]
        self.offset = self.at - finger.at


def pinched(first: Finger, second: Finger, place: Vec, length: float, landed: bool) -> bool:
    """Whether thumb and finger hold a piece that is here between them: at once when they land close to it, else once
    they close."""
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
    """From the first finger to the second, in radians, rounded so that every machine agrees."""
    way = fingers[1].at - fingers[0].at
    return round(math.atan2(way.y, way.x), 9)


def angle_between(a: float, b: float) -> float:
    """How far a is turned from b, in radians, the shorter way round."""
    turn = a - b
    while turn > math.pi:
        turn -= 2 * math.pi
    while turn < -math.pi:
        turn += 2 * math.pi
    return turn
