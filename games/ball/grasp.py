"""Which fingers hold the ball: two to five around it, or one that pulls towards its middle or presses on it."""

from __future__ import annotations

from typing import Literal

from games.ball.hold import Grasp, Way
from games.ball.opening import aperture
from games.kit.fingers import Finger, Fingers
from games.kit.geometry import Vec, distance, middle
from games.kit.grip import SECOND_FINGER

Event = Literal["taken", "changed", "lifted", "cancelled", ""]

MOST = 5  # fingers
BESIDE = 16.0  # mm; a single finger may land this far beside the ball
LEAST_REACH = 26.0  # mm from the middle of a small ball
PRESS = 0.55  # share of the radius; one finger that lands nearer to the middle presses, farther out it pulls
WIDEST = 170.0  # mm between fingers of one hand
TAP = 0.35  # s; a single finger that lifts sooner has tapped and counts as pressing until the next tap
JOINS = 0.25  # share of the span; another finger may join until the hand has closed by more than this
NARROWEST = 0.5  # share of the usual span; a hand that lands with a smaller span is not open
LOST = 0.6  # s beyond the grace for which one of several fingers may be lost without ending the squeeze
MOST_GROWN, MOST_SHRUNK = 1.1, 0.6  # limits for the span of a hand that comes back elsewhere, times before
ONE_BACK = 1.35  # the upper limit if one of three or more fingers comes back: the others alone span less
OPENS = 0.8  # share of its span; a hand that comes back at least this far open has let go
STIRS = 10.0  # mm; with three or more fingers on the ball, if one has moved this far ...
STILL = 6.0  # mm; ... those that have moved no farther than this are resting
TOWARDS = 0.6  # share of its way; a finger that has come this much nearer to a still one is closing on it
AT_ONCE = 0.02  # s; fingers that lift within this time are a hand that lets go
CLOSES = 0.9  # share of their opening; fingers nearer than this are closing
ROOMIEST = 1.6  # times the usual span; the largest span that a single finger shows


