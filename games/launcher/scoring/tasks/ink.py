"""Compares ink with a path: which parts of the path it covers, how far off it is there, and the resulting quality."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from games.launcher.scoring.curves.polyline import Nearest, Point, apart, spaced
from games.launcher.scoring.fitts import effective_width

STEP = 0.5  # mm between the pieces of ink that are compared
FREE_SWING = 0.15  # share of the tolerance; swinging from side to side this little costs nothing
WAVER = 0.08  # share of the quality that wavering as far as the tolerance costs at once, ...
STEEP, HALF = 6, 0.65  # ... and where half the rest is lost: the power of the square, and the share of the tolerance


@dataclass(frozen=True)
class Ink:
    """What was drawn of a path. quality, covered and inside 0 to 1; mm; sides: signed distances of the pieces of ink."""

    quality: float
    covered: float  # of the path's length
    inside: float | None  # of the ink's length
    mean: float
    rms: float
    swing: float | None  # mean over the path of half the range of sides near each place
    exits: int
    length: float
    sides: tuple[float, ...]
    effective_width: float | None


NOTHING = Ink(0.0, 0.0, None, 0.0, 0.0, None, 0, 0.0, (), None)


class _Lane:
    """The path as places at most a millimetre apart, and the ink at each."""

    def __init__(self, length: float, closed: bool) -> None:
        self.count = max(1, math.ceil(length - 1e-9))
        self.step, self.length, self.closed = length / self.count, length, closed
        self.seen = [False] * self.count
        self.ink = [0.0] * self.count
        self.least = [math.inf] * self.count
        self.most = [-math.inf] * self.count

    def cover(self, start: float, end: float, widest: float) -> None:
        """Mark the places between two successive projections of the ink as covered, unless it jumped along the path."""
        low, high = min(start, end), max(start, end)
        if self.closed and high - low > self.length / 2:
            if self.length - high + low <= widest:
                self._see(high, self.length)
                self._see(0.0, low)
        elif high - low <= widest:
            self._see(low, high)

    def _see(self, low: float, high: float) -> None:
        for i in range(math.ceil(low / self.step - 0.5 - 1e-9), math.floor(high / self.step - 0.5 + 1e-9) + 1):
            if 0 <= i < self.count:
                self.seen[i] = True

    def lay(self, along: float, side: float, length: float) -> None:
        """Add a piece of ink at this place, at this signed distance from the path."""
        i = min(self.count - 1, int(along / self.step))
        self.ink[i] += length
        self.least[i], self.most[i] = min(self.least[i], side), max(self.most[i], side)

    def near(self, i: int, reach: int) -> list[int]:
        """The places up to `reach` to either side of this one."""
        if self.closed:
            return sorted({(i + k) % self.count for k in range(-reach, reach + 1)})
        return list(range(max(0, i - reach), min(self.count, i + reach + 1)))


def projected(strokes: Sequence[Sequence[Point]], path: Sequence[Point], tolerance: float, closed: bool) -> Ink:
    """Lay strokes against a path, with a lane of `tolerance` mm to either side.

    quality = share of the path covered x share of ink inside the lane x (1 - 0.08 u) / (1 + (u / 0.65)^12), where
    u^2 = (d^2 + s^2 / 2) / R^2: d is the rms distance of the ink, s the rms of how far it swings from side to side
    within a lane's width, half its range less 0.15 R. A steady line beside the path pays for its distance only, a
    zigzag for its swing as well. It is so steep because a hand strays the more the faster it goes: only so does it
    earn most at a pace at which it stays well inside the lane.
    """
    if len(path) < 2:
        return NOTHING
    nearest = Nearest(path, closed)
    lane = _Lane(nearest.length, closed)
    total = within = off = square = 0.0
    exits, sides = 0, []
    for stroke in strokes:
        even = spaced(stroke, STEP)
        ends = [nearest(x, y) for x, y in even]
        was_inside = False
        for (a, b), (here, there) in zip(pairwise(even), pairwise(ends), strict=True):
            length = apart(a, b)
            middle = nearest((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            inside = middle.distance <= tolerance + 1e-9
            exits += was_inside and not inside
            was_inside = inside
            total += length
            off += middle.distance * length
            square += middle.distance * middle.distance * length
            sides.append(middle.side)
            if inside:
                within += length
                lane.lay(middle.along, middle.side, length)
                lane.cover(here.along, there.along, 2 * tolerance)
    if total <= 0.0:
        return NOTHING
    covered, swing, over = _swings(lane, tolerance)
    waver = math.sqrt((square / total + over / 2) / (tolerance * tolerance))
    return Ink(
        covered * within / total * _steady(waver),
        covered,
        within / total,
        off / total,
        math.sqrt(square / total),
        swing,
        exits,
        total,
        tuple(sides),
        effective_width(sides),
    )


def _steady(waver: float) -> float:
    """The quality of ink that wavers by this share of the tolerance; exact on every machine."""
    part = (waver / HALF) * (waver / HALF)
    steep = 1.0
    for _ in range(STEEP):
        steep *= part
    return max(0.0, 1.0 - WAVER * waver) / (1.0 + steep)


def _swings(lane: _Lane, tolerance: float) -> tuple[float, float | None, float]:
    """Share of the path that is covered, mean swing there, and mean square of what exceeds the free swing."""
    swings = square = 0.0
    covered = found = 0
    reach = max(1, round(2 * tolerance / lane.step))
    for i in range(lane.count):
        if not lane.seen[i]:
            continue
        covered += 1
        around = [k for k in lane.near(i, reach) if lane.ink[k] > 0]
        if not around:
            continue
        found += 1
        low, high = min(lane.least[k] for k in around), max(lane.most[k] for k in around)
        swing = (high - low) / 2
        swings += swing
        over = max(0.0, swing - FREE_SWING * tolerance)
        square += over * over
    return covered / lane.count, swings / covered if covered else None, square / found if found else 0.0
