"""A kept part of the picture: operations painted once into a surface of their own, and mended where they change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pygame
from pygame import Rect, Surface

from games.launcher.devices.pygame.operations import GROUND, SHEET, Operation, changes, merged, moved, paint

CLEAR = (0, 0, 0, 0)


class Sheet:
    """What was drawn into one kept part. `region` is where it may draw, `box` where its surface lies on the screen."""

    def __init__(self, region: Rect) -> None:
        self.region = region
        self.key: Hashable = object()  # like no key: nothing was drawn yet
        self.box = Rect(region.topleft, (0, 0))
        self.surface = Surface((1, 1))
        self.filled: list[Rect] = []  # where anything was drawn; the rest of a translucent surface is empty
        self.dirty: list[Rect] = []  # what changed since this was last shown
        self._opaque = False
        self._operations: list[Operation] = []

    def operation(self) -> Operation:
        """This part as one operation of a frame; the same one until it turns opaque or translucent."""
        return (GROUND if self._opaque else SHEET, tuple(self.region), self)

    def draw(self, key: Hashable, operations: Sequence[Operation]) -> None:
        """Mend the surface so that it shows these operations."""
        opaque = bool(operations) and operations[0][0] <= GROUND and operations[0][1] == tuple(self.region)
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
        # A part that lay outside the surface has nothing to mend there.
        paint(self.surface, moved(operations, -left, -top), [part for part in here if part.w and part.h], CLEAR)
        self.key = key
        self.filled = [Rect(one) for one in boxes]
        self._operations = list(operations)
        self.dirty += parts
