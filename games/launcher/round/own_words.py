"""What rounds came to in the words of their game: one round, and the last tests of either hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from games.catalog import named
from games.kit.game import AnyGame
from games.kit.task import Outcome
from games.kit.told import Movement, Outcomes, Told
from games.kit.words import Say
from games.launcher.records.errors import Unreadable
from games.launcher.round.levels import level_of

if TYPE_CHECKING:
    from games.launcher.records.models import Record
    from games.launcher.shell.desk import Desk

LAST = 3  # tests of each hand that are shown


@dataclass(frozen=True)
class Line:
    """One test in a table: few words, whether it is the one just played, whether it is the best of those shown."""

    words: str
    now: bool
    best: bool


@dataclass(frozen=True)
class Column:
    """The last tests of a hand, newest first; side: "left", "right" or "both"."""

    side: str
    lines: tuple[Line, ...]


def told_of(record: Record) -> Told:
    """What the game says of a round. Raises ValueError for a game or level that this program does not have."""
    game = named(record.game)
    level = level_of(game, record.mode, record.level)
    movements = [
        Movement(
            rep.task.kind,
            Outcome(rep.outcome),
            rep.began,
            rep.let_go,
            rep.task.fields,
            rep.settings or {},
            rep.measures or {},
            rep.made,
        )
        for rep in record.reps[record.carried_reps :]
        if rep.outcome != Outcome.INTERRUPTED.value
    ]
    whole = record.whole_reps, record.whole_seconds
    return game.told(Outcomes(record.mode, level.settings, movements, *whole, record.measures))


def said(say: Say, game: AnyGame, told: Told, short: bool = False) -> str:
    """The sentence, or the few words for a table."""
    name = told.short if short and told.short is not None else told.name
    return say(f"{game.id}.{name}", **told.values)


def last_tests(desk: Desk, record: Record) -> list[Column]:
    """The last tests like this one, the one of the record among them: first the left hand, then the right; of a test with
    both hands one column."""
    game = named(record.game)
    both = level_of(game, record.mode, record.level).hands > 1
    sides = (record.fit.side,) if both else ("left", "right")
    return [Column("both" if both else side, _column(desk, game, record, side)) for side in sides]


def towers(desk: Desk, record: Record) -> tuple[float, float] | None:
    """The height in mm of the tower that was built in this round, and of the highest before it; None if none was built."""
    if named(record.game).gallery is None:
        return None
    high = max((-y for rep in record.reps for outline in rep.made for _, y in outline), default=0.0)
    return (high, desk.store.practised.highest(record.profile, record.game, record.id)) if high > 0 else None


def _column(desk: Desk, game: AnyGame, record: Record, side: str) -> tuple[Line, ...]:
    files = desk.store.practised.tests(record.profile, game.id, game.version, record.level, side, LAST + 1)
    tests = [one for one in _records(desk, record.profile, files) if one.id != record.id]
    if record.fit.side == side:
        tests = [record, *tests]
    found = [(one.id, told_of(one)) for one in tests[:LAST]]
    most = max((told.better for _, told in found if told.better is not None), default=None)
    several = len(found) > 1
    return tuple(
        Line(
            said(desk.say, game, told, short=True),
            test == record.id,
            several and told.better is not None and told.better == most,
        )
        for test, told in found
    )


def _records(desk: Desk, profile: str, files: Sequence[str]) -> list[Record]:
    out = []
    for file in files:
        try:
            out.append(desk.store.record(profile, file))
        except (Unreadable, OSError) as error:
            desk.report(error)
    return out
