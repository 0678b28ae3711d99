"""A table that is drawn small when a round is over, with the paint that is on it, and without its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from games.kit.canvas import Anchor, Canvas, Colour, Layer, Weight
from games.kit.geometry import Vec
from games.launcher.drawing.recording import RecordedLayer, Recording
from games.launcher.drawing.small import Small, Unpainted

PASSES = 60  # frames after which paint that is still not all there is left out


@dataclass(frozen=True)
class Stroke:
    """A stroke of a brush: where it went (mm of the table), its radius, its colour."""

    points: tuple[Vec, ...]
    radius: float
    colour: Colour


def painted(size: Vec, draw: Callable[[Canvas], None]) -> dict[str, tuple[Stroke, ...]]:
    """The strokes on each paint layer, drawn as often as painting all of them takes; nothing where none is used."""
    seen = Recording(size)
    for _ in range(PASSES):
        before = [layer.drawn for layer in seen.layers.values()]
        seen.begin()
        draw(seen)
        if [layer.drawn for layer in seen.layers.values()] == before:
            break
    return {name: _strokes(layer) for name, layer in seen.layers.items()}


def _strokes(layer: RecordedLayer) -> tuple[Stroke, ...]:
    done: list[Stroke] = []
    now: dict[int, tuple[list[Vec], float, Colour]] = {}

    def ended(stroke: int) -> None:
        if stroke in now:
            points, radius, colour = now.pop(stroke)
            done.append(Stroke(tuple(points), radius, colour))

    for what in layer.strokes:
        if what[0] == "brush":
            _, stroke, at, radius, colour, _ = what
            now.setdefault(stroke, ([], radius, colour))[0].append(at)
        elif what[0] == "lift":
            ended(what[1])
        elif what[0] == "clear":
            done, now = [], {}
    for stroke in tuple(now):
        ended(stroke)
    return tuple(done)


class Sketch(Small):
    """Draws a table like `Small`, without any words, and with these strokes where its layers lie."""

    def __init__(
        self, canvas: Canvas, at: Vec, size: Vec, scale: float, paint: dict[str, tuple[Stroke, ...]] | None = None
    ) -> None:
        super().__init__(canvas, at, size, scale)
        self._paint = paint or {}

    def text(
        self,
        words: str,
        at: Vec,
        height: float,
        colour: Colour,
        weight: Weight = "regular",
        anchor: Anchor = "left",
        wrap: float | None = None,
    ) -> None:
        """Leave it out."""

    def layer(self, name: str) -> Layer:
        for stroke in self._paint.get(name, ()):
            if len(stroke.points) == 1:
                self.circle(stroke.points[0], stroke.radius, stroke.colour)
            else:
                self.line(stroke.points, stroke.colour, 2 * stroke.radius)
        return Unpainted(drawn=1 << 60)
