"""A question on a card: yes to the left with a tick, no to the right with a cross."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.screens import paper
from games.launcher.screens.arranging import Item, row
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CONTROL, GAP, LABEL, MARGIN
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say


class Dialog:
    """`yes` and `no` make the screen that follows; Escape is no."""

    name = "question"
    lively = False
    waiting = False

    def __init__(
        self, desk: Desk, question: str, more: str, yes: Callable[[], Screen], no: Callable[[], Screen], icon: str
    ) -> None:
        self.desk, self.question, self.more, self._yes, self._no, self.icon = desk, question, more, yes, no, icon
        self._widgets = Controls(desk)
        self._next: Screen = self
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._widgets.feed(readings, escape=lambda: self._answer(self._no))
        return self._next

    def leave(self) -> None:
        """Not answered is no."""

    def laid(self) -> None:
        size = self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 150.0), min(size.y - MARGIN, 84.0))
        self.at = (size - self.size) * 0.5
        answers = [
            Item("yes", say("yes"), lambda: self._answer(self._yes), "check"),
            Item("no", say("no"), lambda: self._answer(self._no), "cross", main=True),
        ]
        at = self.at + Vec(GAP, self.size.y - GAP - CONTROL)
        em = min(self.desk.em(LABEL), 11.0)
        self._widgets.lay(row(answers, at, self.size.x - 2 * GAP, em, fill=True))

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self.at, self.size)
        icon = 13.0
        canvas.icon(self.icon, self.at + Vec(GAP + icon / 2, GAP + icon / 2 + 2), icon, desk.palette.primary)
        room = Vec(self.size.x - 3 * GAP - icon, self.size.y - CONTROL - 3 * GAP)
        words: list[tuple[str, float, Weight]] = [
            (self.question, desk.em(LABEL), "bold"),
            (self.more, desk.em(BODY), "regular"),
        ]
        paper.lines(canvas, desk, self.at + Vec(2 * GAP + icon, GAP), room, words)
        self._widgets.draw(canvas, desk.palette)

    def _answer(self, then: Callable[[], Screen]) -> None:
        self._next = then()
