"""A cache for things that are costly to make: what was not used for longest goes first."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from pygame import Surface

PIXEL = 4  # bytes

Shown = TypeVar("Shown")


class Sprites(Generic[Shown]):
    """A cache of about `room` bytes (or of that many things, if each is put with size 1).

    It has two generations. What is used moves to the younger one; when that fills half the room, the older one is freed.
    So a hit costs one look-up, and recently used things are never freed.
    """

    def __init__(self, room: int) -> None:
        self._half = room // 2
        self._taken = 0  # bytes of the younger generation
        self._young: dict[Hashable, tuple[Shown, int]] = {}
        self._old: dict[Hashable, tuple[Shown, int]] = {}

    def get(self, key: Hashable) -> Shown | None:
        """The cached thing of this key, or None."""
        found = self._young.get(key)
        if found is not None:
            return found[0]
        found = self._old.pop(key, None)
        if found is None:
            return None
        return self.put(key, *found)

    def rest(self) -> None:
        """Begin a new generation: what is not used until the next call is freed."""
        self._old, self._young, self._taken = self._young, {}, 0

    def put(self, key: Hashable, shown: Shown, taken: int) -> Shown:
        """Cache a thing and return it; `taken`: its size."""
        if self._taken and self._taken + taken > self._half:
            self.rest()
        replaced = self._young.get(key)
        self._taken += taken - (replaced[1] if replaced is not None else 0)
        self._young[key] = (shown, taken)
        return shown


def bytes_of(surface: Surface) -> int:
    """The memory that a surface takes."""
    return surface.get_width() * surface.get_height() * PIXEL
