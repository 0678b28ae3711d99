"""A pad of large letters, for those who want to give a name; a real keyboard works too."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.screens import paper
from games.launcher.screens.arranging import LEAST_GAP, Item, strip
from games.launcher.screens.screen import Desk
from games.launcher.screens.theme import CONTROL, LABEL, MARGIN, STRIP, TITLE
from games.launcher.screens.widgets import Button
from games.launcher.screens.words import say
from games.launcher.shell import places
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'"
LONGEST = 20
LARGEST = 26.0  # mm, a key's side


class Keypad(Page):
    """`done` makes the screen that follows from the name; `back` the one without."""

    name = "name"

    typing = True

    def __init__(self, desk: Desk, place: places.Naming) -> None:
        super().__init__(desk)
        self.written = place.name
        self.page = 0
        self.laid()

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        for reading in readings:
            typed = isinstance(reading, Command) and reading.name == "key" and self._typed(str(reading.value))
            if not typed:
                self._widgets.read(reading)
        return self.moved()

    def leave(self) -> None:
        """A name that was not accepted is not kept."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", say("back"), self.back, "back")]
        right = [
            Item("delete", say("delete"), self._delete, "backspace"),
            Item("done", say("done"), self._done, "check", main=True),
        ]
        bar, self._free = strip(left, right, size.x, min(desk.em(LABEL), 9.0), keep=36.0)
        gap = LEAST_GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        columns = min(10, int((room.x + gap) // (CONTROL + gap)))
        rows = int((room.y + gap) // (CONTROL + gap))
        keys = [*LETTERS, " "]
        paged = columns * rows < len(keys)
        fit = columns * rows - 1 if paged else len(keys)
        pages = -(-len(keys) // fit)
        self.page %= pages
        shown: list[str] = keys[self.page * fit : (self.page + 1) * fit]
        side_x = min(LARGEST, (room.x + gap) / columns - gap)
        side_y = (
            min(LARGEST, (room.y + gap) / rows - gap)
            if paged
            else min(LARGEST, (room.y + gap) / -(-len(keys) // columns) - gap)
        )
        wide = columns * (side_x + gap) - gap
        corner = at + Vec((room.x - wide) / 2, 0)
        out = []
        for index, letter in enumerate([*shown, *(["..."] if paged else [])]):
            line, column = divmod(index, columns)
            place = corner + Vec(column * (side_x + gap), line * (side_y + gap))
            one = Vec(side_x, side_y)
            if letter == "...":
                out.append(Button("more letters", "", place, one, self._turn, icon="forward"))
            elif letter == " ":
                out.append(Button("letter space", say("space"), place, one, lambda: self._write(" "), height=5.0))
            else:
                act = lambda letter=letter: self._write(letter)  # noqa: E731
                out.append(Button(f"letter {letter}", letter, place, one, act, height=min(desk.em(TITLE), 12.0)))
        self._widgets.lay([*bar, *out])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        at, room = Vec(self._free.x, 3.0), Vec(self._free.y - self._free.x, STRIP - 7.0)
        canvas.rect(at, room, desk.palette.surface, 3.0)
        canvas.rect(at, room, desk.palette.border, 3.0, border=0.5)
        words = self.written + "|" if self.written else say("your name")
        em = paper.fitted(canvas, words, room.x - 6.0, min(desk.em(LABEL), room.y * 0.7))
        ink = desk.palette.ink if self.written else desk.palette.muted
        canvas.text(words, at + Vec(3.0, room.y / 2), em, ink, "bold")
        self._widgets.draw(canvas, desk.palette)

    def _typed(self, key: str) -> bool:
        if len(key) == 1 and key.isalnum():
            self._write(key.upper())
        elif key == "backspace":
            self._delete()
        elif key == "escape":
            self.back()
        elif key == "enter" and self._widgets.focus is None:
            self._done()
        elif key == "space" and self._widgets.focus is None:
            self._write(" ")
        else:
            return False
        return True

    def _write(self, letter: str) -> None:
        """Capitals at the start of a word, small letters after."""
        if len(self.written) < LONGEST and not (letter == " " and not self.written.strip()):
            first = not self.written or self.written[-1] in " -'"
            self.written += letter if first else letter.lower()

    def _delete(self) -> None:
        self.written = self.written[:-1]

    def _turn(self) -> None:
        self.page += 1
        self.laid()

    def _done(self) -> None:
        self.back(self.written.strip())
