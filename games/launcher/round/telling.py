"""What is new in a block that is played: told to a script that follows, and heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from games.kit.block import Block
from games.kit.game import Game
from games.kit.geometry import Vec
from games.kit.task import Cue, Rep
from games.launcher.round.session import Session
from games.launcher.shell.desk import Desk
from games.launcher.shell.sound import heard

SAID = 5.0  # s that a line stays over the table


class Telling:
    """Remembers what of a block was told. `slots` is added to those of its tasks, where two blocks are played at once.

    A rep is told once it is on the disk, and no frame waits for that: what
    follows it is told after it, unless the disk takes nothing at all.
    `silent`: what there is already was told before.
    """

    def __init__(
        self, desk: Desk, game: Game, block: Block, session: Session, slots: int = 0, silent: bool = False
    ) -> None:
        self._session = session
        self._lines: deque[tuple[int | None, Callable[[], None]]] = deque()  # which rep it is, and how it is told
        self._desk, self._game, self._block, self._slots = desk, game, block, slots
        self._told: dict[int, object] = {}
        self._reps = len(block.table.reps) if silent else 0
        self._cues = len(block.table.cues) if silent else 0

    def new(self, origin: Vec, across: float | None = None) -> tuple[Sequence[Rep], Sequence[Cue]]:
        """Tell and sound what is new; give it. `across`: the width in mm that sounds are spread over, if not the table's."""
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
            desk.sounds += heard(at, done, across or table.size.x, self._game.id)
        return reps, cues

    def tell(self) -> None:
        """Say in order what may be said by now."""
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
    """A line over the table, for a while; also where a picture was saved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said: tuple[str, float | None] | None = None  # the line, and until when; None: not seen yet

    @property
    def words(self) -> str | None:
        """What is said now."""
        return None if self._said is None else self._said[0]

    def say(self, words: str) -> None:
        """This, from the next frame on."""
        self._said = words, None

    def frame(self, now: float) -> None:
        """Say where the picture is, once it is written, or that it is not; forget what has been said long enough."""
        saving = self._desk.saving
        if saving is not None and saving.done():
            self._desk.saving = None
            try:
                path = saving.result()
                self.say(self._desk.say("picture saved", folder=path.parent.name, name=path.name))
            except OSError as error:
                self._desk.report(error)
                self.say(self._desk.say("picture not saved", why=error.strerror or error))
        if self._said is not None:
            words, until = self._said
            self._said = None if until is not None and now > until else (words, until or now + SAID)
