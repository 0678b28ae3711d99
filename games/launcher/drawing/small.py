"""A canvas that draws a whole table small on another one: scenes of levels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

from games.kit.canvas import Anchor, Canvas, Clay, Coat, Colour, Dent, Layer, Layered, Run, Weight
from games.kit.geometry import ORIGIN, Vec

LEAST_WORDS = 4.8  # mm, nearly 14 pt; words that would be smaller are left out, for not everybody could read them


def unsaid(_name: str, /, **_values: object) -> str:
    """Nothing: a scene has no sentences, they would be too small to be read."""
    return ""


@dataclass
class Unpainted:
    """A paint layer of a scene: nothing is painted yet."""

    drawn: int = 0
    tired: bool = False

    def dab(self, at: Vec, radius: float, colour: Colour) -> None:
        """Leave it out, as all that follows."""

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        pass

    def brush(self, stroke: int, at: Vec, radius: float, colour: Colour, lasts: float = 0.0) -> None:
        pass

    def lift(self, stroke: int) -> None:
        pass

    def clear(self) -> None:
        pass

    def forth(self) -> None:
        pass

    def mark(self) -> None:
        pass

    def back(self) -> None:
        pass


class Small:
    """Draws a table of `size` mm at `at`, `scale` times as large. Cached parts are drawn along, for a scene is kept whole."""

    def __init__(self, canvas: Canvas, at: Vec, size: Vec, scale: float) -> None:
        self._canvas, self._origin, self._size, self._scale = canvas, at, size, scale
        self.calm = canvas.calm
        self.say = unsaid

    @property
    def size(self) -> Vec:
        return self._size

    def _at(self, place: Vec) -> Vec:
        return Vec(self._origin.x + place[0] * self._scale, self._origin.y + place[1] * self._scale)

    def _of(self, size: Vec) -> Vec:
        return Vec(size[0] * self._scale, size[1] * self._scale)

    def _all(self, points: Sequence[Vec]) -> list[Vec]:
        return [self._at(point) for point in points]

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        k = self._scale
        self._canvas.rect(self._at(at), self._of(size), colour, radius * k, border * k)

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        self._canvas.circle(self._at(centre), radius * self._scale, colour, border * self._scale)

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        self._canvas.ellipse(self._at(centre), self._of(size), colour, border * self._scale)

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        self._canvas.circle(self._at(centre), radius * self._scale, colour, width * self._scale)

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        self._canvas.arc(self._at(centre), radius * self._scale, start, end, colour, width * self._scale)

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        self._canvas.line(self._all(points), colour, width * self._scale)

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        self._canvas.polygon(self._all(points), colour)

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        small = [(self._at(at), self._of(size), angle, run) for at, size, angle, run in coats]
        self._canvas.soft(self._all(points), small)

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        self._canvas.glow(self._at(centre), self._of(size), run, turn)

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        self._canvas.shade(self._all(points), width * self._scale, colour)

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        self._canvas.tube(self._all(points), width * self._scale, layers, closed)

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        k = self._scale
        small = replace(clay, round=clay.round * k, lift=clay.lift * k)
        pressed = [(self._at(at), radius * k, depth) for at, radius, depth in dents]
        self._canvas.relief([self._all(one) for one in rims], [self._all(one) for one in holes], pressed, small)

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
        k = self._scale
        if height * k >= LEAST_WORDS:
            self._canvas.text(
                words, self._at(at), height * k, colour, weight, anchor, None if wrap is None else wrap * k
            )

    def text_size(self, words: str, height: float, weight: Weight = "regular", wrap: float | None = None) -> Vec:
        return self._canvas.text_size(words, height, weight, wrap)

    def picture(
        self,
        name: str,
        centre: Vec,
        width: float,
        opacity: float = 1.0,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        self._canvas.picture(name, self._at(centre), width * self._scale, opacity, shade, part)

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        self._canvas.icon(name, self._at(centre), size * self._scale, colour)

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        k = self._scale
        self._canvas.tile(name, self._at(at), self._of(size), scale * k, radius * k)

    def clip(self, at: Vec, size: Vec) -> AbstractContextManager[None]:
        return self._canvas.clip(self._at(at), self._of(size))

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        origin, whole = self._origin, self._size
        self._origin, self._size = self._at(by), size
        try:
            yield
        finally:
            self._origin, self._size = origin, whole

    def kept(self, _name: str, _key: Hashable, draw: Callable[[Canvas], None]) -> None:
        draw(self)

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        with self.shifted(at, size), self.clip(ORIGIN, size):
            self.kept(name, key, draw)

    def prepare(self, _draw: Callable[[Canvas], None]) -> None:
        """Nothing needs to be ready before it is shown: it is drawn once."""

    def layer(self, _name: str) -> Layer:
        return Unpainted()
