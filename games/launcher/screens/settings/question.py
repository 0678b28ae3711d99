"""A question on a card: yes to the left with a tick, no to the right with a cross."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import Item, row
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN


class Dialog(Page):
    """The answer to the page below is True for yes and False for no; Escape means no."""

    name = "question"

    def __init__(self, desk: Desk, place: places.Question) -> None:
        super().__init__(desk)
        self.question, self.more, self.icon = place.question, place.more, place.icon
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": lambda: self.back(False)}

    def laid(self) -> None:
        size = self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 150.0), min(size.y - MARGIN, 84.0))
        self.at = (size - self.size) * 0.5
        answers = [
            Item("yes", self.desk.say("yes"), lambda: self.back(True), "check"),
            Item("no", self.desk.say("no"), lambda: self.back(False), "cross", main=True),
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
