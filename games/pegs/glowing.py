"""The light round what has come off on the board of Pegs."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.glow import glow_round
from games.kit.motion import FALL, GLOW, ease_out, share
from games.pegs import wood
from games.pegs.board import LINGER, Board
from games.pegs.stack import FLAT


def ring_of(board: Board) -> float:
    """The radius of the ring around a hole, which must be visible around a peg in it."""
    return min(board.layout.pitch * 0.96, max(2 * board.layout.tolerance, board.layout.peg * 1.5) + 1.6)


def draw_glow(board: Board, canvas: Canvas, now: float) -> None:
    """A ring of light that widens and fades round a peg that has just been seated, and round a work that is complete."""
    for peg in board.pegs:
        since = peg.since + (0.0 if canvas.calm else FALL)
        part = share(now, since, GLOW)
        if peg.state == "placed" and peg.came_from != peg.at and 0 < part < 1:
            glow_round(canvas, peg.at, Vec(ring_of(board), ring_of(board) * FLAT), part)
    part = share(now, board.finished_at, LINGER + GLOW)
    if board.finished and 0 < part < 1:
        strength = round(200 * (1 - part))
        grown = Vec(1.0, 1.0) * (0.8 if canvas.calm else 0.8 + 2.4 * ease_out(part))
        at, size = board.layout.board.at - grown, board.layout.board.size + grown * 2
        canvas.rect(at, size, f"#FFF3CF{strength:02X}", wood.CORNER + grown.x, border=1.6)
