"""A brush with wet paint, without pixels of its own: where it prints, what is on its tip, how full it is.

A device asks for the prints of a way, tells what paint lies ahead where a print wants to know, and draws each print as
it says.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from games.kit.pigment import Light, light, linear, shown, stirred

SPACING = 0.12  # distance between prints, as a share of the radius
LEAST_SPACING = 1.2  # pixels
PICKS = 0.42  # share of the paint ahead that a print picks up, where everything is wet
GIVES = 0.16  # share of its own paint that flows to the tip between prints, while it is full
FULL = 0.42  # opacity of one print of a full brush; prints overlap
DRAGS = 0.20  # how strongly a print of a wet brush drags along the paint beneath; a dry one drags more
DRY = 0.30  # at this share of its filling or less, only its bristles touch
AHEAD = 1.15  # radii ahead of its centre at which it samples the paint
LOOKS = 3  # prints between two samples of the paint beneath
DAMP = 0.06  # where there is less paint than this (its opacity), none is picked up or dragged along
LINEAR = [linear(v / 255) for v in range(256)]

Box = tuple[int, int, int, int]  # left, top, width, height in pixels
Place = tuple[int, int]  # the left and upper edge of a print


@dataclass(frozen=True)
class Print:
    """One print of the bristles. `drags`: how strongly (0 to 255) it drags along what lies at `before`; None: not at all.

    `colour` is premultiplied RGBA, None for a brush that is empty; `full`: whether all bristles touch.
    """

    at: Place
    before: Place | None
    drags: int | None
    fades: bool  # one unit of each colour is taken off what is dragged along, because multiplying rounds up
    colour: tuple[int, int, int, int] | None
    full: bool


class Brush:
    """One stroke in the making. Places and lengths in pixels."""

    def __init__(self, at: tuple[float, float], radius: int, colour: str, lasts: float) -> None:
        self.radius = radius
        self._at, self._own = at, light(colour)
        self._tip: Light = self._own
        self._fill, self._lasts = 1.0, lasts  # lasts: pixels until it is dry; 0: never
        self._since = 0.0  # distance since the last print
        self._prints = 0
        self._wet = 0.0  # wetness where it last sampled
        self._before: Place | None = None

    def area(self, at: tuple[float, float]) -> Box | None:
        """What a move to this place may change; None if it makes no print."""
        (x0, y0), (x1, y1) = self._at, at
        if self._prints and self._since + math.hypot(x1 - x0, y1 - y0) < self._step:
            return None
        r = self.radius + 1
        left, top = math.floor(min(x0, x1)) - r, math.floor(min(y0, y1)) - r
        return left, top, math.ceil(max(x0, x1)) + r - left, math.ceil(max(y0, y1)) + r - top

    def move(self, at: tuple[float, float]) -> Iterator[Print | Box]:
        """What to do from its last place to here, in order: draw a print, or look at the paint in a box and tell `saw`
        what is there before asking for the next."""
        (x0, y0), (x1, y1) = self._at, at
        far = math.hypot(x1 - x0, y1 - y0)
        step = self._step
        if self._prints and self._since + far < step:
            self._since += far
            self._at = at
            return
        if not self._prints:
            yield self._print(x0, y0)
        if far <= 0.0:
            return
        ux, uy = (x1 - x0) / far, (y1 - y0) / far
        along = step - self._since
        while along <= far:
            if self._lasts:
                self._fill = max(0.0, self._fill - step / self._lasts)
            x, y = x0 + ux * along, y0 + uy * along
            if self._prints % LOOKS == 0:
                half, ahead = max(1, self.radius // 4), self.radius * AHEAD
                self._wet = 0.0
                yield round(x + ux * ahead) - half, round(y + uy * ahead) - half, 2 * half, 2 * half
            yield self._print(x, y)
            along += step
        self._since = far - (along - step)
        self._at = at

    def saw(self, red: int, green: int, blue: int, alpha: int) -> None:
        """The mean colour ahead, premultiplied, 0 to 255: pick some of it up, and let the brush's own paint flow after."""
        self._wet = wet = alpha / 255
        tip = self._tip
        if wet > DAMP:
            r, g, b = (max(0.004, LINEAR[min(255, round(band / wet))]) for band in (red, green, blue))
            tip = stirred(tip, (r, g, b), PICKS * wet)
        if tip is not self._own:
            tip = stirred(tip, self._own, GIVES * self._fill)
        self._tip = tip

    @property
    def _step(self) -> float:
        return max(LEAST_SPACING, SPACING * self.radius)

    def _print(self, x: float, y: float) -> Print:
        self._prints += 1
        place, before = (round(x) - self.radius, round(y) - self.radius), self._before
        drags = None
        if self._wet > DAMP and before is not None and before != place:
            drags = round(255 * self._wet * (DRAGS + (0.9 - DRAGS) * (1 - self._fill)))
        self._before = place
        full = self._fill > DRY
        colour = _premultiplied(self._tip, FULL if full else FULL * self._fill / DRY) if self._fill > 0.0 else None
        return Print(place, before, drags, self._prints % 2 == 1, colour, full)


def _premultiplied(of: Light, cover: float) -> tuple[int, int, int, int]:
    red, green, blue = (round(255 * cover * shown(band)) for band in of)
    return red, green, blue, round(255 * cover)
