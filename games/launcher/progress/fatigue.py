"""Signs of fatigue in the movements of one sitting: much slower and less precise than before, or slower and slower."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from games.launcher.scoring.score import LONGEST_GAP, reference_time

if TYPE_CHECKING:
    from games.launcher.records.models import Record, RepRecord

WINDOW = 10  # movements in a row that are judged together
SLOWER = 1.15  # a window is slow if its mean time exceeds this multiple of the best earlier window's ...
BELOW = 10.0  # ... and imprecise if its precision is more than this many points lower
TREND = 20  # movements, the fewest in which a trend is tested ...
MOST = 200  # ... and the most (the latest ones)
BEYOND = 1.96  # |z| above which a trend is significant (p < .05, two-sided)
CLASSES = {"carry": "drag", "grip": "aperture", "lift": "lift", "follow": "trace", "fill": "fill", "shape": "trace"}


class Movement(NamedTuple):
    """One repetition: its time as a multiple of the reference time (a fast adult's, for its difficulty), its quality
    (0 to 1), and its difficulty. With the multiple, a harder movement chosen by the coach does not look like a slower
    hand."""

    time: float
    quality: float
    difficulty: float


@dataclass
class Tiring:
    """The movements of one kind of round in one sitting.

    A hand tires if two consecutive windows of ten movements both have a mean time more than 15 % above that of the best
    window before them, and a precision more than 10 points below it; or if the times of twenty or more movements rise
    significantly (Mann-Kendall, p < .05). The best window is the one with the highest precision per time. Everything
    starts anew at a rest: the best ten of two hundred movements are partly luck, so that a steady hand would otherwise
    be told to rest again and again. Thresholds are design choices, not norms.
    """

    _all: list[Movement] = field(default_factory=list)

    def noted(self, fresh: Sequence[Movement]) -> bool:
        """Add the movements of a round; True if the hand shows fatigue."""
        looked = len(self._all)
        self._all += fresh
        return self._worse(looked) or rises([one.time for one in self._all[-MOST:]])

    def _worse(self, looked: int) -> bool:
        """Whether two consecutive windows that end after the first `looked` movements are worse than the best before them."""
        best: tuple[float, float] | None = None
        windows = [_window(self._all[end - WINDOW : end]) for end in range(WINDOW, len(self._all) + 1)]
        for first in range(
            WINDOW, len(windows) - WINDOW
        ):  # the pair's first window; it begins where window `first - WINDOW` ends
            before = windows[first - WINDOW]
            if best is None or before[1] * best[0] > best[1] * before[0]:
                best = before
            pair = windows[first], windows[first + WINDOW]
            fresh = first + 2 * WINDOW > looked
            if fresh and all(time > SLOWER * best[0] and precision < best[1] - BELOW for time, precision in pair):
                return True
        return False


def movements_of(record: Record) -> list[Movement]:
    """The movements of a round that have a time, without interrupted ones and the earlier part of a continued picture."""
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
    """Whether times rise significantly: the test of Mann (1945) and Kendall (1975), corrected for ties."""
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
    """Mean time (multiple of the reference time), and precision (0 to 100)."""
    time = landed = weight = 0.0
    for one in movements:
        time += one.time
        landed += one.difficulty * one.quality
        weight += one.difficulty
    return time / len(movements), 100 * landed / weight if weight > 0 else 0.0


def _moving(rep: RepRecord) -> float:
    """Movement time in s, from touch to letting go, without the hold that the task asks for."""
    hold = rep.task.fields.get("hold")
    return max(0.0, rep.let_go - rep.began - (hold if isinstance(hold, int | float) else 0.0))
