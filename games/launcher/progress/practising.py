"""From stored blocks to what the pages of progress show: comparable blocks of a game and hand, their trend, their chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart, Period, Scale, chart, points_of
from games.launcher.progress.trend import LEARNING, Course, course, day_of, monday_of
from games.launcher.records.index.practised import Kind, Played
from games.launcher.records.store import Store

SCALES = {
    "precision": Scale(0.0, 100.0, 30.0),
    "speed": Scale(0.0, 1000.0, 20.0),
    "smoothness": Scale(-1e9, 0.0, 1.0, 1),
    "range": Scale(0.0, 1e9, 20.0),
}
MEASURES = tuple(SCALES)
VALUES = {name: attrgetter(name) for name in MEASURES}  # of a block
YEARS = 400  # days; charts longer than this show years with their dates
WEEKS = (12, 52, 0)  # weeks that a chart can show; 0: all


@dataclass(frozen=True)
class Practice:
    """The blocks of one game and hand in a period; only those of one kind are judged together."""

    game: str
    side: str
    since: date
    until: date
    kinds: tuple[Kind, ...]  # most frequent first; each by one version of the measures only
    kind: Kind | None
    blocks: tuple[Played, ...]  # of one version of the measures each kind: where two judged, the one with more blocks
    learning: tuple[str, ...]  # the first days, on which the game was learnt

    @cached_property
    def judged(self) -> list[Played]:
        """The blocks of the judged kind."""
        return [block for block in self.blocks if block.kind == self.kind]

    def course(self, measure: str) -> Course:
        """The course of a measure out of MEASURES. Raises KeyError for any other name."""
        found = self._courses.get(measure)
        if found is None:
            values = [(block.day, value) for block in self.judged if (value := value_of(block, measure)) is not None]
            found = self._courses[measure] = course(values, self.learning)
        return found

    @cached_property
    def _courses(self) -> dict[str, Course]:
        return {}

    @cached_property
    def _days(self) -> list[tuple[date, float, bool]]:
        """Of each block its day, its position within the day (0 to 1), and whether it is of the judged kind. The blocks
        of a day are spread evenly, so that none covers another."""
        out = []
        for said, found in groupby(self.blocks, key=attrgetter("day")):
            day, blocks = day_of(said), list(found)
            out += [(day, (n + 1) / (len(blocks) + 1), block.kind == self.kind) for n, block in enumerate(blocks)]
        return out

    def chart(self, measure: str, size: Vec, em: float, named: Callable[[date, bool], str], mark: str = ".") -> Chart:
        """The chart of a measure in a box of this size in mm; `em`: letter size on the axes, mm.

        `named` turns a date into words; its second argument says whether the year is needed. `mark`: the language's
        decimal mark.
        """
        years = (self.until - self.since).days > YEARS
        points = points_of(
            (day, share, value, own)
            for block, (day, share, own) in zip(self.blocks, self._days, strict=True)
            if (value := value_of(block, measure)) is not None
        )
        return chart(
            size,
            em,
            points,
            self.course(measure),
            replace(SCALES[measure], mark=mark),
            Period(self.since, self.until),
            lambda day: named(day, years),
        )


def practice(store: Store, profile: str, game: str, side: str, since: date, until: date, chosen: int = 0) -> Practice:
    """The practice of a game with one hand; `chosen`: index of the judged kind, modulo the number of kinds."""
    asked = store.practised
    blocks = asked.blocks(profile, game, side, since.isoformat(), until.isoformat())
    often = Counter(block.kind for block in blocks)
    kinds = _by_one_version(sorted(often, key=lambda kind: (-often[kind], kind)))
    blocks = [block for block in blocks if block.kind in kinds]
    kind = kinds[chosen % len(kinds)] if kinds else None
    learning = tuple(asked.learning(profile, game, side, LEARNING))
    return Practice(game, side, since, until, kinds, kind, tuple(blocks), learning)


def _by_one_version(often: Sequence[Kind]) -> tuple[Kind, ...]:
    """Of kinds that only the version of the measures tells apart, the first: while rounds are measured anew, a chart
    shows the old values or the new ones, never both in one line."""
    first: dict[Kind, Kind] = {}
    for kind in often:
        first.setdefault(kind._replace(measures_version=0), kind)
    return tuple(first.values())


def since_of(store: Store, profile: str, weeks: int, today: date) -> date:
    """The Monday on which the last `weeks` weeks begin, this week included; for 0 the Monday of the first day ever."""
    if weeks:
        return monday_of(today) - timedelta(days=7 * (weeks - 1))
    first = next(iter(store.practised.days(profile)), None)
    return monday_of(today if first is None else min(today, day_of(first.day)))


def value_of(block: Played, measure: str) -> float | None:
    """A measure of a block by name; None if the block does not have it."""
    value: float | None = VALUES[measure](block)
    return value
