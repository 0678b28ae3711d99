"""The ground of Rubber bands: the oak around the board of cork, in plain light."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.ground import lit


def ground(canvas: Canvas) -> None:
    """Draw it over the oak that is there."""
    lit(canvas)
