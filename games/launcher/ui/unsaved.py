"""The notice that a round is not saved yet, shown on every screen except during a game."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.theme import MARGIN, SMALL, STRIP


def unsaved_words(desk: Desk) -> str | None:
    """The sentence on how many rounds wait to be saved; None if there are none."""
    count = len(desk.unsaved)
    return None if count == 0 else desk.say("unsaved", count=count)


def draw_unsaved(canvas: Canvas, desk: Desk, screen: Page) -> None:
    """Draw the notice at the edge of the strip, where it covers little."""
    words = unsaved_words(desk)
    if words is None or screen.waiting or screen.says_unsaved:
        return
    em = max(SMALL, paper.fitted(canvas, words, desk.display.size.x - 4 * MARGIN, SMALL * 1.2))
    paper.label(canvas, desk, Vec(desk.display.size.x / 2, STRIP + 0.5), words, em)
