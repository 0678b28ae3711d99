"""Records operations in whole pixels: fills, sprites and shapes, cut to the clip."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame
from pygame import SRCALPHA, Rect, Surface

from games.kit.canvas import Clay
from games.launcher.devices.pygame.coats import Coat
from games.launcher.devices.pygame.colours import channels, premultiplied
from games.launcher.devices.pygame.operations import CUT, FILL, PLAIN, SPRITE, TILE, TINT, Box, Operation
from games.launcher.devices.pygame.outlines import Point
from games.launcher.devices.pygame.relief import Dents, Relief
from games.launcher.devices.pygame.shapes import Pieces, Shapes
from games.launcher.devices.pygame.sprites import PIXEL, Sprites

SMALL = 10_000  # pixels up to which a rounded rectangle is one sprite; larger ones are corners and fills
TILE_ROOM = 64_000_000  # bytes for cached rounded or translucent tiled rectangles
FRACTION = 8  # parts of a pixel to which corners are rounded
HAIRLINE = 1.5  # pixels; horizontal and vertical lines up to this thickness are drawn as whole pixels


class Pen:
    """The operations of a frame or of a cached part, and the present clip."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._tiles: Sprites[Surface] = Sprites(TILE_ROOM)
        self.begin(Rect(0, 0, 0, 0))

    def begin(self, whole: Rect) -> None:
        """Start anew on a surface of this size."""
        self.operations: list[Operation] = []
        self.edges = (whole.left, whole.top, whole.right, whole.bottom)  # of the clip

    def seen(self, left: int, top: int, right: int, bottom: int) -> Box | None:
        """The part of a box within the clip; None if there is none."""
        left0, top0, right0, bottom0 = self.edges
        if left < left0:
            left = left0
        if top < top0:
            top = top0
        if right > right0:
            right = right0
        if bottom > bottom0:
            bottom = bottom0
        return (left, top, right - left, bottom - top) if right > left and bottom > top else None

    def sprite(self, surface: Surface, x: int, y: int) -> None:
        """A finished picture: premultiplied if it has alpha, else opaque."""
        wide, high = surface.get_size()
        left, top, right, bottom = self.edges
        if x >= left and y >= top and x + wide <= right and y + high <= bottom:
            if surface.get_flags() & SRCALPHA:
                self.operations.append((SPRITE, (x, y, wide, high), (surface, (x, y))))
            else:
                self.operations.append((PLAIN, (x, y, wide, high), surface, (x, y)))
            return
        box = self.seen(x, y, x + wide, y + high)
        if box is not None:
            if surface.get_flags() & SRCALPHA:
                self.operations.append((CUT, box, (surface, (x, y))))
            else:
                self.operations.append((PLAIN, box, surface, (x, y)))

    def fill(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        """An even rectangle."""
        box = self.seen(left, top, right, bottom)
        if box is None:
            return
        solid = channels(colour)
        if solid[3] == 255:
            self.operations.append((FILL, box, solid))
        elif solid[3]:
            self.operations.append((TINT, box, (255 - solid[3],) * 4, premultiplied(colour)))

    def rectangle(
        self, left: int, top: int, right: int, bottom: int, radius: float, border: float, colour: str
    ) -> None:
        """A rectangle, rounded where radius > 0, or its rim where border > 0."""
        wide, high = right - left, bottom - top
        if wide <= 0 or high <= 0:
            return
        rim = min(max(1, round(border)), (min(wide, high) + 1) // 2) if border > 0 else 0
        radius = min(round(radius), min(wide, high) / 2)
        if radius < 1:
            self._frame(left, top, right, bottom, 0, rim, colour)
            return
        corner = math.ceil(max(radius, rim))
        if wide * high <= SMALL or wide <= 2 * corner or high <= 2 * corner:
            self._put(self._shapes.rounded(wide, high, radius, rim, colour), left, top)
            return
        for quarter, x, y in self._shapes.corners(corner, radius, rim, colour):
            self.sprite(quarter, right - corner if x else left, bottom - corner if y else top)
        self._frame(left, top, right, bottom, corner, rim, colour)

    def ellipse(self, x: float, y: float, wide: float, high: float, border: float, colour: str) -> None:
        """An ellipse round x, y, or its rim; its sprite lies on the nearest whole pixel."""
        if border:
            border = min(border, wide / 2, high / 2)
        pieces = self._shapes.ellipse(wide, high, border, colour)
        left, top = round(x - math.ceil(wide) / 2), round(y - math.ceil(high) / 2)
        for surface, right, down in pieces:
            self.sprite(surface, left + right, top + down)

    def stroke(self, points: Sequence[Point], thickness: float, colour: str) -> None:
        """A polyline with round joins and ends, at least one pixel thick."""
        thickness = max(1.0, round(thickness * FRACTION) / FRACTION)
        if len(points) == 2 and thickness <= HAIRLINE and self._hairline(points[0], points[1], colour):
            return
        place = self._placed(points, thickness / 2 + 1)
        if place is not None:
            corners, left, top, wide, high = place
            self._put(self._shapes.stroke(corners, wide, high, thickness, colour), left, top)

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        """A filled outline."""
        place = self._placed(points, 1.0) if len(points) > 2 else None
        if place is not None:
            corners, left, top, wide, high = place
            self._put(self._shapes.polygon(corners, wide, high, colour), left, top)

    def soft(self, points: Sequence[Point], coats: Sequence[Coat]) -> None:
        """A filled outline in coats of colours that run from a place outwards."""
        place = self._placed(points, 1.0) if len(points) > 2 else None
        if place is not None:
            corners, left, top, wide, high = place
            own = tuple(((x - left, y - top), radii, turn, stops) for (x, y), radii, turn, stops in coats)
            self._put(self._shapes.soft(corners, wide, high, own), left, top)

    def relief(
        self,
        rims: Sequence[Sequence[Point]],
        holes: Sequence[Sequence[Point]],
        dents: Dents,
        clay: Clay,
        scale: float,
    ) -> None:
        """Soft bodies and their shadow; scale: pixels to a mm."""
        places = [point for rim in rims for point in rim]
        if not places:
            return
        left, top = math.floor(min(x for x, _ in places)), math.floor(min(y for _, y in places))
        right, foot = math.ceil(max(x for x, _ in places)), math.ceil(max(y for _, y in places))
        blur, round_ = clay.lift * scale, clay.round * scale
        for margin, shaded in ((math.ceil(2.0 * blur) + 2, True), (2, False)):
            x0, y0 = left - margin, top - margin
            solid, hollow = ([[(x - x0, y - y0) for x, y in one] for one in outlines] for outlines in (rims, holes))
            made = Relief((right - left + 2 * margin, foot - top + 2 * margin), solid, hollow)
            if shaded:
                self.sprite(made.shadow(clay, blur), x0 + round(0.55 * blur), y0 + round(0.83 * blur))
            else:
                near = [((x - x0, y - y0), radius, depth) for (x, y), radius, depth in dents]
                self.sprite(made.body(near, clay, round_), x0, y0)

    def tiles(self, one: Surface, left: int, top: int, wide: int, high: int, radius: float) -> None:
        """A rectangle filled with one picture, repeated from its upper left corner."""
        if wide <= 0 or high <= 0:
            return
        if radius < 1 and not one.get_flags() & SRCALPHA:
            box = self.seen(left, top, left + wide, top + high)
            if box is not None:
                self.operations.append((TILE, box, one, (left, top)))
            return
        key = (one, wide, high, radius)
        tiled = self._tiles.get(key)
        if tiled is None:
            tiled = self._tiles.put(key, self._tiled(one, wide, high, radius), wide * high * PIXEL)
        self.sprite(tiled, left, top)

    def _tiled(self, one: Surface, wide: int, high: int, radius: float) -> Surface:
        tiled = Surface((wide, high), SRCALPHA)
        flag = pygame.BLEND_PREMULTIPLIED if one.get_flags() & SRCALPHA else 0
        steps = [(x, y) for y in range(0, high, one.get_height()) for x in range(0, wide, one.get_width())]
        tiled.fblits([(one, step) for step in steps], flag)
        corner = min(math.ceil(radius), wide // 2, high // 2)
        if corner > 0:
            for mask, x, y in self._shapes.corners(corner, min(radius, corner), 0, "#FFFFFF"):
                place = (wide - corner if x else 0, high - corner if y else 0)
                tiled.blit(mask, place, None, pygame.BLEND_RGBA_MULT)
        return tiled

    def _frame(self, left: int, top: int, right: int, bottom: int, corner: int, rim: int, colour: str) -> None:
        """Draw a rectangle without its corners; if rim > 0, only its rim."""
        if rim:
            self.fill(left + corner, top, right - corner, top + rim, colour)
            self.fill(left + corner, bottom - rim, right - corner, bottom, colour)
            inset = max(corner, rim)
            self.fill(left, top + inset, left + rim, bottom - inset, colour)
            self.fill(right - rim, top + inset, right, bottom - inset, colour)
        else:
            self.fill(left + corner, top, right - corner, top + corner, colour)
            self.fill(left, top + corner, right, bottom - corner, colour)
            self.fill(left + corner, bottom - corner, right - corner, bottom, colour)

    def _hairline(self, start: Point, end: Point, colour: str) -> bool:
        """Draw a horizontal or vertical line as whole pixels; False if it is neither."""
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) < 0.5:
            self.fill(round(min(x0, x1)), round(y0 - 0.5), round(max(x0, x1)), round(y0 - 0.5) + 1, colour)
        elif abs(x1 - x0) < 0.5:
            self.fill(round(x0 - 0.5), round(min(y0, y1)), round(x0 - 0.5) + 1, round(max(y0, y1)), colour)
        else:
            return False
        return True

    def _placed(self, points: Sequence[Point], margin: float) -> tuple[tuple[Point, ...], int, int, int, int] | None:
        """The points within a box of whole pixels that holds them and a margin, and that box, cut to the clip."""
        if not points:
            return None
        across, down = [x for x, _ in points], [y for _, y in points]
        box = self.seen(
            math.floor(min(across) - margin),
            math.floor(min(down) - margin),
            math.ceil(max(across) + margin),
            math.ceil(max(down) + margin),
        )
        if box is None:
            return None
        left, top, wide, high = box
        corners = tuple(
            [(round((x - left) * FRACTION) / FRACTION, round((y - top) * FRACTION) / FRACTION) for x, y in points]
        )
        return corners, left, top, wide, high

    def _put(self, pieces: Pieces, x: int, y: int) -> None:
        for surface, right, down in pieces:
            self.sprite(surface, x + right, y + down)
