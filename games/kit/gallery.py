"""What a game leaves: what a round has made, and for galleries pictures of finished levels, free pictures, the towers of recent days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.painting import Painting

S = TypeVar("S")
R = TypeVar("R")


@dataclass(frozen=True)
class Made:
    """What a round has made, as it is shown beside its results: a part of the table (corner, size in mm); or `draw`, which
    draws it over a canvas of that size."""

    at: Vec
    size: Vec
    draw: Callable[[Canvas], None] | None = None


@dataclass(frozen=True)
class FreePictures(Generic[R]):
    """How a free picture is saved as an image, logged entry by entry, and painted again."""

    # (corner, size) of the picture on the table that the cue "save" saves; or None.
    sheet: Callable[[R], tuple[Vec, Vec] | None]
    # The painting so far; None if nothing was painted.
    painting: Callable[[R], Painting | None]
    # Paints a painting again: (painting, canvas, name of the layer, number of log entries to paint, scale) -> number of
    # entries painted so far. A long log takes several frames. The painting's corner is put at the canvas's.
    paint: Callable[[Painting, Canvas, str, int, float], int]


@dataclass(frozen=True)
class Gallery(Generic[S, R]):
    """The pictures of one game. S: its settings; R: its rules. A field that is None: no pictures of that kind."""

    # (settings, seed) -> a function that draws what a complete block of that level leaves, or None.
    finished: Callable[[S, int], Callable[[Canvas], None] | None] | None = None
    free: FreePictures[R] | None = None
    # Draws one of the towers of recent days (their height comes from `Rep.made`): (canvas, middle of its foot, width in
    # mm, height in mm, number); the number lets two towers differ.
    tower: Callable[[Canvas, Vec, float, float, int], None] | None = None
