"""Coloured shapes as sprites: made once for each form, size and colour, and cached."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame
from pygame import Rect, Surface

from games.launcher.devices.pygame.pictures.sprites import Memory, Sprites, bytes_of
from games.launcher.devices.pygame.shapes import outlines
from games.launcher.devices.pygame.shapes.colours import premultiplied
from games.launcher.devices.pygame.shapes.gradients import Coat, Gradients, Stops
from games.launcher.devices.pygame.shapes.outlines import Point

HOLLOW = 50_000  # pixels; a larger rim or line is cut into cells, and empty ones are left out
CELL = 128  # pixels

Pieces = tuple[tuple[Surface, int, int], ...]  # premultiplied sprites, and the place of each in the shape's box


class Shapes:
    """Shapes of one screen. All lengths are pixels."""

    def __init__(self, memory: Memory) -> None:
        self._sprites: Sprites[Pieces] = Sprites(memory)
        self._gradients = Gradients(memory)

    def rounded(self, width: int, height: int, radius: float, border: float, colour: str) -> Pieces:
        """A rectangle that fills its box, with rounded corners, or its rim."""
        key = ("rounded", width, height, radius, border, colour)
        return self._sprites.get(key) or self._made(
            key, colour, False, lambda: outlines.rounded(width, height, radius, border)
        )

    def corners(self, corner: int, radius: float, border: float, colour: str) -> Pieces:
        """The four corners of a rounded rectangle of any size, or of its rim: squares with sides this long."""
        key = ("corners", corner, radius, border, colour)
        found = self._sprites.get(key)
        if found is None:
            ((square, _, _),) = self.rounded(2 * corner, 2 * corner, radius, border, colour)
            sides = (0, corner)
            found = tuple((square.subsurface((x, y, corner, corner)).copy(), x, y) for y in sides for x in sides)
            self._sprites.put(key, found, bytes_of(square))
        return found

    def ellipse(self, wide: float, high: float, border: float, colour: str) -> Pieces:
        """An ellipse, or its rim, in the middle of a box as large as its size rounded up."""
        key = ("ellipse", wide, high, border, colour)
        return self._sprites.get(key) or self._made(
            key, colour, border > 0, lambda: outlines.ellipse(wide, high, border)
        )

    def stroke(self, points: tuple[Point, ...], width: int, height: int, thickness: float, colour: str) -> Pieces:
        """A polyline with round joins and ends, in a box of this size."""
        key = ("stroke", points, width, height, thickness, colour)
        return self._sprites.get(key) or self._made(
            key, colour, True, lambda: outlines.stroke(points, width, height, thickness)
        )

    def polygon(self, points: tuple[Point, ...], width: int, height: int, colour: str) -> Pieces:
        """A filled outline in a box of this size."""
        key = ("polygon", points, width, height, colour)
        return self._sprites.get(key) or self._made(key, colour, False, lambda: outlines.polygon(points, width, height))

    def soft(self, points: tuple[Point, ...], width: int, height: int, coats: tuple[Coat, ...]) -> Pieces:
        """A filled outline in coats that let something through, in a box of this size."""
        key = ("soft", points, width, height, coats)
        found = self._sprites.get(key)
        if found is None:
            sheet = self._gradients.laid(coats, width, height)
            sheet.blit(outlines.polygon(points, width, height), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            found = self._sprites.put(key, ((sheet, 0, 0),), bytes_of(sheet))
        return found

    def filling(self, coats: tuple[Coat, ...], width: int, height: int) -> Surface:
        """Opaque coats without an outline."""
        key = ("filling", coats, width, height)
        found = self._sprites.get(key)
        if found is None:
            sheet = self._gradients.laid(coats, width, height)
            found = self._sprites.put(key, ((sheet, 0, 0),), bytes_of(sheet))
        return found[0][0]

    def glow(self, stops: Stops, across: float, down: float, turn: float) -> Surface:
        """One gradient that ends at an ellipse with these radii."""
        key = ("glow", stops, across, down, turn)
        found = self._sprites.get(key)
        if found is None:
            sheet = self._gradients.scaled(stops, across, down, turn)
            found = self._sprites.put(key, ((sheet, 0, 0),), bytes_of(sheet))
        return found[0][0]

    def _made(self, key: Hashable, colour: str, hollow: bool, coverage: Callable[[], Surface]) -> Pieces:
        white = coverage()
        pieces: Pieces = ((white, 0, 0),)
        if hollow and white.get_width() * white.get_height() > HOLLOW:
            pieces = cells(white)
        taken = 0
        for piece, _, _ in pieces:
            piece.fill(premultiplied(colour), special_flags=pygame.BLEND_RGBA_MULT)
            taken += bytes_of(piece)
        return self._sprites.put(key, pieces, taken)


def cells(sprite: Surface) -> Pieces:
    """The sprite cut into trimmed squares, so that the empty middle of a ring is neither painted nor marked as changed."""
    whole = sprite.get_rect()
    pieces: list[tuple[Surface, int, int]] = []
    for top in range(0, whole.h, CELL):
        for left in range(0, whole.w, CELL):
            cell = sprite.subsurface(Rect(left, top, CELL, CELL).clip(whole))
            full = cell.get_bounding_rect()
            if full.w and full.h:
                pieces.append((cell.subsurface(full).copy(), left + full.x, top + full.y))
    return tuple(pieces)