class Grasping:
    """Watches which fingers take the ball, join, and let go."""

    def __init__(self, most: int = MOST, edition: int = 1, follows: bool = False) -> None:
        """`follows`: a ball held by taps follows each further tap to its place."""
        self._follows = follows
        self._lasting = edition >= 2  # lost fingers may come back, and resting fingers are told from closing ones
        self._stayed: set[int] = set()  # of a partly lost hand, the fingers still there
        self.grasp: Grasp | None = None
        self.left: Grasp | None = None  # the grasp that ended last
        self._most = most
        self._spent: set[int] = set()  # fingers that must lift and land again

    def look(self, fingers: Fingers, now: float, since: float, centre: Vec, usual: float, presses: bool) -> Event:
        """The change of the grasp in this step. `since`: earlier contacts are ignored; `usual`: the span of this hand;
        `presses`: whether a single still finger closes the ball."""
        if self._spent:
            self._spent &= {finger.id for finger in fingers}
        event = self._look(fingers, now, since, centre, usual, presses)
        if self._stayed:
            self._stayed &= {finger.id for finger in fingers}
        if self.grasp is not None and not self.grasp.lost:
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
            return self._watch_pinch(grasp, fingers, now, usual, centre)
        return self._watch_one(grasp, fingers, now, centre, usual)

    def drop(self) -> None:
        """End the grasp; its fingers must lift and land again."""
        if self.grasp is not None:
            self._spent |= {finger.id for finger in self.grasp.fingers}
            self.left, self.grasp = self.grasp, None

    def spend(self, fingers: Fingers) -> None:
        """Require all present fingers to lift and land again."""
        self._spent |= {finger.id for finger in fingers}

    def _candidates(self, fingers: Fingers) -> list[Finger]:
        return [f for f in fingers if f.state == "down" and f.id not in self._spent]

    def _take(self, fingers: Fingers, since: float, centre: Vec, usual: float, presses: bool) -> Event:
        if not len(fingers):
            return ""
        found = self._candidates(fingers)
        touching = [finger for finger in found if not finger.hovering]
        stayed = [f for f in fingers if f.id in self._stayed and f.state == "down" and not f.hovering]
        if touching and len(touching) + len(stayed) >= 2 and self._pinch([*stayed, *touching], since, usual):
            self._stayed.clear()
            return "taken"
        reach = max(LEAST_REACH, usual / 2 + BESIDE)
        new = [finger for finger in fingers.pressed if finger in found]
        for finger in [*new, *touching]:
            away = distance(finger.start if self._lasting else finger.at, centre)
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

    def _watch_pinch(self, grasp: Grasp, fingers: Fingers, now: float, usual: float, centre: Vec) -> Event:
        # A finger that has hardly moved counts as a tap when it lifts, and hovers; for a pinch it has left the glass.
        rest = [finger for finger in grasp.fingers if finger.state != "gone" and not finger.hovering]
        if len(rest) < len(grasp.fingers) or grasp.lost:
            left = [finger for finger in grasp.fingers if finger not in rest]
            gone = [now if finger.hovering else finger.lifted_at for finger in left]
            if self._lasting and len(rest) < 2:
                return self._wait(grasp, rest, fingers, now)
            if len(rest) >= 2:
                grasp.sifted = True
                grasp.short += len(left) if self._lasting else 0
                grasp.fingers = rest
                grasp.open = aperture([finger.at for finger in rest]) / max(0.1, 1.0 - max(0.0, grasp.closed))
                return "changed"
            grasp.lifted_at = max(gone)
            self.drop()
            return "lifted"
        if self._lasting and self._outdone(grasp, fingers, centre, usual):
            return "cancelled"
        if self._lasting and not grasp.sifted and self._sift(grasp, usual, centre):
            return "changed"
        new = [f for f in fingers.pressed if f.state == "down" and not f.hovering and f.id not in self._spent]
        near = [f for f in new if distance(f.at, grasp.middle()) <= WIDEST / 2]
        if near and grasp.short:
            grasp.short = max(0, grasp.short - len(near))
            self._go_on(grasp, [*grasp.fingers, *near], ONE_BACK)
            return "changed"
        if near and len(grasp.fingers) < self._most and grasp.depth(now) < JOINS:
            grasp.fingers = [*grasp.fingers, *near][: self._most]
            grasp.open = _span(grasp.fingers, usual)
            return "changed"
        return ""

    def _wait(self, grasp: Grasp, rest: list[Finger], fingers: Fingers, now: float) -> Event:
        """Fewer than two fingers are left: continue if others land soon, wherever; else let go."""
        times = [now if finger.hovering else finger.lifted_at for finger in grasp.fingers]
        if not rest and not grasp.lost and max(times) - min(times) <= AT_ONCE:
            grasp.lifted_at = max(times)  # no contact was lost: the hand has let go
            self.drop()
            return "lifted"
        if not grasp.lost:
            grasp.lost, grasp.lifted_at = True, max(f.lifted_at if not f.hovering else now for f in grasp.fingers)
        down = [finger for finger in rest if finger.state == "down"]
        others = [finger for finger in self._candidates(fingers) if finger not in grasp.fingers]
        back = [*down, *(finger for finger in others if not finger.hovering)]
        if len(back) >= 2 and not down and aperture([finger.at for finger in back]) >= OPENS * grasp.open:
            self.drop()  # the whole hand left and came back open: it had let go when it left
            return "lifted"
        if len(back) >= 2:
            self._spent |= {finger.id for finger in grasp.fingers if finger not in back}
            grasp.lost = False
            self._go_on(grasp, back)
            return "changed"
        if now - grasp.lifted_at < LOST:
            return ""
        self.drop()
        self._stayed = {finger.id for finger in down}
        return "lifted"

    def _go_on(self, grasp: Grasp, fingers: list[Finger], grown: float = MOST_GROWN) -> None:
        """Continue the grasp with these fingers at the same depth, as far as their places allow; its span grows at most
        to `grown` times what it was."""
        grasp.fingers, grasp.sifted = fingers[: self._most], True
        wide = aperture([finger.at for finger in grasp.fingers])
        as_closed = wide / max(0.1, 1.0 - max(0.0, grasp.closed))
        grasp.open = min(grown * grasp.open, max(MOST_SHRUNK * grasp.open, as_closed))

    def _sift(self, grasp: Grasp, usual: float, centre: Vec) -> bool:
        """Leave out resting fingers: those that stay still while others close, or all if they moved alike."""
        movers = [finger for finger in grasp.fingers if distance(finger.start, finger.at) >= STIRS]
        still = [finger for finger in grasp.fingers if distance(finger.start, finger.at) <= STILL]
        if not movers or len(movers) + len(still) < len(grasp.fingers):
            return False
        grasp.sifted = True
        before, after = aperture_of([f.start for f in movers]), aperture_of([f.at for f in movers])
        if len(movers) > 1 and after < CLOSES * before:
            if not still:
                return False
            self._spent |= {finger.id for finger in still}
            grasp.fingers, grasp.open = movers, max(before, NARROWEST * usual)
            return True
        if len(movers) > 1 and (still or len(movers) == 2):
            return False  # they may be closing on a still finger, or thumb and finger may be moving the ball
        if len(grasp.fingers) == 2 and self._closing_on(movers[0], still[0]):
            return False
        pulls = max(movers, key=lambda finger: distance(finger.start, centre) - distance(finger.at, centre))
        self._spent |= {finger.id for finger in grasp.fingers if finger is not pulls}
        away = 2 * distance(pulls.start, centre)
        grasp.fingers, grasp.way, grasp.open = [pulls], "pull", max(NARROWEST * usual, min(away, usual * 1.2))
        grasp.centre = centre
        return True

    def _outdone(self, grasp: Grasp, fingers: Fingers, centre: Vec, usual: float) -> bool:
        """Whether the holders have not moved since landing, while another finger that landed on the ball moves."""
        if any(distance(finger.start, finger.at) > STILL for finger in grasp.fingers):
            return False
        reach = max(LEAST_REACH, usual / 2 + BESIDE)
        others = [f for f in self._candidates(fingers) if f not in grasp.fingers and not f.hovering]
        movers = [f for f in others if distance(f.start, f.at) >= STIRS and distance(f.start, centre) <= reach]
        if not movers:
            return False
        self.drop()
        self._spent |= {finger.id for finger in others if finger not in movers}
        return True

    def _closing_on(self, mover: Finger, still: Finger) -> bool:
        """Whether a finger moves towards a still one, as towards a thumb."""
        gained = distance(mover.start, still.start) - distance(mover.at, still.at)
        return gained >= TOWARDS * distance(mover.start, mover.at)

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
            self._spent |= {other.id for other in pressed}  # a tap that leads or ends this one begins no other
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


def aperture_of(tips: list[Vec]) -> float:
    """The aperture of any number of fingertips; 0 for a single one."""
    return aperture(tips) if len(tips) > 1 else 0.0
