"""The canvas of a whole window: it can also show again what it showed before, while one screen passes into the next."""

from __future__ import annotations

from typing import Protocol

from games.kit.canvas import Canvas
from games.kit.geometry import Vec


class Stage(Canvas, Protocol):
    """What a device gives the app to draw on. One picture can be held; drawing it draws nothing where none is held."""

    def hold(self) -> None:
        """Hold the picture that is seen now, instead of the one that was held before."""

    def release(self) -> None:
        """Hold no picture any longer."""

    def held_around(self, at: Vec, size: Vec, radius: float) -> None:
        """Draw the held picture in its place, everywhere but in this rectangle with round corners."""

    def held_part(self, source: tuple[Vec, Vec], at: Vec, size: Vec, opacity: float) -> None:
        """Draw a part of the held picture (its corner, its size), stretched to this rectangle; `opacity` from 0 to 1."""
