"""Show me: the synthetic hand shows each way to play, slowly enough to follow its fingers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from games.catalog import named
from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.fingers import Reading, Sample
from games.kit.game import Fit
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Form, Hand
from games.launcher.round.levels import AIDS, level_of, table_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.theme import BODY, LABEL, MARGIN, SMALL, STRIP

SLOWLY = replace(
    HANDS["steady"], pace=2.4, overhead=0.9, reaction=0.7, noise=0.0015
)  # slow enough to follow every step
REPS = 3  # movements shown for each way to play
FORMS: tuple[tuple[Form, str], ...] = (("drag", "finger"), ("tap", "tap"), ("pinch", "pinch"))
TIP = 6.5  # mm, the radius of a fingertip
HAND = 34.0  # mm, the pointing hand
HAND_TIP = Vec(0.08, 0.44)  # as a share of its size: from the fingertip to the middle of the picture
RIM, PRESS = "#1B1F2A", "#FFE9A8"


class Demo(Page):
    """A block that nobody is scored for. `back` makes the screen to go back to, `go` the one of Now you."""

    name = "show me"

    def __init__(self, desk: Desk, place: places.Demo) -> None:
        super().__init__(desk)
        shown = place.playing
        self.game, self._mode = named(shown.game), shown.mode
        self.room = self.game.id
        self._level = replace(level_of(self.game, shown.mode, shown.number), reps=REPS, seconds=None, only_done=False)
        self.form: Form = "drag"
        self._fingers: dict[int, tuple[Vec, bool]] = {}  # finger -> (place, whether it touches)
        self._began: float | None = None  # the device's time of block time 0
        self._seen = 0.0
        self._begin()
        self.laid()

    @property
    def lively(self) -> bool:
        return not self.block.finished

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self.back)
        if self._began is None or now - self._seen > 1.0:
            self._began = now - self.block.now
        self._seen = now
        shown = self._hand.readings(self.block, now - self._began)
        for sample in shown:
            if isinstance(sample, Sample):
                self._fingers[sample.finger] = sample.at, sample.phase in ("down", "move")
        self.block.advance(now - self._began, shown)
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        room = size - Vec(0, STRIP)
        table = self.block.table.size
        if table != table_of(room, self._mode):
            self._begin()
            table = self.block.table.size
        self.origin = Vec((room.x - table.x) / 2, STRIP + (room.y - table.y) / 2)
        left = [Item("back", desk.say("back"), self.back, "back")]
        ways = [
            Item(f"way {form}", desk.say(f"way {form}"), partial(self._way, form), icon, chosen=form == self.form)
            for form, icon in FORMS
        ]
        right = [*ways, Item("start", desk.say("now you"), self._go, "play", main=True)]
        buttons, self._free = strip(left, right, size.x, min(desk.em(BODY), 9.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk, self.game)
        paper.mat(canvas, desk, self.origin, self.block.table.size)
        with canvas.shifted(self.origin, self.block.table.size):
            self.game.draw(self.block.rules, canvas)
            _draw_fingers(canvas, list(self._fingers.values()))
        room = self._free.y - self._free.x
        title = desk.say("show me")
        height = paper.fitted(canvas, title, room, desk.em(LABEL))
        if height >= SMALL:
            canvas.text(title, Vec(self._free.x, STRIP / 2 - 0.4), height, desk.palette.ink, "bold")
        if self.block.finished:
            middle = Vec(desk.display.size.x / 2, desk.display.size.y - MARGIN - desk.em(LABEL))
            words = desk.say("shown")
            fit = paper.fitted(canvas, words, desk.display.size.x - 4 * MARGIN, desk.em(LABEL))
            paper.label(canvas, desk, middle, words, fit)
        self._widgets.draw(canvas, desk.palette)

    def _begin(self) -> None:
        desk = self.desk
        side = desk.player.side
        room = desk.display.size - Vec(0, STRIP)
        self.block = Block(self.game, self._level, 7, table_of(room, self._mode), AIDS, fit=Fit(side))
        self._hand = Hand(SLOWLY, 11, form=self.form)
        self._fingers = {}
        self._began, self._seen = None, 0.0

    def _way(self, form: Form) -> None:
        self.form = form
        self._begin()
        self.laid()

    def _go(self) -> None:
        self.back(places.NOW_YOU)


def _draw_fingers(canvas: Canvas, fingers: Sequence[tuple[Vec, bool]]) -> None:
    """Draw one finger as a pointing hand; of two fingers only the tips, so that what is between them stays visible."""
    for at, touching in fingers:
        if touching:
            canvas.circle(at, TIP + 2.4, PRESS, border=1.3)
        if len(fingers) > 1:
            canvas.circle(at + Vec(0.5, 0.9), TIP, "#1A0E0650")
            canvas.circle(at, TIP, RIM)
            canvas.circle(at, TIP - 0.7, "#FFFFFFD8")
    if len(fingers) == 1:
        at, touching = fingers[0]
        middle = at + HAND_TIP * HAND + (Vec(0, 0) if touching else Vec(1.5, 3.0))
        canvas.icon("finger", middle + Vec(1.2, 2.0), HAND, "#1A0E06")
        for way in (Vec(0.6, 0), Vec(-0.6, 0), Vec(0, 0.6), Vec(0, -0.6)):
            canvas.icon("finger", middle + way, HAND, RIM)
        canvas.icon("finger", middle, HAND, "#FFFFFF")
