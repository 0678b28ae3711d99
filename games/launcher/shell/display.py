"""What is known of the screen: its size in mm, its scale, and whether the scale was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from games.kit.geometry import Vec

GUESS = 5.6  # px per mm if nothing is known


@dataclass(frozen=True)
class Display:
    """The window as the screens see it."""

    key: str  # display name, desktop size and window mode: what a measurement is kept for
    size: Vec  # mm
    px_per_mm: float
    calibrated: bool
    fullscreen: bool = False


class KnownScreens(Protocol):
    """Where measured scales are kept."""

    def px_per_mm_for(self, key: str) -> float | None:
        """The measured scale of this screen, or None."""

    def window_for(self, key: str) -> tuple[tuple[int, int], bool] | None:
        """How the window was left on this screen: its size in pixels, and whether it filled the screen."""

    def keep_window(self, key: str, size: tuple[int, int], fullscreen: bool) -> None:
        """Store the window's size and mode. Raises OSError if that fails."""

    def keep(self, key: str, px_per_mm: float) -> None:
        """Store a measured scale. Raises OSError if that fails."""
