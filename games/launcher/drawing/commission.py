"""A picture that is to be painted beside the window, a little in each frame, and kept in files."""

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
    """Writes a picture so many pixels wide at most; may be called in another thread. OSError where it cannot."""

    def __call__(self, path: Path, width: int) -> None: ...


@dataclass
class Commission:
    """What is to be painted, how wide in pixels, and who takes it."""

    game: AnyGame
    painting: Painting
    keep: Callable[[Write], None]
    pixels: int = LARGE
    share: float = 0.0  # how much of it is painted
    taken: bool = False

    @property
    def size(self) -> Vec:
        """How large it is, in mm."""
        return self.painting.size

    def draw(self, canvas: Canvas) -> bool:
        """Paint on; whether it is whole."""
        free = self.game.free_pictures
        if free is None:
            return True
        whole = len(self.painting.log)
        drawn = free.paint(self.painting, canvas, "commission", whole, 1.0)
        self.share = drawn / max(1, whole)
        return drawn >= whole

    def take(self, write: Write) -> None:
        """It is painted."""
        self.taken = True
        self.keep(write)
