"""The gallery of a game: finished pictures, newest first, drawn again from the stored blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.round.levels import level_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.theme import LABEL, MARGIN, SMALL, STRIP, TITLE

PICTURE = Vec(40.0, 40.0)  # mm, least size of a picture
MOST = 24  # pictures on a page


class Gallery(Page):
    """Pages of keepsakes. `mode` and `number`: the level to return to on the game's page."""

    name = "gallery"

    def __init__(self, desk: Desk, place: places.Gallery) -> None:
        super().__init__(desk)
        self.game, self._from = named(place.game), places.Levels(place.game, place.mode, place.number)
        self._page = 0
        self._kept = kept(desk, self.game)
        self.laid()

    def laid(self) -> None:
        size = self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else MARGIN
        self._at = Vec(MARGIN, STRIP + gap)
        self._room = size - self._at - Vec(MARGIN, gap)
        self._columns, self._rows = grid(self._room, PICTURE, min(MOST, max(1, len(self._kept))))
        self._each = max(1, self._columns * self._rows)
        self._page = min(self._page, max(0, (len(self._kept) - 1) // self._each))
        right = [Item("more", self.desk.say("more"), self._turn, "forward")] if len(self._kept) > self._each else []
        left = [Item("back", self.desk.say("back"), self._back, "back")]
        buttons, self._free = strip(left, right, size.x, min(self.desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        words = desk.say("gallery")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(TITLE), 13.0))
        if em >= SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        if not self._kept:
            paper.invite(canvas, desk, self.game, self._at, self._room, desk.say("gallery empty"))
        shown = self._kept[self._page * self._each :][: self._each]
        canvas.kept(
            "gallery", (size, self._page, len(self._kept), desk.settings.palette), lambda kept: self._hang(kept, shown)
        )
        self._widgets.draw(canvas, desk.palette)

    def _hang(self, canvas: Canvas, shown: Sequence[Callable[[Canvas], None]]) -> None:
        for index, draw in enumerate(shown):
            corner, room = cell(self._at, self._room, self._columns, self._rows, index)
            with canvas.shifted(corner, room):
                draw(canvas)

    def _turn(self) -> None:
        self._page = (self._page + 1) % (-(-len(self._kept) // self._each))
        self.laid()

    def _back(self) -> None:
        self.go(self._from)


def kept(desk: Desk, game: AnyGame) -> list[Callable[[Canvas], None]]:
    """The keepsakes of this player in a game, as functions that draw them, newest first."""
    if game.gallery is None or game.gallery.finished is None:
        return []
    found = []
    for header in desk.store.finished(desk.player.id, game.id):
        if header.game_version != game.version:
            continue
        try:
            made = game.gallery.finished(level_of(game, header.mode, header.level).settings, header.seed)
        except ValueError:  # a level that this version does not have
            continue
        if made is not None:
            found.append(made)
    return found
