"""Fingers on the ball, and the last state of a grasp that has ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from games.ball.opening import Curve, along, aperture
from games.kit.fingers import Finger
from games.kit.geometry import Vec, distance, middle

Way = Literal["pinch", "pull", "press"]


@dataclass
class Grasp:
    """Fingers on the ball."""

    fingers: list[Finger]
    way: Way
    centre: Vec  # of the ball as it was taken
    open: float  # mm, the span of this hand when open
    began: float
    curve: Curve = ()  # for a press: the opening over time
    lifted_at: float = field(default=0.0, kw_only=True)
    closed: float = field(default=0.0, kw_only=True)  # depth at the end of the last step in which all fingers held it
    tapped: bool = field(default=False, kw_only=True)  # begun by a tap and held without contact since
    before: tuple[int, ...] = field(default=(), kw_only=True)  # earlier taps that held it, in order
    short: int = field(default=0, kw_only=True)  # number of lost fingers (of three or more) that may come back
    sifted: bool = field(
        default=False, kw_only=True
    )  # resting fingers have been left out, or can no longer be told apart
    lost: bool = field(default=False, kw_only=True)  # fewer than two of its fingers are there, and may come back

    @property
    def ids(self) -> tuple[int, ...]:
        return (*self.before, *(finger.id for finger in self.fingers))

    def aperture(self, now: float) -> float:
        """The aperture in mm."""
        if self.way == "press":
            return along(self.curve, now - self.began)
        if self.way == "pull":
            return 2 * distance(self.fingers[0].at, self.centre)
        return aperture([finger.at for finger in self.fingers])

    def depth(self, now: float) -> float:
        """How far the hand has closed, as a share of its span."""
        return 1.0 - self.aperture(now) / self.open

    def middle(self) -> Vec:
        """The place of the ball for the rules."""
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
