"""The ground of Stress ball: a windowsill of stone, the sun through a plant."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.ground import laid, lit

STONE = 150.0  # mm that one picture covers


def ground(canvas: Canvas) -> None:
    """Draw it."""
    laid(canvas, "ball/sill", STONE)
    lit(canvas, "leaves")
