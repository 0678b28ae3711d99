"""From what is stored to what progress shows: the blocks of a game and hand that may be compared, their course, their chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart, Point, Scale, chart
from games.launcher.progress.trend import LEARNING, Course, course, monday_of
from games.launcher.records.practised import Kind, Played
from games.launcher.records.store import Store

SCALES = {
    "precision": Scale(0.0, 100.0, 30.0),
    "speed": Scale(0.0, 100.0, 20.0),
    "smoothness": Scale(-1e9, 0.0, 1.0, 1),
    "range": Scale(0.0, 1e9, 20.0),
}
MEASURES = tuple(SCALES)
YEARS = 400  # days from which dates are told with their years
WEEKS = (12, 52, 0)  # that a chart can show; 0: all


@dataclass(frozen=True)
class Practice:
    """The blocks of one game and hand from one day to another; judged are those of one kind."""

    game: str
    side: str
    since: date
    until: date
    kinds: tuple[Kind, ...]  # the one played most often first
    kind: Kind | None
    blocks: tuple[Played, ...]
    learning: tuple[str, ...]  # the days on which the game was learnt

    @property
    def judged(self) -> list[Played]:
        """The blocks of the kind that is judged."""
        return [block for block in self.blocks if block.kind == self.kind]

    def course(self, measure: str) -> Course:
        """How a measure, one of MEASURES, went. KeyError for another."""
        values = [(block.day, value) for block in self.judged if (value := value_of(block, measure)) is not None]
        return course(values, self.learning)

    def chart(self, measure: str, size: Vec, em: float, named: Callable[[date, bool], str]) -> Chart:
        """The chart of a measure in a box of this size, in mm; `em` is that of the words on its axes.

        `named` says a date in words, in years if it must be told apart from the same day of other years.
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
            self.since,
            self.until,
            lambda day: named(day, years),
        )


def practice(store: Store, profile: str, game: str, side: str, since: date, until: date, chosen: int = 0) -> Practice:
    """What was played of a game with a hand; `chosen` counts through the kinds, and starts again after the last."""
    asked = store.practised
    blocks = asked.blocks(profile, game, side, since.isoformat(), until.isoformat())
    often: dict[Kind, int] = {}
    for block in blocks:
        often[block.kind] = often.get(block.kind, 0) + 1
    kinds = tuple(sorted(often, key=lambda kind: (-often[kind], kind)))
    kind = kinds[chosen % len(kinds)] if kinds else None
    learning = tuple(asked.learning(profile, game, side, LEARNING))
    return Practice(game, side, since, until, kinds, kind, tuple(blocks), learning)


def since_of(store: Store, profile: str, weeks: int, today: date) -> date:
    """The Monday on which so many weeks begin, this one the last; for 0 weeks that of the first day ever."""
    if weeks:
        return monday_of(today) - timedelta(days=7 * (weeks - 1))
    first = next(iter(store.practised.days(profile)), None)
    return monday_of(today if first is None else min(today, date.fromisoformat(first.day)))


def value_of(block: Played, measure: str) -> float | None:
    """A measure of a block by its name; None where the block has none."""
    found: dict[str, float | None] = {
        "precision": block.precision,
        "speed": block.speed,
        "smoothness": block.smoothness,
        "range": block.range,
    }
    return found[measure]


def _share(index: int, blocks: Sequence[Played]) -> float:
    """Where on its day a block lies: evenly among those of the day, so that they can be told apart."""
    day = blocks[index].day
    start = index
    while start and blocks[start - 1].day == day:
        start -= 1
    end = index
    while end + 1 < len(blocks) and blocks[end + 1].day == day:
        end += 1
    return (index - start + 1) / (end - start + 2)
