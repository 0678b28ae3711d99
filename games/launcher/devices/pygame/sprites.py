"""What is kept because it is costly to make, as long as there is room: what was long not used goes first."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from pygame import Surface

PIXEL = 4  # bytes

Shown = TypeVar("Shown")


class Sprites(Generic[Shown]):
    """Whatever can be shown, by what it shows, within about so many bytes; or so many pieces, each put as 1.

    There are two generations. What is used moves to the younger one; when that fills half the room the older one
    is let go. So a hit costs one look-up, and nothing goes that was used since half the room was filled anew.
    """

    def __init__(self, room: int) -> None:
        self._half = room // 2
        self._taken = 0  # bytes of the younger generation
        self._young: dict[Hashable, tuple[Shown, int]] = {}
        self._old: dict[Hashable, tuple[Shown, int]] = {}

    def get(self, key: Hashable) -> Shown | None:
        """What is kept under this key; None where there is nothing."""
        found = self._young.get(key)
        if found is not None:
            return found[0]
        found = self._old.pop(key, None)
        if found is None:
            return None
        return self.put(key, *found)

    def rest(self) -> None:
        """The younger generation is the older one now: what is not used until the next rest is let go."""
        self._old, self._young, self._taken = self._young, {}, 0

    def put(self, key: Hashable, shown: Shown, taken: int) -> Shown:
        """Keep it; `taken` is what it takes of the room."""
        if self._taken and self._taken + taken > self._half:
            self.rest()
        replaced = self._young.get(key)
        self._taken += taken - (replaced[1] if replaced is not None else 0)
        self._young[key] = (shown, taken)
        return shown


def bytes_of(surface: Surface) -> int:
    """The memory that a surface takes."""
    return surface.get_width() * surface.get_height() * PIXEL
