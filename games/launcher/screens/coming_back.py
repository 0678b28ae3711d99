"""A free picture comes back onto its table: its trace is played again, a little in each frame, then it is gone on with."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.game import Game
from games.launcher.picturing import Again
from games.launcher.screens import home
from games.launcher.screens.arranging import Item, strip
from games.launcher.screens.play import Play
from games.launcher.screens.play_drawn import draw_said
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say


class ComingBack:
    """The table of a stored block, which nobody can touch until all of it is there."""

    name = "play"
    lively = True
    waiting = True

    def __init__(self, desk: Desk, game: Game, again: Again) -> None:
        self.desk, self._again = desk, again
        self.play = Play(desk, game, "free", 1, resumed=(again.block, again.record))
        self._widgets = Controls(desk)
        self._next: Screen = self
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._widgets.feed(readings, escape=self._stop)
        if self._next is self and self._again.go_on():
            self.play.resume(now)
            self._next = self.play
        return self._next

    def leave(self) -> None:
        """Nothing here can be lost: the block is stored already."""

    def laid(self) -> None:
        self.play.laid()
        stop = Item("stop", say("stop"), self._stop, "stop")
        buttons, self.play.free = strip([], [stop], self.desk.display.size.x, min(self.desk.em(BODY), 9.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        self.play.draw_table(canvas)
        draw_said(canvas, self.desk, say("comes back"))
        self._widgets.draw(canvas, self.desk.palette)

    def _stop(self) -> None:
        self._next = home.Home(self.desk)
