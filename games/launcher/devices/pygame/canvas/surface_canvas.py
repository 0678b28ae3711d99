"""The canvas on a pygame surface: records a frame in pixels, then paints only what has changed."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pygame import SRCALPHA, Rect, Surface

from games.kit.canvas import Anchor, Canvas, Colour, Pose, Weight
from games.kit.geometry import Vec
from games.kit.words import Say, wordless
from games.launcher.devices.pygame.canvas.ground import Ground
from games.launcher.devices.pygame.canvas.operations import BARE, SHEET, Box, Operation, changes, merged, paint
from games.launcher.devices.pygame.canvas.paint_layer import PaintLayer
from games.launcher.devices.pygame.canvas.pen import Pen
from games.launcher.devices.pygame.canvas.shape_canvas import ShapeCanvas
from games.launcher.devices.pygame.canvas.sheet import CLEAR, Sheet
from games.launcher.devices.pygame.canvas.still import Still
from games.launcher.devices.pygame.letters.lettering import Lettering
from games.launcher.devices.pygame.pictures.pictures import STEPS, Part, Pictures
from games.launcher.devices.pygame.pictures.sprites import Sprites, bytes_of
from games.launcher.devices.pygame.shapes.shapes import Pieces, Shapes, cells
from games.launcher.shell.assets import assets_folder


class SurfaceCanvas(ShapeCanvas):
    """The Canvas protocol on one surface. A new size or scale needs a new canvas.

    A frame is `begin()`, the drawing, `show()`. A cached part or paint layer that a frame does not use is forgotten.
    """

    def __init__(
        self, surface: Surface, px_per_mm: float, pictures: Pictures, fonts: Path | Lettering | None = None
    ) -> None:
        self._surface = surface
        self._pictures = pictures
        fonts = fonts if fonts is not None else assets_folder() / "fonts"
        self._letters = fonts if isinstance(fonts, Lettering) else Lettering(fonts)
        super().__init__(Pen(pictures.memory), px_per_mm)
        self._whole = surface.get_rect()
        self._ground = Ground(self._whole)
        self._before: list[Operation] | None = None  # the frame that the surface shows
        self.calm = False  # set by the app from the player's settings
        self.say: Say = wordless  # set by the app
        self._pieces: Sprites[Pieces] = Sprites(pictures.memory)
        self._sheets: dict[Hashable, Sheet | PaintLayer] = {}
        self._still: Still | None = None
        self._corners = Shapes(pictures.memory)
        self.begin()

    def begin(self) -> None:
        """Start a frame."""
        self._pen.begin(self._whole)
        self._used: dict[Hashable, Sheet | PaintLayer] = {}
        self._within_kept = self._preparing = False
        self._left = self._top = 0.0
        self._size = Vec(self._whole.w / self._scale, self._whole.h / self._scale)

    def show(self) -> list[Rect]:
        """Paint what differs from the last frame; returns the changed areas."""
        operations = self._pen.operations
        if self._before is None:
            parts = [Rect(self._whole)]
        else:
            boxes: list[Rect | Box] = [*changes(self._before, operations)]
            for sheet in self._used.values():
                boxes += sheet.dirty
            parts = merged(boxes, self._whole) if boxes else []
        for sheet in self._used.values():
            sheet.dirty.clear()
        lower = self._ground.under(operations)
        if parts:
            paint(self._surface, lower, parts, BARE)
        self._before = operations
        self._sheets = self._used
        return parts

    def keep_layers(self) -> None:
        """End a frame that is not shown; what was painted on layers stays on them."""
        self._sheets = self._used

    def forget(self) -> None:
        """The surface no longer shows the last frame: paint the next one completely."""
        self._before = None

    def hold(self) -> None:
        self._still = Still(self._surface)

    def release(self) -> None:
        self._still = None

    def held_around(self, at: Vec, size: Vec, radius: float) -> None:
        if self._still is not None:
            self._pen.operations += self._still.around(self._box(at, size), round(radius * self._scale), self._corners)

    def held_part(self, source: tuple[Vec, Vec], at: Vec, size: Vec, opacity: float) -> None:
        if self._still is not None:
            self._pen.operations += self._still.part(self._box(*source), self._box(at, size), round(255 * opacity))

    def _box(self, at: Vec, size: Vec) -> Rect:
        left, top = round(at[0] * self._scale), round(at[1] * self._scale)
        return Rect(
            left, top, round((at[0] + size[0]) * self._scale) - left, round((at[1] + size[1]) * self._scale) - top
        )

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
        scale = self._scale
        room = None if wrap is None else int(wrap * scale)
        block = self._letters.block(words, max(1, round(height * scale)), colour, weight, anchor, room)
        if block is None:
            return
        wide, high = block.get_size()
        x = self._left + at[0] * scale
        if anchor != "left":
            x -= wide if anchor == "right" else wide / 2
        self._pen.sprite(block, round(x), round(self._top + at[1] * scale - high / 2))

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
        part: Part | None = None,
    ) -> None:
        scale = self._scale
        found = self._pictures.trimmed(name, round(width * scale), round(opacity * STEPS), round(shade * STEPS), part)
        if found is not None:
            picture, x, y = found
            self._pen.sprite(
                picture, round(self._left + centre[0] * scale + x), round(self._top + centre[1] * scale + y)
            )

    def posed(
        self, name: str, centre: Vec, width: float, pose: Pose, shade: float = 1.0, part: Part | None = None
    ) -> None:
        scale = self._scale
        found = self._pictures.posed(name, round(width * scale), round(shade * STEPS), part, pose)
        if found is not None:
            posed, x, y = found
            self._pen.sprite(posed, round(self._left + centre[0] * scale + x), round(self._top + centre[1] * scale + y))

    def icon(self, name: str, centre: Vec, size: float, colour: Colour) -> None:
        scale = self._scale
        found = self._pictures.icon(name, max(1, round(size * scale)), colour)
        if found is not None:
            wide, high = found.get_size()
            x, y = self._left + centre[0] * scale - wide / 2, self._top + centre[1] * scale - high / 2
            self._pen.sprite(found, round(x), round(y))

    def tile(self, name: str, at: Vec, size: Vec, scale: float, radius: float = 0.0) -> None:
        each = round(scale * self._scale)
        one = self._pictures.whole(name, each)
        if one is None:
            return
        x, y = self._left + at[0] * self._scale, self._top + at[1] * self._scale
        left, top = round(x), round(y)
        wide, high = round(x + size[0] * self._scale) - left, round(y + size[1] * self._scale) - top
        self._pen.tiles(one, left, top, wide, high, radius * self._scale)

    @contextmanager
    def clip(self, at: Vec, size: Vec) -> Iterator[None]:
        x, y = self._left + at[0] * self._scale, self._top + at[1] * self._scale
        right, bottom = round(x + size[0] * self._scale), round(y + size[1] * self._scale)
        pen = self._pen
        before = left0, top0, right0, bottom0 = pen.edges
        pen.edges = (max(left0, round(x)), max(top0, round(y)), min(right0, right), min(bottom0, bottom))
        try:
            yield
        finally:
            pen.edges = before

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
        if self._within_kept:
            draw(self)  # nested cached parts belong to this one
            return
        pen = self._pen
        left, top, right, bottom = pen.edges
        if right <= left or bottom <= top:
            return
        place: Hashable = (name, self._left, self._top, self._size, pen.edges)
        if place in self._used:
            place = (place, len(self._used))  # two parts of the same name and place need separate sheets
        key = key, self.say  # in another language it is drawn anew
        sheet = self._sheets.get(place)
        if not isinstance(sheet, Sheet):
            sheet = Sheet(Rect(left, top, right - left, bottom - top))
        if sheet.key != key:
            around = pen.operations
            pen.operations, self._within_kept = [], True
            try:
                draw(self)
                sheet.draw(key, pen.operations)
            finally:
                pen.operations, self._within_kept = around, False
        self._used[place] = sheet
        pen.operations.append(sheet.operation())

    def piece(self, name: str, key: Hashable, at: Vec, size: Vec, draw: Callable[[Canvas], None]) -> None:
        scale, pen = self._scale, self._pen
        wide, high = math.ceil(size[0] * scale), math.ceil(size[1] * scale)
        place: Hashable = ("piece", name, key, self.say, wide, high)
        found = self._pieces.get(place)
        if found is None:
            before = pen.operations, pen.edges, self._left, self._top, self._size, self._within_kept
            pen.operations, pen.edges = [], (0, 0, wide, high)
            self._left, self._top, self._size, self._within_kept = 0.0, 0.0, size, True
            try:
                draw(self)
                sheet = Surface((wide, high), SRCALPHA)
                paint(sheet, pen.operations, [sheet.get_rect()], CLEAR)
                found = cells(sheet)
            finally:
                pen.operations, pen.edges, self._left, self._top, self._size, self._within_kept = before
            self._pieces.put(place, found, sum(bytes_of(cell) for cell, _, _ in found))
        left, top = round(self._left + at[0] * scale), round(self._top + at[1] * scale)
        for cell, right, down in found:
            pen.sprite(cell, left + right, top + down)

    def prepare(self, draw: Callable[[Canvas], None]) -> None:
        pen = self._pen
        before = pen.operations, pen.edges, self._left, self._top, self._size, self._within_kept
        pen.operations, pen.edges = [], (0, 0, self._whole.w, self._whole.h)
        self._within_kept, self._preparing = True, True
        try:
            draw(self)
        finally:
            pen.operations, pen.edges, self._left, self._top, self._size, self._within_kept = before
            self._preparing = False

    def layer(self, name: str) -> PaintLayer:
        if self._preparing:  # what is painted now is never seen
            return PaintLayer(Rect(0, 0, 1, 1), self._scale)
        if self._within_kept:
            raise ValueError(f"the layer {name!r} was asked for within a kept part: ask for it outside")
        scale = self._scale
        place = ("layer", name, self._left, self._top, self._size)
        layer = self._used.get(place) or self._sheets.get(place)
        if not isinstance(layer, PaintLayer):
            size = (max(1, round(self._size.x * scale)), max(1, round(self._size.y * scale)))
            layer = PaintLayer(Rect((round(self._left), round(self._top)), size), scale)
        if place not in self._used:
            self._used[place] = layer
            layer.rest()
            box = self._pen.seen(layer.box.left, layer.box.top, layer.box.right, layer.box.bottom)
            if box is not None:
                self._pen.operations.append((SHEET, box, layer))
        return layer
