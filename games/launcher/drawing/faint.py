"""A canvas that passes drawing on to another one with less opacity, and mirrored if wanted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from games.kit.canvas import Anchor, Canvas, Coat, Colour, Layer, Layered, Run, Weight
from games.kit.geometry import Vec

if TYPE_CHECKING:
    from collections.abc import Iterator

MIRRORED = {"left": "right", "right": "left", "centre": "centre"}


class Faint:
    """Draws on another canvas with only this share of opacity.

    `across`: the width in mm of a table that is drawn mirrored; positions are mirrored, pictures themselves are not.
    Nothing is cached, because a ghost seldom stays the same.
    """

    def __init__(self, canvas: Canvas, strength: float, across: float | None = None) -> None:
        self._canvas, self._strength, self._across = canvas, strength, across
        self.calm = canvas.calm
        self.say = canvas.say

    @property
    def size(self) -> Vec:
        return self._canvas.size

    def _at(self, place: Vec) -> Vec:
        return place if self._across is None else Vec(self._across - place[0], place[1])

    def _corner(self, at: Vec, size: Vec) -> Vec:
        return at if self._across is None else Vec(self._across - at[0] - size[0], at[1])

    def _faint(self, colour: Colour) -> Colour:
        alpha = int(colour[7:9], 16) if len(colour) == 9 else 255
        return f"{colour[:7]}{round(alpha * self._strength):02X}"

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        self._canvas.rect(self._corner(at, size), size, self._faint(colour), radius, border)

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        self._canvas.circle(self._at(centre), radius, self._faint(colour), border)

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        self._canvas.ellipse(self._at(centre), size, self._faint(colour), border)

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        self._canvas.circle(self._at(centre), radius, self._faint(colour), width)

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        start, end = (start, end) if self._across is None else (-end, -start)
        self._canvas.arc(self._at(centre), radius, start, end, self._faint(colour), width)

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        self._canvas.line([self._at(point) for point in points], self._faint(colour), width)

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        self._canvas.polygon([self._at(point) for point in points], self._faint(colour))

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        turned = 1.0 if self._across is None else -1.0
        faint = [
            (self._at(at), size, angle * turned, tuple((share, self._faint(colour)) for share, colour in run))
            for at, size, angle, run in coats
        ]
        self._canvas.soft([self._at(point) for point in points], faint)

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        turn = turn if self._across is None else -turn
        self._canvas.glow(self._at(centre), size, tuple((share, self._faint(colour)) for share, colour in run), turn)

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        self._canvas.shade([self._at(point) for point in points], width, self._faint(colour))

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        """A flat, faint line: a band that is seen through has no light and no rim."""
        line = [self._at(point) for point in points]
        self._canvas.line([*line, line[0]] if closed else line, self._faint(layers[-1][1]), width)

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
        side: Anchor = anchor if self._across is None else MIRRORED[anchor]  # type: ignore[assignment]
        self._canvas.text(words, self._at(at), height, self._faint(colour), weight, side, wrap)

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
        self._canvas.picture(name, self._at(centre), width, opacity * self._strength, shade, part)

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        self._canvas.icon(name, self._at(centre), size, self._faint(colour))

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        """Draws nothing: a ghost has no table of its own."""

    def clip(self, at: Vec, size: Vec) -> AbstractContextManager[None]:
        return self._canvas.clip(self._corner(at, size), size)

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        if self._across is not None:
            raise ValueError("a mirrored table cannot be shifted")
        with self._canvas.shifted(by, size):
            yield

    def kept(self, _name: str, _key: Hashable, draw: Callable[[Canvas], None]) -> None:
        draw(self)

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        with self._canvas.shifted(at, size):
            self.kept(name, key, draw)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        self._canvas.prepare(draw)

    def layer(self, _name: str) -> Layer:
        raise ValueError("a ghost paints on no sheet of its own")
