"""The shapes of the canvas: mm become pixels, which a pen records."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Clay, Coat, Colour, Dent, Layered, Run
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.pen import Pen
from games.launcher.devices.pygame.shapes.gradients import Coat as PixelCoat
from games.launcher.devices.pygame.shapes.gradients import spot
from games.launcher.devices.pygame.shapes.outlines import arc_points
from games.launcher.devices.pygame.shapes.relief import Placed, bodies

GRAIN = 4.0  # lengths of shapes are rounded to this fraction of a pixel, so that sprites are found in the cache


class ShapeCanvas:
    """The part of a canvas that draws shapes."""

    def __init__(self, pen: Pen, px_per_mm: float) -> None:
        self._pen = pen
        self._scale = px_per_mm
        self._left = self._top = 0.0  # pixels; where the origin lies
        self._coats: Sequence[Coat] = ()  # those of the last soft thing, in mm, ...
        self._own: tuple[PixelCoat, ...] = ()  # ... in pixels ...
        self._coated_at = 0.0  # ... at this scale
        self._asked: tuple[object, ...] = ()  # the last relief that was asked for ...
        self._bodies: list[Placed] = []  # ... and its sprites

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        scale = self._scale
        x, y = self._left + at[0] * scale, self._top + at[1] * scale
        left, top, right, bottom = round(x), round(y), round(x + size[0] * scale), round(y + size[1] * scale)
        self._pen.rectangle(left, top, right, bottom, radius * scale, border * scale, colour)

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        scale = self._scale
        wide = round(2 * radius * scale * GRAIN) / GRAIN
        if wide > 0:
            rim = max(1.0, round(border * scale * GRAIN) / GRAIN) if border > 0 else 0.0
            x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
            self._pen.ellipse(x, y, wide, wide, rim, colour)

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        scale = self._scale
        wide, high = round(size[0] * scale * GRAIN) / GRAIN, round(size[1] * scale * GRAIN) / GRAIN
        if wide > 0 and high > 0:
            rim = max(1.0, round(border * scale * GRAIN) / GRAIN) if border > 0 else 0.0
            x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
            self._pen.ellipse(x, y, wide, high, rim, colour)

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        scale = self._scale
        at = (self._left + centre[0] * scale, self._top + centre[1] * scale)
        self._pen.ring(at, radius * scale, width * scale, colour)

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        middle = (self._left + centre[0] * self._scale, self._top + centre[1] * self._scale)
        inner = max(0.0, radius - width / 2) * self._scale
        self._pen.stroke(arc_points(middle, inner, start, end), width * self._scale, colour)

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        scale, left, top = self._scale, self._left, self._top
        self._pen.stroke([(left + x * scale, top + y * scale) for x, y in points], width * scale, colour)

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        scale, left, top = self._scale, self._left, self._top
        self._pen.polygon([(left + x * scale, top + y * scale) for x, y in points], colour)

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        asked = (rims, holes, dents, clay, self._left, self._top)
        if asked != self._asked:  # dough that lies still is not painted anew
            self._asked = asked
            self._bodies = list(bodies((rims, holes), dents, clay, (self._left, self._top), self._scale))
        for sprite in self._bodies:
            self._pen.sprite(*sprite)

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        scale, left, top = self._scale, self._left, self._top
        if coats is not self._coats or scale != self._coated_at:
            self._coats, self._coated_at = coats, scale
            self._own = tuple(
                ((at[0] * scale, at[1] * scale), (size[0] * scale / 2, size[1] * scale / 2), turn, stops)
                for at, size, turn, stops in coats
            )
        if coats:
            self._pen.soft([(left + x * scale, top + y * scale) for x, y in points], self._own, (left, top))

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        scale = self._scale
        x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
        self._pen.glow((x, y), (size[0] * scale / 2, size[1] * scale / 2), turn, run)

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        scale, left, top = self._scale, self._left, self._top
        self._pen.shade([(left + x * scale, top + y * scale) for x, y in points], width * scale, spot(colour))

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        scale, left, top = self._scale, self._left, self._top
        wide = width * scale
        self._pen.tube(
            [(left + x * scale, top + y * scale) for x, y in points],
            [(wide * share, colour) for share, colour in layers],
            closed,
        )
