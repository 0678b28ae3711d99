"""Signs of a tiring hand in the movements of one sitting: much slower and less precise than before, or slower and slower."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from games.launcher.scoring.score import LONGEST_GAP, reference_time

if TYPE_CHECKING:
    from games.launcher.records.models import Record, RepRecord

WINDOW = 10  # movements in a row that are looked at together
SLOWER = 1.15  # times the mean time of the best window before, more than which is slow ...
BELOW = 10.0  # points of precision below it, more than which is imprecise
TREND = 20  # movements, the fewest in which a trend is looked for ...
MOST = 200  # ... and the most: the latest
BEYOND = 1.96  # |z| beyond which a trend is no chance at p < .05, two-sided
CLASSES = {"carry": "drag", "grip": "aperture", "lift": "tap", "follow": "trace", "fill": "trace", "shape": "trace"}


class Movement(NamedTuple):
    """One repetition: its time as a multiple of what its difficulty would take a fast adult, its quality (0 to 1), its
    difficulty. At one level that multiple rises as the time in s does; where a level fits itself to the hand, a harder
    movement is no slower hand."""

    time: float
    quality: float
    difficulty: float


@dataclass
class Tiring:
    """The movements of one kind of round in one sitting.

    A hand tires when two windows of ten movements in a row, one following the other, both have a mean time more than
    15 % above that of the best window that ended before them, and a precision more than 10 points below it; or when
    the times of twenty or more movements rise by more than chance (Mann-Kendall, p < .05). The best window is the one
    with the most precision for its time. All begins anew at a rest: of two hundred movements the best ten are that by
    luck, and an even hand would be told to rest again and again. Thresholds are design choices, not norms.
    """

    _all: list[Movement] = field(default_factory=list)

    def noted(self, fresh: Sequence[Movement]) -> bool:
        """A round has ended with these movements: whether it shows that the hand tires."""
        looked = len(self._all)
        self._all += fresh
        return self._worse(looked) or rises([one.time for one in self._all[-MOST:]])

    def _worse(self, looked: int) -> bool:
        """Whether two windows in a row that end after the first `looked` movements are worse than the best before them."""
        best: tuple[float, float] | None = None
        windows = [_window(self._all[end - WINDOW : end]) for end in range(WINDOW, len(self._all) + 1)]
        for first in range(WINDOW, len(windows) - WINDOW):  # of a pair; it begins where window `first - WINDOW` ended
            before = windows[first - WINDOW]
            if best is None or before[1] * best[0] > best[1] * before[0]:
                best = before
            pair = windows[first], windows[first + WINDOW]
            fresh = first + 2 * WINDOW > looked
            if fresh and all(time > SLOWER * best[0] and precision < best[1] - BELOW for time, precision in pair):
                return True
        return False


def movements_of(record: Record) -> list[Movement]:
    """The movements of a round that have a time, without those that were interrupted or carried over."""
    found, ended = [], dict[int, float]()
    for number, rep in enumerate(record.reps):
        since = ended.get(rep.slot, rep.asked)
        ended[rep.slot] = rep.ended
        kind, values = CLASSES.get(rep.task.kind), rep.measures or {}
        worth, difficulty = values.get("quality"), values.get("difficulty")
        fresh = number >= record.carried_reps and rep.outcome != "interrupted"
        if fresh and kind is not None and isinstance(worth, int | float) and isinstance(difficulty, int | float):
            gap = min(max(0.0, rep.began - since), LONGEST_GAP)
            found.append(
                Movement((_moving(rep) + gap) / reference_time(kind, difficulty), float(worth), float(difficulty))
            )
    return found


def rises(times: Sequence[float]) -> bool:
    """Whether these rise by more than chance: the test of Mann (1945) and Kendall (1975), with its correction for ties."""
    n = len(times)
    if n < TREND:
        return False
    up = 0
    for index, earlier in enumerate(times):
        for later in times[index + 1 :]:
            up += (later > earlier) - (later < earlier)
    spread = n * (n - 1) * (2 * n + 5)
    for tied in Counter(times).values():
        spread -= tied * (tied - 1) * (2 * tied + 5)
    return spread > 0 and up - 1 > BEYOND * math.sqrt(spread / 18)


def _window(movements: Sequence[Movement]) -> tuple[float, float]:
    """Mean time, and precision from 0 to 100."""
    time = landed = weight = 0.0
    for one in movements:
        time += one.time
        landed += one.difficulty * one.quality
        weight += one.difficulty
    return time / len(movements), 100 * landed / weight if weight > 0 else 0.0


def _moving(rep: RepRecord) -> float:
    """From touch to letting go, in s, without what the task prescribes to hold."""
    hold = rep.task.fields.get("hold")
    return max(0.0, rep.let_go - rep.began - (hold if isinstance(hold, int | float) else 0.0))
