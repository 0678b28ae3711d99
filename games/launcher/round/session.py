"""A block while it is played: each rep goes into a journal, and at the end the block is scored and stored."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

# Any: the settings of whichever game, as JSON
from typing import TYPE_CHECKING, Any

from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.task import Outcome
from games.launcher.progress.coach import Coach
from games.launcher.progress.rest import Bout
from games.launcher.round.coaching import coach_record
from games.launcher.round.ended import Ended
from games.launcher.round.levels import settings_of
from games.launcher.scoring.checks import spared

if TYPE_CHECKING:
    from games.launcher.records.blocks.journal import Journal
    from games.launcher.records.models import Header, Record
    from games.launcher.round.record import Circumstances
    from games.launcher.shell.desk import Desk, Player

CHUNK = 1.0  # s of trace that a crash may lose
MOST_AT_ONCE = 4000  # readings written in one frame: a continued picture is journalled anew, in slices


class Session:
    """Saves a running block as it is played; it belongs to the desk's player unless another is given."""

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
        self.strays = 0  # contacts ignored before they reached the block
        self._journal: Journal | None = None
        self._noted = 0  # readings in the journal
        self._reps = 0
        self._chunk_at = 0.0
        self._refused: float | None = None  # block time at which writing last failed; None: it works
        self._onward = onward  # the picture that this block continues
        self._carried = 0  # reps of that picture
        self._ended: Ended | None = None
        self.before_stored: Callable[[], None] = lambda: None  # called before a script hears of it
        same = block.level.settings == settings_of(block.game, mode, number) and block.level.before is None
        self._as_written = block.table.deal is None and same
        store, player = desk.store, player or desk.player
        from games.launcher.round.record import Circumstances

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
        """The earlier part of a continued picture has been replayed: everything from now on is new."""
        from games.launcher.round.record import begun, record_of

        block, head = self._block, self._onward
        self._reps = self._carried = len(block.table.reps)
        self._chunk_at = block.now
        if head is None:
            return
        self._about = replace(self._about, carried=(round(block.now * 1000), len(block.table.reps)))
        try:  # the earlier part follows in slices
            self._journal = self._desk.store.begin(record_of(begun(head), self._about, "partial"))
        except OSError as error:
            self._desk.report(error)

    def note(self) -> None:
        """Journal what is new: at once after a rep, else every second; nothing before the first touch."""
        block = self._block
        reps = len(block.table.reps)
        waiting = len(block.trace) - self._noted
        due = reps > self._reps or waiting > MOST_AT_ONCE or (waiting and block.now - self._chunk_at >= CHUNK)
        if not due or not block.handled:
            return
        if self._refused is not None and block.now - self._refused < CHUNK:
            return
        fresh: list[Reading] = block.trace[self._noted : self._noted + MOST_AT_ONCE]
        try:
            if self._journal is None:
                self._journal = self._desk.store.begin(self._record("partial"))
            self._journal.note(fresh, block.steps, reps, self._deals())
        except Exception as error:  # the block continues in memory; its end says if it is not stored
            if self._refused is None:
                self._desk.report(error)
            self._refused = block.now
            return
        if self._refused is not None:
            logging.getLogger(__name__).warning("the running round can be saved again")
        self._refused = None
        self._noted, self._reps, self._chunk_at = self._noted + len(fresh), reps, block.now

    def _deals(self) -> list[dict[str, Any]]:
        """The settings of each rep that is not in the journal yet, and of the movement after them, where they are not
        those of the level."""
        from games.launcher.records.blocks.convert import settings_record

        table = self._block.table
        if self._as_written:
            return []
        dealt = (*(rep.settings for rep in table.reps[self._reps :]), table.settings)
        return [settings for one in dealt if (settings := settings_record(one)) is not None]

    @property
    def written(self) -> int:
        """Number of reps handed to the operating system; they reach the disk shortly."""
        return self._reps

    @property
    def flushed(self) -> int:
        """Number of reps that are on the disk and may be told to a script; of a block that nobody touched, none."""
        ended = self._ended
        if ended is not None and ended.path is not None:
            return len(self._block.table.reps)
        return self._carried if self._journal is None else max(self._carried, self._journal.flushed)

    def end(self) -> Ended:
        """Score and store the block; a block without any touch is not stored. No measured value makes it raise."""
        if not self._block.handled or self._nothing_new(self._about):
            if self._journal is not None:
                self._journal.close(remove=True)
            self._ended = Ended(self._desk, None, self._block, None)
        else:
            record = self._record(None)
            self._desk.sitting.noted(self._bout(self._about, record))
            self._ended = Ended(self._desk, record, self._block, self._journal)
        self._ended.before_told = self.before_stored
        self._ended.place = None if self._coach is None else self._coach.place
        return self._ended

    def _nothing_new(self, about: Circumstances) -> bool:
        """Whether this continues a picture and nothing was added to it."""
        came_back = about.carried != (0, 0)
        return self._onward is not None and (not came_back or len(self._block.table.reps) <= about.carried[1])

    def _bout(self, about: Circumstances, record: Record) -> Bout:
        """What the offer of a rest needs to know of the block."""
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
            spared(lambda: tuple(movements_of(record)), ()),
            about.profile == self._desk.player.id,
        )

    def _record(self, status: str | None) -> Record:
        from games.launcher.records.blocks.convert import settings_record
        from games.launcher.round.record import record_of

        dealt = None if self._as_written else settings_record(self._block.table.settings)
        about = replace(self._about, strays=self.strays, coach=coach_record(self._coach), dealt=dealt)
        return record_of(self._block, about, status)
