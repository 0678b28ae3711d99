"""Whether a measure changed by more than its usual variation: three possible answers.

Single blocks vary, so calendar weeks are compared by their means. The first two days of a game are left out, because
the game is learnt on them.

The rule compares the mean of the last weeks with the mean of the first weeks (four each if there are at least eight,
else half of them each), relative to the scatter of the weeks about a straight line through all of them:

    |last - first| > (1.96 + 2 / (n - 3)) * s * sqrt(2 / k),  two weeks running

with n weeks, k weeks at either end, and s the scatter about the line. The term 2 / (n - 3) allows for estimating s from
few weeks. With fewer than six weeks there is no answer.

The alternative, comparing each new week with the first ones and estimating the scatter from the median step between
weeks, was tried on simulated players whose blocks scatter by 15 % and who improve by 20 % in eight weeks. In week 12 it
detected the change in 97 of 100 players, and in 50 to 60 if each day also varied by 10 %; the rule used here detected it
in 100 and 92. In years without change the alternative said "more" in 1.5 % of weeks, this rule in 2 %. Neither is safe
from variation that lasts for weeks: if 3 % of it is half carried over from week to week, "more" is said in 8 % of the
weeks of a year without change.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

LEARNING = 2  # first days of a game, which are left out
LEAST_BLOCKS = 3  # least number of blocks in a week that counts
LEAST_WEEKS = 6
ENDS = 4  # most weeks at either end that are compared
BEYOND = 1.96  # times the standard deviation of the difference ...
UNSURE = 2.0  # ... plus this, divided by the number of weeks less 3
SMOOTHED = 0.3  # weight of each new value in the smoothed line (exponential smoothing)


class Change(Enum):
    """The possible answers about a course."""

    MORE = "more than your usual variation"
    WITHIN = "within your usual variation"
    FEW = "too few sessions"


@dataclass(frozen=True)
class Week:
    """A calendar week with enough blocks: its Monday, their mean, and their number."""

    monday: date
    mean: float
    blocks: int


@dataclass(frozen=True)
class Course:
    """The course of one measure: its weeks, the answer, and the numbers behind it (None with too few weeks).

    `usual`: the player's own scatter from week to week; `first` and `last`: means of the compared weeks.
    """

    weeks: tuple[Week, ...]
    change: Change
    first: float | None = None
    last: float | None = None
    usual: float | None = None
    compared: int = 0  # number of weeks compared at either end

    @property
    def factor(self) -> float:
        """The largest difference between last and first weeks that is within usual variation, as a multiple of `usual`."""
        return _factor(len(self.weeks))


def course(blocks: Sequence[tuple[str, float]], learning: Collection[str] | None = None) -> Course:
    """The course of a measure from comparable blocks: (YYYY-MM-DD, value), in order.

    `learning`: the days on which the game was learnt; by default the first two days of these blocks. Raises ValueError
    for an invalid date.
    """
    weeks = weeks_of(blocks, learning)
    means = [week.mean for week in weeks]
    change = judged(means)
    if change is Change.FEW:
        return Course(weeks, change)
    count = compared(len(means))
    first, last = _mean(means[:count]), _mean(means[-count:])
    return Course(weeks, change, first, last, scatter(means), count)


def weeks_of(blocks: Sequence[tuple[str, float]], learning: Collection[str] | None = None) -> tuple[Week, ...]:
    """The weeks that count, in order, from blocks (day, value); the days of learning are left out."""
    if learning is None:
        learning = sorted({day for day, _ in blocks})[:LEARNING]
    found: dict[date, list[float]] = {}
    for day, value in blocks:
        if day not in learning:
            found.setdefault(monday_of(date.fromisoformat(day)), []).append(value)
    counted = sorted((monday, own) for monday, own in found.items() if len(own) >= LEAST_BLOCKS)
    return tuple(Week(monday, _mean(own), len(own)) for monday, own in counted)


def judged(means: Sequence[float]) -> Change:
    """The answer about the means of weeks, in order."""
    if len(means) < LEAST_WEEKS:
        return Change.FEW
    beyond = stands_out(means) and len(means) > LEAST_WEEKS and stands_out(means[:-1])
    return Change.MORE if beyond else Change.WITHIN


def stands_out(means: Sequence[float]) -> bool:
    """Whether the last weeks differ from the first by more than the scatter explains, at this one point in time."""
    count = compared(len(means))
    change = abs(_mean(means[-count:]) - _mean(means[:count]))
    return change > _factor(len(means)) * scatter(means) + 1e-9


def _factor(weeks: int) -> float:
    return (BEYOND + UNSURE / (weeks - 3)) * math.sqrt(2 / compared(weeks)) if weeks >= LEAST_WEEKS else math.inf


def compared(weeks: int) -> int:
    """The number of weeks compared at either end."""
    return min(ENDS, weeks // 2)


def scatter(values: Sequence[float]) -> float:
    """The scatter of values about the straight line through them: the standard deviation of the residuals."""
    count = len(values)
    if count < 3:
        return 0.0
    middle, mean = (count - 1) / 2, _mean(values)
    across = along = left = 0.0
    for place, value in enumerate(values):
        across += (place - middle) * (place - middle)
        along += (place - middle) * (value - mean)
    slope = along / across
    for place, value in enumerate(values):
        off = value - mean - slope * (place - middle)
        left += off * off
    return math.sqrt(left / (count - 2))


def smoothed(values: Sequence[float]) -> list[float]:
    """The values smoothed exponentially: each value moves the line three tenths of the way towards itself."""
    out: list[float] = []
    for value in values:
        out.append(value if not out else out[-1] + SMOOTHED * (value - out[-1]))
    return out


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def _mean(values: Sequence[float]) -> float:
    whole = 0.0
    for value in values:
        whole += value
    return whole / len(values)
