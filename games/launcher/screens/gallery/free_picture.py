"""One free picture, large: continue it, watch it being painted as a film, save it, delete it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.gallery.picturing import Again, Opened
from games.launcher.gallery.saving import Saving
from games.launcher.records.blocks.vault import read_header
from games.launcher.records.models import Header
from games.launcher.records.pictures.paintings import Paintings
from games.launcher.round.levels import table_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.shell.work import Work
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.dates import day_of
from games.launcher.ui.over_table import draw_said
from games.launcher.ui.theme import LABEL, MARGIN, STRIP

SPEED = 4.0  # a film runs this many times faster than the painting did, ...
SHORTEST, LONGEST = 10.0, 60.0  # s; ... within these limits
BAR = 3.0  # mm
SAID = 5.0  # s that a message stays above the picture


class FreePicture(Page):
    """A picture from the gallery. `back` makes the gallery again, with what was deleted."""

    name = "picture"

    def __init__(self, desk: Desk, place: places.FreePicture) -> None:
        super().__init__(desk)
        self.game, self.kept = game, kept = named(place.game), place.kept
        self._there = Paintings(desk.store, desk.player.id, game.id)
        self._shape = self._there.shape(kept.file, "large")
        self._opened = Opened(desk, game, kept.file)
        self.head: Header | None = None
        try:
            self.head = read_header(desk.store.path_of(desk.player.id, kept.file))
        except (OSError, ValueError) as error:
            desk.report(error)
        self.film: float | None = None  # entries of the log shown so far by the film; None: no film
        self.resting = False  # the film is paused
        self._films = 0
        self._seen = 0.0
        self._said: tuple[str, float] | None = None
        self._saving: Saving | None = None  # a picture that is being written
        self._reading: Work | None = None  # the block being read, to continue it
        self.laid()

    @property
    def lively(self) -> bool:
        """Whether a film runs, or a file is being read, painted or written."""
        film = self.film is not None and not self.resting and not self.shown_whole
        busy = self._reading is not None or self._saving is not None or self._said is not None
        return film or busy or not (self._opened.painting or self._opened.gone) or self._shape is None

    @property
    def whole(self) -> int:
        """The number of entries of the log."""
        return 0 if self._opened.painting is None else len(self._opened.painting.log)

    @property
    def shown_whole(self) -> bool:
        """Whether the film has ended."""
        return self.film is not None and self._opened.painting is not None and self.film >= self.whole

    @property
    def seconds(self) -> float:
        """The length of the film in s."""
        painted = 0.0 if self.head is None else self.head.dur_ms / 1000
        return max(SHORTEST, min(LONGEST, painted / SPEED))

    @property
    def fits(self) -> bool:
        """Whether it can be continued on this screen: it must fit without being scaled down."""
        room = table_of(self.desk.display.size - Vec(0, STRIP), "free")
        head = self.head
        return head is not None and head.table[0] <= room.x + 1e-6 and head.table[1] <= room.y + 1e-6

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        passed, self._seen = min(0.1, now - self._seen), now
        self._widgets.feed(readings, escape=self._back)
        self._opened.go_on()
        if self._shape is None:
            self._shape = self._there.shape(self.kept.file, "large")
            if self._shape is not None:
                self.laid()
        if self.film is not None and not self.resting and self._opened.painting is not None and not self.shown_whole:
            self.film = min(float(self.whole), self.film + passed * self.whole / self.seconds)
            if self.shown_whole:
                self.laid()
        self._look_after(now)
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else MARGIN
        self._at = Vec(MARGIN, STRIP + gap)
        self._room = size - self._at - Vec(MARGIN, gap)
        left = [Item("back", desk.say("back"), self._back, "back")]
        if self.film is not None:
            right = [Item("again", desk.say("again film"), self._film, "repeat", main=True)]
            if not self.shown_whole:
                way = ("carry on", "play") if self.resting else ("pause", "pause")
                right = [
                    Item(way[0], desk.say(way[0]), self._rest, way[1], main=True, at_once=not self.resting),
                    Item("skip", desk.say("skip"), self._skip, "skip", at_once=True),
                ]
        else:
            right = [Item("film", desk.say("film"), self._film, "play")]
            if self._shape is not None:
                right.append(Item("save", desk.say("save"), self._save, "save"))
            right.append(Item("delete", desk.say("delete picture"), self._delete, "erase"))
            right.append(Item("paint on", desk.say("paint on"), self._paint_on, "edit", main=True))
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.title(canvas, desk, day_of(desk.say, self.kept.day), self._free)
        corner, size, scale = self._place()
        for spread, strength in ((2.4, "16"), (1.2, "28"), (0.4, "48")):
            grow = Vec(spread, spread)
            canvas.rect(corner + Vec(0.8, 1.3) - grow, size + grow * 2, "#1A0E06" + strength, 1.0 + spread)
        painting, share, free = self._opened.painting, self._opened.share, self.game.free_pictures
        film = self.film is not None
        if painting is not None and free is not None and (film or self._shape is None):
            upto = self.whole if self.film is None else int(self.film)
            with canvas.shifted(corner, size):
                drawn = free.paint(painting, canvas, f"picture {self._films if film else 0}", upto, scale)
            share = drawn / max(1, self.whole)
        elif self._shape is not None:
            canvas.rect(corner, size, "#F8F4EA")
            canvas.picture(str(self._there.path(self.kept.file, "large").with_suffix("")), corner + size * 0.5, size.x)
        else:
            canvas.rect(corner, size, "#F8F4EA")
        if (film or self._shape is None) and (share < 1.0 or film):
            foot = corner + Vec(0, size.y - BAR)
            canvas.rect(foot, Vec(size.x, BAR), "#26303F40")
            canvas.rect(foot, Vec(size.x * share, BAR), desk.palette.primary)
        if self._said is not None:
            draw_said(canvas, desk, self._said[0])
        elif self._opened.gone and self._shape is None:
            draw_said(canvas, desk, desk.say("picture gone"))
        self._widgets.draw(canvas, desk.palette)

    def _place(self) -> tuple[Vec, Vec, float]:
        """Corner and size of the picture on the screen, and its scale."""
        painting = self._opened.painting
        own = (
            painting.size if painting is not None else Vec(*self.head.table) if self.head is not None else Vec(160, 90)
        )
        scale = min(self._room.x / own.x, self._room.y / own.y)
        size = own * scale
        return self._at + (self._room - size) * 0.5, size, scale

    def _look_after(self, now: float) -> None:
        """Check work on other threads: saving, and reading the block to continue it."""
        told = None if self._saving is None else self._saving.said()
        if told is not None:
            self._saving = None
            self._said = told, now + SAID
        if self._said is not None and self._said[1] == 0.0:
            self._said = self._said[0], now + SAID
        if self._said is not None and now > self._said[1]:
            self._said = None
        if self._reading is not None and self._reading.done():
            reading, self._reading = self._reading, None
            try:
                record, trace = reading.result()
                onward = Again(record, trace)
            except (OSError, ValueError) as error:
                self.desk.report(error)
                self._said = self.desk.say("picture gone"), 0.0
                return
            self.go(places.ComingBack(self.game.id, onward))
            self._opened.painting = None  # frees the log, which may be long, before the table is built

    def _paint_on(self) -> None:
        store, player, file = self.desk.store, self.desk.player, self.kept.file
        if not self.fits:
            self._said = self.desk.say("too large here"), 0.0
        elif self._reading is None:
            self._reading = self.desk.beside(lambda: store.played_block(player.id, file))

    def _film(self) -> None:
        self.film, self.resting = 0.0, False
        self._films += 1
        self.laid()

    def _rest(self) -> None:
        self.resting = not self.resting
        self.laid()

    def _skip(self) -> None:
        if self._opened.painting is not None:
            self.film, self.resting = float(self.whole), False
            self.laid()

    def _save(self) -> None:
        large = self._there.path(self.kept.file, "large")

        def copy(path: Path) -> None:
            shutil.copyfile(large, path)

        self._saving = Saving(self.desk, self.game)
        self._saving.begin(copy)

    def _delete(self) -> None:
        try:
            self.back(self._there.remove(self.kept.file))
        except OSError as error:
            self.desk.report(error)

    def _back(self) -> None:
        if self.film is not None:
            self.film = None
            self.laid()
        else:
            self.back()
