"""Home: the table with a tile for each game, who plays, today's repetitions, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Close
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, fits, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.keys_drawn import draw_button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.words.phrases import greeting, title

if TYPE_CHECKING:
    from games.kit.game import AnyGame

DAY = 100  # repetitions a day that close the ring
TILE = 74.0  # mm, the widest a tile gets
TILE_SHAPE = 0.8  # a tile's height over its width
FOOT = 222.0  # mm, the keys along the foot at most
RING = 7.5  # mm, its radius
RING_AIR = 2.0  # mm between it and the edge of its key
LETTER = 0.52  # em, width of a bold letter in a name
LEAST_PICTURE = 16.0  # mm, a tile's picture, as far as there is room
MINUTES_ROOM = 14.0  # mm that the line with the minutes needs under the repetitions


class Home(Page):
    """The first page, to which every other one leads back."""

    name = "home"

    def __init__(self, desk: Desk, _place: places.Home) -> None:
        super().__init__(desk)
        self._tiles: list[tuple[AnyGame, Vec, float]] = []
        self._pitch = 0.0  # mm from tile to tile
        self._letters = SMALL  # em of the games' names
        self._lines = 1  # of a game's name
        self._wanted: Callable[[], None] | None = None  # pressed before the player's files were there
        self.today = 0
        self.minutes = 0.0
        self.laid()

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, f1=self._help)
        if self._wanted is not None and self.desk.loaded:
            wanted, self._wanted = self._wanted, None
            wanted()
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        if desk.loaded:
            moment = desk.clock()
            self.today, self.minutes = desk.store.today(desk.player.id, moment.local_date)
            if desk.sitting.lasts(moment.utc_ms):  # repetitions done before midnight still count in the same sitting
                self.today = max(self.today, desk.sitting.reps)
        wanted = min(desk.em(TITLE), CONTROL * 0.6)
        start = Item("start", desk.say("start"), self._start, "play", main=True)
        bar, self._free = strip([], [start], size.x, wanted, keep=RING * 2 + GAP + 40)
        self._who = self._player_button(bar)
        side = desk.player.side
        choices = [
            Item("hand", desk.say(f"hand {side}"), self._other_hand, f"hand_{side}"),
            Item("today", desk.say("today key"), self._today, "calendar"),
            Item("settings", desk.say("settings"), self._settings, "settings"),
            Item("help", desk.say("help"), self._help, "help"),
            Item("exit", desk.say("exit"), self._exit, "exit"),
        ]
        foot = size.y - (MARGIN if size.y > 100 else LEAST_GAP) - CONTROL
        room = min(size.x - 2 * MARGIN, FOOT)
        progress = Item("progress", desk.say("progress"), self._progress, "progress")
        self._ring_key = not fits([*choices, progress], room)  # no room: today's ring becomes the key to Progress
        if not self._ring_key:
            choices.insert(2, progress)
        keys = row(choices, Vec((size.x - room) / 2, foot), room, desk.em(BODY), fill=True)
        name = "progress" if self._ring_key else "ring"
        ring = self._ring - Vec(RING + RING_AIR, 0)
        area = Vec(max(CONTROL, bar[0].at.x - LEAST_GAP - ring.x), CONTROL)
        self._ringed = Button(name, desk.say("progress"), Vec(ring.x, 2), area, self._progress, bare=True)
        tiles = self._lay_tiles(
            Vec(MARGIN, STRIP + (LEAST_GAP if size.y > 100 else 1.0)), Vec(size.x - MARGIN, foot - LEAST_GAP)
        )
        self._widgets.lay([*bar, self._who, self._ringed, *tiles, *keys])

    def _player_button(self, bar: list[Button]) -> Button:
        """The key that shows who plays: a picture, and as much of the greeting as there is room for."""
        start = bar[0].at.x
        ring = start - GAP - self._today_room() - 2 * RING - 3.0
        room = max(CONTROL, ring - GAP - MARGIN)
        self._ring = Vec(max(ring, MARGIN + room + LEAST_GAP + RING_AIR) + RING, STRIP / 2 - 0.4)
        return Button("player", self._player_name(), Vec(MARGIN, 2), Vec(room, CONTROL), self._people, bare=True)

    def _today_room(self) -> float:
        return max(24.0, len(self._today_words()) * self.desk.em(LABEL) * 0.56)

    def _today_words(self) -> str:
        return self.desk.say("today", count=self.today)

    def _lay_tiles(self, start: Vec, end: Vec) -> list[Button]:
        self._tiles = []
        if not self.desk.pictures:  # not in the first frame: the games are imported while it is shown
            return []
        from games.catalog import GAMES

        room, titles = end - start, [title(self.desk.say, game) for game in GAMES]
        best, columns, self._letters = 0.0, len(GAMES), SMALL
        # In a low window rows touch before names do; where names are too long even so, they stand in two lines, the upper
        # one over the foot of the picture.
        for least, self._lines in ((CONTROL - 0.5, 1), (CONTROL - LEAST_GAP, 1), (CONTROL - LEAST_GAP, 2)):
            for count in range(1, len(GAMES) + 1):
                rows = -(-len(GAMES) // count)
                each = (room.y + LEAST_GAP) / rows - LEAST_GAP
                letters = max(SMALL, min(self._label_height(), (each - LEAST_PICTURE) / 1.7))
                width = min(TILE, room.x / count - GAP, (each - letters * 1.7 - 1.0) / TILE_SHAPE)
                if width > best + 0.5 and each >= least and _names_fit(titles, count, room.x / count, self._lines):
                    best, columns, self._letters = width, count, letters
            if best:
                break
        rows, buttons, label = -(-len(GAMES) // columns), [], self._letters * 1.7 + 1.0
        self._pitch = room.x / columns
        for index, game in enumerate(GAMES):
            line, column = divmod(index, columns)
            in_row = min(columns, len(GAMES) - line * columns)
            x = start.x + room.x / 2 + (column - (in_row - 1) / 2) * (room.x / columns)
            y = start.y + (line + 0.5) * (room.y + LEAST_GAP) / rows - LEAST_GAP / 2
            size = Vec(max(CONTROL, best), max(CONTROL, best * TILE_SHAPE + label))
            self._tiles.append((game, Vec(x, y), best))
            act = lambda game=game: self._open(game)  # noqa: E731
            buttons.append(Button(game.id, title(self.desk.say, game), Vec(x, y) - size * 0.5, size, act, bare=True))
        return buttons

    def _label_height(self) -> float:
        return min(self.desk.em(BODY), 11.0, max(SMALL, (self.desk.display.size.y - STRIP) * 0.1))

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        key = (canvas.size, desk.pictures, desk.settings)
        canvas.kept("home table", key, self._draw_table)
        self._draw_strip(canvas)
        self._widgets.draw(canvas, desk.palette)

    def _draw_table(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.table(canvas, desk)
        paper.strip(canvas, desk)
        height = self._letters
        label = height * 1.7 + 1.0
        for game, centre, width in self._tiles:
            if desk.pictures:
                game.tile(canvas, centre - Vec(0, label * 0.5), width * 1.2)
            middle = centre + Vec(0, (width * TILE_SHAPE) / 2)
            called = title(desk.say, game)
            wide, wrap = self._pitch - LEAST_GAP - 1.5 * height, None
            fit = max(SMALL, paper.fitted(canvas, called, wide, height))
            if self._lines > 1:
                fit, wrap = SMALL, wide + 1.5 * height
            name = canvas.text_size(called, fit, "bold", wrap)
            slip = Vec(min(name.x + fit * 1.5, max(name.x + 1.0, self._pitch - 1.5)), name.y + fit * 0.7)
            middle -= Vec(0, max(0.0, name.y - fit * 1.5) / 2)
            paper.card(canvas, desk, middle - slip * 0.5, slip)
            canvas.text(called, middle, fit, desk.palette.ink, "bold", "centre", wrap)

    def _draw_strip(self, canvas: Canvas) -> None:
        desk, middle = self.desk, STRIP / 2 - 0.4
        player = desk.player
        paper.person(canvas, desk, player.picture, Vec(MARGIN + CONTROL / 2, middle), CONTROL - 1.0)
        room = self._who.size.x - CONTROL - 3.0
        name = paper.seen(canvas, player.name, "") if player.name else None
        hello = greeting(desk.say, desk.clock().hour)
        for words in (desk.say("greeting", greeting=hello, name=name) if name else hello, name or desk.say("guest")):
            height = paper.fitted(canvas, words, room, min(desk.em(TITLE), 13.0))
            if height >= LABEL * 0.8:
                break
        if room >= 3 * SMALL:
            words, height = paper.shortened(canvas, words, room, height)
            canvas.text(words, Vec(MARGIN + CONTROL + 3.0, middle), height, desk.palette.ink, "bold")
        if self._ring_key:
            draw_button(canvas, replace(self._ringed, label="", bare=False), desk.palette, False)
        paper.ring(canvas, desk, self._ring, RING, self.today / DAY)
        beside = self._ring + Vec(RING + 3.0, 0)
        width = self._widgets.buttons[0].at.x - GAP - beside.x - (RING_AIR if self._ring_key else 0.0)
        words = self._today_words()
        height = paper.fitted(canvas, words, width, desk.em(LABEL) if desk.settings.text == 100 else desk.em(BODY))
        small = min(desk.em(SMALL), STRIP * 0.26)
        minutes = desk.say("minutes", count=round(self.minutes))
        if self.minutes >= 0.5 and canvas.text_size(minutes, small).x <= width and height * 0.9 + small < STRIP * 0.62:
            canvas.text(words, beside - Vec(0, small * 0.65), height * 0.9, desk.palette.ink, "bold")
            canvas.text(minutes, beside + Vec(0, height * 0.62), small, desk.palette.muted)
        else:
            canvas.text(words, beside, height, desk.palette.ink, "bold")

    def _player_name(self) -> str:
        return self.desk.player.name or self.desk.say("guest")

    def _ready(self, then: Callable[[], None]) -> bool:
        """Whether the player's files are loaded; if not, `then` is called as soon as they are."""
        if not self.desk.loaded:
            self._wanted = then
        return self.desk.loaded

    def _start(self) -> None:
        if self._ready(self._start):
            from games.launcher.round.bests import last_played

            played = places.Playing(*last_played(self.desk))
            self.go(played)

    def _open(self, game: AnyGame) -> None:
        if self._ready(lambda: self._open(game)):
            self.go(places.Levels(game.id))

    def _other_hand(self) -> None:
        player, desk = self.desk.player, self.desk
        if self._ready(self._other_hand):
            desk.take_side("right" if player.side == "left" else "left")
            self.laid()

    def _people(self) -> None:
        if self._ready(self._people):
            self.go(places.Players())

    def _today(self) -> None:
        if self._ready(self._today):
            self.go(places.Today())

    def _progress(self) -> None:
        if self._ready(self._progress):
            self.go(places.Progress())

    def _settings(self) -> None:
        if self._ready(self._settings):
            self.go(places.Settings())

    def _help(self) -> None:
        self.over(places.Help())

    def _exit(self) -> None:
        self.desk.outbox.ask(Close())


def _names_fit(titles: Sequence[str], columns: int, pitch: float, lines: int) -> bool:
    """Whether the names of games that lie side by side fit beside each other in the smallest letters; in two lines, if
    their longest words do."""
    if lines > 1:
        titles = [max(title.split(), key=len) for title in titles]
    for index in range(len(titles) - 1):
        if (index + 1) % columns and (len(titles[index]) + len(titles[index + 1])) / 2 * LETTER * SMALL > pitch - 1.5:
            return False
    return True
