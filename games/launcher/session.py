"""A block while it is played: journalled rep by rep, and scored and stored as one record when it ends."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.task import Outcome
from games.launcher.coaching import coach_record
from games.launcher.ended import Ended
from games.launcher.levels import settings_of
from games.launcher.progress.coach import Coach
from games.launcher.progress.rest import Bout
from games.launcher.scoring.checks import spared

if TYPE_CHECKING:
    from games.launcher.block_record import Circumstances
    from games.launcher.records.journal import Journal
    from games.launcher.records.models import Header, Record
    from games.launcher.screens.screen import Desk, Player

CHUNK = 1.0  # s of trace that a crash may cost
MOST_AT_ONCE = 4000  # readings that one frame writes: a picture that is gone on with is journalled anew, in slices


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
        self._refused: float | None = None  # when the disk last took nothing, in s of block time; None: it does
        self._about = None
        self._onward = onward  # the picture that this goes on with
        self._carried = 0  # reps of it
        self._ended: Ended | None = None
        self.before_stored: Callable[[], None] = lambda: None  # called when the block is stored, before that is told
        self._as_written = block.table.deal is None and block.level.settings == settings_of(block.game, mode, number)
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
        self._reps = self._carried = len(block.table.reps)
        self._chunk_at = block.now
        if self._about is None or self._desk.store is None or head is None:
            return
        self._about = replace(self._about, carried=(round(block.now * 1000), len(block.table.reps)))
        try:  # what was painted before follows in slices
            self._journal = self._desk.store.begin(record_of(begun(head), self._about, "partial"))
        except OSError as error:
            self._desk.report(error)

    def note(self) -> None:
        """Journal what is new: at once after a rep, else each second; nothing before anything was touched."""
        block = self._block
        reps = len(block.table.reps)
        waiting = len(block.trace) - self._noted
        due = reps > self._reps or waiting > MOST_AT_ONCE or (waiting and block.now - self._chunk_at >= CHUNK)
        if not due or self._about is None or self._desk.store is None or not block.handled:
            return
        if self._refused is not None and block.now - self._refused < CHUNK:
            return
        fresh: list[Reading] = block.trace[self._noted : self._noted + MOST_AT_ONCE]
        try:
            if self._journal is None:
                self._journal = self._desk.store.begin(self._record("partial"))
            self._journal.note(fresh, block.steps, reps, self._deals())
        except Exception as error:  # the block goes on in memory; the end will say that it could not be stored
            if self._refused is None:
                self._desk.report(error)
            self._refused = block.now
            return
        if self._refused is not None:
            logging.getLogger(__name__).warning("the running round can be saved again")
        self._refused = None
        self._noted, self._reps, self._chunk_at = self._noted + len(fresh), reps, block.now

    def _deals(self) -> list[dict[str, Any]]:
        """What was dealt to each rep that is not in the journal, and to the movement after them, where it is not what the
        level says."""
        table = self._block.table
        if self._as_written:
            return []
        return [*(asdict(rep.level) for rep in table.reps[self._reps :]), asdict(table.level)]

    @property
    def written(self) -> int:
        """So many reps are with the system; they are on the disk in a moment."""
        return len(self._block.table.reps) if self._about is None or self._desk.store is None else self._reps

    @property
    def flushed(self) -> int:
        """So many reps are on the disk, and may be told; of a block that nobody touched, none ever is."""
        ended = self._ended
        if self._about is None or self._desk.store is None or (ended is not None and ended.path is not None):
            return len(self._block.table.reps)
        return self._carried if self._journal is None else max(self._carried, self._journal.flushed)

    def end(self) -> Ended:
        """Score and store the block; nothing is stored of one in which nothing was touched. It raises for no value."""
        if self._about is None or not self._block.handled or self._nothing_new(self._about):
            if self._journal is not None:
                self._journal.close(remove=True)
            self._ended = Ended(self._desk, None, self._block, None)
        else:
            record = self._record(None)
            self._desk.sitting.noted(self._bout(self._about, record))
            self._ended = Ended(self._desk, record, self._block, self._journal)
        self._ended.before_told = self.before_stored
        return self._ended

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
        own = self._desk.player is not None and about.profile == self._desk.player.id
        return Bout(
            kind,
            max(0.0, block.now - before),
            ends,
            self.strays + block.contacts.strays,
            self._desk.clock().utc_ms,
            spared(lambda: tuple(movements_of(record)), ()),
            own,
        )

    def _record(self, status: str | None) -> Record:
        from games.launcher.block_record import record_of

        if self._about is None:
            raise ValueError("a block without a player has no record")
        dealt = None if self._as_written else asdict(self._block.table.level)
        about = replace(self._about, strays=self.strays, coach=coach_record(self._coach), dealt=dealt)
        return record_of(self._block, about, status)
