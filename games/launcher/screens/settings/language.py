"""Language: each by its own name. At a first start it comes before anything else; later it is reached from Settings."""

from __future__ import annotations

from functools import partial

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, GAP, LABEL, MARGIN, STRIP
from games.launcher.words.tongues import own_name

KEY = Vec(40.0, CONTROL)  # mm, least size of a key
LARGEST = Vec(92.0, 30.0)
ICON = 10.0  # mm, the globe


class LanguagePage(Page):
    """A key for each language. A touch changes all words at once; who goes on without one keeps what is spoken."""

    name = "language"

    def __init__(self, desk: Desk, place: places.Language) -> None:
        super().__init__(desk)
        self._first = place.first
        self._page: int | None = None  # None: the one with the language that is spoken
        self.laid()

    def back(self, answer: object = None) -> None:
        if self._first:
            self._go_on()
        else:
            super().back(answer)

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        codes = [] if desk.tongues is None else desk.tongues.codes
        gap = GAP if size.y > 100 else LEAST_GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        least = Vec(min(room.x, KEY.x * desk.settings.text / 100), KEY.y)
        columns, rows = grid(room, least, len(codes), gap)
        rows = min(rows, -(-len(codes) // columns))
        fit = columns * rows
        pages = -(-len(codes) // fit) if codes else 1
        here = desk.words.language
        if self._page is None:
            self._page = codes.index(here) // fit if here in codes else 0
        shown = self._page = self._page % pages
        area = Vec(
            min(room.x, columns * (LARGEST.x + gap) - gap),
            min(room.y, rows * (LARGEST.y + gap) - gap),
        )
        at += Vec((room.x - area.x) / 2, (room.y - area.y) * 0.35)
        em = min(desk.em(LABEL) * 1.2, 12.0)
        keys = []
        for index, code in enumerate(codes[shown * fit : (shown + 1) * fit]):
            corner, each = cell(at, area, columns, rows, index, gap)
            act = partial(self._take, code)
            keys.append(Button(f"language {code}", own_name(code), corner, each, act, chosen=code == here, height=em))
        more = [Item("more", desk.say("more"), self._turn, "forward")] if pages > 1 else []
        if self._first:
            left, right = [], [*more, Item("go on", desk.say("carry on"), self._go_on, "forward", main=True)]
        else:
            left, right = [Item("back", desk.say("back"), self.back, "back")], more
        bar, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *keys])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        middle = Vec(self._free.x + ICON / 2, STRIP / 2 - 0.4)
        canvas.icon("globe", middle, ICON, desk.palette.ink)
        paper.title(canvas, desk, desk.say("language"), Vec(self._free.x + ICON + 3.0, self._free.y))
        self._widgets.draw(canvas, desk.palette)

    def _take(self, code: str) -> None:
        self.desk.choose_language(code)
        self.laid()

    def _go_on(self) -> None:
        """Keep what is spoken, so that nobody here is asked again."""
        if self.desk.settings.language != self.desk.words.language:
            self.desk.choose_language(self.desk.words.language)
        self.home()

    def _turn(self) -> None:
        self._page = (self._page or 0) + 1
        self.laid()
