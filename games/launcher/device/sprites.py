"""Finished pictures of shapes, words and things, kept as long as there is room: the least recently used goes first."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from pygame import Surface

PIXEL = 4  # bytes

Shown = TypeVar("Shown")


class Sprites(Generic[Shown]):
    """Whatever can be shown, by what it shows, within so many bytes. The newest stays even if it alone is too large."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.taken = 0  # bytes
        self._kept: dict[Hashable, tuple[Shown, int]] = {}  # least recently used first

    def get(self, key: Hashable) -> Shown | None:
        """What is kept under this key, which now is the most recently used; None where there is nothing."""
        found = self._kept.pop(key, None)
        if found is None:
            return None
        self._kept[key] = found
        return found[0]

    def put(self, key: Hashable, shown: Shown, taken: int) -> Shown:
        """Keep it, so many bytes large, and let go of others until it fits."""
        replaced = self._kept.pop(key, None)
        if replaced is not None:
            self.taken -= replaced[1]
        self._kept[key] = (shown, taken)
        self.taken += taken
        while self.taken > self.room and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            self.taken -= self._kept.pop(oldest)[1]
        return shown


def bytes_of(surface: Surface) -> int:
    """The memory that a surface takes."""
    return surface.get_width() * surface.get_height() * PIXEL
