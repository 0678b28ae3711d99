"""A round that two people play side by side: a duel, each compared with their own usual points, or together for one jar."""

from __future__ import annotations

from collections.abc import Sequence

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import ORIGIN, Vec
from games.kit.task import Outcome
from games.launcher.round.edges import Edges
from games.launcher.round.half import Half, Pair
from games.launcher.round.telling import Telling
from games.launcher.screens.play.pausing import PauseCard, pause_card
from games.launcher.screens.two import drawn
from games.launcher.screens.two.halves import halves
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.key_pointer import KeyPointer
from games.launcher.shell.page import Page
from games.launcher.shell.places import Go, Move
from games.launcher.shell.sound import Sound
from games.launcher.ui import over_table, paper
from games.launcher.ui.arranging import Item, row
from games.launcher.ui.theme import BODY, CONTROL, LABEL, STRIP
from games.launcher.ui.widgets import Controls
from games.launcher.words.phrases import counted

OTHERS = 10  # added to the slots of the right half for `--tell`: left 0 and 1, right 10 and 11
KEYS = 66.0  # mm, the largest width of both keys in the middle of the strip
CARD = 150.0  # mm, the card of a pause at most
SAID = 6.0  # s that the first message stays


class Duel(Page):
    """Two blocks of one game at once; a contact belongs to the half in which it began. `mode`: "duel" or "together"."""

    name = "duel"
    mirrors = False  # who sits at the left stays at the left
    waiting = True

    def __init__(self, desk: Desk, place: places.Duel) -> None:
        super().__init__(desk)
        self.game, self.mode, self.seats = game, mode, seats = named(place.game), place.mode, place.seats
        self.room = self.game.id
        self.where = halves(desk.display.size)
        seed = desk.wish.seed if desk.wish.seed is not None else desk.seed()
        table = self.where.table
        self.left = Half(desk, game, mode, seats[0], seed, self.where.left, table)
        self.right = Half(desk, game, mode, seats[1], seed, self.where.right, table)
        self.filled: list[tuple[float, int]] = []  # for each repetition: how full the jar is, and by whom
        self.keys = KeyPointer(ORIGIN, ORIGIN)
        self.keys_from = self.keys_to = 0.0  # mm, where the keys in the strip lie
        self._widgets, self._edges = Controls(desk), Edges()
        self._owner: dict[int, Half] = {}
        self._now = 0.0
        self._since: float | None = None
        self._commands: list[Command] = []
        self._telling = [
            Telling(desk, game, half.block, half.session, OTHERS * index) for index, half in enumerate(self.both)
        ]
        for half, telling in zip(self.both, self._telling, strict=True):
            half.session.before_stored = telling.tell
        self.laid()

    @property
    def both(self) -> tuple[Half, Half]:
        """The halves, left (or upper) first."""
        return self.left, self.right

    @property
    def paused(self) -> bool:
        """Whether both blocks are paused."""
        return any(half.block.paused for half in self.both)

    @property
    def lively(self) -> bool:
        return not self.paused

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        self.where = halves(size)
        spare = (self.where.table - self.left.block.table.size) * 0.5  # after a resize the tables keep their size
        self.left.origin, self.right.origin = self.where.left + spare, self.where.right + spare
        self.keys.least, self.keys.most = Vec(0, STRIP), size
        if not self.keys.used:
            self.keys.at = self.left.origin + self.left.block.table.size * 0.5
        items = [
            Item("pause", desk.say("pause"), self._pause, "pause", main=True, at_once=True),
            Item("stop", desk.say("stop"), self._stop, "stop", at_once=True),
        ]
        room = min(KEYS, size.x * 0.36)
        at = Vec((size.x - room) / 2, (STRIP - CONTROL) / 2)
        buttons = row(items, at, room, min(desk.em(BODY), 9.0), fill=True)
        self.keys_from, self.keys_to = at.x, at.x + room
        if self.paused:
            self.card = self._pause_card()
            buttons = list(self.card.keys)
        self._widgets.lay(buttons)

    def _pause_card(self) -> PauseCard:
        items = [
            Item("carry on", self.desk.say("carry on"), self._carry_on, "play", main=True),
            Item("start again", self.desk.say("start again"), self._again, "repeat"),
            Item("stop", self.desk.say("stop"), self._stop, "stop", at_once=True),
        ]
        return pause_card(self.desk, CARD, items)

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._now = now
        self._since = now if self._since is None else self._since
        passed = self._passed(now, readings)
        was_paused, commands = self.paused, self._commands
        self._commands = []
        for index, half in enumerate(self.both):
            half.advance(now, [*passed[index], *commands])
            self._tell(index, half)
        if self.paused != was_paused:
            self.keys.forget()
            self._owner.clear()
            self.laid()
        if self._move is None and all(half.ended is not None for half in self.both):
            return self._over()
        return self.moved()

    def _passed(self, now: float, readings: Sequence[Reading]) -> dict[int, list[Reading]]:
        """What each half gets of these readings, by its index; the rest is for the controls and the keys."""
        passed: dict[int, list[Reading]] = {0: [], 1: []}
        for reading in readings:
            if isinstance(reading, Sample):
                if not self._widgets.read(reading):
                    self._give(reading, passed)
            elif reading.name == "lost":
                self._pause()
            elif reading.name == "stalled":
                passed[0].append(reading)
                passed[1].append(reading)
            elif reading.name in ("key", "key up"):
                for sample in self._key(reading):
                    self._give(sample, passed)
        if not self.paused:
            for sample in self.keys.glide(now):
                self._give(sample, passed)
        return passed

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk, self.game)
        for half in self.both:
            size = half.block.table.size
            paper.mat(canvas, desk, half.origin, size)
            with canvas.shifted(half.origin, size):
                self.game.draw(half.block.rules, canvas)
            if half.block.finished and not self.paused:
                words = counted(desk.say, self.game, half.done)
                middle = half.origin + size * 0.5
                em = paper.fitted(canvas, words, size.x - 16.0, min(desk.em(LABEL), 11.0))
                paper.label(canvas, desk, middle, words, em)
        corner, room = self.where.corner, self.where.room
        rim = Vec(1.5, 4.0) if room.y > room.x else Vec(4.0, 1.5)
        if self.mode == "together":
            drawn.draw_jar(canvas, desk, corner + rim, room - rim * 2, self.filled)
        else:
            shares = [half.share for half in self.both]
            drawn.draw_gauges(canvas, desk, corner + rim, room - rim * 2, shares, not self.paused)
        drawn.draw_players(canvas, desk, self.both, (self.keys_from, self.keys_to))
        if self.keys.used and not self.paused:
            over_table.draw_pointer(canvas, desk, self.keys.at)
        if self.paused:
            self.card.draw(canvas, desk)
        elif self._since is not None and self._now - self._since < SAID and (words := self._asked()):
            over_table.draw_said(canvas, desk, words)
        self._widgets.draw(canvas, desk.palette)

    def leave(self) -> None:
        """Stop and store what both played."""
        for half in self.both:
            if not half.block.finished:
                half.block.advance(self._now, [Command(self._now, "stop")])
            half.leave()

    def broke(self, error: BaseException) -> Move:
        """The game raised an exception: keep every repetition of both, say so calmly."""
        self.desk.report(error)
        for half in self.both:
            half.block.finished = half.block.stopped = True
            half.leave()
        return Go(places.Stopped())

    def _give(self, sample: Sample, passed: dict[int, list[Reading]]) -> None:
        """Pass a reading to the half in which the contact began, or over which the pointer hovers."""
        if not self._edges.meant(sample, self.desk.display.size):
            return
        if sample.phase in ("down", "hover"):
            half = next((half for half in self.both if half.holds(sample.at)), None)
            if sample.phase == "down" and half is not None:
                self._owner[sample.finger] = half
        else:
            half = self._owner.get(sample.finger)
            if sample.phase in ("up", "cancel"):
                self._owner.pop(sample.finger, None)
        if half is not None:
            passed[self.both.index(half)].append(replace_at(sample, sample.at - half.origin))

    def _key(self, command: Command) -> list[Sample]:
        key = str(command.value)
        if command.name == "key up":
            self.keys.release(key)
        elif key in ("escape", "p"):
            (self._carry_on if self.paused else self._pause)()
        elif self.paused:
            self._widgets.read(command)
        else:
            return self.keys.press(key, command.t) or []
        return []

    def _pause(self) -> None:
        if not self.paused:
            self._commands.append(Command(self._now, "pause"))

    def _carry_on(self) -> None:
        self._commands.append(Command(self._now, "resume"))

    def _stop(self) -> None:
        self._commands.append(Command(self._now, "stop"))

    def _again(self) -> None:
        self.leave()
        self.go(places.Duel(self.game.id, self.mode, self.seats))

    def _tell(self, index: int, half: Half) -> None:
        """Tell and sound what is new in a half, and add it to the jar."""
        reps, _ = self._telling[index].new(half.origin, self.desk.display.size.x)
        for rep in reps:
            if rep.outcome is Outcome.DONE:
                before = self.filled[-1][0] if self.filled else 0.0
                self.filled.append((before + half.usual.part(1) / 2, index))
                if before < 1.0 <= self.filled[-1][0] and self.mode == "together":
                    self.desk.hear(Sound("record"))

    def _asked(self) -> str:
        """One line on the aim of this round."""
        if self.mode == "together":
            return self.desk.say("fill the jar")
        known = all(half.usual.points is not None for half in self.both)
        return self.desk.say("duel asks") if known else self.desk.say("first round")

    def _over(self) -> Move:
        if not any(half.block.table.reps for half in self.both):
            return Go(places.Home())
        self.desk.hear(Sound("done"))
        return Go(places.DuelResults(Pair(self.game, self.mode, self.seats, self.both, tuple(self.filled))))


def replace_at(sample: Sample, at: Vec) -> Sample:
    """The same sample at another place."""
    return Sample(sample.t, sample.finger, sample.phase, at, sample.device)
