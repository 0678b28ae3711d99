"""A canvas that draws a whole table small on another one: scenes of levels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from games.kit.canvas import Anchor, Canvas, Colour, Layer, Weight
from games.kit.geometry import ORIGIN, Vec
from games.launcher.drawing.passing import Passing

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


class Small(Passing):
    """Draws a table of `size` mm at `at`, `scale` times as large. Cached parts are drawn along, for a scene is kept whole."""

    def __init__(self, canvas: Canvas, at: Vec, size: Vec, scale: float) -> None:
        super().__init__(canvas)
        self._origin, self._size, self._scale = at, size, scale
        self.say = unsaid

    @property
    def size(self) -> Vec:
        return self._size

    def _at(self, place: Vec) -> Vec:
        return Vec(self._origin.x + place[0] * self._scale, self._origin.y + place[1] * self._scale)

    def _long(self, length: float) -> float:
        return length * self._scale

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
        if height * self._scale >= LEAST_WORDS:
            super().text(words, at, height, colour, weight, anchor, wrap)

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        origin, whole = self._origin, self._size
        self._origin, self._size = self._at(by), size
        try:
            yield
        finally:
            self._origin, self._size = origin, whole

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        with self.shifted(at, size), self.clip(ORIGIN, size):
            self.kept(name, key, draw)

    def prepare(self, _draw: Callable[[Canvas], None]) -> None:
        """Nothing needs to be ready before it is shown: it is drawn once."""

    def layer(self, _name: str) -> Layer:
        return Unpainted()
