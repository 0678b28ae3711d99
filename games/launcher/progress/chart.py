"""The layout of a chart in mm; the screen and the report draw the same layout, each in its own way."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from games.kit.geometry import Vec, vecs
from games.launcher.progress.trend import Course, monday_of, smoothed

STEPS = (1.0, 2.0, 5.0)  # steps between ticks, times a power of ten
WEEKLY = 200  # days; a longer chart smooths weekly means instead of daily ones
LETTER = 0.56  # em, average width of a letter
DOT = 1.5  # mm, radius of a block's dot if there is room ...
LEAST_DOT = 0.7  # ... and if there are many blocks


@dataclass(frozen=True)
class Scale:
    """How a measure is drawn: its possible range, the least span of its axis, the decimals of its ticks and their mark."""

    lowest: float
    highest: float
    span: float
    decimals: int = 0
    mark: str = "."  # between whole numbers and decimals, as the language has it


class Point(NamedTuple):
    """A block in a chart: its day, its position within the day (0 to 1), its value, and whether it is of the judged kind."""

    day: date
    share: float
    value: float
    own: bool = True


class Period(NamedTuple):
    """The days of a chart, both included."""

    since: date
    until: date


@dataclass(frozen=True)
class Tick:
    """A tick on an axis and its label; `at` lies on the axis."""

    at: Vec
    words: str


_made: Callable[[type[Point], tuple[date, float, float, bool]], Point] = tuple.__new__


def points_of(rows: Iterable[tuple[date, float, float, bool]]) -> list[Point]:
    """Many points, quicker than one by one: there may be a hundred thousand."""
    return [_made(Point, row) for row in rows]


@dataclass(frozen=True)
class Chart:
    """A chart laid out in a box of `size`, with (0, 0) at its upper left corner; mm."""

    size: Vec
    corner: Vec  # upper left corner of the plotting area; `field` is its size
    field: Vec
    own: tuple[Vec, ...]  # blocks of the judged kind
    others: tuple[Vec, ...]
    dot: float  # radius
    line: tuple[Vec, ...]  # smoothed daily or weekly means
    band: tuple[Vec, Vec] | None  # corner and size of the range of the player's usual variation
    up: tuple[Tick, ...]
    across: tuple[Tick, ...]


def chart(
    size: Vec,
    em: float,
    points: Sequence[Point],
    course: Course,
    scale: Scale,
    period: Period,
    named: Callable[[date], str],
) -> Chart:
    """Lay out the blocks of a period. `em`: letter size on the axes, mm; `named` turns a date into words."""
    since, until = period
    low, high, step = _axis([point.value for point in points], _band(course), scale)
    places = max(scale.decimals, -math.floor(math.log10(step) + 1e-9)) if step < 1 else scale.decimals
    levels = [round(low + step * n, 9) for n in range(round((high - low) / step) + 1)]
    words = [f"{level:.{places}f}".replace("-", "\u2212").replace(".", scale.mark) for level in levels]
    left = max(len(one) for one in words) * em * LETTER + em * 0.6
    corner = Vec(left, em * 0.6)
    field = Vec(max(1.0, size.x - left - em * 0.4), max(1.0, size.y - corner.y - em * 1.7))
    days = max(1, (until - since).days + 1)

    first, wide, tall = since.toordinal(), field.x / days, field.y / (high - low)

    def place(day: date, share: float, value: float) -> Vec:
        return Vec(corner.x + (day.toordinal() - first + share) * wide, corner.y + (high - value) * tall)

    def dots(points: Sequence[Point]) -> tuple[Vec, ...]:  # as `place`, written out: there may be ten thousand
        x, y, made = corner.x, corner.y, date.toordinal
        return tuple(vecs([(x + (made(d) - first + s) * wide, y + (high - v) * tall) for d, s, v, _ in points]))

    own = [point for point in points if point.own]
    line = tuple(place(max(since, min(until, day)), 0.5, value) for day, value in _line(own, days > WEEKLY))
    dot = max(LEAST_DOT, min(DOT, field.y * 0.035, 14.0 / math.sqrt(max(1, len(points)))))
    return Chart(
        size,
        corner,
        field,
        dots(own),
        dots([point for point in points if not point.own]) if len(own) < len(points) else (),
        dot,
        line if len(line) > 1 else (),
        _band_box(course, place, until),
        _thinned([Tick(place(since, 0.0, level), said) for level, said in zip(levels, words, strict=True)], field, em),
        _dates(place, since, days, field.x, em, named, low),
    )


def _line(own: Sequence[Point], weekly: bool) -> list[tuple[date, float]]:
    """Smoothed means of days, or of weeks; a week's mean is placed on its Thursday."""
    days: dict[date, list[float]] = {}
    for point in own:
        days.setdefault(monday_of(point.day) if weekly else point.day, []).append(point.value)
    ordered, later = sorted(days), timedelta(days=3 if weekly else 0)
    means = smoothed([_mean(days[day]) for day in ordered])
    return [(day + later, mean) for day, mean in zip(ordered, means, strict=True)]


