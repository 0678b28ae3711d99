"""What an empty place shows: the game whose pictures or points will be there, and one sentence."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import GAP, LABEL, SMALL

LARGEST = 74.0  # mm, the picture at most
SHARE = 0.62  # of the height for the picture


def invite(canvas: Canvas, desk: Desk, game: AnyGame, at: Vec, size: Vec, words: str) -> None:
    """Draw the game's picture in this room, and the words on a slip of paper below it."""
    tall = min(size.y * SHARE, LARGEST) if desk.pictures else 0.0
    em = max(SMALL, paper.fitted(canvas, words, size.x - 4 * GAP, desk.em(LABEL)))
    slip = canvas.text_size(words, em, "bold", size.x - 2 * GAP).y + em
    top = at.y + (size.y - tall - slip) / 2
    if tall:
        game.tile(canvas, Vec(at.x + size.x / 2, top + tall / 2), tall * 1.1)
    paper.label(canvas, desk, Vec(at.x + size.x / 2, top + tall + slip / 2), words, em, size.x - 2 * GAP)
