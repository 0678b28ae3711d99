"""A block that has ended: what the results show, and storing it, retried until it succeeds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.task import Outcome
from games.kit.told import Told
from games.launcher.progress.challenges import How, how_of
from games.launcher.progress.mastery import Mastered
from games.launcher.round.own_words import Column, last_tests, told_of, towers
from games.launcher.scoring.block import judge
from games.launcher.scoring.score import MEASURES_VERSION, Score

if TYPE_CHECKING:
    from games.launcher.records.blocks.journal import Journal
    from games.launcher.records.models import Record
    from games.launcher.shell.desk import Desk

Answer = TypeVar("Answer")
RETRY = 30.0  # s between tries to store a block that could not be stored


class Ended:
    """A block that has ended: its results, and whether it is stored."""

    def __init__(self, desk: Desk, record: Record | None, block: Block, journal: Journal | None) -> None:
        self._desk, self._record, self._trace, self._journal = desk, record, block.trace, journal
        carried = 0 if record is None else record.carried_reps
        self.block = block  # as it was left: what it has made can be drawn
        self.why: Exception | None = None  # what kept it from being stored
        self.before_told: Callable[[], None] = lambda: None  # called once it is stored, before that is told
        self._tried = 0.0
        self._said = False  # that it is stored
        self.certain = record is None or (record.timing is None and record.barred is None)
        outcomes = [rep.outcome for rep in block.table.reps[carried:]]
        self.reps = len(outcomes) - outcomes.count(Outcome.INTERRUPTED)
        self.done = outcomes.count(Outcome.DONE)
        self.whole = not block.stopped
        self.scored = record is None or record.mode != "free"
        self.best_before: int | None = None
        # Where the coach had the hand in the level's band: 1 at its top, -1 at its foot, 0 between; None without a coach
        self.place: int | None = None
        self.score = judge(block.table.reps, block.played).score if record is None else _score(record)
        self.path: str | None = None  # where it is stored
        if record is not None:
            self._store()
            self.best_before = self._best_before(record)

    @property
    def mastered(self) -> Mastered | None:
        """How fine a coached round was mastered; None if that is not known."""
        found = None if self._record is None else self._record.mastered
        return None if found is None else Mastered(found.word, found.value, found.more, found.turns, found.spread)

    @property
    def can_be_sent(self) -> bool:
        """Whether it is a complete, stored challenge, which a friend can be asked to beat."""
        record = self._record
        sent = record is not None and record.mode == "challenge" and record.input != "simulated"
        return sent and self.whole and self.certain and self.path is not None and self.score.points > 0

    @property
    def how(self) -> How | None:
        """How it was played: only rounds that were played alike are compared. None if that is not known."""
        record = self._record
        return None if record is None else how_of(record.input, record.form, record.fit.side)

    @property
    def kept(self) -> tuple[Record, list[Reading]] | None:
        """The record and the trace; None if there is nothing to store."""
        return None if self._record is None else (self._record, self._trace)

    @property
    def new_best(self) -> bool:
        """Whether this block is complete and has more points than all earlier comparable ones, of which there is one."""
        before = self.best_before
        fixed = self._record is None or self._record.coach is None  # else the coach fitted the level to the hand
        counts = self.whole and self.scored and self.certain and fixed
        return counts and before is not None and self.score.points > before

    @property
    def told(self) -> Told | None:
        """What the game says of it; None for a block that nobody touched."""
        return self._asked(told_of, None)

    @property
    def tests(self) -> list[Column]:
        """The last tests like this one, of either hand; none for a block that is no test."""
        test = self._record is not None and self._record.mode == "test"
        return self._asked(lambda record: last_tests(self._desk, record), []) if test else []

    @property
    def tower(self) -> tuple[float, float] | None:
        """The height in mm of the tower that was built, and of the highest before; None if none was built."""
        return self._asked(lambda record: towers(self._desk, record), None)

    def _asked(self, ask: Callable[[Record], Answer], otherwise: Answer) -> Answer:
        """What is asked about the block; `otherwise` if there is none, or asking fails: that must not cost its results."""
        try:
            return otherwise if self._record is None else ask(self._record)
        except Exception as error:
            self._desk.report(error)
            return otherwise

    def retry(self, now: float) -> None:
        """Try again to store it, at most once every RETRY seconds."""
        if self.why is not None and now - self._tried >= RETRY:
            self._tried = now
            self._store()
            if self.path is not None:
                logging.getLogger(__name__).warning("stored after all: %s", self.path)
                self.tell()

    def tell(self) -> None:
        """Tell the script that follows, once, its points and file, when it is stored."""
        if self.path is not None and self._record is not None and not self._said:
            self._said = True
            self.before_told()
            self._desk.tell.stored(self.path, self._record.score)

    def _store(self) -> None:
        """Store it; if that fails, it waits on the desk and is tried again until the program ends."""
        if self._record is None:
            return
        try:
            self.path = str(self._desk.store.save(self._record, self._trace))
        except Exception as error:  # whatever went wrong, the block is still in memory
            if self.why is None:
                self._desk.report(error)
            self.why = error
            if self not in self._desk.unsaved:
                self._desk.unsaved.append(self)
            return
        self.why = None
        if self in self._desk.unsaved:
            self._desk.unsaved.remove(self)
        if self._journal is not None:
            self._journal.close(remove=True)
            self._journal = None

    def _best_before(self, record: Record) -> int | None:
        """The best before this block."""
        return None if record.coach is not None else self._asked(lambda one: best_of(self._desk, one), None)


def best_of(desk: Desk, record: Record) -> int | None:
    """The most points of comparable blocks before this one."""
    from games.launcher.records.index.kinds import BestKey

    key = BestKey(
        record.profile,
        record.game,
        record.game_version,
        record.mode,
        record.level,
        record.fit.side,
        record.calibrated,
        MEASURES_VERSION,
        record.input,
        record.form,
        record.table,
        coached=False,
    )
    return desk.store.best(key, but=record.id)


def _score(record: Record) -> Score:
    return Score(record.precision, record.speed, record.score, record.throughput)
