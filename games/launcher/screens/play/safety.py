"""Before the first game, and in Help: how to stay well. One page, one tap to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.safety_drawn import draw_safety
from games.launcher.ui.theme import LABEL, MARGIN, SMALL, STRIP


class Safety(Page):
    """Six sentences with pictures, then the game."""

    name = "safety"

    def __init__(self, desk: Desk, place: places.Safety) -> None:
        super().__init__(desk)
        self._then = place.then
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        size, wanted = self.desk.display.size, min(self.desk.em(LABEL), 11.0)
        left = [Item("back", self.desk.say("back"), self.home, "back")]
        right = [Item("start", self.desk.say("start"), self._start, "play", main=True)]
        buttons, self._free = strip(left, right, size.x, wanted)
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        wide = self._free.y - self._free.x
        title = paper.fitted(canvas, desk.say("safety"), wide, min(desk.em(LABEL), 12.0))
        canvas.text(desk.say("safety"), Vec(self._free.x, STRIP / 2 - 0.4), max(SMALL, title), desk.palette.ink, "bold")
        gap = LEAST_GAP if size.y < 100 else MARGIN
        at = Vec(MARGIN, STRIP + gap)
        draw_safety(canvas, desk, at, Vec(size.x - 2 * MARGIN, size.y - at.y - gap))
        self._widgets.draw(canvas, desk.palette)

    def _start(self) -> None:
        self.desk.choose(replace(self.desk.settings, told=True))
        self.go(self._then)
