"""The still things of Pegs: the walnut board, the trays with their felt, the brass knob."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.pegs.layout import KNOB, Layout, Rect

TILE = 112.0  # mm, the width of the wood's picture
FELT = 46.0  # mm, the same of the felt
CORNER = 4.0
THICK = 3.4  # mm that the near side of the board is seen
TRAY_THICK = 2.4
TRAY_RIM = 2.6  # mm of oak round the felt
KNOB_SPAN = 2.7 / 2  # the knob's picture is this much wider than twice its radius


def draw_board(canvas: Canvas, board: Rect) -> None:
    """A block of walnut with eased edges, lit from the upper left."""
    at, size = board.at, board.size
    _shadow(canvas, at, size + Vec(0, THICK), CORNER)
    canvas.tile("pegs/walnut", at + Vec(0, THICK), size, TILE, CORNER)
    canvas.rect(at + Vec(0, THICK), size, "#1206009C", CORNER)
    canvas.tile("pegs/walnut", at, size, TILE, CORNER)
    _eased(canvas, at, size, CORNER)


def draw_tray(canvas: Canvas, tray: Rect) -> None:
    """A shallow oak tray lined with felt."""
    at, size = tray.at, tray.size
    _shadow(canvas, at, size + Vec(0, TRAY_THICK), CORNER)
    canvas.tile("pegs/oak", at + Vec(0, TRAY_THICK), size, TILE, CORNER)
    canvas.rect(at + Vec(0, TRAY_THICK), size, "#1A0C0490", CORNER)
    canvas.tile("pegs/oak", at, size, TILE, CORNER)
    _eased(canvas, at, size, CORNER)
    inner, room = at + Vec(TRAY_RIM, TRAY_RIM), size - Vec(2 * TRAY_RIM, 2 * TRAY_RIM)
    canvas.tile("pegs/felt", inner, room, FELT, CORNER - 1.0)
    with canvas.clip(inner, room):
        for step in range(4):  # the rim throws its shade from the upper left
            grown = Vec(1.0, 1.2) * (step * 0.75)
            canvas.rect(inner - Vec(3, 3) + grown, room + Vec(6, 6), "#06100C40", CORNER + 2, border=3.0)
    canvas.rect(inner, room, "#0A0704A0", CORNER - 1.0, border=0.35)


def draw_knob(canvas: Canvas, layout: Layout, lit: bool) -> None:
    """The knob that turns a peg; lit while there is something to turn."""
    if layout.knob is None:
        return
    width = 2 * KNOB * KNOB_SPAN
    canvas.picture("pegs/knob_shadow", layout.knob, width)
    canvas.picture("pegs/knob", layout.knob, width, shade=1.0 if lit else 0.72)


def _shadow(canvas: Canvas, at: Vec, size: Vec, radius: float) -> None:
    for spread, dark in ((4.2, "0A"), (3.6, "0C"), (3.0, "0F"), (2.4, "12"), (1.8, "16"), (1.2, "1C"), (0.6, "28")):
        away = Vec(1.6, 1.9) - Vec(spread, spread)
        canvas.rect(at + away, size + Vec(spread, spread) * 2, "#140A04" + dark, radius + spread)


def _eased(canvas: Canvas, at: Vec, size: Vec, radius: float) -> None:
    """Light on the far and left edges, shade on the near one."""
    canvas.rect(at, size, "#0E060270", radius, border=0.3)
    canvas.rect(at + Vec(0.3, 0.3), size - Vec(0.6, 0.6), "#FFE7C638", radius - 0.3, border=0.45)
    with canvas.clip(at, Vec(size.x, size.y * 0.5)):
        canvas.rect(at + Vec(0.3, 0.3), size - Vec(0.6, 0.6), "#FFE7C640", radius - 0.3, border=0.5)
    with canvas.clip(at + Vec(0, size.y - radius), Vec(size.x, radius)):
        canvas.rect(at, size, "#12060050", radius, border=0.9)
