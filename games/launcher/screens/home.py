"""Home: the table with a tile for each game, who plays, today's repetitions, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.screens.home_tiles import APART, PADS, TILE_SHAPE, Tile, best_rows
from games.launcher.screens.home_tiles import label as label_of
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
RAISED = 0.02  # of its height: how far its middle lies above that of its place
LOW = 100.0  # mm; in a lower window rows touch
FOOT = 290.0  # mm, the keys along the foot at most
RING = 7.5  # mm, its radius
RING_AIR = 2.0  # mm between it and the edge of its key
MINUTES_ROOM = 14.0  # mm that the line with the minutes needs under the repetitions


class Home(Page):
    """The first page, to which every other one leads back."""

    name = "home"

    def __init__(self, desk: Desk, _place: places.Home) -> None:
        super().__init__(desk)
        self._tiles: list[Tile] = []
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
        foot = size.y - (MARGIN if size.y > 160 else 4.0 if size.y > LOW else 2.0) - CONTROL
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
            Vec(MARGIN / 2, STRIP + (LEAST_GAP if size.y > LOW else 1.0)), Vec(size.x - MARGIN / 2, foot - LEAST_GAP)
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

        titles = [title(self.desk.say, game) for game in GAMES]
        gap = LEAST_GAP if self.desk.display.size.y > LOW else 0.5
        spare = LEAST_GAP - gap  # keys keep apart from each other; what lies on the table may come nearer
        start, room = start - Vec(0, spare / 2), end - start + Vec(0, spare)
        best = best_rows(titles, room, gap, self._label_height())
        self._letters, self._lines = best.letters, best.lines
        buttons, index = [], 0
        for line, slots in enumerate(best.slots):
            free = (room.x - sum(slots)) / (len(slots) + 1)
            x = start.x + free
            if free < APART:
                free = APART
                x = start.x + (room.x - sum(slots) - free * (len(slots) - 1)) / 2
            top = start.y + line * (best.each + gap)
            for slot in slots:
                game, middle = GAMES[index], Vec(x + slot / 2, top + best.each / 2)
                self._tiles.append(Tile(game, middle, best.width, slot, best.each))
                size = Vec(max(CONTROL, slot), max(CONTROL, best.each - spare))
                act = lambda game=game: self._open(game)  # noqa: E731
                words = title(self.desk.say, game)
                buttons.append(Button(game.id, words, middle - size * 0.5, size, act, bare=True))
                x += slot + free
                index += 1
        return buttons

    def _label_height(self) -> float:
        tall = self.desk.display.size.y
        return min(max(self.desk.em(BODY), tall * 0.045), 11.0, max(SMALL, (tall - STRIP) * 0.1))

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
        label = label_of(self._letters, self._lines)
        for tile in self._tiles:
            room = tile.tall - label
            if desk.pictures:
                down = (room - tile.width * TILE_SHAPE) / 2  # it stands on its name
                tile.game.tile(canvas, tile.middle - Vec(0, label / 2 + room * RAISED - down), tile.width)
            called = title(desk.say, tile.game)
            middle, wide = tile.middle + Vec(0, (tile.tall - label) / 2), tile.slot - PADS * self._letters
            fit, wrap = max(SMALL, paper.fitted(canvas, called, wide, self._letters)), None
            if self._lines > 1:
                fit, wrap = SMALL, tile.slot
            name = canvas.text_size(called, fit, "bold", wrap)
            slip = Vec(min(name.x + fit * 1.3, max(name.x + 1.0, tile.slot)), min(label - 0.8, name.y + fit * 0.5))
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
