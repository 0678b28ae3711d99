"""How a hand holds a coin: by one finger, or between thumb and finger at its edges until they open."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle, nearest_on_segment
from games.pennies.coin import Coin

SECOND_FINGER = 0.5  # s; a second finger that comes to the coin's other side within this makes it a pinch
UNMOVED = 4.0  # mm; ... while the coin has not been carried off
WIDEST = 3.0  # coin widths between thumb and finger, or ...
WIDEST_LEAST = 50.0  # mm; ... this for small coins
PADS = 14.0  # mm; thumb and finger this much farther apart than the coin is wide hold it as they land
NEAR_PADS = 24.0  # mm; the same for a finger that comes to one which is there already
CLOSED = 0.90  # of the span they landed with: fingers that landed farther apart have closed on the coin
OPENED = 1.25  # of the least span: fingers that open this far let go ...
OPENED_LEAST = 5.0  # mm; ... and this much at least, so that a tremor does not
ASIDE = 0.75  # coin widths that a coin may lie beside the line between the fingers
RATE = 120  # steps a second
HURRY_STEPS = 9  # steps over which a coin's speed is taken


@dataclass
class Held:
    """The coin in the hand, the finger or two on it, and where it is."""

    coin: Coin
    fingers: list[Finger]
    offset: Vec  # the coin is held where it was touched, not by its middle
    began: float
    at: Vec
    least: float = math.inf  # mm, the nearest that thumb and finger have been
    trail: list[Vec] = field(default_factory=list)  # the coin's place in the last steps
    knocking: bool = False  # it is in the tower's side just now: that is one knock
    let_go_at: Vec | None = None  # where the stand was, and how far it had drifted, when all fingers had lifted

    @property
    def hovering(self) -> bool:
        """Carried through the air by taps: nothing on the table is in its way."""
        return self.fingers[0].hovering

    @property
    def shown(self) -> Vec:
        """Where the coin is for the eye: at the newest readings of its fingers."""
        return middle([finger.shown for finger in self.fingers]) + self.offset

    def places(self) -> list[Vec]:
        """Every place of the coin in this step, in order."""
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
        """From now on the coin, which is here, is between these two."""
        self.fingers = [first, second]
        self.offset = place - middle((first.at, second.at))
        self.at = place
        self.least = distance(first.at, second.at)

    def by_one(self, finger: Finger) -> None:
        """The other finger has slipped off: this one holds on."""
        self.fingers = [finger]
        self.offset = self.at - finger.at

    def hurry(self) -> float:
        """How fast the coin was carried in the last moments, in mm/s."""
        if not self.trail:
            return 0.0
        return distance(self.trail[0], self.at) / (len(self.trail) / RATE)

    def remember(self) -> None:
        """Note where the coin is; called once a step."""
        self.trail.append(self.at)
        del self.trail[:-HURRY_STEPS]


def pinched(first: Finger, second: Finger, place: Vec, length: float, landed: bool) -> bool:
    """Whether thumb and finger hold a coin that is here between them: at once when they land close to it, else once
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
