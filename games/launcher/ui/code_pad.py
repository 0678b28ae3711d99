"""A page on which a code is typed: a pad with the characters that codes use; a real keyboard works too."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.progress.codes import SIGNS, grouped
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.button import Button
from games.launcher.ui.pad import field, pad
from games.launcher.ui.theme import GAP, LABEL, MARGIN, SMALL, STRIP, TITLE

SAYING = 9.0  # mm under the strip for a sentence
MORE = "..."


class CodePad(Page):
    """`written` is what was typed; `changed` is called after each character. `why`: a sentence on what does not fit."""

    typing = True
    longest = 0  # characters that may be typed
    dots = 0  # characters that are shown as still missing
    hint = "code hint"  # the id of the sentence in the empty field

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.written = ""
        self.why: str | None = None
        self.page = 0
        self.laid()

    def changed(self) -> None:
        """Something was typed."""

    def keys(self) -> list[Item]:
        """Further keys of the strip."""
        return []

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        for reading in readings:
            typed = isinstance(reading, Command) and reading.name == "key" and self._typed(str(reading.value))
            if not typed:
                self._widgets.read(reading)
        return self.moved()

    def leave(self) -> None:
        """Nothing to store: an incomplete code is dropped."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", desk.say("back"), self.back, "back")]
        right = [Item("delete", desk.say("delete"), self._delete, "backspace"), *self.keys()]
        bar, self._free = strip(left, right, size.x, min(desk.em(LABEL), 9.0), keep=70.0)
        at = Vec(MARGIN, STRIP + LEAST_GAP + (SAYING if size.y > 100 else 0.0))
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - LEAST_GAP)
        laid = pad(at, room, len(SIGNS), 8, GAP)
        self.page %= laid.pages(len(SIGNS))
        out = [
            self._button(sign, laid.place(index), laid.side)
            for index, sign in enumerate(laid.shown(SIGNS, self.page, MORE))
        ]
        self._widgets.lay([*bar, *out])

    def draw(self, canvas: Canvas) -> None:
        desk, palette = self.desk, self.desk.palette
        paper.scene(canvas, desk)
        at, room = field(canvas, palette, self._free)
        words = grouped(self.written + "·" * (self.dots - len(self.written))) if self.written else desk.say(self.hint)
        small = canvas.size.y <= 100 and self.why is not None
        if small and self.why is not None:
            words = self.why
        em = paper.fitted(canvas, words, room.x - 6.0, min(desk.em(TITLE), room.y * 0.72))
        if em < SMALL and self.written and not small:  # the end of a long code is what is looked at
            words = self._end_of(canvas, words, room.x - 6.0)
            em = SMALL
        ink = palette.ink if self.written else palette.muted
        wrap = None
        if em < SMALL:
            em, wrap = SMALL, room.x - 6.0
        canvas.text(words, Vec(at.x + room.x / 2, at.y + room.y / 2), em, ink, "bold", "centre", wrap)
        if self.why is not None and not small:
            middle = Vec(canvas.size.x / 2, STRIP + LEAST_GAP + SAYING / 2 - 1.0)
            fit = paper.fitted(canvas, self.why, canvas.size.x - 2 * MARGIN - 12.0, 5.4)
            paper.label(canvas, desk, middle, self.why, max(SMALL, fit))
        self._widgets.draw(canvas, palette)

    def _end_of(self, canvas: Canvas, words: str, room: float) -> str:
        while words and canvas.text_size(paper.DOTS + words, SMALL, "bold").x > room:
            words = words[1:]
        return paper.DOTS + words

    def _button(self, sign: str, at: Vec, size: Vec) -> Button:
        if sign == MORE:
            return Button("more signs", "", at, size, self._turn, icon="forward")
        return Button(f"sign {sign}", sign, at, size, lambda: self._write(sign), height=min(self.desk.em(TITLE), 13.0))

    def _typed(self, key: str) -> bool:
        if len(key) == 1 and key.isalnum():
            self._write(key.upper())
        elif key == "backspace":
            self._delete()
        elif key == "escape":
            self.back()
        else:
            return False
        return True

    def _write(self, sign: str) -> None:
        if sign not in SIGNS:
            self.why = self.desk.say("code sign")
        elif len(self.written) < self.longest:
            self.written += sign
            self.why = None
        self.changed()

    def _delete(self) -> None:
        self.written, self.why = self.written[:-1], None

    def _turn(self) -> None:
        self.page += 1
        self.laid()
