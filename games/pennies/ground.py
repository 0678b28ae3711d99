"""The ground of Pennies: a limewashed wall, and the light of a window on it."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.ground import laid, lit

WASH = 170.0  # mm that one picture covers


def ground(canvas: Canvas) -> None:
    """Draw it."""
    laid(canvas, "pennies/plaster", WASH)
    lit(canvas, "panes")
