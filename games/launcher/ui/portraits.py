"""How the picture by which somebody is known is drawn."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.people.portraits import PORTRAITS


def draw_portrait(canvas: Canvas, picture: str, centre: Vec, width: float) -> None:
    """Draw the picture of this name, `width` mm wide; an unknown name is drawn as the guest."""
    canvas.circle(centre + Vec(0.3, 0.6), width / 2, "#2A160850")
    canvas.picture(f"people/{picture if picture in PORTRAITS else 'guest'}", centre, width)
