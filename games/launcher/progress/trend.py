"""Whether practice changed more than it does anyway: three answers and no others.

Blocks vary. What is judged are the means of calendar weeks, after the first
two days of a game have been left out, because on those the game is learnt.

The rule: the mean of the last weeks against the mean of the first ones (four
each, as soon as there are eight; before that half of them each), measured by
how far the weeks lie from a straight line through all of them:

    |last - first| > (1.96 + 2 / (n - 3)) * s * sqrt(2 / k),  two weeks running

with n weeks, k weeks at either end, s the scatter about the line. 2 / (n - 3)
is the price of knowing s from few weeks only. Below six weeks nothing is said.

Why not a new week against the first ones, with the scatter from the median
step between weeks: tried on simulated players whose blocks scatter by 15 %, who
improve by 20 % in eight weeks. In week 12 that rule saw the change of 97 in a
hundred, and of 50 to 60 where every day has its own mood of 10 % besides; this
one saw it of 100 and of 92. In years without change that rule said "more" in
1.5 % of weeks, this one in 2 %. Neither is safe from moods that last for
weeks: with a mood of 3 % that is half kept from week to week, "more" is said
in 8 % of the weeks of a year without change.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

LEARNING = 2  # days of a game that are left out at its beginning
LEAST_BLOCKS = 3  # in a week that counts
LEAST_WEEKS = 6
ENDS = 4  # weeks at either end that are compared, at most
BEYOND = 1.96  # times the scatter of the difference ...
UNSURE = 2.0  # ... and so much more, over the weeks less 3
SMOOTHED = 0.3  # how far the smoothed line goes towards each new value


class Change(Enum):
    """What may be said of a course."""

    MORE = "more than your usual variation"
    WITHIN = "within your usual variation"
    FEW = "too few sessions"


@dataclass(frozen=True)
class Week:
    """A calendar week in which enough was played: its Monday, the mean of its blocks, and how many those were."""

    monday: date
    mean: float
    blocks: int


@dataclass(frozen=True)
class Course:
    """How one measure went: the weeks, what may be said, and what it is said from (None with too few weeks).

    `usual` is the player's own scatter from week to week; `first` and `last` are the means of the weeks compared.
    """

    weeks: tuple[Week, ...]
    change: Change
    first: float | None = None
    last: float | None = None
    usual: float | None = None
    compared: int = 0  # weeks at either end

    @property
    def factor(self) -> float:
        """How many times `usual` the last weeks may lie from the first without being more than usual."""
        return _factor(len(self.weeks))


def course(blocks: Sequence[tuple[str, float]], learning: Collection[str] | None = None) -> Course:
    """The course of a measure from blocks that may be compared: (YYYY-MM-DD, value), in order.

    `learning`: the days on which the game was learnt; the first two of these blocks unless given. ValueError for no date.
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
    """The weeks of blocks (day, value) that count, in order; the days of learning, else the first two, are left out."""
    if learning is None:
        learning = sorted({day for day, _ in blocks})[:LEARNING]
    found: dict[date, list[float]] = {}
    for day, value in blocks:
        if day not in learning:
            found.setdefault(monday_of(date.fromisoformat(day)), []).append(value)
    counted = sorted((monday, own) for monday, own in found.items() if len(own) >= LEAST_BLOCKS)
    return tuple(Week(monday, _mean(own), len(own)) for monday, own in counted)


def judged(means: Sequence[float]) -> Change:
    """What may be said of the means of so many weeks, in order."""
    if len(means) < LEAST_WEEKS:
        return Change.FEW
    beyond = stands_out(means) and len(means) > LEAST_WEEKS and stands_out(means[:-1])
    return Change.MORE if beyond else Change.WITHIN


def stands_out(means: Sequence[float]) -> bool:
    """Whether the last weeks differ from the first by more than the scatter explains, taken by themselves."""
    count = compared(len(means))
    change = abs(_mean(means[-count:]) - _mean(means[:count]))
    return change > _factor(len(means)) * scatter(means) + 1e-9


def _factor(weeks: int) -> float:
    return (BEYOND + UNSURE / (weeks - 3)) * math.sqrt(2 / compared(weeks)) if weeks >= LEAST_WEEKS else math.inf


def compared(weeks: int) -> int:
    """How many weeks at either end are compared."""
    return min(ENDS, weeks // 2)


def scatter(values: Sequence[float]) -> float:
    """How far values lie from the straight line through them: the standard deviation of what the line leaves over."""
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
    """The same course without its unrest: each value draws the line three tenths of the way towards itself."""
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
