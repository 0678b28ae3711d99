"""Shown if the window is too small to read or press anything; it offers a scale that fits. The page below waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Rescale
from games.launcher.shell.page import Page
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, GAP, SMALL

LEAST = Vec(110.0, 64.0)  # mm: the smallest window in which every screen has room for its controls
USUAL = Vec(143.0, 86.0)  # mm: the room that an offered scale makes
LEAST_SCALE = 2.0  # px per mm; below it no letter is readable
FAINT = 0.8  # mm, em below which letters are not drawn


def too_small(display: Display) -> bool:
    """Whether this window is too small for the screens."""
    return not (display.size.x >= LEAST.x and display.size.y >= LEAST.y)


def fitting_scale(display: Display) -> float | None:
    """The px per mm at which this window (in pixels) has enough room; None if the window itself must be larger."""
    wide, high = display.size.x * display.px_per_mm, display.size.y * display.px_per_mm
    for room in (USUAL, LEAST):
        scale = min(wide / room.x, high / room.y)
        if LEAST_SCALE <= scale < display.px_per_mm:
            return scale * 0.999  # so that rounding to whole pixels leaves enough
    return None


class TooSmall(Page):
    """One sentence, and a key if another scale would help."""

    name = "too small"
    says_unsaved = True

    def __init__(self, desk: Desk, _place: places.TooSmall) -> None:
        super().__init__(desk)
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {}

    def laid(self) -> None:
        size = self.desk.display.size
        if fitting_scale(self.desk.display) is None:
            self._widgets.lay([])
            return
        gap = max(0.0, min(GAP, size.x * 0.05, size.y * 0.05))
        tall = min(CONTROL, size.y * 0.45)
        at = Vec(gap, size.y - gap - tall)
        fit = Button(
            "smaller", self.desk.say("everything smaller"), at, Vec(size.x - 2 * gap, tall), self._shrink, main=True
        )
        self._widgets.lay([fit])

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, self.desk.display.size
        canvas.rect(ORIGIN, size, desk.palette.surface)
        room = Vec(size.x * 0.92, (self.controls[0].at.y if self.controls else size.y) * 0.92)
        words, em = desk.say("window small"), SMALL
        while em > FAINT and not _fits(canvas.text_size(words, em, "bold", room.x), room):
            em *= 0.9
        if em > FAINT:
            middle = Vec(size.x / 2, size.y * 0.04 + room.y / 2)
            canvas.text(words, middle, em, desk.palette.ink, "bold", "centre", room.x)
        self._widgets.draw(canvas, desk.palette)

    def _shrink(self) -> None:
        scale = fitting_scale(self.desk.display)
        if scale is not None:
            self.desk.outbox.ask(Rescale(scale / self.desk.display.px_per_mm))


def _fits(size: Vec, room: Vec) -> bool:
    return size.x <= room.x and size.y <= room.y
