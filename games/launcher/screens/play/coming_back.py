"""Continues a free picture: its trace is replayed, a little in each frame, then the player paints on."""

from __future__ import annotations

from collections.abc import Sequence

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.launcher.round.ghost import Ghost
from games.launcher.screens.play.play_drawn import draw_table, table_at
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.over_table import draw_said
from games.launcher.ui.theme import BODY


class ComingBack(Page):
    """The table of a stored block, without input until it is completely replayed."""

    name = "play"
    waiting = True

    def __init__(self, desk: Desk, place: places.ComingBack) -> None:
        super().__init__(desk)
        self._place, self.game, self.block = place, named(place.game), place.again.block
        self.room = self.game.id
        self.level = self.block.level
        self.ghost: Ghost | None = None
        self.laid()

    @property
    def lively(self) -> bool:
        return True

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self.home)
        if self._move is None and self._place.again.go_on():
            self.go(places.Resumed(self._place.game, self._place.again))
        return self.moved()

    def laid(self) -> None:
        self.origin = table_at(self.desk.display.size, self.block.table.size)
        stop = Item("stop", self.desk.say("stop"), self.home, "stop", at_once=True)
        buttons, self.free = strip([], [stop], self.desk.display.size.x, min(self.desk.em(BODY), 9.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        draw_table(canvas, self)
        draw_said(canvas, self.desk, self.desk.say("comes back"))
        self._widgets.draw(canvas, self.desk.palette)
