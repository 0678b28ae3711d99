"""The ground of Beans: the kitchen table, a linen runner with blue stripes on it, the light of a window."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.ground import lit

FAR, NEAR = 0.11, 0.90  # of the table's height: the runner's edges
HEM = "#6F5F45"


def ground(canvas: Canvas) -> None:
    """Draw it over the oak that is there."""
    size = canvas.size
    at, cloth = Vec(0.0, size.y * FAR), Vec(size.x, size.y * (NEAR - FAR))
    for down, dark in ((2.0, "16"), (1.2, "20"), (0.5, "30")):
        canvas.rect(at - Vec(0.0, down * 0.3), cloth + Vec(0.0, down * 1.3), "#1A0E06" + dark)
    with canvas.clip(at, cloth):  # the picture is as high as the runner, for its stripes lie along the edges
        canvas.tile("beans/towel", at, cloth, cloth.y)
    for y, strength in ((at.y + 1.1, "58"), (at.y + cloth.y - 1.4, "70")):
        canvas.rect(Vec(0.0, y), Vec(size.x, 0.3), HEM + strength)
    lit(canvas, "panes")
