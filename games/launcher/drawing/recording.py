"""A canvas without pixels: it records what is drawn, so that a screen or a view can be read as a list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager

# Any: each kind of entry has values of its own
from typing import Any

from games.kit.canvas import Anchor, Canvas, Clay, Coat, Colour, Dent, Layered, Pose, Run, Weight
from games.kit.geometry import ORIGIN, Vec
from games.kit.words import Say
from games.launcher.words.saying import Words

LETTER = 0.55  # em; the assumed width of a letter
LINE = 1.4  # em from one line to the next


class RecordedLayer:
    """Records what was put on a paint layer; `back` removes everything since the last mark."""

    def __init__(self) -> None:
        self.drawn, self.tired = 0, False
        self.strokes: list[tuple[Any, ...]] = []
        self._marks: list[int] = []
        self._undone: list[list[tuple[Any, ...]]] = []

    def brush(self, stroke: int, at: Vec, radius: float, colour: Colour, lasts: float = 0.0) -> None:
        self.strokes.append(("brush", stroke, at, radius, colour, lasts))

    def lift(self, stroke: int) -> None:
        self.strokes.append(("lift", stroke))

    def clear(self) -> None:
        self.strokes.append(("clear",))

    def forth(self) -> None:
        if self._undone:
            self._marks.append(len(self.strokes))
            self.strokes += self._undone.pop()

    def dab(self, at: Vec, radius: float, colour: Colour) -> None:
        self.strokes.append(("dab", at, radius, colour))

    def smear(self, start: Vec, end: Vec, radius: float, strength: float) -> None:
        self.strokes.append(("smear", start, end, radius, strength))

    def mark(self) -> None:
        self._marks.append(len(self.strokes))
        self._undone.clear()

    def back(self) -> None:
        if self._marks:
            start = self._marks.pop()
            self._undone.append(self.strokes[start:])
            del self.strokes[start:]


class Recording:
    """The Canvas protocol as a list of tuples, `drawn`: the name of what was drawn, then its arguments.

    Positions count from the upper left corner of the canvas, after all shifts. A clip is recorded when it begins and
    when it ends. `begin` starts a new frame; cached parts and layers stay.
    """

    def __init__(self, size: Vec) -> None:
        self._whole = size
        self.calm = False
        self.say: Say = Words().say
        self._kept: dict[tuple[str, Vec], tuple[Hashable, list[tuple[Any, ...]]]] = {}
        self.layers: dict[str, RecordedLayer] = {}
        self.holding = False  # the picture that was seen, while the next screen grows over it
        self.begin()

    def begin(self) -> None:
        """Start a frame: nothing is drawn."""
        self.drawn: list[tuple[Any, ...]] = []
        self._origin = ORIGIN
        self._size = self._whole

    def words(self) -> list[str]:
        """All texts, in order."""
        return [entry[1] for entry in self.drawn if entry[0] == "text"]

    def named(self, kind: str) -> list[tuple[Any, ...]]:
        """All of one kind, in order: "rect", "text", "picture" ..."""
        return [entry for entry in self.drawn if entry[0] == kind]

    @property
    def size(self) -> Vec:
        return self._size

    def rect(self, at: Vec, size: Vec, colour: Colour, radius: float = 0.0, border: float = 0.0) -> None:
        self.drawn.append(("rect", self._origin + at, size, colour, radius, border))

    def circle(self, centre: Vec, radius: float, colour: Colour, border: float = 0.0) -> None:
        self.drawn.append(("circle", self._origin + centre, radius, colour, border))

    def ellipse(self, centre: Vec, size: Vec, colour: Colour, border: float = 0.0) -> None:
        self.drawn.append(("ellipse", self._origin + centre, size, colour, border))

    def ring(self, centre: Vec, radius: float, colour: Colour, width: float) -> None:
        self.drawn.append(("ring", self._origin + centre, radius, colour, width))

    def arc(self, centre: Vec, radius: float, start: float, end: float, colour: Colour, width: float) -> None:
        self.drawn.append(("arc", self._origin + centre, radius, start, end, colour, width))

    def line(self, points: Sequence[Vec], colour: Colour, width: float) -> None:
        self.drawn.append(("line", tuple(self._origin + point for point in points), colour, width))

    def polygon(self, points: Sequence[Vec], colour: Colour) -> None:
        self.drawn.append(("polygon", tuple(self._origin + point for point in points), colour))

    def soft(self, points: Sequence[Vec], coats: Sequence[Coat]) -> None:
        own = tuple((self._origin + at, size, turn, stops) for at, size, turn, stops in coats)
        self.drawn.append(("soft", tuple(self._origin + point for point in points), own))

    def relief(
        self, rims: Sequence[Sequence[Vec]], holes: Sequence[Sequence[Vec]], dents: Sequence[Dent], clay: Clay
    ) -> None:
        moved = [tuple(tuple(self._origin + point for point in one) for one in outlines) for outlines in (rims, holes)]
        own = tuple((self._origin + at, radius, depth) for at, radius, depth in dents)
        self.drawn.append(("relief", *moved, own, clay))

    def glow(self, centre: Vec, size: Vec, run: Run, turn: float = 0.0) -> None:
        self.drawn.append(("glow", self._origin + centre, size, run, turn))

    def shade(self, points: Sequence[Vec], width: float, colour: Colour) -> None:
        self.drawn.append(("shade", tuple(self._origin + point for point in points), width, colour))

    def tube(self, points: Sequence[Vec], width: float, layers: Sequence[Layered], closed: bool = False) -> None:
        self.drawn.append(("tube", tuple(self._origin + point for point in points), width, tuple(layers), closed))

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
        self.drawn.append(("text", words, self._origin + at, height, colour, weight, anchor, wrap))

    def text_size(
        self,
        words: str,
        height: float,
        weight: Weight = "regular",  # noqa: ARG002 (here bold letters are as wide as regular ones)
        wrap: float | None = None,
    ) -> Vec:
        letter = LETTER * height
        widest, lines = 0.0, 0
        for paragraph in words.split("\n"):
            line = 0.0
            lines += 1
            for word in paragraph.split(" "):
                longer = line + (letter if line else 0.0) + len(word) * letter
                if wrap is not None and line and longer > wrap:
                    lines += 1
                    longer = len(word) * letter
                line = longer
                widest = max(widest, line)
        return Vec(widest, lines * LINE * height)

    def picture(
        self,
        name: str,
        centre: Vec,
        width: float,
        opacity: float = 1.0,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        self.drawn.append(("picture", name, self._origin + centre, width, opacity, shade, part))

    def posed(
        self,
        name: str,
        centre: Vec,
        width: float,
        pose: Pose,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        self.drawn.append(("picture", name, self._origin + centre, width, 1.0, shade, part, pose))

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        self.drawn.append(("icon", name, self._origin + centre, size, colour))

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        self.drawn.append(("tile", name, self._origin + at, size, scale, radius))

    @contextmanager
    def clip(self, at: Vec, size: Vec) -> Iterator[None]:
        self.drawn.append(("clip", self._origin + at, size))
        try:
            yield
        finally:
            self.drawn.append(("clip ends",))

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        before = self._origin, self._size
        self._origin, self._size = self._origin + by, size
        try:
            yield
        finally:
            self._origin, self._size = before

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        place = (name, self._origin)
        key = key, self.say  # in another language it is drawn anew
        known = self._kept.get(place)
        if known is None or known[0] != key:
            around, self.drawn = self.drawn, []
            try:
                draw(self)
                known = (key, self.drawn)
            finally:
                self.drawn = around
            self._kept[place] = known
        self.drawn += known[1]

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        with self.shifted(at, size):
            self.kept(f"piece {name}", (key, size), draw)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        """Nothing needs to be ready here; what raises an exception still does."""
        around, origin, size = self.drawn, self._origin, self._size
        self.drawn = []
        try:
            draw(self)
        finally:
            self.drawn, self._origin, self._size = around, origin, size

    def hold(self) -> None:
        self.holding = True

    def release(self) -> None:
        self.holding = False

    def held_around(self, at: Vec, size: Vec, radius: float) -> None:
        if self.holding:
            self.drawn.append(("held around", at, size, radius))

    def held_part(self, source: tuple[Vec, Vec], at: Vec, size: Vec, opacity: float) -> None:
        if self.holding:
            self.drawn.append(("held part", source, at, size, opacity))

    def layer(self, name: str) -> RecordedLayer:
        self.drawn.append(("layer", name))
        return self.layers.setdefault(name, RecordedLayer())
