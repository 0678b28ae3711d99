"""Help: ways to play, how to stay well, keys, and what Handplay is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from games import VERSION
from games.catalog import named
from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.safety_drawn import draw_safety
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import title

PAGES = (("ways", "finger"), ("safety", "heart"), ("keys", "keyboard"), ("about", "info"))
WAYS = (
    ("finger", "help drag"),
    ("tap", "help tap"),
    ("pinch", "help pinch"),
    ("repeat", "help turn"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
KEYS = (
    ("key arrows", "key arrows does"),
    ("key space", "key space does"),
    ("key p", "key p does"),
    ("key n", "key n does"),
    ("key turn", "key turn does"),
    ("key undo", "key undo does"),
    ("key save", "key save does"),
    ("key f1", "key f1 does"),
    ("key tab", "key tab does"),
    ("key f11", "key f11 does"),
    ("key m", "key m does"),
    ("key plus", "key plus does"),
    ("key q", "key q does"),
)
LOW = 130.0  # mm; in a lower window the keys stand in lines of one row each
KEY_ROOM = 28.0  # mm that a key's name takes beside what it does
THIN = 0.48  # em; how wide a letter that is not bold is on the average
ABOUT = ("about one", "about two", "about three", "about four")


class Help(Page):
    """Four pages. Reached from a game, the first shows that game's own lines, with their signs in its colour."""

    name = "help"

    def __init__(self, desk: Desk, place: places.Help) -> None:
        super().__init__(desk)
        self.page = "ways"
        self._part = 0  # of the keys, where they do not all have room
        self._game = None if place.game is None else named(place.game)
        self.laid()

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self.back, f1=self.back)
        return self.moved()

    def laid(self) -> None:
        size = self.desk.display.size
        left = [Item("back", self.desk.say("back"), self.back, "back")]
        right = [
            Item(f"page {page}", self.desk.say(page), partial(self._turn, page), icon, chosen=page == self.page)
            for page, icon in PAGES
        ]
        self._parts = 1
        if self.page == "keys" and not self._keys_fit(size):
            self._parts = 2
            right.append(Item("more", self.desk.say("more"), self._more, "forward"))
        buttons, self._free = strip(left, right, size.x, min(self.desk.em(BODY), 10.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        game = self._game
        words = desk.say("help") if game is None else desk.say("help of", game=title(desk.say, game))
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        gap = LEAST_GAP if size.y < 100 else MARGIN
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        if self.page == "safety":
            draw_safety(canvas, desk, at, room)
        elif self.page == "ways":
            self._draw_rows(canvas, at, room, self._ways(), 1)
        elif self.page == "keys":
            columns = 2 if room.x > 120 else 1
            each = -(-len(KEYS) // self._parts)
            shown = KEYS[self._part * each :][:each] if self._parts > 1 else KEYS
            self._draw_rows(canvas, at, room, [(None, desk.say(key), desk.say(what)) for key, what in shown], columns)
        else:
            self._draw_about(canvas, at, room)
        self._widgets.draw(canvas, desk.palette)

    def _ways(self) -> list[tuple[str | None, str | None, str]]:
        game, say = self._game, self.desk.say
        if game is None:
            return [(icon, None, say(key)) for icon, key in WAYS]
        return [(icon, None, say(f"{game.id}.{key}")) for icon, key in game.help]

    def _draw_rows(
        self, canvas: Canvas, at: Vec, room: Vec, rows: Sequence[tuple[str | None, str | None, str]], columns: int
    ) -> None:
        """Draw a card of rows: a picture or the name of a key, and what it is for."""
        desk = self.desk
        lines = -(-len(rows) // columns)
        size = Vec(min(room.x, 240.0 if columns > 1 else 190.0), min(room.y, lines * 24.0 + 8.0))
        at = at + (room - size) * 0.5
        paper.card(canvas, desk, at, size)
        one = Vec((size.x - 2 * GAP) / columns, (size.y - 4.0) / lines)
        mark = min(13.0, one.y * 0.72) if rows[0][0] is not None else max(20.0, one.x * 0.30)
        for _, key, _ in rows:
            if key is not None:
                mark = max(mark, canvas.text_size(key, SMALL, "bold").x)
        wide = one.x - mark - GAP - 2.0
        em = min(desk.em(BODY), one.y * 0.6)
        while em > SMALL and any(canvas.text_size(words, em, "regular", wide).y > one.y - 0.5 for _, _, words in rows):
            em *= 0.95
        em = max(SMALL, em)
        for index, (icon, key, words) in enumerate(rows):
            column, line = divmod(index, lines)
            corner = at + Vec(GAP + column * one.x, 2.0 + line * one.y)
            middle = corner.y + one.y / 2
            if icon is not None:
                colour = self._game.accent if self._game and desk.palette.tinted else desk.palette.primary
                canvas.icon(icon, Vec(corner.x + mark / 2, middle), mark, colour)
            elif key is not None:
                name = paper.fitted(canvas, key, mark, em)
                canvas.text(key, Vec(corner.x, middle), name, desk.palette.primary, "bold")
            canvas.text(words, Vec(corner.x + mark + GAP * 0.7, middle), em, desk.palette.ink, "regular", "left", wide)

    def _draw_about(self, canvas: Canvas, at: Vec, room: Vec) -> None:
        desk = self.desk
        size = Vec(min(room.x, 170.0), min(room.y, 110.0))
        at = at + (room - size) * 0.5
        paper.card(canvas, desk, at, size)
        words: list[tuple[str, float, Weight]] = [(desk.say("about title", version=VERSION), desk.em(LABEL), "bold")]
        words += [(desk.say(key), desk.em(BODY), "regular") for key in ABOUT]
        paper.lines(canvas, desk, at + Vec(GAP, 3.0), size - Vec(2 * GAP, 6.0), words)

    def _keys_fit(self, size: Vec) -> bool:
        """Whether all keys have room in one picture: in a low window only if what they do is said in few letters."""
        room = size.x - 2 * MARGIN
        wide = ((room - 2 * GAP) / 2 if room > 120 else room - 2 * GAP) - KEY_ROOM
        letters = max(len(self.desk.say(what)) for _, what in KEYS)
        return size.y >= LOW or letters * THIN * SMALL <= wide

    def _more(self) -> None:
        self._part = (self._part + 1) % self._parts
        self.laid()

    def _turn(self, page: str) -> None:
        self.page, self._part = page, 0
        self.laid()
