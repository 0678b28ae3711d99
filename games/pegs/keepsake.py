"""A finished picture for the gallery: a small board with its pegs, known from a block's settings and seed alone."""

from __future__ import annotations

from collections.abc import Callable

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.pegs.layout import Rect
from games.pegs.levels import PegsSettings
from games.pegs.peg import Sort
from games.pegs.pictures import SIDE, picture_of
from games.pegs.stack import draw_hole, draw_peg
from games.pegs.wood import THICK, draw_board

PEG = 0.60  # of the pitch
RIM = 0.72  # margin beyond the outer holes, as a share of the pitch


def keepsake(settings: PegsSettings, seed: int) -> Callable[[Canvas], None] | None:
    """Draws the picture that a whole block with these settings and this seed has made, as large as the canvas lets it; None where
    no picture is made."""
    if settings.play != "picture":
        return None
    cells = dict(picture_of(seed).cells)

    def draw(canvas: Canvas) -> None:
        size = canvas.size
        side = min(size.x, size.y - THICK) - 5.0
        pitch = side / (SIDE - 1 + 2 * RIM)
        at = Vec((size.x - side) / 2, (size.y - THICK - side) / 2)
        draw_board(canvas, Rect(at, Vec(side, side)))
        places = [
            at + Vec((RIM + column) * pitch, (RIM + row) * pitch) for row in range(SIDE) for column in range(SIDE)
        ]
        for place in places:
            draw_hole(canvas, Sort(), place, pitch * PEG, 0.0, 0.0)
        for hole, place in enumerate(places):
            if hole in cells:
                draw_peg(canvas, Sort("round", cells[hole]), place, pitch * PEG)

    return draw
