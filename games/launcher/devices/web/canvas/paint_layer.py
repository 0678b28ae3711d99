"""Wet paint in a browser: where a brush prints is found here, by the same rules as on every device; the page draws it."""

from __future__ import annotations

import math

from games.kit.geometry import Vec
from games.launcher.devices.brush import Box, Brush, Print
from games.launcher.devices.web.canvas import operations as op
from games.launcher.devices.web.canvas.tape import Tape, packed

MOST = 240  # prints, spots and steps in one frame; the rest waits for the next
SPACING = 6.0  # steps of a smear per radius; with fewer, the steps are visible


class PaintLayer:
    """The paint Layer of the canvas. What is painted is sent at once where a brush must look at it, else with the frame.

    `size`: in pixels; `quiet`: what is painted is never seen, and not sent.
    """

    def __init__(self, tape: Tape, size: tuple[int, int], px_per_mm: float, quiet: bool = False) -> None:
        self.drawn = 0
        self.id = tape.new_id()
        self.spoilt = True  # whether it changed since it was last shown
        self._tape, self._scale, self._quiet = tape, px_per_mm, quiet
        self._brushes: dict[int, Brush] = {}
        self._due: list[float] = [op.BEGIN, self.id, *size]
        self._steps = 0  # in this frame

    def rest(self) -> None:
        """A frame begins."""
        self._steps = 0

    @property
    def tired(self) -> bool:
        return self._steps > MOST

    def dab(self, at: Vec, radius: float, colour: str) -> None:
        x, y = self._point(at)
        self._say(op.DAB, x, y, self._pixels(radius), self._tape.text(colour))
        self._steps += 1

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        """Drag the paint at start towards end, in invisibly small steps; strength 0 to 1."""
        pixels = self._pixels(radius)
        (x0, y0), (x1, y1) = self._point(start), self._point(end)
        far = max(abs(x1 - x0), abs(y1 - y0))
        if far and strength > 0.0:
            self._say(op.SMEAR, x0, y0, x1, y1, pixels, min(1.0, strength))
            self._steps += max(1, math.ceil(far * SPACING / pixels))

    def brush(self, stroke: int, at: Vec, radius: float, colour: str, lasts: float = 0.0) -> None:
        place = at[0] * self._scale, at[1] * self._scale
        brush = self._brushes.get(stroke)
        if brush is None:
            brush = self._brushes[stroke] = Brush(place, self._pixels(radius), colour, lasts * self._scale)
        area = brush.area(place)
        if area is not None:
            self._say(op.TOUCH, *area)
        for one in brush.move(place):
            if isinstance(one, Print):
                self._print(brush.radius, one)
            else:
                self._look(brush, one)

    def lift(self, stroke: int) -> None:
        self._brushes.pop(stroke, None)

    def clear(self) -> None:
        self._brushes.clear()
        self._say(op.CLEAR)

    def mark(self) -> None:
        self._say(op.MARK)

    def back(self) -> None:
        self._brushes.clear()
        self._say(op.BACK)

    def forth(self) -> None:
        self._brushes.clear()
        self._say(op.FORTH)

    def forget(self) -> None:
        """It is no longer shown."""
        self._say(op.FORGET)
        self.send()

    def send(self) -> list[float]:
        """Have the page paint what is due; returns what it saw where it was last told to look, or nothing."""
        due, self._due = self._due, []
        if not due or self._quiet:
            return []
        return list(self._tape.sent().paint(packed(due)))

    def _say(self, operation: int, *values: float) -> None:
        self.spoilt = True
        self._due += (operation, self.id, *values)

    def _print(self, radius: int, one: Print) -> None:
        self._steps += 1
        self._tape.share_bristles()
        if one.drags is not None and one.before is not None:
            self._say(op.DRAG, radius, *one.before, *one.at, one.drags)
        if one.colour is not None:
            self._say(op.PRINT, radius, *one.at, *one.colour, float(one.full))

    def _look(self, brush: Brush, box: Box) -> None:
        if self._quiet:
            return
        self._say(op.LOOK, *box)
        seen = self.send()
        if len(seen) == 4:
            red, green, blue, alpha = (round(value) for value in seen)
            brush.saw(red, green, blue, alpha)

    def _point(self, at: Vec) -> tuple[int, int]:
        return round(at[0] * self._scale), round(at[1] * self._scale)

    def _pixels(self, radius: float) -> int:
        return max(1, round(radius * self._scale))
