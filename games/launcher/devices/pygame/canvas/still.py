"""A picture that was seen, held while the next screen grows over it."""

from __future__ import annotations

from itertools import pairwise

import pygame
from pygame import SRCALPHA, Rect, Surface

from games.launcher.devices.pygame.canvas.operations import FADED, PLAIN, SPRITE, Box, Operation
from games.launcher.devices.pygame.shapes.shapes import Shapes

WHITE = (255, 255, 255, 255)
ACROSS, DOWN = 8, 5  # cells; those that a growing hole has not reached yet are not painted again


class Still:
    """A copy of a surface, in cells."""

    def __init__(self, surface: Surface) -> None:
        self._picture, self._whole = surface.copy(), surface.get_rect()
        self._cells = _cells(self._whole)

    def around(self, hole: Rect, radius: int, shapes: Shapes) -> list[Operation]:
        """The operations that draw it everywhere but in a rectangle, whose corners have this radius."""
        hole, out = hole.clip(self._whole), list[Operation]()
        for cell in self._cells:
            for box in _without(cell, hole):
                out.append((PLAIN, box, self._picture, (0, 0)))
        if radius < 1 or hole.w < 2 * radius or hole.h < 2 * radius:
            return out
        for quarter, right, down in shapes.corners(radius, radius, 0, "#FFFFFF"):
            x, y = hole.right - radius if right else hole.left, hole.bottom - radius if down else hole.top
            outside = Surface((radius, radius), SRCALPHA)
            outside.fill(WHITE)
            outside.blit(quarter, (0, 0), None, pygame.BLEND_RGBA_SUB)
            corner = self._picture.subsurface((x, y, radius, radius)).convert_alpha()
            corner.blit(outside, (0, 0), None, pygame.BLEND_RGBA_MULT)
            out.append((SPRITE, (x, y, radius, radius), (corner, (x, y))))
        return out

    def part(self, source: Rect, to: Rect, opacity: int) -> list[Operation]:
        """The operation that draws a part of it stretched to a rectangle; opacity 0 to 255."""
        source, to = source.clip(self._whole), to.clip(self._whole)
        if not (source.w and source.h and to.w and to.h and opacity):
            return []
        cut = self._picture.subsurface(source)
        if source.size != to.size:
            cut = pygame.transform.scale(cut, to.size)
        box = tuple(to)
        return [(PLAIN, box, cut, to.topleft) if opacity == 255 else (FADED, box, cut, to.topleft, opacity)]


def _cells(whole: Rect) -> list[Rect]:
    across = [whole.w * number // ACROSS for number in range(ACROSS + 1)]
    down = [whole.h * number // DOWN for number in range(DOWN + 1)]
    return [
        Rect(left, top, right - left, bottom - top)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
    ]


def _without(cell: Rect, hole: Rect) -> list[Box]:
    """What is left of a cell outside a hole, in up to four boxes."""
    cut = cell.clip(hole)
    if not cut.w or not cut.h:
        return [(cell.left, cell.top, cell.w, cell.h)]
    boxes = (
        (cell.left, cell.top, cell.w, cut.top - cell.top),
        (cell.left, cut.bottom, cell.w, cell.bottom - cut.bottom),
        (cell.left, cut.top, cut.left - cell.left, cut.h),
        (cut.right, cut.top, cell.right - cut.right, cut.h),
    )
    return [box for box in boxes if box[2] > 0 and box[3] > 0]
