"""The ground of Playdough: marble around the floured slab."""

from __future__ import annotations

from games.dough.guides import SLAB
from games.kit.canvas import Canvas
from games.kit.ground import laid, lit

SUN = 0.6  # opacity of the light


def ground(canvas: Canvas) -> None:
    """Draw it."""
    laid(canvas, "dough/marble", SLAB)
    lit(canvas, "panes", SUN)
