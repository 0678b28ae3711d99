"""A cached part of the picture: operations painted once into a surface of its own, and repainted where they change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pygame
from pygame import Rect, Surface

from games.launcher.devices.pygame.canvas.operations import GROUND, SHEET, Operation, changes, merged, moved, paint

CLEAR = (0, 0, 0, 0)


class Sheet:
    """The content of one cached part. `region`: where it may draw; `box`: the place of its surface on the screen."""

    def __init__(self, region: Rect) -> None:
        self.region = region
        self.key: Hashable = object()  # equals no other key: nothing was drawn yet
        self.box = Rect(region.topleft, (0, 0))
        self.surface = Surface((1, 1))
        self.filled: list[Rect] = []  # areas with content; the rest of a translucent surface is empty
        self.dirty: list[Rect] = []  # areas that changed since the last frame
        self.drawn = 0  # how often it was repainted
        self._opaque = False
        self._operations: list[Operation] = []

    def operation(self) -> Operation:
        """This part as one operation of a frame; the same object until it changes between opaque and translucent."""
        return (GROUND if self._opaque else SHEET, tuple(self.region), self)

    def draw(self, key: Hashable, operations: Sequence[Operation]) -> None:
        """Repaint what has changed, so that the surface shows these operations."""
        opaque = _cover(operations, self.region)
        boxes = [operation[1] for operation in operations]
        box = (
            Rect(self.region) if opaque else Rect(boxes[0]).unionall(boxes) if boxes else Rect(self.region[:2], (0, 0))
        )
        parts = merged(changes(self._operations, operations), self.region)
        if opaque != self._opaque or not self.box.contains(box):
            self._opaque, self.box = opaque, box
            size = (max(1, box.w), max(1, box.h))
            self.surface = Surface(size).convert() if opaque else Surface(size, pygame.SRCALPHA)
            fresh = [box]
        else:
            fresh = parts
        left, top = self.box.topleft
        here = [part.clip(self.box).move(-left, -top) for part in fresh]
        # A part outside the surface needs no repainting.
        paint(self.surface, moved(operations, -left, -top), [part for part in here if part.w and part.h], CLEAR)
        self.key = key
        self.drawn += 1
        self.filled = [Rect(one) for one in boxes]
        self._operations = list(operations)
        self.dirty += parts


def _cover(operations: Sequence[Operation], region: Rect) -> bool:
    """Whether opaque operations as wide as the region, one below the other, fill it: a table and its strip."""
    rows = [
        (top, top + height)
        for kind, (left, top, width, height), *_ in operations
        if kind <= GROUND and left <= region.left and left + width >= region.right
    ]
    reach = region.top
    for top, bottom in sorted(rows):
        if top > reach:
            break
        reach = max(reach, bottom)
    return reach >= region.bottom
