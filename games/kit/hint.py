"""The ring around what is to be taken next and around where it goes: pale with a dark rim, so that it is seen on light
things and on dark ones."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec

PALE = "#FFE9A8"
DARK = "#2A1608"
RIM = 0.5  # mm of dark on each side of the pale line


def hint(canvas: Canvas, at: Vec, size: Vec, width: float, strength: float = 1.0) -> None:
    """Draw an upright ring of this outer width and height and this width of line, in mm; `strength` from 0 to 1."""
    dark, pale = (f"{colour}{round(share * strength):02X}" for colour, share in ((DARK, 176), (PALE, 255)))
    canvas.ellipse(at, size + Vec(RIM, RIM) * 2, dark, border=width + 2 * RIM)
    canvas.ellipse(at, size, pale, border=width)
