"""What is drawn over every table: the pointer that the arrow keys move, and a message at the foot."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import BODY, MARGIN, SMALL, STRIP


def draw_pointer(canvas: Canvas, desk: Desk, at: Vec) -> None:
    """Draw the pointer of the arrow keys: a ring with a cross, visible on dark and on light."""
    for colour, width in (("#000000", 2.2), (desk.palette.light, 1.2)):
        canvas.circle(at, 6.0 + width / 2, colour, border=width)
        for way in (Vec(1, 0), Vec(-1, 0), Vec(0, 1), Vec(0, -1)):
            canvas.line((at + way * 3.0, at + way * 9.0), colour, width)


def draw_said(canvas: Canvas, desk: Desk, words: str, top: bool = False) -> None:
    """Draw a message on a slip of paper at the foot of the table, or at its far edge."""
    size = desk.display.size
    height = max(SMALL, paper.fitted(canvas, words, size.x - 4 * MARGIN, min(desk.em(BODY), 9.0)))
    wrap = None if canvas.text_size(words, height, "bold").x <= size.x - 2 * MARGIN else size.x - 4 * MARGIN
    more = 0.0 if wrap is None else canvas.text_size(words, height, "bold", wrap).y - height * 1.4
    y = STRIP + MARGIN * 0.7 + height + more / 2 if top else size.y - MARGIN - height - more / 2
    paper.label(canvas, desk, Vec(size.x / 2, y), words, height, wrap)
