"""A block while it is played: journalled rep by rep, and scored and stored as one record when it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.task import Outcome
from games.launcher.coaching import coach_record
from games.launcher.progress.coach import Coach
from games.launcher.progress.rest import Bout
from games.launcher.scoring.block import judge
from games.launcher.scoring.score import MEASURES_VERSION, Score

if TYPE_CHECKING:
    from games.launcher.block_record import Circumstances
    from games.launcher.records.journal import Journal
    from games.launcher.records.models import Header, Record
    from games.launcher.screens.screen import Desk, Player

RETRY = 30.0  # s between tries to store a block that could not be stored
CHUNK = 1.0  # s of trace that a crash may cost
MOST_AT_ONCE = 4000  # readings that one frame writes: a picture that is gone on with is journalled anew, in slices


class Ended:
    """A block that has ended: what results show, and whether it is on the disk."""

    def __init__(self, desk: Desk, record: Record | None, block: Block, journal: Journal | None) -> None:
        self._desk, self._record, self._trace, self._journal = desk, record, block.trace, journal
        carried = 0 if record is None else record.carried_reps
        self.why: str | None = None  # why it is not stored, in one sentence
        self._tried = 0.0
        outcomes = [rep.outcome for rep in block.table.reps[carried:]]
        self.reps = len(outcomes) - outcomes.count(Outcome.INTERRUPTED)
        self.done = outcomes.count(Outcome.DONE)
        self.whole = not block.stopped
        self.scored = record is None or record.mode != "free"
        self.best_before: int | None = None
        self.score = judge(block.table.reps, block.played).score if record is None else _score(record)
        self.path: str | None = None  # where it is stored
        if record is not None:
            self.best_before = best_of(desk, record)
            self._store()

    @property
    def can_be_sent(self) -> bool:
        """Whether it is a whole challenge that is stored: somebody else can be asked to beat it."""
        record = self._record
        sent = record is not None and record.mode == "challenge" and record.input != "simulated"
        return sent and self.whole and self.path is not None and self.score.points > 0

    @property
    def kept(self) -> tuple[Record, list[Reading]] | None:
        """The record and the trace, where a player has them."""
        return None if self._record is None else (self._record, self._trace)

    @property
    def new_best(self) -> bool:
        """Whether this whole block has more points than any before it that was played alike."""
        before = self.best_before
        counts = self.whole and self.scored and self.score.points > 0
        return counts and (before is None or self.score.points > before)

    def retry(self, now: float) -> None:
        """Try again, now and then, to store what could not be stored."""
        if self.why is not None and now - self._tried >= RETRY:
            self._tried = now
            self._store()
            self.tell()

    def tell(self) -> None:
        """Say where it is stored, if it is."""
        if self.path is not None and self._record is not None:
            self._desk.tell.stored(self.path, self._record.score)

    def _store(self) -> None:
        if self._record is None or self._desk.store is None:
            return
        try:
            self.path = str(self._desk.store.save(self._record, self._trace))
        except OSError as error:
            self.why = str(error)
            return
        self.why = None
        if self._journal is not None:
            self._journal.close(remove=True)
            self._journal = None


class Session:
    """Keeps what a running block has done, as it does it; of the desk's player unless another is named."""

    def __init__(
        self,
        desk: Desk,
        mode: str,
        number: int,
        block: Block,
        coach: Coach | None = None,
        player: Player | None = None,
        onward: Header | None = None,
    ) -> None:
        self._desk, self._block, self._coach = desk, block, coach
        self.strays = 0  # contacts that never reached the block
        self._journal: Journal | None = None
        self._noted = 0  # readings in the journal
        self._reps = 0
        self._chunk_at = 0.0
        self._about = None
        self._onward = onward  # the picture that this goes on with
        store, player = desk.store, player or desk.player
        if store is not None and player is not None:
            from games.launcher.block_record import Circumstances

            self._about = Circumstances(
                store.new_id(),
                mode,
                number,
                desk.clock(),
                player.id,
                store.device_id,
                None,
                desk.display.px_per_mm,
                desk.display.calibrated,
            )

    def goes_on(self) -> None:
        """All that was painted before has been played again: what follows is new."""
        from games.launcher.block_record import begun, record_of

        block, head = self._block, self._onward
        self._reps, self._chunk_at = len(block.table.reps), block.now
        if self._about is None or self._desk.store is None or head is None:
            return
        self._about = replace(self._about, carried=(round(block.now * 1000), len(block.table.reps)))
        try:  # what was painted before follows in slices
            self._journal = self._desk.store.begin(record_of(begun(head), self._about, "partial"))
        except OSError as error:
            self._desk.report(error)

    def note(self) -> None:
        """Journal what is new: at once after a rep, else each second. When this returns, a rep may be told."""
        block = self._block
        reps = len(block.table.reps)
        waiting = len(block.trace) - self._noted
        due = reps > self._reps or waiting > MOST_AT_ONCE or (waiting and block.now - self._chunk_at >= CHUNK)
        if not due or self._about is None or self._desk.store is None:
            return
        fresh: list[Reading] = block.trace[self._noted : self._noted + MOST_AT_ONCE]
        try:
            if self._journal is None:
                self._journal = self._desk.store.begin(self._record("partial"))
            self._journal.note(fresh, block.steps, reps)
        except OSError as error:  # the block goes on in memory; the end will say that it could not be stored
            self._desk.report(error)
            return
        self._noted, self._reps, self._chunk_at = self._noted + len(fresh), reps, block.now

    def end(self) -> Ended:
        """Score and store the block; nothing is stored of one in which nothing was touched."""
        if self._about is None or not self._block.trace or self._nothing_new(self._about):
            if self._journal is not None:
                self._journal.close(remove=True)
            return Ended(self._desk, None, self._block, None)
        record = self._record(None)
        self._desk.sitting.noted(self._bout(self._about, record))
        return Ended(self._desk, record, self._block, self._journal)

    def _nothing_new(self, about: Circumstances) -> bool:
        """Whether this goes on with a picture to which nothing was added."""
        came_back = about.carried != (0, 0)
        return self._onward is not None and (not came_back or len(self._block.table.reps) <= about.carried[1])

    def _bout(self, about: Circumstances, record: Record) -> Bout:
        """The block as it bears on rest."""
        from games.launcher.progress.fatigue import movements_of

        block, before = self._block, about.carried[0] / 1000
        fresh = block.table.reps[about.carried[1] :]
        ends = tuple(max(0.0, rep.ended - before) for rep in fresh if rep.outcome is not Outcome.INTERRUPTED)
        kind = (block.game.id, about.mode, about.level)
        return Bout(
            kind,
            max(0.0, block.now - before),
            ends,
            self.strays + block.contacts.strays,
            self._desk.clock().utc_ms,
            tuple(movements_of(record)),
        )

    def _record(self, status: str | None) -> Record:
        from games.launcher.block_record import record_of

        if self._about is None:
            raise ValueError("a block without a player has no record")
        about = replace(self._about, strays=self.strays, coach=coach_record(self._coach))
        return record_of(self._block, about, status)


def best_of(desk: Desk, record: Record) -> int | None:
    """The most points before this block, of blocks played alike."""
    from games.launcher.records.index import BestKey

    if desk.store is None:
        return None
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
        None if record.mode == "practice" else record.table,
        record.coach is not None,
    )
    return desk.store.best(key, but=record.id)


def _score(record: Record) -> Score:
    return Score(record.precision, record.speed, record.score, record.throughput)
