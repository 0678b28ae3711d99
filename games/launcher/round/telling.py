"""Tells what is new in a running block to a script that follows (`--tell`), and plays its sounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from games.kit.block import Block
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.task import Cue, Rep
from games.launcher.gallery.saving import Saving
from games.launcher.round.session import Session
from games.launcher.shell.desk import Desk
from games.launcher.shell.sound import heard

SAID = 5.0  # s that a message stays above the table


class Telling:
    """Remembers what has been told of a block. `slots` is added to its slot numbers if two blocks run at once.

    A rep is told once it is on the disk, without making a frame wait; what follows it is told afterwards, unless
    nothing can be written at all. `silent`: what the block already contains was told before.
    """

    def __init__(
        self, desk: Desk, game: AnyGame, block: Block, session: Session, slots: int = 0, silent: bool = False
    ) -> None:
        self._session = session
        self._lines: deque[tuple[int | None, Callable[[], None]]] = deque()  # (rep to wait for, how to tell it)
        self._desk, self._game, self._block, self._slots = desk, game, block, slots
        self._told: dict[int, object] = {}
        self._reps = len(block.table.reps) if silent else 0
        self._cues = len(block.table.cues) if silent else 0

    def new(self, origin: Vec, across: float | None = None) -> tuple[Sequence[Rep], Sequence[Cue]]:
        """Tell and sound what is new, and return it. `across`: the width (mm) over which sounds are panned, if not the table's."""
        desk, block, table = self._desk, self._block, self._block.table
        reps, cues = table.reps[self._reps :], table.cues[self._cues :]
        for number, rep in enumerate(reps, self._reps):
            self._lines.append((number, partial(desk.tell.rep, replace(rep, slot=rep.slot + self._slots))))
        if reps:
            self._told = {}
        self._reps, self._cues = len(table.reps), len(table.cues)
        for slot, task in () if block.finished else table.asked.items():
            if self._told.get(slot) is not task:
                self._told[slot] = task
                self._lines.append((None, partial(desk.tell.asked, task, slot + self._slots, origin)))
        self.tell()
        done = len(table.reps) if block.level.seconds is not None else int(block.progress[0])
        for cue in cues:
            at = cue if across is None else replace(cue, at=cue.at + origin)
            contact = self._game.voice.contact(block.rules, cue)
            after = 0.0 if desk.settings.less_motion else contact.after  # with less motion nothing is seen to fall
            for sound in heard(at, done, across or table.size.x, self._game.voice, contact.clean):
                desk.hear(sound, after)
        return reps, cues

    def tell(self) -> None:
        """Tell, in order, everything that is on the disk by now."""
        written, flushed = self._session.written, self._session.flushed
        held: list[tuple[int | None, Callable[[], None]]] = []
        while self._lines:
            rep, line = self._lines[0]
            if rep is not None and flushed <= rep < written:
                break
            self._lines.popleft()
            if rep is None or rep < flushed:
                line()
            else:
                held.append((rep, line))
        self._lines.extendleft(reversed(held))


class Saying:
    """A message above the table for a few seconds, such as where a picture was saved."""

    def __init__(self) -> None:
        self.saving: Saving | None = None  # a picture that is being saved
        self._said: tuple[str, float | None] | None = None  # the message, and until when (None until it is first shown)

    @property
    def words(self) -> str | None:
        """The message shown now."""
        return None if self._said is None else self._said[0]

    def say(self, words: str) -> None:
        """Show this message from the next frame on."""
        self._said = words, None

    def frame(self, now: float) -> None:
        """Show where a picture was saved, or that it was not; remove a message that has been shown long enough."""
        told = None if self.saving is None else self.saving.said()
        if told is not None:
            self.saving = None
            self.say(told)
        if self._said is not None:
            words, until = self._said
            self._said = None if until is not None and now > until else (words, until or now + SAID)
