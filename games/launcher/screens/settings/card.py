"""Measures the screen's scale with a bank card: the player makes a frame as wide as the card, twice."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Rescale
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, STRIP

CARD = Vec(85.60, 53.98)  # mm; ISO/IEC 7810 ID-1
AGREE = 0.015  # largest difference of two measurements, as a share
STEP = 0.4  # mm that one press of wider or narrower changes
LEAST = 30.0  # mm (by the present scale), the narrowest frame
SCALES = (2.0, 25.0)  # px per mm, the range of real screens


class CardSize(Page):
    """The frame, its handle, and the two measurements."""

    name = "screen size"

    def __init__(self, desk: Desk, _place: places.CardSize) -> None:
        super().__init__(desk)
        self.width = 0.0
        self.first: float | None = None
        self.words = desk.say("card hint")
        self._drag: tuple[int, float] | None = None
        self.laid()

    def laid(self) -> None:
        size = self.desk.display.size
        self.most = min(size.x - 2 * MARGIN - CONTROL, (size.y - STRIP - MARGIN) * CARD.x / CARD.y)
        self.width = min(self.most, max(LEAST, self.width or CARD.x))
        self.at = Vec(MARGIN, STRIP + 4)
        left = [Item("back", self.desk.say("back"), self.back, "back")]
        right = [
            Item("narrower", "", self._narrower, "minus"),
            Item("wider", "", self._wider, "plus"),
            Item("fits", self.desk.say("card fits"), self._fits, "check", main=True),
        ]
        buttons, _ = strip(left, right, size.x, min(self.desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        for reading in readings:
            if isinstance(reading, Command) and reading.name == "key" and reading.value in ("left", "right", "escape"):
                {"left": self._narrower, "right": self._wider, "escape": self.back}[reading.value]()
            elif not self._widgets.read(reading) and isinstance(reading, Sample):
                self._pull(reading)
        return self.moved()

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        frame = Vec(self.width, self.width * CARD.y / CARD.x)
        paper.card(canvas, desk, self.at, frame)
        canvas.rect(self.at, frame, desk.palette.primary, 3.2 * self.width / CARD.x, border=0.8)
        handle = self.at + Vec(self.width, frame.y / 2)
        canvas.circle(handle + Vec(0.5, 1.0), CONTROL / 2, desk.palette.shadow)
        canvas.circle(handle, CONTROL / 2, desk.palette.primary)
        for side in (-1.0, 1.0):
            tip = handle + Vec(side * 6.0, 0)
            back = handle + Vec(side * 2.6, 0)
            canvas.polygon((tip, back + Vec(0, -3.2), back + Vec(0, 3.2)), desk.palette.on_primary)
        room = self.width - CONTROL - GAP
        middle = self.at + Vec((self.width - CONTROL / 2) / 2, frame.y / 2)
        words: list[tuple[str, float, Weight]] = [
            (desk.say("card title"), desk.em(BODY), "bold"),
            (self.words, desk.em(BODY), "regular"),
        ]
        inner = Vec(room, frame.y - 2 * GAP)
        paper.lines(canvas, desk, middle - inner * 0.5, inner, words, centred=True)
        self._widgets.draw(canvas, desk.palette)

    def _pull(self, sample: Sample) -> None:
        """Drag the handle: the right edge follows the finger, keeping its distance from it."""
        edge = self.at.x + self.width
        if sample.phase == "down" and abs(sample.at.x - edge) <= CONTROL:
            self._drag = sample.finger, edge - sample.at.x
        elif self._drag is not None and self._drag[0] == sample.finger:
            if sample.phase == "move":
                self._widen(sample.at.x + self._drag[1] - self.at.x - self.width)
            elif sample.phase in ("up", "cancel"):
                self._drag = None

    def _widen(self, by: float) -> None:
        self.width = min(self.most, max(LEAST, self.width + by))

    def _wider(self) -> None:
        self._widen(STEP)

    def _narrower(self) -> None:
        self._widen(-STEP)

    def _fits(self) -> None:
        """Store the first measurement, then compare the second: if they agree, their mean is the scale."""
        if self.first is None:
            self.first, self.words = self.width, self.desk.say("card again")
            self.width = min(self.most, max(LEAST, self.width * 0.85))
            return
        mean = (self.first + self.width) / 2
        if abs(self.first - self.width) > AGREE * mean:
            self.first, self.words = None, self.desk.say("card differs")
            return
        scale = mean / CARD.x
        if SCALES[0] <= self.desk.display.px_per_mm * scale <= SCALES[1]:
            self.desk.outbox.ask(Rescale(scale))
        self.back()
