"""Keeps a free picture beside its block: its log and two sizes of it; or makes them again from the trace."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from games.kit.block import Block, bring_up_to
from games.kit.fingers import Command, Reading
from games.kit.game import RATE, AnyGame, Rules
from games.kit.painting import Painting, without_idle_marks
from games.launcher.drawing.commission import LARGE, Commission, Write
from games.launcher.records.disk.writing import move
from games.launcher.records.folders import make_folder, open_private
from games.launcher.records.pictures.paintings import Paintings
from games.launcher.round.record import begun
from games.launcher.shell.outbox import Paint
from games.launcher.shell.work import Work

if TYPE_CHECKING:
    from games.launcher.records.models import Header
    from games.launcher.shell.desk import Desk

SMALL = 480  # pixels across
PIECES = 4000  # readings freed in one frame
SLICE = 0.008  # s of each frame spent on replaying a trace


def keep(desk: Desk, game: AnyGame, file: str, painting: Painting) -> None:
    """Have a picture's files written on another thread: the log at once, the images once they are painted."""
    there = Paintings(desk.store, desk.player.id, game.id)
    desk.beside(lambda: _keep_ink(there, file, painting))
    paint_beside(desk, game, file, light(painting))


def keep_made(desk: Desk, game: AnyGame, rules: Rules, file: str) -> None:
    """Keep the painting made with these rules on the free table, if there is one."""
    free = game.free_pictures
    painting = None if free is None else free.painting(rules)
    if painting is not None:
        keep(desk, game, file, painting)


def light(painting: Painting) -> Painting:
    """The same painting in the form in which it is painted again."""
    return replace(painting, log=without_idle_marks(painting.log))


def paint_beside(desk: Desk, game: AnyGame, file: str, painting: Painting) -> None:
    """Have a picture painted offscreen and stored in both sizes."""
    there = Paintings(desk.store, desk.player.id, game.id)

    def write_all(write: Write) -> None:
        for what, width in (("large", LARGE), ("small", SMALL)):
            path = there.path(file, what)
            part = path.with_suffix(".part")
            make_folder(path.parent)
            with contextlib.suppress(OSError):  # it can be made again at any time
                os.close(open_private(part, os.O_WRONLY | os.O_CREAT))
                write(part, width)
                move(part, path)

    def keep_both(write: Write) -> None:
        desk.beside(lambda: write_all(write))

    desk.outbox.ask(Paint(Commission(game, painting, keep_both)))


def _keep_ink(there: Paintings, file: str, painting: Painting) -> None:
    with contextlib.suppress(OSError):
        there.keep_ink(file, painting)


@dataclass
class Again:
    """A block whose trace is replayed, a little in each frame, without ending it, so that it can be continued. Consumes the trace."""

    record: Header
    trace: list[Reading]
    block: Block = field(init=False)

    def __post_init__(self) -> None:
        self.block = begun(self.record)
        self.trace.reverse()  # replayed readings are popped off the end, so that a long trace is not held twice

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        return min(1.0, self.block.steps / max(1, self.record.steps))

    def go_on(self, seconds: float = SLICE) -> bool:
        """Replay for `seconds`; True when all is replayed."""
        until = time.perf_counter() + seconds
        block, steps = self.block, self.record.steps
        while self.trace:
            reading = self.trace[-1]
            if isinstance(reading, Command) and reading.name == "stop":
                self.trace.clear()
                break
            if not block.paused and int(reading.t * RATE) - 1 > block.steps + RATE:
                block.run(block.steps + RATE)  # a long gap is replayed in parts
            else:
                bring_up_to(block, reading, steps)
                block.feed(reading)
                self.trace.pop()
            if time.perf_counter() > until:
                return False
        while block.steps < steps and not block.paused:
            block.run(min(steps, block.steps + RATE))
            if time.perf_counter() > until:
                return False
        return True


class Opened:
    """The log of a stored picture, read or made again: check `painting` in each frame until it is there."""

    def __init__(self, desk: Desk, game: AnyGame, file: str) -> None:
        self._desk, self._game, self._file = desk, game, file
        self.painting: Painting | None = None
        self.gone = False  # True: it can neither be read nor made again
        self._again: Again | None = None
        self._made = False
        self._there = Paintings(desk.store, desk.player.id, game.id)
        self._reading: Work | None = desk.beside(self._ink)

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        return 1.0 if self.painting is not None else 0.0 if self._again is None else self._again.share

    def go_on(self) -> bool:
        """Work for a moment; True when there is nothing left to do."""
        if self.painting is not None or self.gone:
            return self._again is None or self._forgotten(self._again.block)
        if self._again is not None and self._reading is None and self._again.go_on():
            free = self._game.free_pictures
            made = None if free is None else free.painting(self._again.block.rules)
            self.gone = made is None
            self._reading = None if made is None else self._desk.beside(lambda: self._ready(made))
        if self._reading is None or not self._reading.done():
            return False
        found = self._reading.result()
        if isinstance(found, Painting):
            self.painting = found
            if not self._there.has(self._file, "small", "large"):
                paint_beside(self._desk, self._game, self._file, found)
        elif found is None:
            self._reading = self._desk.beside(self._trace)
        elif isinstance(found, OSError | ValueError):
            self.gone = True
            self._desk.report(found)
        else:
            self._again, self._reading = Again(*found), None
        return False

    def _trace(self) -> tuple[Header, list[Reading]] | Exception:
        store, player = self._desk.store, self._desk.player
        try:
            return store.played_block(player.id, self._file)
        except (OSError, ValueError) as error:
            return error

    def _forgotten(self, block: Block) -> bool:
        """Free a long block a little in each frame, because freeing it at once takes half a second; True when done."""
        for kept, most in ((block.trace, PIECES), (block.played, PIECES), (block.table.reps, PIECES // 10)):
            del kept[-most:]
        if not block.trace and not block.played:
            self._again = None
        return self._again is None

    def _ink(self) -> Painting | None:
        found = self._there.ink(self._file)
        return None if found is None else light(found)

    def _ready(self, made: Painting) -> Painting:
        """Store a log that was made again, and return it."""
        _keep_ink(self._there, self._file, made)
        return light(made)
