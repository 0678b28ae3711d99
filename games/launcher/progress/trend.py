"""Whether a measure rose or fell by more than its usual variation.

Single blocks vary, so days are compared by the medians of their blocks and calendar weeks by the means of their days. The
first two days of a game are left out, because the game is learnt on them.

A straight line is laid through all weeks; weeks that lie far off (2.5 times the usual distance, Huber 1964) pull it as
if they lay there. The rise of the line is compared with its own uncertainty:

    |rise| > BEYOND * s / sqrt(Sxx) * sqrt(1 + 26 L) * (last - first),  two weeks running

with s the scatter of the weeks about the line (at least what the scatter of the days within weeks explains), Sxx the sum
of squares of their times about the middle, and L, 0 to 1, how much of the scatter is lasting moods. A mood that lasts
for weeks looks like change: if weeks scatter about a curve by more than their own days explain (K times the variance),
L = 1 - 1.3 / K. Weeks of one day say nothing about that; if all weeks are such, L is 1. With fewer than six weeks there
is no answer.

Tried on simulated players with five blocks on each day that scatter by 15 %, and moods of 10 % (`tests/trend_power.py`
shows the figures anew). Of those who gain 20 % in eight weeks, 66 in 100 are told so in week 12; if the gain takes all
twelve weeks, 60; of those who gain 10 % in a year, 88, each day having its own mood. Without change, "more" or "less" is
said in 1.5 % of weeks at most, and at least once in a year to 1 in 5 players whose moods last for weeks (AR(1), 0.8 from
week to week), to 1 in 10 of the others. Whoever plays on few days and has moods that last for weeks is told of change
that is mood more often: of those who play six blocks on three days a week nearly half, at least once in a year. No rule
can tell a change from a mood that lasts as long as the change.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from math import fsum
from statistics import fmean, median

DAYS = 16_384  # that are kept: each is asked for again and again, by every measure of every game
LEARNING = 2  # first days of a game, which are left out
LEAST_BLOCKS = 3  # least number of blocks in a week that counts
LEAST_WEEKS = 6
BEYOND = 2.3  # times the standard error of the line's rise
FAR = 2.5  # times the usual distance from the line (1.4826 times the median one)
ROUNDS = 4  # of laying the line anew
CHANCE = 1.3  # times the variance that days explain; more is lasting moods
LASTING = 26.0  # by which the variance of the rise grows if all scatter is lasting moods
SMOOTHED = 0.3  # weight of each new value in the smoothed line (exponential smoothing)


class Change(Enum):
    """The possible answers about a course."""

    MORE = "more than your usual variation"
    LESS = "less than your usual variation"
    WITHIN = "within your usual variation"
    FEW = "too few sessions"


@dataclass(frozen=True)
class Week:
    """A calendar week with enough blocks: its Monday, the mean of its days, the number of its blocks.

    `chance`: the variance that the mean has because days differ; None for a week of one day.
    """

    monday: date
    mean: float
    blocks: int
    chance: float | None = None


@dataclass(frozen=True)
class Line:
    """A straight line through weeks: its values at the first and the last, the scatter about it.

    `allowed`: the largest rise or fall that is within the usual variation.
    """

    first: float
    last: float
    scatter: float
    allowed: float

    @property
    def direction(self) -> int:
        """1 or -1 if it rises or falls by more than that, else 0."""
        rise = self.last - self.first
        return 0 if abs(rise) <= self.allowed + 1e-9 else 1 if rise > 0 else -1


@dataclass(frozen=True)
class Course:
    """The course of one measure: its weeks, the answer, and the line behind it (None with too few weeks)."""

    weeks: tuple[Week, ...]
    change: Change
    line: Line | None = None


def course(blocks: Sequence[tuple[str, float]], learning: Collection[str] | None = None) -> Course:
    """The course of a measure from comparable blocks: (YYYY-MM-DD, value), in order.

    `learning`: the days on which the game was learnt; by default the first two days of these blocks. Raises ValueError
    for an invalid date.
    """
    weeks = weeks_of(blocks, learning)
    change = judged(weeks)
    return Course(weeks, change, None if change is Change.FEW else line_through(weeks))


def weeks_of(blocks: Sequence[tuple[str, float]], learning: Collection[str] | None = None) -> tuple[Week, ...]:
    """The weeks that count, in order, from blocks (day, value); the days of learning are left out."""
    if learning is None:
        learning = sorted({day for day, _ in blocks})[:LEARNING]
    days: dict[str, list[float]] = {}
    for day, value in blocks:
        if day not in learning:
            days.setdefault(day, []).append(value)
    weeks: dict[date, list[list[float]]] = {}
    for day, values in sorted(days.items()):
        weeks.setdefault(monday_of(day_of(day)), []).append(values)
    return tuple(
        _week(monday, own) for monday, own in sorted(weeks.items()) if sum(len(day) for day in own) >= LEAST_BLOCKS
    )


def _week(monday: date, days: Sequence[Sequence[float]]) -> Week:
    means = [_middle(day) for day in days]
    mean, count = fmean(means), len(means)
    # Not statistics.variance, which counts in fractions: most of the time that a report of years took.
    chance = fsum((one - mean) ** 2 for one in means) / (count - 1) / count if count > 1 else None
    return Week(monday, mean, sum(len(day) for day in days), chance)


def _middle(values: Sequence[float]) -> float:
    return values[0] if len(values) == 1 else median(values)


def judged(weeks: Sequence[Week]) -> Change:
    """The answer about weeks, in order."""
    if len(weeks) < LEAST_WEEKS:
        return Change.FEW
    if len(weeks) == LEAST_WEEKS:
        return Change.WITHIN
    now, before = line_through(weeks).direction, line_through(weeks[:-1]).direction
    return {1: Change.MORE, -1: Change.LESS}[now] if now and now == before else Change.WITHIN


def line_through(weeks: Sequence[Week]) -> Line:
    """The line through at least six weeks that far-off ones hardly pull."""
    times = [(week.monday - weeks[0].monday).days / 7 for week in weeks]
    middle, count = fmean(times), len(weeks)
    times = [time - middle for time in times]
    spread = sum(time * time for time in times)
    given = [week.mean for week in weeks]
    fitted, far = _rough(times, given)
    for _ in range(ROUNDS):
        values = [there + max(-far, min(far, value - there)) for there, value in zip(fitted, given, strict=True)]
        level, slope = fmean(values), sum(t * v for t, v in zip(times, values, strict=True)) / spread
        fitted = [level + slope * time for time in times]
    left = [value - there for value, there in zip(values, fitted, strict=True)]
    of_days = [week.chance for week in weeks if week.chance is not None]
    chance = fmean(of_days) if of_days else None
    scatter = math.sqrt(max(sum(one * one for one in left) / (count - 2), chance or 0.0))
    error = scatter / math.sqrt(spread) * math.sqrt(1 + LASTING * _lasting(times, left, chance))
    return Line(fitted[0], fitted[-1], scatter, BEYOND * error * (times[-1] - times[0]))


def _rough(times: Sequence[float], values: Sequence[float]) -> tuple[list[float], float]:
    """A line that no far-off week pulls, and the distance from which a week is far off.

    The median slope of weeks half of all weeks apart (Theil 1950), laid through the median of what it leaves.
    """
    half = len(times) // 2
    slope = median((values[i + half] - values[i]) / (times[i + half] - times[i]) for i in range(len(times) - half))
    level = median(value - slope * time for value, time in zip(values, times, strict=True))
    fitted = [level + slope * time for time in times]
    return fitted, FAR * 1.4826 * median(abs(value - there) for value, there in zip(values, fitted, strict=True))


def _lasting(times: Sequence[float], left: Sequence[float], chance: float | None) -> float:
    """The share of the weeks' scatter about a curve that their days do not explain; 1 if nothing is known of days."""
    if chance is None:
        return 1.0
    # The part of the squares of the times that no line has: what is left of it in the residuals is curvature, no mood.
    squares = [time * time for time in times]
    mean, spread = fmean(squares), sum(squares)
    slope = sum(square * time for square, time in zip(squares, times, strict=True)) / spread
    bends = [square - mean - slope * time for square, time in zip(squares, times, strict=True)]
    size = sum(bend * bend for bend in bends)
    bent = sum(bend * one for bend, one in zip(bends, left, strict=True)) / size
    about = sum((one - bent * bend) ** 2 for bend, one in zip(bends, left, strict=True)) / (len(times) - 3)
    return min(1.0, max(0.0, 1.0 - CHANCE * chance / about)) if about > 1e-18 else 0.0


def smoothed(values: Sequence[float]) -> list[float]:
    """The values smoothed exponentially: each value moves the line three tenths of the way towards itself."""
    out: list[float] = []
    for value in values:
        out.append(value if not out else out[-1] + SMOOTHED * (value - out[-1]))
    return out


@lru_cache(DAYS)
def day_of(said: str) -> date:
    """The day that is written YYYY-MM-DD. Raises ValueError for one that does not exist."""
    return date.fromisoformat(said)


@lru_cache(DAYS)
def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())
