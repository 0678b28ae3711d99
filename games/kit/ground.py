"""What a game's things lie on: cloth, stone or a wall, and the light of one sun from the upper left on it."""

from __future__ import annotations

from typing import Literal

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN

SHAPE = 1.5  # width over height of the pictures of light

Light = Literal["panes", "leaves", "soft"]


def laid(canvas: Canvas, name: str, scale: float) -> None:
    """Cover everything with a picture that is `scale` mm wide and repeats."""
    canvas.tile(name, ORIGIN, canvas.size, scale)


def lit(canvas: Canvas, light: Light = "soft", opacity: float = 1.0) -> None:
    """The sun on all that is drawn so far: through a window, through leaves, or plainly."""
    size = canvas.size
    canvas.picture(f"light/{light}", size * 0.5, max(size.x, size.y * SHAPE), opacity=opacity)
