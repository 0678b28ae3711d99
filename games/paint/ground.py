"""The ground of Finger paint: the oak under the paper, by a window with a plant."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.ground import lit


def ground(canvas: Canvas) -> None:
    """Draw it over the oak that is there."""
    lit(canvas, "leaves")
