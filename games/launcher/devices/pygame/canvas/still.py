"""A picture that was seen, held while the next screen grows over it."""

from __future__ import annotations

import pygame
from pygame import SRCALPHA, Rect, Surface

from games.launcher.devices.pygame.canvas.operations import FADED, PLAIN, SPRITE, Operation
from games.launcher.devices.pygame.shapes.shapes import Shapes

WHITE = (255, 255, 255, 255)


class Still:
    """A copy of a surface."""

    def __init__(self, surface: Surface) -> None:
        self._picture, self._whole = surface.copy(), surface.get_rect()

    def around(self, hole: Rect, radius: int, shapes: Shapes) -> list[Operation]:
        """The operations that draw it everywhere but in a rectangle, whose corners have this radius."""
        whole, hole = self._whole, hole.clip(self._whole)
        boxes = (
            (0, 0, whole.w, hole.top),
            (0, hole.bottom, whole.w, whole.h - hole.bottom),
            (0, hole.top, hole.left, hole.h),
            (hole.right, hole.top, whole.w - hole.right, hole.h),
        )
        out: list[Operation] = [(PLAIN, box, self._picture, (0, 0)) for box in boxes if box[2] > 0 and box[3] > 0]
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
