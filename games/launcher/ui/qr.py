"""A QR code of plain text, drawn as rectangles. Nothing is drawn if the library for it is missing."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec

QUIET = 4  # modules of white around it, as the QR standard requires
DARK, LIGHT = "#000000", "#FFFFFF"  # in every palette: not all phones read light on dark


def modules(words: str) -> list[list[bool]]:
    """The rows of modules of the code, True where dark; empty if it cannot be made."""
    try:
        import segno
    except ImportError:
        return []
    return [[bool(one) for one in row] for row in segno.make_qr(words, error="q", boost_error=False).matrix]


def draw(canvas: Canvas, words: str, at: Vec, side: float, px_per_mm: float) -> None:
    """Draw the code with its white rim, at most `side` mm wide; modules are whole pixels, so that no seams show."""
    rows = modules(words)
    if not rows:
        return
    count = len(rows) + 2 * QUIET
    one = max(1, int(side * px_per_mm / count)) / px_per_mm
    corner = at + Vec(side - count * one, side - count * one) * 0.5
    corner = Vec(round(corner.x * px_per_mm) / px_per_mm, round(corner.y * px_per_mm) / px_per_mm)
    whole = Vec(count * one, count * one)
    with canvas.shifted(corner, whole):  # never mirrored
        _draw(canvas, rows, whole, one)


def _draw(canvas: Canvas, rows: list[list[bool]], whole: Vec, one: float) -> None:
    canvas.rect(ORIGIN, whole, LIGHT, 1.5)
    for line, row in enumerate(rows):
        start = None
        for column, dark in enumerate([*row, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                place = Vec((QUIET + start) * one, (QUIET + line) * one)
                canvas.rect(place, Vec((column - start) * one, one), DARK)
                start = None
