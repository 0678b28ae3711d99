"""Who holds the ball: two to five fingers round it, or one that pulls to its middle or presses on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from games.ball.opening import Curve, along, aperture
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance, middle
from games.kit.grip import SECOND_FINGER

Way = Literal["pinch", "pull", "press"]
Event = Literal["taken", "changed", "lifted", "cancelled", ""]

MOST = 5  # fingers
BESIDE = 16.0  # mm; one finger may land so far beside the ball
LEAST_REACH = 26.0  # mm from the middle of a small ball
PRESS = 0.55  # of the ball's radius: one finger that lands nearer to the middle presses, farther out it pulls
WIDEST = 170.0  # mm between fingers of one hand
TAP = 0.35  # s; one finger that was lifted sooner goes on pressing until the next tap
JOINS = 0.25  # of the span; another finger may join while the hand has closed no further
NARROWEST = 0.5  # of the usual span: a hand that lands closed further than this is not open
ROOMIEST = 1.6  # times the usual span, ... and one finger does not show more than this


@dataclass
class Grasp:
    """Fingers on the ball."""

    fingers: list[Finger]
    way: Way
    centre: Vec  # of the ball as it was taken
    open: float  # mm, the span at which this hand rests open
    began: float
    curve: Curve = ()  # of a press: the opening over its time
    lifted_at: float = field(default=0.0, kw_only=True)
    closed: float = field(default=0.0, kw_only=True)  # how deep it was at the end of the last step, while all held it
    tapped: bool = field(default=False, kw_only=True)  # by a tap, and held without contact since
    before: tuple[int, ...] = field(default=(), kw_only=True)  # taps that held it one after the other, before this one

    @property
    def ids(self) -> tuple[int, ...]:
        return (*self.before, *(finger.id for finger in self.fingers))

    def aperture(self, now: float) -> float:
        """How far it is open."""
        if self.way == "press":
            return along(self.curve, now - self.began)
        if self.way == "pull":
            return 2 * distance(self.fingers[0].at, self.centre)
        return aperture([finger.at for finger in self.fingers])

    def depth(self, now: float) -> float:
        """How far it has closed, as a share of its span."""
        return 1.0 - self.aperture(now) / self.open

    def middle(self) -> Vec:
        """Where the ball is held, for the rules."""
        return middle([finger.at for finger in self.fingers]) if self.way == "pinch" else self.centre


@dataclass(frozen=True)
class Sprung:
    """A ball that was let go: when, how deep it was squeezed, from which sides, and where it lay."""

    since: float
    depth: float
    tips: tuple[Vec, ...]
    centre: Vec


def sprung(grasp: Grasp, now: float) -> Sprung:
    """What is left of a hold that has just ended."""
    depth = max(0.0, grasp.closed)
    centre = grasp.middle()
    return Sprung(now, depth, tuple(finger.at - centre for finger in grasp.fingers), centre)


class Grasping:
    """Watches who takes the ball, joins, lets go."""

    def __init__(self, most: int = MOST, follows: bool = False) -> None:
        """`follows`: each tap on a ball that taps hold takes it on, to where that tap is."""
        self._follows = follows
        self.grasp: Grasp | None = None
        self.left: Grasp | None = None  # the one that let go last
        self._most = most
        self._spent: set[int] = set()  # fingers that are done with the ball: they must land anew

    def look(self, fingers: Fingers, now: float, since: float, centre: Vec, usual: float, presses: bool) -> Event:
        """What became of the hold in this step. `since`: nothing began before this; `usual`: the span of this hand;
        `presses`: whether one finger that stays put closes it."""
        self._spent &= {finger.id for finger in fingers}
        event = self._look(fingers, now, since, centre, usual, presses)
        if self.grasp is not None:
            self.grasp.closed = self.grasp.depth(now) if self.grasp.way != "press" or self.grasp.curve else 0.0
        return event

    def _look(self, fingers: Fingers, now: float, since: float, centre: Vec, usual: float, presses: bool) -> Event:
        grasp = self.grasp
        if grasp is None:
            return self._take(fingers, since, centre, usual, presses)
        if any(finger.state == "cancelled" for finger in grasp.fingers):
            self.drop()
            return "cancelled"
        if grasp.way == "pinch":
            return self._watch_pinch(grasp, fingers, now, usual)
        return self._watch_one(grasp, fingers, now, centre, usual)

    def drop(self) -> None:
        """The hold is over; its fingers must land anew."""
        if self.grasp is not None:
            self._spent |= {finger.id for finger in self.grasp.fingers}
            self.left, self.grasp = self.grasp, None

    def spend(self, fingers: Fingers) -> None:
        """All that touch now must land anew."""
        self._spent |= {finger.id for finger in fingers}

    def _candidates(self, fingers: Fingers) -> list[Finger]:
        return [f for f in fingers if f.state == "down" and f.id not in self._spent]

    def _take(self, fingers: Fingers, since: float, centre: Vec, usual: float, presses: bool) -> Event:
        found = self._candidates(fingers)
        touching = [finger for finger in found if not finger.hovering]
        if len(touching) >= 2 and self._pinch(touching, since, usual):
            return "taken"
        reach = max(LEAST_REACH, usual / 2 + BESIDE)
        new = [finger for finger in fingers.pressed if finger in found]
        for finger in [*new, *touching]:
            away = distance(finger.at, centre)
            if away > reach:
                continue
            began = max(since, finger.born)
            if away < PRESS * usual / 2:
                way: Way = "press" if presses else "pull"
                self.grasp = Grasp([finger], way, centre, usual, began)
            else:
                self.grasp = Grasp([finger], "pull", centre, min(2 * away, usual * 1.2), began)
            return "taken"
        return ""

    def _pinch(self, touching: list[Finger], since: float, usual: float) -> bool:
        first = touching[0]
        near = [finger for finger in touching if distance(finger.at, first.at) <= WIDEST][: self._most]
        if len(near) < 2:
            return False
        began = max(since, min(finger.born for finger in near))
        span = _span(near, usual)
        self.grasp = Grasp(near, "pinch", middle([finger.at for finger in near]), span, began)
        return True

    def _watch_pinch(self, grasp: Grasp, fingers: Fingers, now: float, usual: float) -> Event:
        # A finger that has hardly moved is taken for a tap when it lifts, and hovers: for a pinch it is off the glass.
        rest = [finger for finger in grasp.fingers if finger.state != "gone" and not finger.hovering]
        if len(rest) < len(grasp.fingers):
            left = [finger for finger in grasp.fingers if finger not in rest]
            gone = [now if finger.hovering else finger.lifted_at for finger in left]
            if len(rest) >= 2:
                grasp.fingers = rest
                grasp.open = aperture([finger.at for finger in rest]) / max(0.1, 1.0 - max(0.0, grasp.closed))
                return "changed"
            grasp.lifted_at = max(gone)
            self.drop()
            return "lifted"
        new = [f for f in fingers.pressed if f.state == "down" and not f.hovering and f.id not in self._spent]
        near = [f for f in new if distance(f.at, grasp.middle()) <= WIDEST / 2]
        if near and len(grasp.fingers) < self._most and grasp.depth(now) < JOINS:
            grasp.fingers = [*grasp.fingers, *near][: self._most]
            grasp.open = _span(grasp.fingers, usual)
            return "changed"
        return ""

    def _watch_one(self, grasp: Grasp, fingers: Fingers, now: float, centre: Vec, usual: float) -> Event:
        finger = grasp.fingers[0]
        pressed = [other for other in fingers.pressed if other is not finger]
        if self._follows and finger.hovering and finger.state != "down":
            heirs = [f for f in self._candidates(fingers) if f.hovering and f is not finger]
            if heirs and distance(heirs[-1].at, centre) <= max(LEAST_REACH, usual / 2 + BESIDE):
                grasp.before, grasp.fingers = (*grasp.before, finger.id), heirs[-1:]
                return "changed"
        if self._follows and finger.hovering and finger.state == "down":
            grasp.tapped = True
            return ""
        if finger.hovering:
            self._spent |= {other.id for other in pressed}  # a tap that leads or ends this one begins nothing itself
            lifted = grasp.way == "press" and not grasp.tapped and now - finger.born >= TAP
            grasp.tapped = True
            if lifted or (pressed and grasp.way == "press") or finger.state != "down":
                return self._let_go(grasp, now)
            return ""
        if finger.state == "gone":
            return self._let_go(grasp, finger.lifted_at)
        others = [f for f in self._candidates(fingers) if f is not finger and not f.hovering]
        if others and finger.state == "down":
            fresh = others[-1].born - finger.born <= SECOND_FINGER
            if fresh or grasp.depth(now) < JOINS:
                began = grasp.began
                if self._pinch([finger, *others], began, usual):
                    return "taken"
        return ""

    def _let_go(self, grasp: Grasp, when: float) -> Event:
        grasp.lifted_at = max(grasp.began, when)
        self.drop()
        return "lifted"


def _span(fingers: list[Finger], usual: float) -> float:
    """The span that this hand shows as it lands."""
    return max(aperture([finger.at for finger in fingers]), NARROWEST * usual)
