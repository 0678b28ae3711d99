"""A cache for things that are costly to make: what was not used for longest goes first."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Hashable

# Any: caches of different things share one bound
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from pygame import Surface

PIXEL = 4  # bytes
LEAST_ROOM = 32_000_000  # bytes for all caches on the smallest screen
SCREENS = 4  # whole screens for which there is room besides
MACHINE_SHARE = 24  # part of the machine's memory that caches may take at most
LATEST = 16

Shown = TypeVar("Shown")


class Memory:
    """One bound for several caches together, in bytes: what was not used for longest in any of them goes first."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.taken = 0  # bytes of the younger generations of all caches
        self.made: deque[Hashable] = deque(maxlen=LATEST)  # keys of what was made lately
        self._caches: WeakSet[Sprites[Any]] = WeakSet()

    def join(self, cache: Sprites[Any]) -> None:
        """A cache shares this bound from now on."""
        self._caches.add(cache)

    def make_room(self, taken: int) -> None:
        """So many bytes more are needed: if half of the room is full, all caches begin a new generation."""
        if self.taken and self.taken + taken > self.room // 2:
            for cache in list(self._caches):
                cache.rest()
            self.taken = 0  # also what caches held that have gone meanwhile


def room_for(pixels: int, machine: int | None) -> int:
    """Bytes for all caches of a screen with this many pixels, on a machine with this much memory (None: unknown)."""
    wanted = LEAST_ROOM + SCREENS * pixels * PIXEL
    return wanted if machine is None else max(LEAST_ROOM, min(wanted, machine // MACHINE_SHARE))


def machine_memory() -> int | None:
    """Bytes of memory of this machine, where the system tells."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


class Sprites(Generic[Shown]):
    """A cache of about `room` bytes (or of that many things, if each is put with size 1), or with a share in a Memory.

    It has two generations. What is used moves to the younger one; when that fills half the room, the older one is freed.
    So a hit costs one look-up, and recently used things are never freed.
    """

    def __init__(self, room: int | Memory) -> None:
        self._memory = room if isinstance(room, Memory) else None
        self._half = room // 2 if isinstance(room, int) else 0
        if self._memory is not None:
            self._memory.join(self)
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
        return self._keep(key, *found)

    def rest(self) -> None:
        """Begin a new generation: what is not used until the next call is freed."""
        if self._memory is not None:
            self._memory.taken -= self._taken
        self._old, self._young, self._taken = self._young, {}, 0

    def put(self, key: Hashable, shown: Shown, taken: int) -> Shown:
        """Cache a thing and return it; `taken`: its size."""
        if self._memory is not None:
            self._memory.made.append(key)
        return self._keep(key, shown, taken)

    def _keep(self, key: Hashable, shown: Shown, taken: int) -> Shown:
        if self._memory is not None:
            self._memory.make_room(taken)
        elif self._taken and self._taken + taken > self._half:
            self.rest()
        replaced = self._young.get(key)
        more = taken - (replaced[1] if replaced is not None else 0)
        self._taken += more
        if self._memory is not None:
            self._memory.taken += more
        self._young[key] = (shown, taken)
        return shown


def bytes_of(surface: Surface) -> int:
    """The memory that a surface takes."""
    return surface.get_width() * surface.get_height() * PIXEL
