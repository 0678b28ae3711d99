"""Records operations in whole pixels: fills, sprites and shapes, cut to the clip."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame
from pygame import SRCALPHA, Rect, Surface

from games.launcher.devices.pygame.canvas.operations import CUT, DRAWN, FILL, PLAIN, SPRITE, TILE, TINT, Box, Operation
from games.launcher.devices.pygame.canvas.placing import around, inset, rounded, stepped
from games.launcher.devices.pygame.pictures.sprites import PIXEL, Memory, Sprites
from games.launcher.devices.pygame.shapes.colours import channels, premultiplied
from games.launcher.devices.pygame.shapes.gradients import Coat, Stops, opaque
from games.launcher.devices.pygame.shapes.outlines import Point
from games.launcher.devices.pygame.shapes.shapes import Pieces, Shapes
from games.launcher.devices.pygame.shapes.strokes import Body, Ring, Shade, Stroke
from games.launcher.devices.pygame.shapes.tubes import Tube

SMALL = 10_000  # pixels up to which a rounded rectangle is one sprite; larger ones are corners and fills
FRACTION = 8  # parts of a pixel to which corners are rounded
ROUGH = 32  # pixels by which the room grows that is laid out for the colours of a body
TURNS = math.radians(5)  # rad between the turns of one gradient that are kept
HAIRLINE = 1.5  # pixels; horizontal and vertical lines up to this thickness are drawn as whole pixels


class Pen:
    """The operations of a frame or of a cached part, and the present clip."""

    def __init__(self, memory: Memory) -> None:
        self._shapes = Shapes(memory)
        self._tiles: Sprites[Surface] = Sprites(memory)
        self._coats: tuple[Coat, ...] = ()  # of the last body ...
        self._room = (0, 0, 0, 0)  # ... laid out for this room round the middle of the first one ...
        self._filling = Surface((1, 1))  # ... and what they look like
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

    def ring(self, at: Point, radius: float, wide: float, colour: str) -> None:
        """A ring of whole pixels in one opaque colour, that may grow from frame to frame."""
        x, y, far = round(at[0] - 0.5), round(at[1] - 0.5), round(radius - 0.5)
        seen = self.seen(x - far - 2, y - far - 2, x + far + 3, y + far + 3)
        if seen is not None and far > 0:
            self._draw(seen, Ring((x, y), far, max(1, round(wide - 1)), channels(colour)))

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

    def soft(self, points: Sequence[Point], coats: tuple[Coat, ...], origin: Point) -> None:
        """A filled outline in coats of colours that run from a place outwards; their places count from the origin."""
        if len(points) < 3:
            return
        if opaque(coats[0][3]):
            self._body(points, coats, origin)
            return
        place = self._placed(points, 1.0)
        if place is not None:
            corners, left, top, wide, high = place
            x0, y0 = origin[0] - left, origin[1] - top
            own = tuple(((x0 + x, y0 + y), radii, turn, stops) for (x, y), radii, turn, stops in coats)
            self._put(self._shapes.soft(corners, wide, high, own), left, top)

    def _body(self, points: Sequence[Point], coats: tuple[Coat, ...], origin: Point) -> None:
        """An opaque body: its colours are laid out once, round the middle of the first coat, for outlines that change."""
        box = around(points, 1.5)
        seen = self.seen(*box)
        if seen is None:
            return
        middle = (origin[0] + coats[0][0][0], origin[1] + coats[0][0][1])
        x0, y0 = math.floor(middle[0]), math.floor(middle[1])
        left, top = (box[0] - x0) // ROUGH * ROUGH, (box[1] - y0) // ROUGH * ROUGH
        right, bottom = -((x0 - box[2]) // ROUGH) * ROUGH, -((y0 - box[3]) // ROUGH) * ROUGH
        room = (left, top, right, bottom)
        if coats is not self._coats or room != self._room:
            self._coats, self._room = coats, room
            self._filling = self._shapes.filling(rounded(coats, left, top), right - left, bottom - top)
        edge = channels(coats[0][3][-1][1])
        self._draw(seen, Body(inset(points, middle, box), self._filling, (x0 + left, y0 + top), edge))

    def glow(self, centre: Point, radii: Point, turn: float, stops: Stops) -> None:
        """One gradient and nothing beyond it, of a size rounded to steps."""
        across, down = stepped(radii[0]), stepped(radii[1])
        if across > 0 and down > 0:
            turn = round(turn / TURNS) * TURNS if across != down else 0.0
            spot = self._shapes.glow(stops, across, down, turn)
            wide, high = spot.get_size()
            self.sprite(spot, round(centre[0] - wide / 2), round(centre[1] - high / 2))

    def shade(self, points: Sequence[Point], width: float, stops: Stops) -> None:
        """A soft shadow along a polyline."""
        radius = stepped(width / 2)
        seen = self.seen(*around(points, radius + 2)) if len(points) > 1 and radius > 0 else None
        if seen is not None:
            self._draw(seen, Shade(tuple(points), self._shapes.glow(stops, radius, radius, 0.0)))

    def tube(self, points: Sequence[Point], layers: Sequence[tuple[float, str]], closed: bool) -> None:
        """A round band along a polyline, in layers from the outside in."""
        clean = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
        seen = self.seen(*around(points, layers[0][0] / 2 + 2)) if len(clean) > 1 else None
        if seen is not None:
            own = tuple((max(1.0, wide), channels(colour)) for wide, colour in layers)
            self._draw(seen, Tube(tuple(clean), own, closed and len(clean) > 2))

    def _draw(self, box: Box, stroke: Stroke) -> None:
        self.operations.append((DRAWN, box, stroke, (0, 0)))

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
