"""The canvas of a browser: records a frame on a tape, and sends it to the page as one buffer if anything has changed."""

from __future__ import annotations

import math
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from games.kit.canvas import Anchor, Canvas, Colour, Pose, Weight
from games.kit.geometry import Vec
from games.kit.words import Say, wordless
from games.launcher.devices.web.canvas import operations as op
from games.launcher.devices.web.canvas.lettering import LINE, Lettering
from games.launcher.devices.web.canvas.paint_layer import PaintLayer
from games.launcher.devices.web.canvas.shape_canvas import ShapeCanvas
from games.launcher.devices.web.canvas.tape import Tape, packed
from games.launcher.devices.web.page import SCREEN

ANCHORS: dict[Anchor, int] = {"left": 0, "centre": 1, "right": 2}
ROOM = 48_000_000  # bytes of pieces that are kept
PIXEL = 4  # bytes
SHADES = 32  # steps of shade, so that few shaded pictures are kept
Edges = tuple[int, int, int, int]  # left, top, right, bottom
Whole = (0, 0, 1, 1)  # the part of a picture that is all of it


class WebCanvas(ShapeCanvas):
    """The Canvas protocol in a browser. A new size or scale needs a new canvas.

    A frame is `begin()`, the drawing, `show()`. A cached part or paint layer that a frame does not use is forgotten.
    """

    def __init__(
        self, tape: Tape, letters: Lettering, size: tuple[int, int], px_per_mm: float, target: int = SCREEN
    ) -> None:
        super().__init__(tape, px_per_mm)
        self._letters, self._pixels, self._target = letters, size, target
        self.calm = False  # set by the app from the player's settings
        self.say: Say = wordless  # set by the app
        self._shown: array[float] | None = None  # the frame that is seen
        self._sheets: dict[Hashable, tuple[int, Hashable]] = {}  # place -> number, key
        self._layers: dict[Hashable, PaintLayer] = {}
        self._pieces: OrderedDict[Hashable, tuple[int, int]] = OrderedDict()  # the latest used last: number, bytes
        self._held = 0  # bytes of pieces
        self._holds = False  # a picture is held
        self.begin()

    def begin(self) -> None:
        """Start a frame."""
        self._tape.numbers = []
        self._used: dict[Hashable, tuple[int, Hashable]] = {}
        self._used_layers: dict[Hashable, PaintLayer] = {}
        self._within = self._preparing = False
        self._left = self._top = 0.0
        self._edges: Edges = (0, 0, *self._pixels)
        self._size = Vec(self._pixels[0] / self._scale, self._pixels[1] / self._scale)

    def show(self) -> bool:
        """Send the frame to the page, unless that shows it already; returns whether it was sent."""
        tape, spoilt = self._tape, self.keep_layers()
        kept = {number for number, _ in self._used.values()}
        for number, _ in self._sheets.values():
            if number not in kept:
                tape.numbers += (op.DROP, number)
        self._sheets = self._used
        numbers = packed(tape.numbers)
        if numbers == self._shown and not spoilt:
            return False
        self._shown = numbers
        tape.sent().draw(self._target, numbers)
        return True

    def keep_layers(self) -> bool:
        """Paint what is due on the layers, and forget those that are not used; returns whether any has changed."""
        for place, layer in self._layers.items():
            if place not in self._used_layers:
                layer.forget()
        self._layers, spoilt = self._used_layers, False
        for layer in self._layers.values():
            layer.send()
            spoilt, layer.spoilt = spoilt or layer.spoilt, False
        return spoilt

    def forget(self) -> None:
        """The page no longer shows the last frame: send the next one in any case."""
        self._shown = None

    def hold(self) -> None:
        self._tape.drawer.hold()
        self._holds = True

    def release(self) -> None:
        self._tape.drawer.release()
        self._holds = False

    def held_around(self, at: Vec, size: Vec, radius: float) -> None:
        if self._holds:
            self._tape.numbers += (op.AROUND, *self._box(at, size), round(radius * self._scale))

    def held_part(self, source: tuple[Vec, Vec], at: Vec, size: Vec, opacity: float) -> None:
        if self._holds and opacity > 0.0:
            self._tape.numbers += (op.HELD, *self._box(*source), *self._box(at, size), opacity)

    def _box(self, at: Vec, size: Vec) -> Edges:
        """Left, top, width, height."""
        left, top = round(at[0] * self._scale), round(at[1] * self._scale)
        right, bottom = round((at[0] + size[0]) * self._scale), round((at[1] + size[1]) * self._scale)
        return left, top, right - left, bottom - top

    @property
    def size(self) -> Vec:
        return self._size

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
        scale, tape = self._scale, self._tape
        em, bold = max(1, round(height * scale)), weight == "bold"
        lines = self._letters.lines(words, em, weight, None if wrap is None else int(wrap * scale))
        x, y = round(self._left + at[0] * scale), self._top + at[1] * scale - len(lines) * LINE * em / 2
        for number, line in enumerate(lines):
            if line.strip():
                middle = round(y + (number + 0.5) * LINE * em)
                tape.numbers += (op.TEXT, tape.text(line), x, middle, em, tape.text(colour), bold, ANCHORS[anchor])

    def text_size(self, words: str, height: float, weight: Weight = "regular", wrap: float | None = None) -> Vec:
        scale = self._scale
        room = None if wrap is None else int(wrap * scale)
        wide, high = self._letters.size(words, max(1, round(height * scale)), weight, room)
        return Vec(wide / scale, high / scale)

    def picture(
        self,
        name: str,
        centre: Vec,
        width: float,
        opacity: float = 1.0,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        scale, tape, wide = self._scale, self._tape, round(width * self._scale)
        if wide > 0 and opacity > 0.0:
            x, y = self._left + centre[0] * scale, self._top + centre[1] * scale
            lit = round(min(1.0, max(0.0, shade)) * SHADES) / SHADES
            tape.numbers += (op.PICTURE, tape.text(name), x, y, wide, min(1.0, opacity), lit, *(part or Whole))

    def posed(
        self,
        name: str,
        centre: Vec,
        width: float,
        pose: Pose,
        shade: float = 1.0,
        part: tuple[int, int, int, int] | None = None,
    ) -> None:
        tape, before = self._tape, len(self._tape.numbers)
        self.picture(name, centre, width, 1.0, shade, part)
        if len(tape.numbers) > before:
            tape.numbers[before] = op.POSED
            tape.numbers += pose

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        scale, tape = self._scale, self._tape
        x, y, side = self._left + centre[0] * scale, self._top + centre[1] * scale, max(1, round(size * scale))
        tape.numbers += (op.ICON, tape.text(name), x, y, side, tape.text(colour))

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        own, tape, each = self._scale, self._tape, round(scale * self._scale)
        x, y = self._left + at[0] * own, self._top + at[1] * own
        left, top = round(x), round(y)
        wide, high = round(x + size[0] * own) - left, round(y + size[1] * own) - top
        if each > 0 and wide > 0 and high > 0:
            tape.numbers += (op.TILE, tape.text(name), left, top, wide, high, each, radius * own)

    @contextmanager
    def clip(self, at: Vec, size: Vec) -> Iterator[None]:
        x, y = self._left + at[0] * self._scale, self._top + at[1] * self._scale
        before = left, top, right, bottom = self._edges
        left, top = max(left, round(x)), max(top, round(y))
        right = max(left, min(right, round(x + size[0] * self._scale)))
        bottom = max(top, min(bottom, round(y + size[1] * self._scale)))
        self._edges = left, top, right, bottom
        self._tape.numbers += (op.CLIP, left, top, right - left, bottom - top)
        try:
            yield
        finally:
            self._edges = before
            self._tape.numbers.append(op.UNCLIP)

    @contextmanager
    def shifted(self, by: Vec, size: Vec) -> Iterator[None]:
        before = self._left, self._top, self._size
        self._left += by[0] * self._scale
        self._top += by[1] * self._scale
        self._size = size
        try:
            yield
        finally:
            self._left, self._top, self._size = before

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        if self._within:
            draw(self)  # nested cached parts belong to this one
            return
        left, top, right, bottom = self._edges
        if right <= left or bottom <= top:
            return
        place: Hashable = (name, self._left, self._top, self._size, self._edges)
        if place in self._used:
            place = (place, len(self._used))  # two parts of the same name and place need separate sheets
        known, key = self._sheets.get(place), (key, self.say)  # in another language it is drawn anew
        number = self._tape.new_id() if known is None else known[0]
        if known is None or known[1] != key:
            self._sheet(number, self._edges, draw)
        self._used[place] = number, key
        self._tape.numbers += (op.PUT, number, left, top)

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        scale = self._scale
        wide, high = math.ceil(size[0] * scale), math.ceil(size[1] * scale)
        if wide <= 0 or high <= 0:
            return
        place: Hashable = (name, key, self.say, wide, high)
        known = self._pieces.get(place)
        if known is None:
            known = self._pieces[place] = self._tape.new_id(), wide * high * PIXEL
            self._held += known[1]
            before = self._edges, self._left, self._top, self._size
            self._edges, self._left, self._top, self._size = (0, 0, wide, high), 0.0, 0.0, size
            try:
                self._sheet(known[0], self._edges, draw)
            finally:
                self._edges, self._left, self._top, self._size = before
        self._pieces.move_to_end(place)
        left, top = round(self._left + at[0] * scale), round(self._top + at[1] * scale)
        self._tape.numbers += (op.PUT, known[0], left, top)
        while self._held > ROOM and len(self._pieces) > 1:
            _, (number, size_of) = self._pieces.popitem(last=False)
            self._held -= size_of
            self._tape.numbers += (op.DROP, number)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        around, before = self._tape.numbers, (self._edges, self._left, self._top, self._size, self._within)
        self._tape.numbers, self._edges, self._within, self._preparing = [], (0, 0, *self._pixels), True, True
        try:
            draw(self)
        finally:
            mine, self._tape.numbers = self._tape.numbers, around
            self._edges, self._left, self._top, self._size, self._within = before
            self._preparing = False
        around += (op.PREPARE, len(mine), *mine)

    def layer(self, name: str) -> PaintLayer:
        if self._preparing:  # what is painted now is never seen
            return PaintLayer(self._tape, (1, 1), self._scale, quiet=True)
        if self._within:
            raise ValueError(f"the layer {name!r} was asked for within a kept part: ask for it outside")
        place: Hashable = (name, self._left, self._top, self._size)
        layer = self._used_layers.get(place) or self._layers.get(place)
        if layer is None:
            size = max(1, round(self._size.x * self._scale)), max(1, round(self._size.y * self._scale))
            layer = PaintLayer(self._tape, size, self._scale)
        if place not in self._used_layers:
            self._used_layers[place] = layer
            layer.rest()
            self._tape.numbers += (op.LAYER, layer.id, round(self._left), round(self._top))
        return layer

    def _sheet(self, number: int, edges: Edges, draw: Callable[[Canvas], None]) -> None:
        """Record what `draw` draws as a sheet of this number, which covers these edges."""
        around, within = self._tape.numbers, self._within
        self._tape.numbers, self._within = [], True
        try:
            draw(self)
        finally:
            mine, self._tape.numbers, self._within = self._tape.numbers, around, within
        left, top, right, bottom = edges
        around += (op.SHEET, number, left, top, right - left, bottom - top, len(mine), *mine)
