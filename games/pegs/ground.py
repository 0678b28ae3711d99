"""The ground of Pegs: a linen cloth, ironed, with the folds still in it."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.ground import laid, lit

WEAVE = 96.0  # mm that one picture covers
FOLDS = 104.0  # mm from one fold to the next
SUN = 0.75  # opacity of the light
LIT, DARK = "#FFFFFF", "#16242E"


def ground(canvas: Canvas) -> None:
    """Draw it."""
    size = canvas.size
    laid(canvas, "pegs/linen", WEAVE)
    across, down = round(size.x / FOLDS), round(size.y / FOLDS)
    for k in range(1, across):
        x = size.x * k / across
        for wide, lit_, dark in ((3.4, "0E", "12"), (1.5, "16", "1A"), (0.5, "2A", "30")):
            canvas.rect(Vec(x - wide, 0), Vec(wide, size.y), LIT + lit_)
            canvas.rect(Vec(x, 0), Vec(wide, size.y), DARK + dark)
    for k in range(1, down):
        y = size.y * k / down
        for wide, lit_, dark in ((3.4, "0E", "12"), (1.5, "16", "1A"), (0.5, "2A", "30")):
            canvas.rect(Vec(0, y - wide), Vec(size.x, wide), LIT + lit_)
            canvas.rect(Vec(0, y), Vec(size.x, wide), DARK + dark)
    lit(canvas, "panes", SUN)
