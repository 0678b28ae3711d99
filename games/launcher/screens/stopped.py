"""Shown after an exception: something stopped by itself, and what was played is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, MARGIN, TITLE


class Stopped(Page):
    """One card, one way on."""

    name = "stopped"
    says_unsaved = True

    def __init__(self, desk: Desk, place: places.Stopped) -> None:
        super().__init__(desk)
        self.ended = place.ended
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def leave(self) -> None:
        """Nothing to store: a block that could not be stored waits on the desk."""

    def laid(self) -> None:
        size = self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 130.0), min(size.y - MARGIN, 70.0))
        self.at = (size - self.size) * 0.5
        at = self.at + Vec(self.size.x / 2 - 25, self.size.y - GAP - CONTROL)
        self._widgets.lay(
            [Button("home", self.desk.say("home"), at, Vec(50, CONTROL), self.home, main=True, icon="home")]
        )

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        key = (canvas.size, desk.pictures, desk.settings.palette)
        canvas.kept("bare table", key, lambda kept: paper.table(kept, desk))
        paper.card(canvas, desk, self.at, self.size)
        words: list[tuple[str, float, Weight]] = [
            (desk.say("calm"), desk.em(TITLE), "bold"),
            (self._kept(), desk.em(BODY), "regular"),
        ]
        room = Vec(self.size.x - 2 * GAP, self.size.y - CONTROL - 3 * GAP)
        paper.lines(canvas, desk, self.at + Vec(GAP, GAP), room, words, centred=True)
        self._widgets.draw(canvas, desk.palette)

    def _kept(self) -> str:
        if self.ended is None or self.ended.reps == 0:
            return self.desk.say("calm none")
        if self.ended.why is not None:
            return self.desk.say("calm not saved")
        return self.desk.say("calm saved", count=self.ended.reps)
