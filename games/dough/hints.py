"""Hints: movements are tried on a copy of the lump, a few in each step, and the best are suggested."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.dough.kneading import Kneading, Tool
from games.dough.layout import Layout
from games.dough.lump import Lump
from games.dough.matching import Rows, Wanted, Way, holds, overlap, rows_of
from games.kit.fingers import Finger
from games.kit.geometry import Vec, between, distance

GAIN, REST_GAIN = 0.002, 0.007  # least gain of overlap for a movement and for a rest to be suggested
AT_ONCE = 2  # movements tried in each step
WORTH = 0.8  # two fingers are suggested if they gain at least this share of one finger's gain
SHORTEST = 3.0  # mm; the shortest suggested movement, because shorter ones are not made on purpose
MOST = 36  # movements tried
RESTING = 0.15  # weight of a rest's gain compared with a movement's: first movements, rests at the end
PRESSED = 1.6  # mm of each press in a try of a rest
FARTHEST = 119  # mm; no outline is looked for farther from the middle
BESIDE = 6.0  # mm by which a suggested cut extends on either side
ACROSS = ((1.0, 0.0), (0.0, 1.0), (0.707107, 0.707107), (0.707107, -0.707107))


class Hints:
    """A search for helpful movements. `told`: first those of one finger, then of two together."""

    def __init__(self, lump: Lump, wanted: Wanted, radius: float, again: int = 0, near: bool = False) -> None:
        self._lump, self._wanted, self._radius, self._again = lump.bare(), wanted, radius, again
        for loop in self._lump.loops:
            for _ in range(2):
                loop.spaced(lump.grain.hint_spacing)
        self._grain = lump.grain
        self._now = self._share(self._lump)
        self._best: dict[int, tuple[float, tuple[Way, ...]]] = {}
        self._resting = 1.0 if near else RESTING
        self._left = self._candidates()
        self.done = False

    def told(self, there: bool) -> tuple[Way, ...]:
        """The best movements tried. If the shape is already reached (`there`), only real improvements."""
        out: tuple[Way, ...] = ()
        single, double = self._best.get(1), self._best.get(2)
        if single is not None or double is not None:
            first = single[1] if single is not None else ()
            worth = double is not None and (single is None or double[0] > WORTH * single[0])
            pair = double[1] if double is not None and worth else ()
            out = (*(first or pair[:1]), *pair)
        elif (
            self._likely and not there
        ):  # nothing helps immediately: suggest work at the worst places, another one each time
            start, end = self._likely[self._again % len(self._likely)]
            far = distance(start, end)
            out = ((start, between(start, end, max(0.7, SHORTEST / far) if far > 0.0 else 0.7)),)
        return out

    def step(self) -> None:
        """Try the next movement."""
        if not self._left:
            self.done = True
            return
        for _ in range(AT_ONCE):
            if self._left:
                self._try(self._left.pop(0))

    def _try(self, ways: tuple[Way, ...]) -> None:
        gain = round(self._tried(ways) - self._now, 9)
        rests = ways[0][0] == ways[0][1]
        helps = gain > (REST_GAIN if rests else GAIN)
        if rests:
            gain *= self._resting
        kept = self._best.get(len(ways))
        if helps and (kept is None or gain > kept[0]):
            self._best[len(ways)] = gain, ways

    def _tried(self, ways: Sequence[Way]) -> float:
        lump = self._lump.bare()
        hands = Kneading(lump, self._radius, 1.0)
        if ways[0][0] == ways[0][1]:
            for _ in range(self._grain.presses):
                hands.press_flat(ways[0][0], PRESSED)
            lump.keep_area()
            lump.keep_area()
            return self._share(lump)
        tools = []
        for number, (start, _) in enumerate(ways):
            finger = Finger(number, "touch", 0.0, start, start, start)
            inside = lump.inside(start)
            tools.append(Tool(finger, "pull" if inside else "push", start, start, start, 0.0))
        pieces = max(1, math.ceil(max(distance(a, b) for a, b in ways) / self._grain.hint_stride))
        for piece in range(1, pieces + 1):
            hands.move(tools, [between(a, b, piece / pieces) for a, b in ways])
        return self._share(lump)

    def _share(self, lump: Lump) -> float:
        return overlap(self._wanted.lines, rows_of(lump.loops, self._wanted.high))

    def _candidates(self) -> list[tuple[Way, ...]]:
        out: list[tuple[Way, ...]] = []
        if self._again % 2 == 0:  # after an ignored suggestion to rest, suggest a movement
            out += [((at, at),) for at in self._wanted.bulges(self._lump, self._radius)[: self._grain.bulges]]
        self._likely = self._wanted.ways(self._lump, self._radius)[: self._grain.likely]
        for start, end in self._likely:
            for length in self._grain.lengths:
                out.append(((start, between(start, end, length)),))
        for pair in self._pairs():
            out += [pair, *((way,) for way in pair)]
        return [ways for ways in out if _far(ways[0]) == 0.0 or _far(ways[0]) >= SHORTEST][:MOST]

    def _pairs(self) -> list[tuple[Way, ...]]:
        """Pairs of movements at both ends of four lines through the middle, as long as the dough is off there."""
        lump, wanted = self._lump, self._wanted
        found: list[tuple[float, tuple[Way, ...]]] = []
        hub, made = wanted.middle, rows_of(lump.loops)
        for x, y in ACROSS:
            unit = Vec(x, y)
            ways = []
            kinds = []
            for side in (1.0, -1.0):
                way = unit * side
                rim, goal = _reach(made, hub, way), _reach(wanted.rows, hub, way)
                kinds.append(rim > goal)
                if rim > goal:
                    ways.append((hub + way * (rim + self._radius + 1.5), hub + way * (goal + self._radius * 0.9)))
                else:
                    ways.append((hub + way * max(2.0, rim - 5.0), hub + way * max(2.5, goal - 4.0)))
            if kinds[0] == kinds[1] and min(distance(a, b) for a, b in ways) > 1.5:
                size = lump.size
                if all(4 <= p.x <= size.x - 4 and 4 <= p.y <= size.y - 4 for pair in ways for p in pair):
                    found.append((min(distance(a, b) for a, b in ways), tuple(ways)))
        if len(found) > self._grain.lines:
            found.sort(key=lambda one: (-round(one[0], 3), one[1]))
        out: list[tuple[Way, ...]] = []
        for _, pair in found[: self._grain.lines]:
            out += [pair, tuple((a, between(a, b, 0.5)) for a, b in pair)]
        return out


def _far(way: Way) -> float:
    return distance(*way)


def _reach(rows: Rows, hub: Vec, way: Vec) -> float:
    """The distance of the outermost outline in a direction, in whole mm; 0 where no dough is."""
    if not rows:
        return 0.0
    top, foot = min(rows), max(rows) + 1
    left, right = min(edges[0] for edges in rows.values()), max(edges[-1] for edges in rows.values())
    # beyond the dough's bounds there is nothing to look for
    across = max(right - hub.x, hub.x - left) / max(abs(way.x), 1e-9)
    along = max(foot - hub.y, hub.y - top) / max(abs(way.y), 1e-9)
    for k in range(min(FARTHEST, int(min(across, along)) + 2), 0, -1):
        x, y = hub.x + way.x * k, hub.y + way.y * k
        if left <= x <= right and top <= y <= foot and holds(rows, x, y):
            return float(k)
    return 0.0


def playful(layout: Layout, number: int) -> tuple[Way, ...]:
    """Arbitrary movements for the synthetic hand on the free table, where nothing is asked."""
    turn = ((1, 0), (0, 1), (-1, 0), (0, -1))[number % 4]
    way = Vec(float(turn[0]), float(turn[1])) * layout.radius
    ends = (0.7, 1.2) if number % 8 < 4 else (1.7, 1.0)
    return ((layout.centre + way * ends[0], layout.centre + way * ends[1]),)


def cuts(lump: Lump, wanted: Wanted, centre: Vec) -> tuple[Way, ...]:
    """Vertical cuts between pieces that are still joined."""
    for one, other in pairwise(wanted.outlines):
        x = (max(p.x for p in one) + min(p.x for p in other)) / 2
        left, right = Vec(x - BESIDE, centre.y), Vec(x + BESIDE, centre.y)
        if lump.inside(left) and lump.inside(right) and lump.piece_at(left)[0] is lump.piece_at(right)[0]:
            high = max(abs(p.y - centre.y) for p in one) + 9.0
            return ((Vec(x, centre.y - high), Vec(x, centre.y + high)),)
    return ()
