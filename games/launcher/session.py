"""A block while it is played: journalled rep by rep, and scored and stored as one record when it ends."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from games.kit.block import Block
from games.kit.fingers import Sample
from games.kit.game import Game
from games.kit.task import Outcome
from games.launcher.scoring.block import Judged, judge
from games.launcher.scoring.score import MEASURES_VERSION, Score

if TYPE_CHECKING:
    from games.launcher.records.models import Record
    from games.launcher.screens.screen import Desk

RETRY = 30.0  # s between tries to store a block that could not be stored
CHUNK = 1.0  # s of trace that a crash may cost


class Ended:
    """A block that has ended: what results show, and whether it is on the disk."""

    def __init__(self, desk: Desk, record: Record | None, trace: list[Any], best_before: int | None) -> None:
        self._desk, self._record, self._trace = desk, record, trace
        self.best_before = best_before
        self.why: str | None = None  # why it is not stored, in one sentence
        self._tried = 0.0
        empty = record is None
        self.score = Score(0.0, 0.0, 0, 0.0) if empty else _score_of(record)
        self.reps = 0 if empty else sum(1 for rep in record.reps if rep.outcome != Outcome.INTERRUPTED.value)
        self.done = 0 if empty else sum(1 for rep in record.reps if rep.outcome == Outcome.DONE.value)
        self.whole = not empty and record.status == "complete"
        self._stored = empty
        self._store()

    def retry(self, now: float) -> None:
        """Try again to store what could not be stored, now and then."""
        if not self._stored and now - self._tried >= RETRY:
            self._tried = now
            self._store()

    def _store(self) -> None:
        if self._stored or self._record is None or self._desk.store is None:
            return
        try:
            path = self._desk.store.save(self._record, self._trace)
        except OSError as error:
            self.why = str(error)
            return
        self._stored, self.why = True, None
        self._desk.tell.stored(str(path), self._record.score)