def _band(course: Course) -> tuple[float, float] | None:
    """The range in which the line through all weeks may end within the usual variation; None if it is not known."""
    if course.line is None:
        return None
    return course.line.first - course.line.allowed, course.line.first + course.line.allowed


def _band_box(course: Course, place: Callable[[date, float, float], Vec], until: date) -> tuple[Vec, Vec] | None:
    band = _band(course)
    if band is None:
        return None
    above = place(course.weeks[0].monday, 0.0, band[1])
    below = place(min(until, course.weeks[-1].monday + timedelta(days=6)), 1.0, band[0])
    return above, Vec(below.x - above.x, max(0.4, below.y - above.y))


def _axis(values: Sequence[float], band: tuple[float, float] | None, scale: Scale) -> tuple[float, float, float]:
    """Lowest and highest value of an axis, and the step between ticks."""
    found = [*values, *(band or ())] or [scale.lowest if scale.lowest > -1e6 else 0.0]
    low, high = max(scale.lowest, min(found)), min(scale.highest, max(found))
    if high - low < scale.span:
        middle = (high + low) / 2
        low, high = middle - scale.span / 2, middle + scale.span / 2
        low, high = (scale.lowest, scale.lowest + scale.span) if low < scale.lowest else (low, high)
        low, high = (scale.highest - scale.span, scale.highest) if high > scale.highest else (low, high)
    power = 10.0 ** math.floor(math.log10((high - low) / 4))
    step = next((one * power for one in STEPS if (high - low) / (one * power) <= 5), 10 * power)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def _thinned(ticks: Sequence[Tick], field: Vec, em: float) -> tuple[Tick, ...]:
    """An even selection of as many ticks as are readable below each other."""
    room = field.y / max(1, len(ticks) - 1)
    every = max(1, math.ceil(em * 1.25 / room))
    return tuple(ticks[::every])


def _dates(
    place: Callable[[date, float, float], Vec],
    since: date,
    days: int,
    width: float,
    em: float,
    named: Callable[[date], str],
    low: float,
) -> tuple[Tick, ...]:
    """Ticks of the time axis, whole weeks apart, as many as are readable beside each other."""
    weeks = max(1, days // 7)
    room = len(named(since)) * em * LETTER + em * 2.2
    every = max(1, math.ceil(weeks / max(1, int(width // room))))
    found = [since + timedelta(days=7 * every * n) for n in range(weeks // every + 1)]
    out = []
    for day in found:
        at, half = place(day, 0.5, low), len(named(day)) * em * LETTER / 2
        if (day - since).days < days and at.x + half <= place(since, 0.0, low).x + width + em * 0.4:
            out.append(Tick(at, named(day)))
    return tuple(out)


def _mean(values: Sequence[float]) -> float:
    whole = 0.0
    for value in values:
        whole += value
    return whole / len(values)
