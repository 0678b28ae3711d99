"""From screen to screen: what was pressed grows into the screen that it opens, and shrinks again on the way back. The
table, which both screens show, seems to stay. The new screen takes input from its first frame on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import ORIGIN, Vec, between
from games.kit.motion import ease_in, ease_out, share
from games.launcher.shell.between.stage import Stage
from games.launcher.ui.button import Button, topmost
from games.launcher.ui.theme import CORNER

Way = Literal["opens", "closes", "fades"]
LASTS: dict[Way, float] = {"opens": 0.22, "closes": 0.20, "fades": 0.16}  # s
PICTURED = 25.0  # mm; a control as high as this has a picture, which is seen to grow
GONE = 0.5  # of the time, after which that picture has faded into the screen: the window is still small then
RIMS = ((2.6, "0C"), (1.6, "14"), (0.8, "1E"))  # the shadow around the screen that grows: mm, strength
Box = tuple[Vec, Vec]  # corner and size, in mm


@dataclass
class Passage:
    """One passage. `box`: what was pressed, or what was pressed before to come here."""

    way: Way
    box: Box | None
    began: float | None = None  # when the first frame of the new screen, which may take long to draw, had been shown
    held: bool = False  # the picture of the screen before is held


class Passing:
    """The passage that runs now, if any."""

    def __init__(self) -> None:
        self._passage: Passage | None = None
        self._holding = False

    @property
    def runs(self) -> bool:
        """Whether the picture still changes because of it."""
        return self._passage is not None

    def begin(self, way: Way, box: Box | None) -> None:
        """From the next picture on the new screen appears, out of this box."""
        self._passage = Passage("fades" if box is None else way, box)

    def end(self) -> None:
        """The new screen stands at once."""
        self._passage = None

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        """Go on. A touch or a key ends the passage: whoever acts on the new screen sees it whole."""
        passage = self._passage
        if passage is None:
            return
        if passage.held and passage.began is None:
            passage.began = now
        late = passage.began is not None and now - passage.began >= LASTS[passage.way]
        if late or (passage.held and any(_acts(reading) for reading in readings)):
            self._passage = None

    def before(self, canvas: Stage) -> None:
        """Called before the new screen is drawn: hold the picture of the one before."""
        passage = self._passage
        if passage is not None and not passage.held:
            canvas.hold()
            passage.held = self._holding = True
        elif passage is None and self._holding:
            canvas.release()
            self._holding = False

    def draw(self, canvas: Stage, now: float) -> None:
        """Draw what is still seen of the screen before, over the new one."""
        passage = self._passage
        if passage is None:
            return
        part = 0.0 if passage.began is None else share(now, passage.began, LASTS[passage.way])
        if passage.box is None:
            canvas.held_part((ORIGIN, canvas.size), ORIGIN, canvas.size, 1.0 - part)
        elif passage.way == "opens":
            _opens(canvas, passage.box, part)
        else:
            _closes(canvas, passage.box, part)


def pressed(controls: Sequence[Button], readings: Sequence[Reading]) -> Box | None:
    """The box of the control that these readings let go of; None if no touch did."""
    for reading in reversed(readings):
        if isinstance(reading, Sample) and reading.phase == "up":
            hit = topmost(controls, reading.at)
            return None if hit is None else (hit.at, hit.size)
    return None


def _acts(reading: Reading) -> bool:
    return reading.name == "key" if isinstance(reading, Command) else reading.phase == "down"


def _opens(canvas: Stage, box: Box, part: float) -> None:
    """The new screen is seen through a window that grows; the picture of what was pressed grows with it and fades."""
    whole, grown = canvas.size, part * part * (3.0 - 2.0 * part)  # it sets off softly, and arrives softly
    at, size = between(box[0], ORIGIN, grown), between(box[1], whole, grown)
    canvas.held_around(at, size, CORNER)
    for wide, strength in RIMS:
        rim = Vec(wide, wide)
        canvas.rect(at - rim, size + rim * 2, f"#2A1608{strength}", CORNER + wide, border=wide)
    seen = 1.0 - part / GONE
    if part == 0.0 or (seen > 0.0 and box[1].y >= PICTURED):
        canvas.held_part(_cut(box, size), at, size, min(1.0, seen))


def _closes(canvas: Stage, box: Box, part: float) -> None:
    """The screen before shrinks towards the place that it was opened from, and fades."""
    gone = ease_in(part)
    at, size = between(ORIGIN, box[0], ease_out(part)), between(canvas.size, box[1], ease_out(part))
    for wide, strength in RIMS:
        rim, dark = Vec(wide, wide), round(int(strength, 16) * (1.0 - gone))
        canvas.rect(at - rim, size + rim * 2, f"#2A1608{dark:02X}", border=wide)
    canvas.held_part((at, size), at, size, 1.0 - gone)


def _cut(box: Box, size: Vec) -> Box:
    """The middle of a box, of the shape of this size: stretched to it, it is not distorted."""
    wide, high = box[1]
    cut = Vec(min(wide, high * size.x / size.y), min(high, wide * size.y / size.x))
    return box[0] + (box[1] - cut) * 0.5, cut
