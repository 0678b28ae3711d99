"""Four digits: for a new lock of the plan, or to open it. Large keys, and one dot for each digit typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading
from games.kit.geometry import Vec
from games.launcher.planning.locking import DIGITS, opens
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.button import Button
from games.launcher.ui.pad import pad
from games.launcher.ui.theme import BODY, LABEL, MARGIN, SMALL, STRIP, TITLE

KEYS = "1234567890"
DOT = 2.4  # mm, its radius
SAYING = 11.0  # mm for the sentence under the strip


class DigitsPage(Page):
    """The answer to the page below is the four digits, or None. Digits that do not open are said to be others."""

    name = "digits"
    typing = True

    def __init__(self, desk: Desk, place: places.Digits) -> None:
        super().__init__(desk)
        self._place = place
        self.written = ""
        self.why: str | None = None
        self.laid()

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        for reading in readings:
            if not (isinstance(reading, Command) and reading.name == "key" and self._typed(str(reading.value))):
                self._widgets.read(reading)
        return self.moved()

    def shortcuts(self) -> dict[str, Callable[[], None]]:
        return {"escape": self.back}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", desk.say("back"), self.back, "back")]
        right = [Item("delete", desk.say("delete"), self._delete, "backspace")]
        bar, self._free = strip(left, right, size.x, min(desk.em(LABEL), 9.0), keep=40.0)
        at = Vec(MARGIN, STRIP + LEAST_GAP + SAYING)
        laid = pad(at, Vec(size.x - 2 * MARGIN, size.y - at.y - LEAST_GAP), len(KEYS), 5)
        em = min(desk.em(TITLE), 14.0)
        out = [
            Button(f"digit {key}", key, laid.place(place), laid.side, partial(self._write, key), height=em)
            for place, key in enumerate(KEYS)
        ]
        self._widgets.lay([*bar, *out])

    def draw(self, canvas: Canvas) -> None:
        desk, palette = self.desk, self.desk.palette
        paper.scene(canvas, desk)
        middle = Vec((self._free.x + self._free.y) / 2, STRIP / 2)
        for place in range(DIGITS):
            at = middle + Vec((place - (DIGITS - 1) / 2) * 4 * DOT, 0)
            canvas.circle(at, DOT, palette.ink if place < len(self.written) else palette.track)
        words = self.why or desk.say("plan pin new" if self._place.why == "new" else "plan pin")
        em = max(SMALL, paper.fitted(canvas, words, canvas.size.x - 2 * MARGIN - 10.0, min(desk.em(BODY), 6.4)))
        at = Vec(canvas.size.x / 2, STRIP + LEAST_GAP + SAYING / 2 - 1.0)
        paper.label(canvas, desk, at, words, em, canvas.size.x - 2 * MARGIN - 10.0)
        self._widgets.draw(canvas, palette)

    def _typed(self, key: str) -> bool:
        if key in KEYS:
            self._write(key)
        elif key == "backspace":
            self._delete()
        elif key == "escape":
            self.back()
        else:
            return False
        return True

    def _write(self, key: str) -> None:
        self.written, self.why = self.written + key, None
        if len(self.written) < DIGITS:
            return
        if self._place.why == "new" or opens(self.written, self._place.kept):
            self.back(self.written)
        else:
            self.written, self.why = "", self.desk.say("plan pin other")

    def _delete(self) -> None:
        self.written = self.written[:-1]
