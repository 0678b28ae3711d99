"""Home: the table with a tile for each game, who plays, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.screens import paper
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import greeting, say

if TYPE_CHECKING:
    from games.kit.game import Game

DAY = 100  # repetitions that close the ring
TILE = 74.0  # mm, the widest a tile gets
LABEL_ROOM = 16.0  # mm under a tile for its name


class Home:
    """The first screen, and the one every way leads back to."""

    name = "home"
    lively = False
    waiting = False

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._widgets = Controls()
        self._next: Screen = self
        self._tiles: list[tuple[Game, Vec, float]] = []
        self._wanted: Callable[[], None] | None = None  # pressed before the player's files were there
        self.today = 0
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        for reading in readings:
            self._widgets.read(reading)
        if self._wanted is not None and self.desk.store is not None:
            wanted, self._wanted = self._wanted, None
            wanted()
        return self._next

    def leave(self) -> None:
        """Nothing here can be lost."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        if desk.store is not None and desk.player is not None:
            self.today = desk.store.today(desk.player.id, desk.clock().local_date)[0]
        start = paper.button_width(say("start"), TITLE)
        buttons = [
            Button(
                "start",
                say("start"),
                Vec(size.x - MARGIN - start, 2),
                Vec(start, CONTROL),
                self._start,
                main=True,
                height=TITLE,
            )
        ]
        side = "hand left" if desk.player is not None and desk.player.side == "left" else "hand right"
        choices = [
            ("hand", say(side), self._other_hand),
            ("player", self._player_name(), self._other_player),
            ("screen size", say("screen size"), self._measure),
            ("exit", say("exit"), self._exit),
        ]
        room, below = self._lay_choices(choices, buttons)
        self._lay_tiles(room, below, buttons)
        self._widgets.lay(buttons)

    def _lay_choices(
        self, choices: list[tuple[str, str, Callable[[], None]]], buttons: list[Button]
    ) -> tuple[Vec, Vec]:
        """The small controls: a row along the foot, or two by two where that is too wide. Returns the tiles' corners."""
        size = self.desk.display.size
        for height in (LABEL, BODY, SMALL):
            widths = [paper.button_width(words, height) for _, words, _ in choices]
            if sum_of(widths) + GAP * (len(widths) - 1) <= size.x - 2 * MARGIN:
                y, x = size.y - MARGIN - CONTROL, MARGIN
                for (name, words, act), width in zip(choices, widths, strict=True):
                    buttons.append(Button(name, words, Vec(x, y), Vec(width, CONTROL), act, height=height))
                    x += width + GAP
                return Vec(MARGIN, STRIP + 4), Vec(size.x - MARGIN, y - GAP)
        wide = max(paper.button_width(words, SMALL) for _, words, _ in choices)
        left, top = size.x - MARGIN - 2 * wide - GAP, size.y - MARGIN - 2 * CONTROL - GAP
        for index, (name, words, act) in enumerate(choices):
            at = Vec(left + (index % 2) * (wide + GAP), top + (index // 2) * (CONTROL + GAP))
            buttons.append(Button(name, words, at, Vec(wide, CONTROL), act, height=SMALL))
        if size.y > size.x:
            return Vec(MARGIN, STRIP + 4), Vec(size.x - MARGIN, top - GAP)
        return Vec(MARGIN, STRIP + 2), Vec(left - GAP, size.y - 4)

    def _lay_tiles(self, start: Vec, end: Vec, buttons: list[Button]) -> None:
        self._tiles = []
        if not self.desk.pictures:  # the first frame is drawn without: the games are imported while it is seen
            return
        from games.catalog import GAMES

        room = end - start
        columns = max(1, min(len(GAMES), int((room.x + GAP) // (TILE * 0.6))))
        rows = -(-len(GAMES) // columns)
        width = min(TILE, room.x / columns - GAP, (room.y / rows - LABEL_ROOM) * 1.25)
        for index, game in enumerate(GAMES):
            row, column = divmod(index, columns)
            in_row = min(columns, len(GAMES) - row * columns)
            x = start.x + room.x / 2 + (column - (in_row - 1) / 2) * (room.x / columns)
            y = start.y + (row + 0.5) * room.y / rows
            self._tiles.append((game, Vec(x, y), width))
            tall = width * 0.8 + LABEL_ROOM
            buttons.append(
                Button(
                    game.id,
                    game.title,
                    Vec(x - width / 2, y - tall / 2),
                    Vec(width, tall),
                    lambda game=game: self._open(game),  # type: ignore[misc]
                    bare=True,
                )
            )

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        key = (size, desk.pictures)
        canvas.kept("home table", key, self._draw_table)
        for game, centre, width in self._tiles:
            paper.label(canvas, desk, centre + Vec(0, width * 0.4 + LABEL_ROOM * 0.12), game.title)
        self._draw_strip(canvas)
        self._widgets.draw(canvas, desk.palette)

    def _draw_table(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.table(canvas, desk)
        paper.strip(canvas, desk)
        for game, centre, width in self._tiles:
            if desk.pictures:
                canvas.picture(f"tiles/{game.id}", centre - Vec(0, LABEL_ROOM * 0.5), width * 1.2)

    def _draw_strip(self, canvas: Canvas) -> None:
        desk, middle = self.desk, STRIP / 2 - 0.6
        start = self._widgets.buttons[0].at.x
        words = say("today", count=self.today)
        wide = canvas.text_size(words, LABEL, "bold").x
        x = start - GAP * 1.5 - wide
        canvas.text(words, Vec(x, middle), LABEL, desk.palette.ink, "bold")
        paper.ring(canvas, desk, Vec(x - 10, middle), 7, self.today / DAY)
        room = x - 17 - GAP - MARGIN
        hello = greeting(desk.clock().hour)
        name = desk.player.name if desk.player is not None else None
        long = say("greeting", greeting=hello, name=name) if name else hello
        for candidate in (long, name or say("title")):
            height = paper.fitted(canvas, candidate, room, TITLE)
            if height >= TITLE * 0.8:
                break
        canvas.text(candidate, Vec(MARGIN, middle), max(height, SMALL), desk.palette.ink, "bold")

    def _player_name(self) -> str:
        player = self.desk.player
        return say("guest") if player is None or player.name is None else player.name

    def _start(self) -> None:
        if self.desk.store is None:
            self._wanted = self._start
        else:
            from games.launcher.screens import levels, play

            self._next = play.Play(self.desk, *levels.last_played(self.desk))

    def _open(self, game: Game) -> None:
        if self.desk.store is None:
            self._wanted = lambda: self._open(game)
        else:
            from games.launcher.screens import levels

            self._next = levels.Levels(self.desk, game)

    def _other_hand(self) -> None:
        player = self.desk.player
        if player is not None:
            self.desk.take_side("right" if player.side == "left" else "left")
            self.laid()

    def _other_player(self) -> None:
        people, player = self.desk.people, self.desk.player
        if people is not None and player is not None:
            there = [people.guest(), *(people.all() or [people.add("guest", say("me"))])]
            here = next((i for i, person in enumerate(there) if person.id == player.id), 0)
            self.desk.become(there[(here + 1) % len(there)])
            self.laid()

    def _measure(self) -> None:
        from games.launcher.screens import card

        self._next = card.CardSize(self.desk)

    def _exit(self) -> None:
        self.desk.closed = True


def sum_of(values: Sequence[float]) -> float:
    """Their sum, added in order."""
    total = 0.0
    for value in values:
        total += value
    return total
