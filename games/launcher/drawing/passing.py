"""A canvas that passes all drawing on to another one; its kinds say what becomes of places, sizes, colours and turns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from games.kit.canvas import Anchor, Canvas, Clay, Coat, Colour, Dent, Layer, Layered, Pose, Run, Weight
from games.kit.geometry import Vec


class Passing:
    """Draws on another canvas. The five methods with an underscore are what a kind of it changes; as they stand, all is
    passed on as it is. Nothing is cached: what is kept elsewhere is drawn along."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.calm = canvas.calm
        self.say = canvas.say

    def _at(self, place: Vec) -> Vec:
        """Where a place comes to lie on the other canvas."""
        return place

    def _corner(self, at: Vec, _size: Vec) -> Vec:
        """Where the upper left corner of a rectangle comes to lie, from its corner and size."""
        return self._at(at)

    def _long(self, length: float) -> float:
        """How long a length becomes, in mm."""
        return length

    def _tint(self, colour: Colour) -> Colour:
        """What a colour becomes."""
        return colour

    def _turned(self, angle: float) -> float:
        """What an angle becomes, in radians clockwise."""
        return angle

    def _of(self, size: Vec) -> Vec:
        return Vec(self._long(size[0]), self._long(size[1]))

    def _all(self, points: Sequence[Vec]) -> list[Vec]:
        return [self._at(point) for point in points]

    def _run(self, run: Run) -> Run:
        return tuple((share, self._tint(colour)) for share, colour in run)

    @property
    def size(self) -> Vec:
        return self._canvas.size

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        long = self._long
        self._canvas.rect(self._corner(at, size), self._of(size), self._tint(colour), long(radius), long(border))

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        self._canvas.circle(self._at(centre), self._long(radius), self._tint(colour), self._long(border))

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        self._canvas.ellipse(self._at(centre), self._of(size), self._tint(colour), self._long(border))

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        # as a circle: a ring of the other canvas takes opaque colours only
        self._canvas.circle(self._at(centre), self._long(radius), self._tint(colour), self._long(width))

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        first, last = sorted((self._turned(start), self._turned(end)))
        self._canvas.arc(self._at(centre), self._long(radius), first, last, self._tint(colour), self._long(width))

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        self._canvas.line(self._all(points), self._tint(colour), self._long(width))

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        self._canvas.polygon(self._all(points), self._tint(colour))

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        passed = [(self._at(at), self._of(size), self._turned(turn), self._run(run)) for at, size, turn, run in coats]
        self._canvas.soft(self._all(points), passed)

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        self._canvas.glow(self._at(centre), self._of(size), self._run(run), self._turned(turn))

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        self._canvas.shade(self._all(points), self._long(width), self._tint(colour))

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        passed = [(share, self._tint(colour)) for share, colour in layers]
        self._canvas.tube(self._all(points), self._long(width), passed, closed)

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        long, tint = self._long, self._tint
        passed = replace(
            clay, body=tint(clay.body), shadow=tint(clay.shadow), round=long(clay.round), lift=long(clay.lift)
        )
        pressed = [(self._at(at), long(radius), depth) for at, radius, depth in dents]
        self._canvas.relief([self._all(one) for one in rims], [self._all(one) for one in holes], pressed, passed)

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
        room = None if wrap is None else self._long(wrap)
        self._canvas.text(words, self._at(at), self._long(height), self._tint(colour), weight, anchor, room)

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
        self._canvas.picture(name, self._at(centre), self._long(width), opacity, shade, part)

    def posed(
        self,
        name: str,
        centre: Vec,
        width: float,
        pose: Pose,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        turn, tall = pose
        self._canvas.posed(name, self._at(centre), self._long(width), (self._turned(turn), tall), shade, part)

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        self._canvas.icon(name, self._at(centre), self._long(size), self._tint(colour))

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        self._canvas.tile(name, self._corner(at, size), self._of(size), self._long(scale), self._long(radius))

    def clip(self, at: Vec, size: Vec) -> AbstractContextManager[None]:
        return self._canvas.clip(self._corner(at, size), self._of(size))

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        with self._canvas.shifted(by, size):
            yield

    def kept(self, _name: str, _key: Hashable, draw: Callable[[Canvas], None]) -> None:
        draw(self)

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        with self.shifted(at, size):
            self.kept(name, key, draw)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        self._canvas.prepare(draw)

    def layer(self, name: str) -> Layer:
        return self._canvas.layer(name)
