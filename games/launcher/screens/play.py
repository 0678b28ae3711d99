"""Play: one block on the table, with Pause and Stop always in the same place."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.game import Fit, Game
from games.kit.geometry import ORIGIN, Vec
from games.launcher.levels import AIDS, level_of, table_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.screens import home, paper, results, stopped
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import CONTROL, GAP, LABEL, MARGIN, STRAY_EDGE, STRIP, TITLE
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say
from games.launcher.session import Session
from games.launcher.sound import Sound

COUNT = 3  # s, from Carry on to playing
NOTES = 10  # steps of the scale that a good run climbs


def own_best(desk: Desk, game: Game, mode: str, number: int) -> int | None:
    """The player's best points at this level, with this hand, on a table like this."""
    if desk.store is None or desk.player is None:
        return None
    from games.launcher.records.index import BestKey

    board = table_of(desk.display.size - Vec(0, STRIP), mode)
    table = None if mode == "practice" else (board.x, board.y)
    person, calibrated = desk.player, desk.display.calibrated
    key = BestKey(
        person.id, game.id, game.version, mode, number, person.side, calibrated, MEASURES_VERSION, table=table
    )
    return desk.store.best(key)


class Play:
    """One block, from the first touch to the results."""

    name = "play"
    waiting = True

    def __init__(self, desk: Desk, game: Game, mode: str, number: int) -> None:
        self.desk, self.game, self.mode, self.number = desk, game, mode, number
        self.level = level_of(game, mode, number)
        room = desk.display.size - Vec(0, STRIP)
        seed = desk.wish.seed if desk.wish.seed is not None else desk.seed()
        side = desk.player.side if desk.player is not None else "right"
        self.block = Block(game, self.level, seed, table_of(room, mode), AIDS, fit=Fit(side))
        self.session = Session(desk, mode, number, self.block)
        self._widgets = Controls()
        self._next: Screen = self
        self._counting: float | None = None  # when Carry on was pressed
        self._now = 0.0
        self._commands: list[Command] = []
        self._strays: set[int] = set()
        self._told: dict[int, object] = {}
        self._reps = self._cues = 0
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    @property
    def lively(self) -> bool:
        return not self.block.paused or self._counting is not None

    def laid(self) -> None:
        size = self.desk.display.size
        room = size - Vec(0, STRIP)
        table = self.block.table.size
        self.origin = Vec(max(0.0, (room.x - table.x) / 2), STRIP + max(0.0, (room.y - table.y) / 2))
        stop_width, pause_width = 30.0, 34.0
        stop = Vec(size.x - MARGIN - stop_width, 2)
        pause = stop - Vec(pause_width + GAP, 0)
        if not self.block.paused:
            self._buttons = [
                Button("pause", say("pause"), pause, Vec(pause_width, CONTROL), self._pause, main=True),
                Button("stop", say("stop"), stop, Vec(stop_width, CONTROL), self._stop),
            ]
        else:
            width = min(120.0, size.x - 2 * MARGIN)
            self._card = Vec(width, 58.0), Vec((size.x - width) / 2, max(STRIP - 4, (size.y - 58) / 2))
            wide = (width - 3 * GAP) / 2
            y = self._card[1].y + 58 - GAP - CONTROL - 4
            x = self._card[1].x + GAP
            self._buttons = [
                Button("carry on", say("carry on"), Vec(x, y), Vec(wide, CONTROL + 4), self._carry_on, main=True),
                Button("stop", say("stop"), Vec(x + wide + GAP, y), Vec(wide, CONTROL + 4), self._stop),
            ]
            if self._counting is not None:
                self._buttons = []
        self._widgets.lay(self._buttons)

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._now = now
        passed: list[Reading] = []
        for reading in readings:
            if isinstance(reading, Sample):
                if not self._widgets.read(reading) and self._on_table(reading):
                    passed.append(self._placed(reading))
            elif reading.name == "lost":
                self._pause()
            elif reading.name == "key":
                self._key(reading)
        if self._counting is not None and now - self._counting >= COUNT:
            self._counting = None
            self._commands.append(Command(now, "resume"))
        passed += self._commands
        self._commands = []
        was_paused = self.block.paused
        self.block.advance(now, passed)
        self.session.note()
        if self.block.finished:
            return self._ended()
        self._tell()
        if self.block.paused != was_paused:
            self.laid()
        return self._next

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        canvas.kept("table", (canvas.size, desk.pictures), self._draw_table)
        with canvas.shifted(self.origin, self.block.table.size):
            self.game.draw(self.block.rules, canvas)
        self._draw_strip(canvas)
        if self.block.paused:
            self._draw_pause(canvas)
        self._widgets.draw(canvas, desk.palette)

    def leave(self) -> None:
        """Stop and store what was played."""
        if not self.block.finished:
            self.block.advance(self._now, [Command(self._now, "stop")])
            self.session.end().tell()

    def broke(self, error: BaseException) -> Screen:
        """The game raised an exception: keep every repetition, say so calmly."""
        self.desk.report(error)
        self.block.finished = self.block.stopped = True
        ended = self.session.end()
        ended.tell()
        return stopped.Stopped(self.desk, ended)

    def _on_table(self, sample: Sample) -> bool:
        """Whether a contact is meant: one born at the very edge of the screen is a resting hand (U13)."""
        size = self.desk.display.size
        if sample.phase == "down":
            near = min(sample.at.x, size.x - sample.at.x, size.y - sample.at.y)
            if sample.device == "touch" and near < STRAY_EDGE:
                self._strays.add(sample.finger)
                self.session.strays += 1
        if sample.finger in self._strays:
            if sample.phase in ("up", "cancel"):
                self._strays.discard(sample.finger)
            return False
        return True

    def _placed(self, sample: Sample) -> Sample:
        return Sample(sample.t, sample.finger, sample.phase, sample.at - self.origin, sample.device)

    def _key(self, command: Command) -> None:
        if command.value in ("escape", "p"):
            if self.block.paused:
                self._carry_on()
            else:
                self._pause()
        elif self.block.paused:
            self._widgets.read(command)

    def _pause(self) -> None:
        self._counting = None
        if self.block.paused:
            self.laid()
        else:
            self._commands.append(Command(self._now, "pause"))

    def _carry_on(self) -> None:
        if self.block.paused and self._counting is None:
            self._counting = self._now
            self.laid()

    def _stop(self) -> None:
        self._commands.append(Command(self._now, "stop"))

    def _tell(self) -> None:
        """Tell and sound what is new; it has been journalled, so that what is told is kept."""
        table = self.block.table
        for rep in table.reps[self._reps :]:
            self.desk.tell.rep(rep)
        if len(table.reps) > self._reps:
            self._told = {}
        self._reps = len(table.reps)
        for slot, task in () if self.block.finished else table.asked.items():
            if self._told.get(slot) is not task:
                self._told[slot] = task
                self.desk.tell.asked(task, slot, self.origin)
        for cue in table.cues[self._cues :]:
            done = int(self.block.progress[0]) if self.level.seconds is None else len(table.reps)
            name = f"{cue.name}_{done % NOTES}" if cue.name == "land" else cue.name
            self.desk.sounds.append(Sound(name, pan=max(-1.0, min(1.0, 2 * cue.at.x / table.size.x - 1))))
        self._cues = len(table.cues)

    def _ended(self) -> Screen:
        # The last rep is told with the results: a script must not look for a next movement in between.
        ended = self.session.end()
        self._tell()
        ended.tell()
        if not self.block.table.reps and self.block.stopped:
            return home.Home(self.desk)
        self.desk.sounds.append(Sound("done"))
        return results.Results(self.desk, self.game, self.mode, self.number, ended)

    def _draw_table(self, canvas: Canvas) -> None:
        paper.table(canvas, self.desk)
        paper.strip(canvas, self.desk)

    def _draw_strip(self, canvas: Canvas) -> None:
        desk, middle = self.desk, STRIP / 2 - 0.6
        done, whole = self.block.progress
        if self.level.seconds is not None:
            words = say("seconds", left=f"{whole - done:.0f}")
        else:
            words = say("of", done=int(done), whole=int(whole))
        wide = canvas.text_size(words, LABEL, "bold").x
        right = desk.display.size.x - MARGIN - 30.0 - GAP - 34.0 - GAP
        title = canvas.text_size(self.game.title, TITLE, "bold").x
        x = MARGIN
        if MARGIN + title + GAP + 18 + wide <= right:
            canvas.text(self.game.title, Vec(MARGIN, middle), TITLE, desk.palette.ink, "bold")
            x = max(MARGIN + title + GAP * 1.5, (desk.display.size.x - 18 - wide) / 2)
            x = min(x, right - 18 - wide)
        paper.ring(canvas, desk, Vec(x + 7, middle), 7, done / whole if whole else 0)
        canvas.text(words, Vec(x + 17, middle), LABEL, desk.palette.ink, "bold")

    def _draw_pause(self, canvas: Canvas) -> None:
        desk = self.desk
        canvas.rect(ORIGIN, desk.display.size, "#1B1F2A66")
        size, at = self._card
        paper.card(canvas, desk, at, size)
        if self._counting is None:
            canvas.text(say("paused"), at + Vec(size.x / 2, 17), TITLE * 1.2, desk.palette.ink, "bold", "centre")
            return
        left = COUNT - (self._now - self._counting)
        canvas.text(say("ready"), at + Vec(size.x / 2, 14), LABEL, desk.palette.ink, "bold", "centre")
        number = str(max(1, int(left) + (left > int(left))))
        canvas.text(number, at + Vec(size.x / 2, 36), TITLE * 2, desk.palette.primary, "bold", "centre")
