"""The note that something could not be saved yet, on every screen on which nothing is played."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.theme import MARGIN, SMALL, STRIP

SAID_THERE = ("results", "stopped", "too small")  # screens that say it in their own words, or have no room


def unsaved_words(desk: Desk) -> str | None:
    """How many rounds wait to be saved; None for none."""
    count = len(desk.unsaved)
    return None if count == 0 else desk.say("unsaved", count=count)


def draw_unsaved(canvas: Canvas, desk: Desk, screen: Page) -> None:
    """A slip of paper at the edge of the strip, where it covers little."""
    words = unsaved_words(desk)
    if words is None or screen.waiting or screen.name in SAID_THERE:
        return
    em = max(SMALL, paper.fitted(canvas, words, desk.display.size.x - 4 * MARGIN, SMALL * 1.2))
    paper.label(canvas, desk, Vec(desk.display.size.x / 2, STRIP + 0.5), words, em)
