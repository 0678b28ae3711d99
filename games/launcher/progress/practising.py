"""From stored blocks to what the pages of progress show: comparable blocks of a game and hand, their trend, their chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart, Period, Point, Scale, chart
from games.launcher.progress.trend import LEARNING, Course, course, monday_of
from games.launcher.records.index.practised import Kind, Played
from games.launcher.records.store import Store

SCALES = {
    "precision": Scale(0.0, 100.0, 30.0),
    "speed": Scale(0.0, 1000.0, 20.0),
    "smoothness": Scale(-1e9, 0.0, 1.0, 1),
    "range": Scale(0.0, 1e9, 20.0),
}
MEASURES = tuple(SCALES)
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

    @property
    def judged(self) -> list[Played]:
        """The blocks of the judged kind."""
        return [block for block in self.blocks if block.kind == self.kind]

    def course(self, measure: str) -> Course:
        """The course of a measure out of MEASURES. Raises KeyError for any other name."""
        values = [(block.day, value) for block in self.judged if (value := value_of(block, measure)) is not None]
        return course(values, self.learning)

    def chart(self, measure: str, size: Vec, em: float, named: Callable[[date, bool], str]) -> Chart:
        """The chart of a measure in a box of this size in mm; `em`: letter size on the axes, mm.

        `named` turns a date into words; its second argument says whether the year is needed.
        """
        years = (self.until - self.since).days > YEARS
        points = [
            Point(date.fromisoformat(block.day), _share(index, self.blocks), value, block.kind == self.kind)
            for index, block in enumerate(self.blocks)
            if (value := value_of(block, measure)) is not None
        ]
        return chart(
            size,
            em,
            points,
            self.course(measure),
            SCALES[measure],
            Period(self.since, self.until),
            lambda day: named(day, years),
        )


def practice(store: Store, profile: str, game: str, side: str, since: date, until: date, chosen: int = 0) -> Practice:
    """The practice of a game with one hand; `chosen`: index of the judged kind, modulo the number of kinds."""
    asked = store.practised
    blocks = asked.blocks(profile, game, side, since.isoformat(), until.isoformat())
    often: dict[Kind, int] = {}
    for block in blocks:
        often[block.kind] = often.get(block.kind, 0) + 1
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
    return monday_of(today if first is None else min(today, date.fromisoformat(first.day)))


def value_of(block: Played, measure: str) -> float | None:
    """A measure of a block by name; None if the block does not have it."""
    found: dict[str, float | None] = {
        "precision": block.precision,
        "speed": block.speed,
        "smoothness": block.smoothness,
        "range": block.range,
    }
    return found[measure]


def _share(index: int, blocks: Sequence[Played]) -> float:
    """The position of a block within its day, 0 to 1: blocks of a day are spread evenly so that none covers another."""
    day = blocks[index].day
    start = index
    while start and blocks[start - 1].day == day:
        start -= 1
    end = index
    while end + 1 < len(blocks) and blocks[end + 1].day == day:
        end += 1
    return (index - start + 1) / (end - start + 2)
