"""The gallery of free pictures: small pictures with their dates, newest first; each opens large."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.gallery.picturing import Opened
from games.launcher.progress.challenges import checked
from games.launcher.records.pictures.paintings import Kept, Paintings
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.shell.work import Work
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.button import Button
from games.launcher.ui.dates import day_of
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import short_day

LEAST = Vec(38.0, 27.0)  # mm, least size of a picture with its date
WANTED = Vec(62.0, 44.0)  # ... wanted size, if there is room
TALL = 0.76  # largest height of a slip as a share of its width
RIM = 2.0  # mm of the slip around a picture


class FreePictures(Page):
    """Pages of free pictures."""

    name = "free pictures"

    def __init__(self, desk: Desk, place: places.FreePictures) -> None:
        super().__init__(desk)
        self.game, self._from = named(place.game), places.Levels(place.game, place.mode, place.number)
        self.page = 0
        self._trash: Path | None = None  # the trash folder of the picture just deleted
        self._there = Paintings(desk.store, desk.player.id, self.game.id)
        self._kept = self._there.all()
        self._tiles: list[tuple[Button, Kept]] = []
        self._hung: dict[
            str, float
        ] = {}  # file of a small picture found so far -> width / height; one more in each frame
        self._tried: set[str] = set()
        self._making: Opened | None = None
        self._written: Work | None = None
        self.laid()

    @property
    def lively(self) -> bool:
        """Whether pictures of this page are still missing."""
        return any(kept.file not in self._hung and kept.file not in self._tried for _, kept in self._tiles)

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self._back)
        if self._move is None:
            self._hang()
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else GAP
        at = Vec(MARGIN, STRIP + gap)
        room = size - at - Vec(MARGIN, gap)
        columns, rows = grid(room, WANTED if size.y >= 100 else LEAST, max(1, len(self._kept)), gap)
        rows = min(rows, max(1, -(-len(self._kept) // columns)))
        each = columns * rows
        pages = max(1, -(-len(self._kept) // each))
        self.page %= pages
        right = [] if self._trash is None else [Item("undo", desk.say("undo"), self._undo, "undo", main=True)]
        if pages > 1:
            right.append(Item("more", desk.say("more"), self._turn, "forward"))
        bar, self._free = strip(
            [Item("back", desk.say("back"), self._back, "back")], right, size.x, min(desk.em(LABEL), 11.0)
        )
        area = Vec(min(room.x, columns * (84.0 + gap) - gap), min(room.y, rows * (84.0 * TALL + gap) - gap))
        at = at + (room - area) * 0.5
        self._tiles = []
        for index, kept in enumerate(self._kept[self.page * each : (self.page + 1) * each]):
            corner, one = cell(at, area, columns, rows, index, gap)
            tall = min(one.y, one.x * TALL)
            corner, one = corner + Vec(0, (one.y - tall) / 2), Vec(one.x, tall)
            act = lambda kept=kept: self._open(kept)  # noqa: E731
            self._tiles.append((Button(f"picture {index + 1}", "", corner, one, act, bare=True), kept))
        self._widgets.lay([*bar, *(button for button, _ in self._tiles)])

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say("deleted") if self._trash is not None else desk.say("gallery"), self._free)
        if not self._kept:
            at = Vec(MARGIN, STRIP + LEAST_GAP)
            paper.invite(canvas, desk, self.game, at, size - at - Vec(MARGIN, LEAST_GAP), desk.say("pictures empty"))
        for button, kept in self._tiles:
            self._draw_tile(canvas, button, kept)
        self._widgets.draw(canvas, desk.palette)

    def _draw_tile(self, canvas: Canvas, button: Button, kept: Kept) -> None:
        desk = self.desk
        paper.card(canvas, desk, button.at, button.size)
        words = day_of(desk.say, kept.day)
        if canvas.text_size(words, SMALL, "bold").x > button.size.x - 2 * RIM:
            words = short_day(desk.say, checked(kept.day))
        em = max(SMALL, min(desk.em(BODY), button.size.y * 0.14))
        em = max(SMALL, paper.fitted(canvas, words, button.size.x - 2 * RIM, em))
        corner, room = button.at + Vec(RIM, RIM), button.size - Vec(2 * RIM, RIM + em * 1.35)
        if kept.file in self._hung:
            name = str(self._there.path(kept.file, "small").with_suffix(""))
            canvas.picture(name, corner + room * 0.5, min(room.x, room.y * self._hung[kept.file]))
        else:
            canvas.rect(corner, room, "#F8F4EA")
            share = self._making.share if self._making is not None and kept == self._first_missing() else 0.0
            paper.ring(canvas, desk, corner + room * 0.5, min(6.0, room.y * 0.3), share)
        canvas.text(
            words, button.at + Vec(button.size.x / 2, button.size.y - em * 0.72), em, desk.palette.ink, "bold", "centre"
        )

    def _first_missing(self) -> Kept | None:
        missing = (kept for _, kept in self._tiles if kept.file not in self._hung and kept.file not in self._tried)
        return next(missing, None)

    def _hang(self) -> None:
        """See to the next missing picture: it exists, is being painted, or must be made again."""
        next_one = self._first_missing()
        if next_one is None:
            return
        shape = self._there.shape(next_one.file, "small")
        if shape is not None:
            self._hung[next_one.file] = shape[0] / shape[1]
            self._making = self._written = None
        elif self._making is None:
            if not self.desk.outbox.painting:
                self._making = Opened(self.desk, self.game, next_one.file)
        elif self._making.go_on() and (self._making.gone or not self.desk.outbox.painting):
            # It is painted; files are written in order on the other thread, so that this is done after it.
            self._written = self._written or self.desk.beside(lambda: None)
            if self._written.done() and self._there.shape(next_one.file, "small") is None:
                self._tried.add(next_one.file)
            if self._written.done():
                self._making = self._written = None

    def _open(self, kept: Kept) -> None:
        self.over(places.FreePicture(self.game.id, kept))

    def answered(self, answer: object) -> Move:
        """A picture was viewed, or deleted."""
        self._look_again(answer if isinstance(answer, Path) else None)
        return None

    def _look_again(self, trash: Path | None) -> None:
        self._trash = trash
        self._kept = self._there.all()
        self._hung, self._tried = {}, set()
        self._making = self._written = None
        self.laid()

    def _undo(self) -> None:
        if self._trash is not None:
            try:
                self._there.restore(self._trash)
            except OSError as error:
                self.desk.report(error)
            self._look_again(None)

    def _turn(self) -> None:
        self.page += 1
        self._making = self._written = None
        self.laid()

    def _back(self) -> None:
        self.go(self._from)
