"""A window in which nothing could be read or pressed says so, and offers what fits; what was shown waits behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.page import Page
from games.launcher.ui.theme import CONTROL, GAP, SMALL
from games.launcher.ui.widgets import Button

LEAST = Vec(110.0, 64.0)  # mm: the keys of every screen, as large as they must be, and what lies between them
USUAL = Vec(143.0, 86.0)  # mm, for which a smaller scale makes room
LEAST_SCALE = 2.0  # px per mm; on a coarser screen no letter can be read
FAINT = 0.8  # mm, em of letters that are not worth being drawn


def too_small(display: Display) -> bool:
    """Whether this window has no room for a screen."""
    return not (display.size.x >= LEAST.x and display.size.y >= LEAST.y)


def fitting_scale(display: Display) -> float | None:
    """The px per mm at which a window of so many pixels has room; None where it would have to be larger."""
    wide, high = display.size.x * display.px_per_mm, display.size.y * display.px_per_mm
    for room in (USUAL, LEAST):
        scale = min(wide / room.x, high / room.y)
        if LEAST_SCALE <= scale < display.px_per_mm:
            return scale * 0.999  # so that rounding to whole pixels leaves enough
    return None


class TooSmall(Page):
    """One sentence, and a key where another scale would help. Where the program is waits below."""

    name = "too small"

    def __init__(self, desk: Desk, place: places.TooSmall) -> None:
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
            self.desk.rescale = scale / self.desk.display.px_per_mm


def _fits(size: Vec, room: Vec) -> bool:
    return size.x <= room.x and size.y <= room.y
