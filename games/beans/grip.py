"""How a hand holds a bean: by one finger, or between thumb and finger until they open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from games.beans.bean import Bean
from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle, nearest_on_segment

SECOND_FINGER = 0.5  # s; a second finger that comes to the bean's other side within this makes it a pinch
UNMOVED = 4.0  # mm; ... while the bean has not been carried off
WIDEST = 3.0  # bean lengths between thumb and finger, or ...
WIDEST_LEAST = 50.0  # mm; ... this for small beans
PADS = 14.0  # mm; thumb and finger this much farther apart than the bean is long hold it as they land
NEAR_PADS = 24.0  # mm; the same for a finger that comes to one which is there already
CLOSED = 0.90  # of the span they landed with: fingers that landed farther apart have closed on the bean
OPENED = 1.25  # of the least span: fingers that open this far let go (games.md 1) ...
OPENED_LEAST = 5.0  # mm; ... and this much at least, so that a tremor does not
ASIDE = 0.75  # bean lengths that a bean may lie beside the line between the fingers
HANDFUL = 0.45  # bean lengths; other beans this near the line between the fingers ...
HANDFUL_REACH = 0.95  # ... and this near the bean that was meant come along
RATE = 120  # steps a second
TILT = 0.45  # radians that a spoon held by two fingers may turn
HURRY_STEPS = 24  # steps over which a spoon's speed is taken: 0.2 s


@dataclass
class Held:
    """The bean in the hand, and what came along with it."""

    bean: Bean
    fingers: list[Finger]
    offset: Vec  # the bean is held where it was touched, not by its middle
    began: float
    at: Vec
    extras: list[tuple[Bean, Vec]] = field(default_factory=list)  # beans of a handful, and where beside the first
    set_on_wall: bool = False  # it waited on the wall, where a tap had put it
    least: float = math.inf  # mm, the nearest that thumb and finger have been
    turned: float = 0.0  # radians, the direction from finger to finger when they gripped
    trail: list[Vec] = field(default_factory=list)  # the bean's place in the last steps

    @property
    def hovering(self) -> bool:
        """Carried through the air by taps: nothing on the table is in its way."""
        return self.fingers[0].hovering

    @property
    def shown(self) -> Vec:
        """Where the bean is for the eye: at the newest readings of its fingers."""
        return middle([finger.shown for finger in self.fingers]) + self.offset

    def places(self) -> list[Vec]:
        """Every place of the bean in this step, in order."""
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

    def spilt(self, fastest: float) -> bool:
        """Whether a spoon held like this has lost its bean: hurried (mm/s) or tilted. Called once a step."""
        self.trail.append(self.at)
        del self.trail[: -HURRY_STEPS - 1]
        if self.hovering:
            return False
        if len(self.fingers) == 2 and abs(_angle_between(direction(self.fingers), self.turned)) > TILT:
            return True
        return self.hurry(fastest) > 1.0

    def hurry(self, fastest: float) -> float:
        """The bean's speed in the last moments over the fastest that a spoon allows (mm/s)."""
        if len(self.trail) <= HURRY_STEPS:
            return 0.0
        return distance(self.trail[0], self.trail[-1]) / (HURRY_STEPS / RATE) / fastest


def pinched(first: Finger, second: Finger, bean: Bean, length: float, landed: bool) -> bool:
    """Whether thumb and finger hold this bean between them: at once when they land close to it, else once they close."""
    span = distance(first.at, second.at)
    if span > max(WIDEST * length, WIDEST_LEAST):
        return False
    nearest = nearest_on_segment(bean.home, first.at, second.at)
    if distance(nearest, bean.home) > ASIDE * length + 2.0 or min(
        distance(nearest, first.at), distance(nearest, second.at)
    ) < min(2.0, span / 4):
        return False
    start = distance(first.start, second.start)
    near = max(2 * length, length + NEAR_PADS) if landed else length + PADS
    return span <= near or span <= CLOSED * start


def hold_between(held: Held, first: Finger, second: Finger) -> None:
    """From now on the bean is between these two."""
    held.fingers = [first, second]
    held.offset = held.bean.home - middle((first.at, second.at))
    held.at = held.bean.home
    held.least = distance(first.at, second.at)
    held.turned = direction(held.fingers)


def hold_with_one(held: Held, finger: Finger) -> None:
    """The other finger has slipped off: this one holds on."""
    held.fingers = [finger]
    held.offset = held.at - finger.at


def between_fingers(held: Held, beans: Sequence[Bean], length: float) -> list[Bean]:
    """The beans that come along when a heap is gripped carelessly."""
    first, second = held.fingers
    return [
        bean
        for bean in beans
        if distance(bean.home, held.bean.home) <= HANDFUL_REACH * length
        and distance(nearest_on_segment(bean.home, first.at, second.at), bean.home) <= HANDFUL * length
    ]


def direction(fingers: Sequence[Finger]) -> float:
    """From the first finger to the second, in radians, rounded so that every machine agrees."""
    way = fingers[1].at - fingers[0].at
    return round(math.atan2(way.y, way.x), 9)


def _angle_between(a: float, b: float) -> float:
    turn = a - b
    while turn > math.pi:
        turn -= 2 * math.pi
    while turn < -math.pi:
        turn += 2 * math.pi
    return turn
