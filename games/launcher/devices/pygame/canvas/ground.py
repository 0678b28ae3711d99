"""The sheets that lie lowest, put together as one opaque picture while they stay as they are: a changed part of the screen
then begins with one copy, instead of a copy and a layer for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from games.launcher.devices.pygame.canvas.operations import BARE, GROUND, SHEET, Operation, paint
from games.launcher.devices.pygame.canvas.sheet import Sheet

STILL = 20  # frames without a change, after which it pays
SLICES = 12  # frames in which it is put together


class Ground:
    """One opaque picture of the lowest sheets."""

    def __init__(self, whole: Rect) -> None:
        self.box = whole
        self.surface = Surface((1, 1))
        self._shown: list[tuple[Sheet, int]] = []
        self._still = 0  # frames
        self._done = 0  # slices

    def under(self, operations: Sequence[Operation]) -> Sequence[Operation]:
        """What looks like these operations of a frame, and is painted sooner."""
        shown = self._lowest(operations)
        if shown != self._shown:
            self._shown, self._still, self._done = shown, 0, 0
        self._still += 1
        if len(shown) < 2 or self._still <= STILL:
            return operations
        if self._done < SLICES:
            self._put_together(operations[: len(shown)])
            return operations
        return [(GROUND, tuple(self.box), self), *operations[len(shown) :]]

    def _lowest(self, operations: Sequence[Operation]) -> list[tuple[Sheet, int]]:
        """The sheets with which a frame begins, of which the first one is opaque and fills it, and the state of each."""
        if not operations or operations[0][0] != GROUND or operations[0][1] != tuple(self.box):
            return []
        found: list[tuple[Sheet, int]] = []
        for operation in operations:
            if operation[0] not in (GROUND, SHEET) or not isinstance(operation[2], Sheet):
                break
            found.append((operation[2], operation[2].drawn))
        return found

    def _put_together(self, operations: Sequence[Operation]) -> None:
        if self.surface.get_size() != self.box.size:
            self.surface = Surface(self.box.size).convert()
        top, end = (self.box.h * part // SLICES for part in (self._done, self._done + 1))
        paint(self.surface, operations, [Rect(0, top, self.box.w, end - top)], BARE)
        self._done += 1
