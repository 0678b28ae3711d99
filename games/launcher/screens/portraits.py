"""The pictures by which people are known: a light shape on a coloured disc, no two alike in shape or colour."""

from __future__ import annotations

from games.kit.canvas import Canvas, Colour
from games.kit.geometry import Vec

PORTRAITS: dict[str, Colour] = {
    "boat": "#2F6DB5",
    "bird": "#A8452E",
    "tree": "#2F6B4A",
    "sun": "#9A6B12",
    "cat": "#5B4A8A",
    "flower": "#A23B72",
    "fish": "#1F7A80",
    "mountain": "#4D5B6B",
    "butterfly": "#7A3FA0",
    "bicycle": "#7A5230",
    "guitar": "#8C2F3F",
    "anchor": "#1F4E79",
    "dog": "#6B5E2E",
    "lighthouse": "#B0452A",
    "cup": "#3E6470",
    "clover": "#3F7A2E",
    "book": "#6A4E42",
    "moon": "#34407A",
    "cherries": "#9E2B35",
    "feather": "#2C7568",
    "acorn": "#85591F",
    "orange": "#A8571A",
}
GUEST: Colour = "#5A6470"
SHAPE: Colour = "#FFFFFF"


def draw_portrait(canvas: Canvas, picture: str, centre: Vec, width: float) -> None:
    """A disc this wide with the shape of this name; somebody unknown is drawn as the guest."""
    name = picture if picture in PORTRAITS else "guest"
    canvas.circle(centre + Vec(0.3, 0.6), width / 2, "#2A160850")
    canvas.circle(centre, width / 2, PORTRAITS.get(name, GUEST))
    canvas.circle(centre, width / 2, "#FFFFFF50", border=max(0.4, width * 0.02))
    canvas.icon(f"people/{name}", centre, width * 0.62, SHAPE)
