"""A finger that does what is asked while the rest of its hand lies on the glass. Places in mm, times that go on by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from games.kit.block import Block
from games.kit.fingers import Phase, Sample
from games.kit.game import Fit, Game, Level
from games.kit.geometry import Vec, between, distance
from games.kit.task import Outcome

ROOM = Vec(217, 114)
FINGER = 0
Moves = Callable[[int, float, Vec], Vec]
"""Contact, time since it landed, how far the finger has come -> how far this one has moved."""


def still(contact: int, passed: float, way: Vec) -> Vec:
    return Vec(0, 0)


def alike(contact: int, passed: float, way: Vec) -> Vec:
    return way


def trembling(contact: int, passed: float, way: Vec) -> Vec:
    beat = int(passed * 30) + contact
    return Vec((0, 2, 0, -2)[beat % 4], (2, 0, -2, 0)[beat % 4])


def rolling(contact: int, passed: float, way: Vec) -> Vec:
    return Vec(min(4.5, 3.0 * passed), min(2.0, passed))


@dataclass(frozen=True)
class Rest:
    """Contacts beside the finger: where, when they land (s after the finger; below 0: before it), how they move."""

    places: tuple[Vec, ...]
    lands: tuple[float, ...]
    moves: Moves = still
    stays: bool = False  # on the glass, when the finger lifts

    def mirrored(self) -> Rest:
        return Rest(tuple(Vec(-at.x, at.y) for at in self.places), self.lands, self.moves, self.stays)


class RestingHand:
    """One finger, and what rests beside it."""

    def __init__(
        self, game: Game, level: Level, side: str = "right", seed: int = 3, aids: tuple[str, ...] = ("tap",)
    ) -> None:
        self.block = Block(game, level, seed, ROOM, aids, fit=Fit(side))
        self.t = 0.05
        self._down: dict[int, tuple[float, Vec]] = {}  # resting contacts: when and where they landed
        self._number = 1

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    def wait(self, seconds: float) -> None:
        end = self.t + seconds
        while self.t < end:
            self.t = min(end, self.t + 0.25)
            self.block.advance(self.t)

    def send(self, contact: int, phase: Phase, at: Vec) -> None:
        self.block.advance(self.t, [Sample(self.t, contact, phase, at)])

    def land(self, rest: Rest, at: Vec) -> None:
        """The finger and the contacts beside it, in the order of their times."""
        first = self.t + 0.05
        events = [(0.0, FINGER, at)]
        self._down.clear()
        for place, lands in zip(rest.places, rest.lands, strict=True):
            events.append((lands, self._number, at + place))
            self._number += 1
        start = min(lands for lands, _, _ in events)
        for lands, contact, there in sorted(events, key=lambda event: event[0]):
            self.wait(max(0.0, first + lands - start - self.t))
            self.t = max(self.t, first + lands - start)
            self.send(contact, "down", there)
            if contact != FINGER:
                self._down[contact] = self.t, there

    def go(self, rest: Rest, way: Sequence[Vec], seconds: float = 0.9) -> None:
        """The finger goes along this way, the others do what they do."""
        parts = max(2, round(seconds / 0.016))
        length = sum(distance(a, b) for a, b in pairwise(way)) or 1.0
        for part in range(1, parts + 1):
            self.t += seconds / parts
            at = _along(way, length * part / parts)
            readings = [Sample(self.t, FINGER, "move", at)]
            for contact, (since, start) in self._down.items():
                there = start + rest.moves(contact, self.t - since, at - way[0])
                readings.append(Sample(self.t, contact, "move", there))
            self.block.advance(self.t, readings)

    def lift(self, rest: Rest, at: Vec) -> None:
        self.t += 0.02
        self.send(FINGER, "up", at)
        self.wait(0.3)
        if rest.stays:
            return
        for contact, (since, start) in self._down.items():
            self.t += 0.02
            self.send(contact, "up", start + rest.moves(contact, self.t - since, at - at))
        self.wait(0.4)


def _along(way: Sequence[Vec], gone: float) -> Vec:
    for a, b in pairwise(way):
        length = distance(a, b)
        if gone <= length:
            return between(a, b, gone / length if length else 1.0)
        gone -= length
    return way[-1]


BELOW = (Vec(-12, 22), Vec(12, 22))  # 25 mm below the finger
PALM = (Vec(-20, 25), Vec(-7, 30), Vec(7, 30), Vec(20, 25))  # 30 mm away
HANDS = {
    "curled, alike, just after": Rest(BELOW, (0.03, 0.06), alike),
    "curled, alike, just before": Rest(BELOW, (-0.06, -0.03), alike),
    "curled, alike, at once": Rest(BELOW, (0.0, 0.0), alike),
    "curled, still": Rest(BELOW, (-0.03, 0.05)),
    "curled, trembling": Rest(BELOW, (-0.04, -0.02), trembling),
    "one, still, before": Rest((Vec(3, 24),), (-0.05,)),
    "one, still, after": Rest((Vec(3, 24),), (0.05,)),
    "above, alike": Rest((Vec(-10, -25), Vec(14, -22)), (0.02, 0.05), alike),
    "above, still": Rest((Vec(-10, -25), Vec(14, -22)), (-0.02, 0.05)),
    "beside, alike": Rest((Vec(26, 2), Vec(-24, 6)), (-0.02, 0.05), alike),
    "palm, just before": Rest(PALM, (-0.12, -0.1, -0.08, -0.05)),
    "palm, with it": Rest(PALM, (-0.02, 0.0, 0.02, 0.04)),
    "palm, 2 s before": Rest(PALM, (-2.0, -1.98, -1.95, -1.9)),
    "palm, 2 s before, trembling": Rest(PALM, (-2.0, -1.98, -1.95, -1.9), trembling),
    "palm, 2 s before, rolling": Rest(PALM, (-2.0, -1.98, -1.95, -1.9), rolling),
    "palm, stays": Rest(PALM, (-2.0, -1.98, -1.95, -1.9), still, stays=True),
}
