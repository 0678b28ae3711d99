"""Quiet notices at the edge of the strip: that a round is not saved yet, or that old rounds are being read or measured anew."""

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


def anew_words(desk: Desk) -> str | None:
    """The sentence on old rounds that are being measured anew; None if there are none."""
    done, whole = desk.measured_anew
    return desk.say("measured anew", done=done, count=whole) if whole else None


def indexed_words(desk: Desk) -> str | None:
    """The sentence on earlier rounds that are still being read; None if there are none."""
    done, whole = desk.indexed
    return desk.say("gathering", share=100 * done // whole) if whole else None


def draw_notice(canvas: Canvas, desk: Desk, screen: Page) -> None:
    """Draw the notice that this screen needs, at the edge of the strip, where it covers little: never during a game."""
    unsaved = None if screen.says_unsaved else unsaved_words(desk)
    words = unsaved or indexed_words(desk) or (anew_words(desk) if screen.shows_measures else None)
    if words is None or screen.waiting:
        return
    em = max(SMALL, paper.fitted(canvas, words, desk.display.size.x - 4 * MARGIN, SMALL * 1.2))
    paper.label(canvas, desk, Vec(desk.display.size.x / 2, STRIP + 0.5), words, em)
