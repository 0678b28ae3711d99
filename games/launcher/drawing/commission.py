"""A picture to be painted offscreen, a little in each frame, and saved as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from games.kit.canvas import Canvas
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.painting import Painting

LARGE = 1600  # pixels across


class Write(Protocol):
    """Writes a picture, at most `width` pixels wide; may be called on any thread. Raises OSError if that fails."""

    def __call__(self, path: Path, width: int) -> None: ...


@dataclass
class Commission:
    """What to paint, how wide in pixels, and who gets the result."""

    game: AnyGame
    painting: Painting
    keep: Callable[[Write], None]
    pixels: int = LARGE
    share: float = 0.0  # share that is painted, 0 to 1
    taken: bool = False

    @property
    def size(self) -> Vec:
        """Its size in mm."""
        return self.painting.size

    def draw(self, canvas: Canvas) -> bool:
        """Continue painting; True when it is complete."""
        free = self.game.free_pictures
        if free is None:
            return True
        whole = len(self.painting.log)
        drawn = free.paint(self.painting, canvas, "commission", whole, 1.0)
        self.share = drawn / max(1, whole)
        return drawn >= whole

    def take(self, write: Write) -> None:
        """Hand over the finished picture."""
        self.taken = True
        self.keep(write)
