"""A player's free pictures: their blocks, the image files kept beside them, deleting one and undoing that."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from games.kit.painting import Painting
from games.launcher.records.disk.reading import content_of
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable
from games.launcher.records.pictures import ink

if TYPE_CHECKING:
    from games.launcher.records.store import Store

HEAVIEST = 64_000_000  # bytes of a picture or its log
FINISH = {"small": ".small.png", "large": ".png", "ink": ".ink"}


class Kept(NamedTuple):
    """One free picture: its block's file, and its day (YYYY-MM-DD)."""

    file: str
    day: str


class Paintings:
    """The free pictures of one player in one game. Files kept beside a block can be made again from its trace."""

    def __init__(self, store: Store, profile: str, game: str) -> None:
        self._store, self._profile, self._game = store, profile, game
        self._profiles = store.folders.data / "profiles"

    def all(self) -> list[Kept]:
        """All free pictures that are not empty, newest first."""
        return [Kept(*row) for row in self._store.index.free(self._profile, self._game)]

    def path(self, file: str, what: str) -> Path:
        """The path of the "small" or "large" picture or the "ink" (log) of a block's file, if it exists."""
        name = file.removesuffix(".hps") + FINISH[what]
        places = [self._profiles / one / "pictures" / name for one in self._store.ids_of(self._profile)]
        return next((place for place in places if place.is_file()), places[0])

    def has(self, file: str, *what: str) -> bool:
        """Whether all of these files exist."""
        return all(self.path(file, one).is_file() for one in what)

    def shape(self, file: str, what: str) -> tuple[int, int] | None:
        """Width and height of the "small" or "large" picture in pixels; None if it does not exist."""
        try:
            wide, high = struct.unpack(">II", content_of(self.path(file, what), HEAVIEST, 24)[16:])
        except (OSError, Unreadable, struct.error):
            return None
        return (wide, high) if 0 < wide < 100_000 and 0 < high < 100_000 else None

    def keep_ink(self, file: str, painting: Painting) -> None:
        """Write the log of a picture. Raises StoreError if that fails."""
        path = self.path(file, "ink")
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        write_whole(path, ink.packed(painting))

    def ink(self, file: str) -> Painting | None:
        """The log of a picture; None if it is missing or unreadable (it can then be made again from the trace)."""
        try:
            return ink.unpacked(content_of(self.path(file, "ink"), HEAVIEST))
        except (OSError, Unreadable):
            return None

    def remove(self, file: str) -> Path:
        """Move a picture and its block into the trash; returns the trash folder. Raises StoreError if that fails."""
        beside = [self.path(file, what) for what in FINISH]
        return self._store.erase_block(self._profile, file, [path for path in beside if path.is_file()])

    def restore(self, trash: Path) -> None:
        """Bring a picture back from the trash. Raises StoreError if that fails."""
        self._store.restore(trash)
