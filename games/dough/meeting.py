"""Where outlines of dough cross or come close. Only runs of segments whose boxes come close are looked at in detail."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from games.dough.loops import Loop

RUN = 5  # segments of a run
AHEAD = 1e-6  # mm²; a segment that goes at least so far along the chord of its run leads ahead
MEET_CELL = 2.0  # mm, cell size of the grid for finding the two points that are closest
NEIGHBOURS = 6  # points this close along one outline do not count as meeting
HAIRPIN = 8  # points apart along one outline

# Some consecutive segments of an outline: the numbers of the outline and of the first point, x and y of all points.
Run = tuple[int, int, list[float], list[float]]
Box = tuple[float, float, float, float, int]  # least x, greatest x, least y, greatest y of a run, and its number


def crossed(loops: Sequence[Loop]) -> bool:
    """Whether any outline crosses itself or another."""
    return Meeting(loops).crossed()


def closest_pair(loops: Sequence[Loop], within: float) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two points of outlines, as (loop, point), that are nearer than `within` and not neighbours; or None."""
    return Meeting(loops).closest_pair(within)


class Meeting:
    """Outlines as they lie now, in runs; asked whether they cross, and which of their points are closest."""

    def __init__(self, loops: Sequence[Loop]) -> None:
        self._loops = loops
        self._runs: list[Run] = []
        self._after: list[int] = []  # of each run, the run that begins where it ends
        for number, loop in enumerate(loops):
            first, runs = len(self._runs), _runs(number, loop)
            self._runs += runs
            self._after += [*range(first + 1, len(self._runs)), first]
        self._boxes = [_box(index, run) for index, run in enumerate(self._runs)]
        self._boxes.sort()

    def crossed(self) -> bool:
        """Whether any outline crosses itself or another."""
        for run, next_ in zip(self._runs, self._after, strict=True):
            after = self._runs[next_]
            if not _ahead(run, after) and (self._cross(run, run) or self._cross(run, after)):
                return True
        return any(self._cross(one, other) for one, other in self._near(0.0))

    def closest_pair(self, within: float) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Two points, as (loop, point), that are nearer than `within` and not neighbours; or None."""
        close = any(_turns_back(loop, within) for loop in self._loops)
        if close or any(self._close(one, other, within) for one, other in self._near(within)):
            return _closest(self._loops, within)
        return None

    def _near(self, within: float) -> Iterator[tuple[Run, Run]]:
        """All pairs of runs whose boxes are nearer than this, but for consecutive ones."""
        beside: list[Box] = []  # those that reach as far to the right as the present one begins
        after = self._after
        for box in self._boxes:
            low, top, foot, index = box[0] - within, box[2] - within, box[3] + within, box[4]
            beside = [other for other in beside if other[1] >= low]
            for _, _, upper, lower, other in beside:
                if upper <= foot and lower >= top and after[index] != other and after[other] != index:
                    yield self._runs[other], self._runs[index]
            beside.append(box)

    def _cross(self, one: Run, other: Run) -> bool:
        """Whether a segment of one run crosses a segment of another that is not its neighbour."""
        same, last = one[0] == other[0], len(self._loops[one[0]].x) - 1
        ends = list(zip(other[2], other[3], other[2][1:], other[3][1:], strict=False))
        for i, (ax, ay, bx, by) in enumerate(zip(one[2], one[3], one[2][1:], one[3][1:], strict=False), one[1]):
            ux, uy = bx - ax, by - ay
            for j, (cx, cy, dx, dy) in enumerate(ends, other[1]):
                if (ux * (cy - ay) - uy * (cx - ax) > 0) == (ux * (dy - ay) - uy * (dx - ax) > 0):
                    continue
                if same and (-2 < i - j < 2 or abs(i - j) == last):
                    continue
                vx, vy = dx - cx, dy - cy
                if (vx * (ay - cy) - vy * (ax - cx) > 0) != (vx * (by - cy) - vy * (bx - cx) > 0):
                    return True
        return False

    def _close(self, one: Run, other: Run, within: float) -> bool:
        """Whether a point of one run is near a point of another and not its neighbour."""
        same, last, square = one[0] == other[0], len(self._loops[one[0]].x) - NEIGHBOURS, within * within
        for i, (ax, ay) in enumerate(zip(one[2], one[3], strict=True), one[1]):
            for j, (bx, by) in enumerate(zip(other[2], other[3], strict=True), other[1]):
                if same and (-NEIGHBOURS <= i - j <= NEIGHBOURS or abs(i - j) >= last):
                    continue
                if (ax - bx) * (ax - bx) + (ay - by) * (ay - by) < square:
                    return True
        return False


def _runs(number: int, loop: Loop) -> list[Run]:
    """An outline in runs; each begins where the one before ends."""
    x, y = [*loop.x, loop.x[0]], [*loop.y, loop.y[0]]
    return [(number, k, x[k : k + RUN + 1], y[k : k + RUN + 1]) for k in range(0, len(loop.x), RUN)]


def _box(index: int, run: Run) -> Box:
    x, y = run[2], run[3]
    return min(x), max(x), min(y), max(y), index


def _ahead(run: Run, after: Run) -> bool:
    """Whether two consecutive runs lead ahead in one direction all the way, so that neither can cross the other."""
    x, y = run[2] + after[2][1:], run[3] + after[3][1:]
    ax, ay = x[0], y[0]
    ux, uy = x[-1] - ax, y[-1] - ay
    for bx, by in zip(x[1:], y[1:], strict=True):
        if ux * (bx - ax) + uy * (by - ay) < AHEAD:
            return False
        ax, ay = bx, by
    return True


def _turns_back(loop: Loop, within: float) -> bool:
    """Whether an outline comes back to itself as near as that within two runs.

    Points of two runs are neighbours, or NEIGHBOURS + 1 to 2 RUN numbers apart: two segments more or less than HAIRPIN.
    """
    x, y, count, square = loop.x, loop.y, len(loop.x), within * within
    longest = within + 2.0 * math.sqrt(max(loop.squares()))
    far = longest * longest
    ends = zip(x, y, (*x[HAIRPIN:], *x[:HAIRPIN]), (*y[HAIRPIN:], *y[:HAIRPIN]), strict=True)
    apart = [(ax - bx) * (ax - bx) + (ay - by) * (ay - by) for ax, ay, bx, by in ends]
    if min(apart) >= far:
        return False
    for at in (at for at, one in enumerate(apart) if one < far):
        for i in (at - 1, at, at + 1):
            for j in range(i + NEIGHBOURS + 1, i + 2 * RUN + 1):
                dx, dy = x[i % count] - x[j % count], y[i % count] - y[j % count]
                if min(j - i, count - j + i) > NEIGHBOURS and dx * dx + dy * dy < square:
                    return True
    return False


def _closest(loops: Sequence[Loop], within: float) -> tuple[tuple[int, int], tuple[int, int]] | None:
    cells: dict[int, list[tuple[float, float, int, int]]] = {}
    best, found = within * within, None
    for number, loop in enumerate(loops):
        for index, (x, y) in enumerate(zip(loop.x, loop.y, strict=True)):
            key = int(x // MEET_CELL) * 4096 + int(y // MEET_CELL)
            for cell in (key - 4097, key - 4096, key - 4095, key - 1, key, key + 1, key + 4095, key + 4096, key + 4097):
                for ox, oy, other, point in cells.get(cell, ()):
                    far = (ox - x) * (ox - x) + (oy - y) * (oy - y)
                    if far < best:
                        between = abs(index - point)
                        if other != number or min(between, len(loop.x) - between) > NEIGHBOURS:
                            best, found = far, ((other, point), (number, index))
            cells.setdefault(key, []).append((x, y, number, index))
    return found
