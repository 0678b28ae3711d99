"""What playing a game leaves for a gallery: pictures of finished levels, pictures freely made, towers day by day."""

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
class FreePictures(Generic[R]):
    """How what is made on a game's free table is saved as it looks, kept entry by entry, and painted again."""

    # Where on the table the picture lies that a player may save (the cue "save"): its corner and its size; or None.
    sheet: Callable[[R], tuple[Vec, Vec] | None]
    # What has been painted so far; None where nothing has.
    painting: Callable[[R], Painting | None]
    # Paints it again from the corner of a canvas on, on a layer of this name, as far as this entry of its log, at so
    # many times its size; a long way takes several frames. How many entries are painted.
    paint: Callable[[Painting, Canvas, str, int, float], int]


@dataclass(frozen=True)
class Gallery(Generic[S, R]):
    """The pictures of one game. S: its settings; R: its rules. None: it leaves none of that kind."""

    # What a whole block of a level with these settings and this seed leaves: something that draws it, or None.
    finished: Callable[[S, int], Callable[[Canvas], None] | None] | None = None
    free: FreePictures[R] | None = None
    # One of the towers of the last days (what `Rep.made` shows is their height): draws it upwards from the middle of its
    # foot, so many mm wide and high; each has a number, so that two need not look alike.
    tower: Callable[[Canvas, Vec, float, float, int], None] | None = None
