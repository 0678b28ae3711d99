"""The calm card: a game stopped by itself; what was played is kept."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.ended import Ended
from games.launcher.screens import home, paper
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CONTROL, GAP, MARGIN, TITLE
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say


class Stopped:
    """One card, one way on."""

    name = "stopped"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, ended: Ended | None = None) -> None:
        self.desk, self.ended = desk, ended
        self._widgets = Controls(desk)
        self._next: Screen = self
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._widgets.feed(readings, escape=self._home)
        return self._next

    def leave(self) -> None:
        """Nothing here can be lost: a block that could not be stored waits on the desk."""

    def laid(self) -> None:
        size = self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 130.0), min(size.y - MARGIN, 70.0))
        self.at = (size - self.size) * 0.5
        at = self.at + Vec(self.size.x / 2 - 25, self.size.y - GAP - CONTROL)
        self._widgets.lay([Button("home", say("home"), at, Vec(50, CONTROL), self._home, main=True, icon="home")])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        key = (canvas.size, desk.pictures, desk.settings.palette)
        canvas.kept("bare table", key, lambda kept: paper.table(kept, desk))
        paper.card(canvas, desk, self.at, self.size)
        words: list[tuple[str, float, Weight]] = [
            (say("calm"), desk.em(TITLE), "bold"),
            (self._kept(), desk.em(BODY), "regular"),
        ]
        room = Vec(self.size.x - 2 * GAP, self.size.y - CONTROL - 3 * GAP)
        paper.lines(canvas, desk, self.at + Vec(GAP, GAP), room, words, centred=True)
        self._widgets.draw(canvas, desk.palette)

    def _kept(self) -> str:
        if self.ended is None or self.ended.reps == 0:
            return say("calm none")
        if self.ended.why is not None:
            return say("calm not saved")
        return say("calm one") if self.ended.reps == 1 else say("calm saved", count=self.ended.reps)

    def _home(self) -> None:
        self._next = home.Home(self.desk)
