"""Rest: an offer between two rounds. The player can rest, play on, or stop."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, TITLE

WIDE, TALL = 170.0, 104.0  # mm, the card at most


class Rest(Page):
    """A cup, a few words, and a ring that closes as the rest goes by; nothing goes on by itself. `after` is what was to come."""

    name = "rest"

    def __init__(self, desk: Desk, place: places.Rest) -> None:
        super().__init__(desk)
        self.offer, self.after, self.seconds = place.offer, place.then, place.seconds
        self._now = 0.0
        self._began: float | None = None  # when the rest began
        self.laid()

    @property
    def share(self) -> float:
        """How much of the rest is over, 0 to 1."""
        return 0.0 if self._began is None else min(1.0, (self._now - self._began) / self.seconds)

    @property
    def lively(self) -> bool:
        return self._began is not None and self.share < 1.0

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._now = now
        self._widgets.feed(readings, escape=self._stop)
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        self._size = Vec(min(size.x - 2 * MARGIN, WIDE), min(size.y - (2 * MARGIN if size.y > 100 else 4.0), TALL))
        self._at = (size - self._size) * 0.5
        taken = self._began is not None
        keys = [
            Item("carry on", desk.say("carry on"), self._carry_on, "play", main=taken),
            Item("stop", desk.say("stop"), self._stop, "stop", at_once=True),
        ]
        if not taken:
            keys.insert(0, Item("rest", desk.say("rest"), self._rest, "coffee", main=True))
        foot = self._at + Vec(gap, self._size.y - gap - CONTROL)
        self._widgets.lay(row(keys, foot, self._size.x - 2 * gap, min(desk.em(LABEL), 10.5), fill=True))

    def draw(self, canvas: Canvas) -> None:
        desk, palette = self.desk, self.desk.palette
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self._at, self._size)
        room = self._size - Vec(2 * GAP, CONTROL + 3 * LEAST_GAP)
        radius = min(room.y * 0.34, room.x * 0.16, 20.0)
        middle = self._at + Vec(GAP + radius + 2.0, LEAST_GAP + room.y / 2)
        paper.ring(canvas, desk, middle, radius, self.share, radius * 0.14)
        canvas.icon("coffee", middle, radius * 1.0, palette.primary)
        left = 2 * radius + 2.0 + GAP
        if self._began is None:
            words = desk.say(f"offer {self.offer.value}")
        else:
            words = desk.say("rested" if self.share >= 1.0 else "resting")
        lines: list[tuple[str, float, Weight]] = [(words, min(desk.em(TITLE), 14.0), "bold")]
        if self._began is None:
            lines.append((desk.say("offer kept"), desk.em(BODY), "regular"))
        paper.lines(canvas, desk, self._at + Vec(GAP + left, LEAST_GAP), Vec(room.x - left, room.y), lines)
        self._widgets.draw(canvas, palette)

    def _rest(self) -> None:
        self._began = self._now
        self.laid()

    def _carry_on(self) -> None:
        self.go(self.after)

    def _stop(self) -> None:
        self.home()
