"""A game's own page: what to play and how hard, what it practises, your best, Show me, Start."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.game import AnyLevel
from games.kit.geometry import Vec
from games.launcher.round.bests import last_played, other_hand, own_best
from games.launcher.round.levels import choices
from games.launcher.round.mastering import cleared, finest_here
from games.launcher.screens.play.rehearsal import Rehearsal
from games.launcher.screens.play.shelf import Shelf
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Go, Move
from games.launcher.ui import paper, skyline
from games.launcher.ui.arranging import LEAST_GAP, Item, row, strip, width_of
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.words.phrases import title

WIDE = 330.0  # mm, the page at most
LARGEST = 9.0  # mm, the em of the words below the shelf, at most
HEADED, LEAST_HEADED = 13.0, 120.0  # mm that the game's name takes above the tabs, and the least window for that
LEAST_FOOTED = 58.0  # mm; a lower room has no such words ...
LEAST_TWO = 75.0  # mm; ... nor has one below two rows of cards
LEAST_BESIDE = Vec(60.0, 24.0)  # mm, the least room beside the shelf in which the skyline is shown
MODES = (("free", "leaf"), ("practice", "repeat"), ("test", "clock"), ("challenge", "trophy"))


class Levels(Page):
    """The page of one game."""

    name = "levels"

    def __init__(self, desk: Desk, place: places.Levels) -> None:
        super().__init__(desk)
        self.game = game = named(place.game)
        self.room = self.game.id
        was, last_mode, last_number = last_played(desk)
        self.chosen = (last_mode, last_number) if was == game.id else ("practice", 1)
        if place.mode is not None:
            self.chosen = place.mode, place.number
        self._numbers = {mode: 1 for mode, _ in MODES} | {self.chosen[0]: self.chosen[1]}
        self._rehearsed: object = None  # the level, the size and the hand of the rehearsal
        self._rehearsal: Rehearsal
        self._bests: dict[int, int | None] = {}
        self._finest: str | None = None  # the finest that the hand has mastered here under the coach
        self._cleared: set[int] = set()  # levels that it has mastered once
        self._towers: list[tuple[str, float]] = []
        self._beside: tuple[Vec, Vec] | None = None
        self._headed: Vec | None = None
        self._shelf = Shelf(desk, game)
        self.laid()

    @property
    def lively(self) -> bool:
        return self._shelf.lively or (self.desk.pictures and not self._rehearsal.over)

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        if self.desk.passing:
            pass
        elif self._shelf.lively:
            self._shelf.advance()
        elif self.lively and not readings:
            self._rehearsal.advance()
        self._widgets.feed(readings, escape=self.home, f1=self._show)
        return self.moved()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        rehearsed = self.chosen, size, desk.player.side
        if self._rehearsed != rehearsed:
            self._rehearsed, self._rehearsal = rehearsed, Rehearsal(desk, self.game, self.level, self.chosen[0])
        wanted = min(desk.em(LABEL), 11.0)
        self._guide = other_hand(desk, self.game, *self.chosen)
        start = Item("start", desk.say("start"), self._start, "play", main=True)
        left = [Item("back", desk.say("back"), self.home, "back")]
        gallery = self.game.gallery
        if gallery is not None and gallery.finished is not None:
            left.append(Item("gallery", desk.say("gallery"), self._gallery, "picture"))
        if gallery is not None and gallery.free is not None:
            left.append(Item("gallery", desk.say("gallery"), self._pictures, "picture"))
        left.append(Item("scores", desk.say("scores"), self._scores, "trophy"))
        if self._guide is not None:
            left.append(Item("guide", desk.say("guide"), self._guided, "ghost"))
        right = [Item("show me", desk.say("show me"), self._show, "eye"), start]
        called = width_of(title(desk.say, self.game), min(desk.em(LABEL), 9.0)) + GAP
        buttons, self._free = strip(left, right, size.x, wanted, min(called, size.x * 0.3))
        practised = self.chosen[0] == "practice"
        self._finest = finest_here(desk, self.game, self.chosen[1]) if practised and desk.settings.coach else None
        self._cleared = cleared(desk, self.game) if practised else set()
        tight = size.y < 100 or self._finest is not None
        gap = LEAST_GAP if tight else GAP
        room, y = min(size.x - 2 * MARGIN, WIDE), STRIP + gap
        left_edge = (size.x - room) / 2
        self._headed = None  # or the middle of the game's name, where the strip has no room for it
        if self._free.y - self._free.x < width_of(title(desk.say, self.game), SMALL) and size.y > LEAST_HEADED:
            self._headed = Vec(size.x / 2, y + HEADED / 2 - 1.0)
            y += HEADED
        modes = [mode for mode in MODES if any(one == mode[0] for one, _, _ in choices(self.game))]
        tabs = [
            Item(f"mode {mode}", desk.say(mode), partial(self._mode, mode), icon, chosen=mode == self.chosen[0])
            for mode, icon in modes
        ]
        buttons += row(tabs, Vec(left_edge, y), room, min(desk.em(BODY), 11.0), fill=True)
        y += CONTROL + gap
        foot = size.y - (LEAST_GAP if size.y < 100 else MARGIN)
        line = self._line = self._line_of(Vec(room, foot - y))
        levels = [(number, level) for mode, number, level in choices(self.game) if mode == self.chosen[0]]
        shelf = Vec(left_edge, y), Vec(room, foot - y - (line + gap if line else 0.0))
        self._towers = skyline.towers_of(desk, self.game)
        if self._towers and len(levels) < 2 and room >= 2 * LEAST_BESIDE.x:
            half = Vec(room / 2 - GAP, shelf[1].y)
            self._beside = Vec(left_edge + room / 2 + GAP, y), half
            shelf = shelf[0], half
        else:
            self._beside = None
        buttons += self._shelf.lay(self.chosen[0], levels, self.chosen[1], shelf, self._choose)
        self._foot = Vec(left_edge, foot - line), Vec(room, line)
        self._bests = {
            card.number: own_best(desk, self.game, self.chosen[0], card.number) for card in self._shelf.cards
        }
        self._widgets.lay(buttons)

    @property
    def level(self) -> AnyLevel:
        """The chosen level."""
        return next(level for mode, number, level in choices(self.game) if (mode, number) == self.chosen)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        if desk.pictures and not self._rehearsal.over and not self._shelf.lively and not desk.passing:
            canvas.prepare(self._rehearsal.draw)
        paper.scene(canvas, desk, self.game)
        wide = self._free.y - self._free.x
        called = title(desk.say, self.game)
        em = paper.fitted(canvas, called, wide, min(desk.em(TITLE), 13.0))
        if self._headed is not None:
            paper.label(canvas, desk, self._headed, called, min(desk.em(BODY), 9.0))
        elif em >= SMALL:
            canvas.text(called, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._shelf.draw(canvas, self._bests, self._cleared)
        if self._line:
            self._draw_line(canvas)
        if self._beside is not None:
            paper.card(canvas, desk, *self._beside)
            inner = Vec(GAP, GAP)
            corner, room = self._beside
            skyline.draw(canvas, desk, self.game, corner + inner, room - inner * 2, self._towers)
        self._widgets.draw(canvas, desk.palette)

    def _line_of(self, room: Vec) -> float:
        """The height of the words below the shelf, where this room is for both; 0 without any."""
        practice = self.chosen[0] == "practice"
        if room.y < (LEAST_TWO if practice else LEAST_FOOTED) or (practice and self._finest is None):
            return 0.0
        em = min(self.desk.em(SMALL), LARGEST)
        lines = math.ceil(width_of(self._below(), em) / (room.x - 2 * GAP))
        return 1.3 * em * lines + 3.0

    def _below(self) -> str:
        """What is said below the shelf: how this mode is played, or the finest that was mastered of the chosen level."""
        say = self.desk.say
        return say(f"{self.chosen[0]} how") if self._finest is None else say("finest", what=self._finest)

    def _draw_line(self, canvas: Canvas) -> None:
        desk, (at, size) = self.desk, self._foot
        paper.card(canvas, desk, at, size)
        em, wide = min(desk.em(SMALL), LARGEST), size.x - 2 * GAP
        canvas.text(self._below(), at + size * 0.5, em, desk.palette.ink, "bold", "centre", wide)

    def _mode(self, mode: str) -> None:
        self.chosen = mode, self._numbers[mode]
        self.laid()

    def _choose(self, number: int) -> None:
        self.chosen = self.chosen[0], number
        self._numbers[self.chosen[0]] = number
        self.laid()

    def _start(self) -> None:
        mode, number = self.chosen
        if mode == "test":
            self.go(places.Testing(self.game.id, number))
        else:
            self.go(places.Playing(self.game.id, mode, number))

    def _show(self) -> None:
        self.over(places.Demo(places.Playing(self.game.id, *self.chosen)))

    def answered(self, answer: object) -> Move:
        """After a demo: start playing if the viewer wants to."""
        return Go(places.Playing(self.game.id, *self.chosen)) if answer == places.NOW_YOU else None

    def _gallery(self) -> None:
        self.go(places.Gallery(self.game.id, *self.chosen))

    def _pictures(self) -> None:
        self.go(places.FreePictures(self.game.id, *self.chosen))

    def _scores(self) -> None:
        self.go(places.Scores(self.game.id, *self.chosen))

    def _guided(self) -> None:
        self.go(places.Playing(self.game.id, *self.chosen, guided=True))
