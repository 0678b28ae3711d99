"""A game's own page: choose a level or the test, see what it practises and your best."""

from __future__ import annotations

from collections.abc import Sequence

from games.catalog import GAMES, named
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.game import Game, Level
from games.kit.geometry import Vec
from games.launcher.screens import home, paper, play
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say

SQUARE = 22.0  # mm, a level's button


def choices(game: Game) -> list[tuple[str, int, Level]]:
    """Every (mode, number, level) of a game, practice first."""
    rows = (("practice", game.levels), ("test", game.tests), ("challenge", game.challenges))
    return [(mode, index + 1, level) for mode, levels in rows for index, level in enumerate(levels)]


def last_played(desk: Desk) -> tuple[Game, str, int]:
    """Where this player was: what Start carries on with."""
    if desk.store is not None and desk.player is not None:
        last = desk.store.last(desk.player.id)
        if last is not None and any(game.id == last[0] for game in GAMES):
            game = named(last[0])
            if any((mode, number) == last[1:] for mode, number, _ in choices(game)):
                return game, last[1], last[2]
    return GAMES[0], "practice", 1


class Levels:
    """The page of one game."""

    name = "levels"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, game: Game) -> None:
        self.desk, self.game = desk, game
        was, mode, number = last_played(desk)
        self.chosen = (mode, number) if was is game else ("practice", 1)
        self._widgets = Controls()
        self._next: Screen = self
        self._best: int | None = None
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        for reading in readings:
            if not self._widgets.read(reading) and getattr(reading, "value", "") == "escape":
                self._back()
        return self._next

    def leave(self) -> None:
        """Nothing here can be lost."""

    def laid(self) -> None:
        size = self.desk.display.size
        start = paper.button_width(say("start"), TITLE)
        at = Vec(size.x - MARGIN - start, 2)
        buttons = [
            Button("start", say("start"), at, Vec(start, CONTROL), self._start, main=True, height=TITLE),
            Button("back", say("back"), Vec(MARGIN, 2), Vec(30, CONTROL), self._back),
        ]
        x, y = MARGIN, STRIP + GAP
        rows = choices(self.game)
        widths = [1.0 if mode == "practice" else 1.5 for mode, _, _ in rows]
        room = size.x - 2 * MARGIN - GAP * (len(rows) - 1)
        square = max(CONTROL, min(SQUARE, room / home.sum_of(widths)))
        for (mode, number, level), share in zip(rows, widths, strict=True):
            words = f"{level.seconds:.0f} s" if level.seconds is not None else str(number)
            width = square * share
            if x + width > size.x - MARGIN + 0.01:
                x, y = MARGIN, y + CONTROL + GAP
            name = f"{mode} {number}"
            chosen = (mode, number) == self.chosen
            act = lambda mode=mode, number=number: self._choose(mode, number)  # noqa: E731
            buttons.append(Button(name, words, Vec(x, y), Vec(width, CONTROL), act, chosen=chosen))
            x += width + GAP
        self._card_at = Vec(MARGIN, y + CONTROL + GAP)
        self._widgets.lay(buttons)
        self._best = play.own_best(self.desk, self.game, *self.chosen)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        canvas.kept("table", (size, desk.pictures), lambda kept: self._draw_table(kept))
        middle = STRIP / 2 - 0.6
        canvas.text(self.game.title, Vec(MARGIN + 30 + GAP, middle), TITLE, desk.palette.ink, "bold")
        room = Vec(size.x - 2 * MARGIN, size.y - MARGIN - self._card_at.y)
        card = Vec(min(room.x, 150.0), min(room.y, 52.0))
        paper.card(canvas, desk, self._card_at, card)
        mode, _ = self.chosen
        level = next(level for m, n, level in choices(self.game) if (m, n) == self.chosen)
        title = say("test", title=level.title) if mode == "test" else level.title
        best = say("no best") if self._best is None else say("best", points=self._best)
        left, step = self._card_at.x + GAP, card.y / 4
        inner = card.x - 2 * GAP
        lines = (
            (title, LABEL, "bold", desk.palette.ink),
            (say("practises", what=self.game.practises), BODY, "regular", desk.palette.ink),
            (best, BODY, "regular", desk.palette.ink),
        )
        for index, (words, height, weight, colour) in enumerate(lines):
            em = max(SMALL, paper.fitted(canvas, words, inner, height))
            canvas.text(words, Vec(left, self._card_at.y + step * (index + 1)), em, colour, weight)  # type: ignore[arg-type]
        self._widgets.draw(canvas, desk.palette)

    def _draw_table(self, canvas: Canvas) -> None:
        paper.table(canvas, self.desk)
        paper.strip(canvas, self.desk)

    def _choose(self, mode: str, number: int) -> None:
        self.chosen = mode, number
        self.laid()

    def _start(self) -> None:
        self._next = play.Play(self.desk, self.game, *self.chosen)

    def _back(self) -> None:
        self._next = home.Home(self.desk)
