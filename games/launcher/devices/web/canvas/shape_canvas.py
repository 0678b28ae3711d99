"""The shapes of the canvas: mm become pixels on a tape."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.canvas import Clay, Coat, Colour, Dent, Layered, Run
from games.kit.geometry import Vec
from games.launcher.devices.web.canvas import operations as op
from games.launcher.devices.web.canvas.tape import Tape, flat

QUARTER = math.pi / 2


class ShapeCanvas:
    """The part of a canvas that draws shapes."""

    def __init__(self, tape: Tape, px_per_mm: float) -> None:
        self._tape = tape
        self._scale = px_per_mm
        self._left = self._top = 0.0  # pixels; where the origin lies

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        scale, tape = self._scale, self._tape
        x, y = self._left + at[0] * scale, self._top + at[1] * scale
        left, top = round(x), round(y)
        wide, high = round(x + size[0] * scale) - left, round(y + size[1] * scale) - top
        if wide > 0 and high > 0:
            tape.numbers += (op.RECT, left, top, wide, high, radius * scale, border * scale, tape.text(colour))

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        self.ellipse(centre, Vec(2 * radius, 2 * radius), colour, border)

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        scale, tape = self._scale, self._tape
        across, down = size[0] * scale / 2, size[1] * scale / 2
        if across > 0 and down > 0:
            x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
            tape.numbers += (op.ELLIPSE, x, y, across, down, max(0.0, border) * scale, tape.text(colour))

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        self.circle(centre, radius, colour, width)

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        scale, tape = self._scale, self._tape
        x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
        inner = max(0.0, radius - width / 2) * scale
        if end > start:
            tape.numbers += (
                op.ARC,
                *(x, y, inner, start - QUARTER, min(end, start + 4 * QUARTER) - QUARTER),
                *(max(1.0, width * scale), tape.text(colour)),
            )

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        tape = self._tape
        if points:
            tape.numbers += (op.LINE, len(points), max(1.0, width * self._scale), tape.text(colour))
            tape.numbers += flat(points, self._scale, self._left, self._top)

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        tape = self._tape
        if len(points) > 2:
            tape.numbers += (op.POLYGON, len(points), tape.text(colour))
            tape.numbers += flat(points, self._scale, self._left, self._top)

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        if len(points) < 3 or not coats:
            return
        tape = self._tape
        tape.numbers += (op.SOFT, len(points), len(coats))
        tape.numbers += flat(points, self._scale, self._left, self._top)
        for at, size, turn, run in coats:
            tape.numbers += self._gradient(at, size, run, turn)

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        if size[0] > 0 and size[1] > 0:
            self._tape.numbers += (op.GLOW, *self._gradient(centre, size, run, turn))

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        tape = self._tape
        if len(points) > 1 and width > 0:
            tape.numbers += (op.SHADE, len(points), width * self._scale, tape.text(colour))
            tape.numbers += flat(points, self._scale, self._left, self._top)

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        tape, wide = self._tape, width * self._scale
        if len(points) > 1 and layers:
            tape.numbers += (op.TUBE, len(points), len(layers), float(closed and len(points) > 2))
            tape.numbers += flat(points, self._scale, self._left, self._top)
            for share, colour in layers:
                tape.numbers += (max(1.0, wide * share), tape.text(colour))

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        scale, tape, left, top = self._scale, self._tape, self._left, self._top
        if not any(rims):
            return
        colours = [tape.text(colour) for colour in (clay.body, clay.pale, clay.deep, clay.shadow)]
        tape.numbers += (op.RELIEF, len(rims), len(holes), len(dents), *colours, clay.round * scale, clay.lift * scale)
        for outline in (*rims, *holes):
            tape.numbers.append(len(outline))
            tape.numbers += flat(outline, scale, left, top)
        for at, radius, depth in dents:
            tape.numbers += (left + at[0] * scale, top + at[1] * scale, radius * scale, depth)

    def _gradient(self, at: Vec, size: Vec, run: Run, turn: float) -> list[float]:
        scale = self._scale
        x, y = self._left + at[0] * scale, self._top + at[1] * scale
        return [x, y, size[0] * scale / 2, size[1] * scale / 2, turn, *self._tape.run(run)]
