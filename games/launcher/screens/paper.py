"""What screens are drawn from: the table, the linen strip, cards of paper, rings and dials."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.screens.screen import Desk
from games.launcher.screens.theme import BODY, CORNER, FIGURE, LABEL, MARGIN, STRIP

LINEN_SCALE = 110.0  # mm that one linen picture covers
PAPER_SCALE = 90.0
TABLE_SHAPE = 1.5  # width over height of the table's picture


def table(canvas: Canvas, desk: Desk) -> None:
    """The oak table, covering everything."""
    size = canvas.size
    canvas.rect(Vec(0, 0), size, desk.palette.table)
    if desk.pictures:
        canvas.picture("table", size * 0.5, max(size.x, size.y * TABLE_SHAPE))


def strip(canvas: Canvas, desk: Desk) -> None:
    """The linen strip, hemmed, over the far edge of the table."""
    width = canvas.size.x
    for depth, strength in ((1.8, "18"), (1.1, "22"), (0.5, "30")):
        canvas.rect(Vec(0, STRIP), Vec(width, depth), "#2A1608" + strength)
    canvas.rect(Vec(0, 0), Vec(width, STRIP), desk.palette.background)
    if desk.pictures:
        canvas.tile("linen", Vec(0, 0), Vec(width, STRIP), LINEN_SCALE)
    canvas.rect(Vec(0, STRIP - 1.9), Vec(width, 0.25), "#78624238")
    canvas.rect(Vec(0, STRIP - 0.3), Vec(width, 0.3), "#5A422880")


def card(canvas: Canvas, desk: Desk, at: Vec, size: Vec) -> None:
    """A sheet of paper that lies on the table."""
    for spread, strength in ((1.6, "14"), (0.9, "20"), (0.3, "2A")):
        grow = Vec(spread, spread)
        canvas.rect(at + Vec(0.9, 1.3) - grow, size + grow * 2, "#2A1608" + strength, CORNER + spread)
    canvas.rect(at, size, desk.palette.surface, CORNER)
    if desk.pictures:
        canvas.tile("paper", at, size, PAPER_SCALE, CORNER)
    canvas.rect(at, size, "#5A422855", CORNER, border=0.25)


def label(canvas: Canvas, desk: Desk, middle: Vec, words: str, height: float = BODY) -> Vec:
    """A paper slip with a few words; returns its size."""
    size = canvas.text_size(words, height, "bold") + Vec(height * 1.5, height * 0.7)
    card(canvas, desk, middle - size * 0.5, size)
    canvas.text(words, middle, height, desk.palette.ink, "bold", "centre")
    return size


def ring(canvas: Canvas, desk: Desk, centre: Vec, radius: float, share: float, width: float = 2.2) -> None:
    """How much is done, as a ring that closes."""
    canvas.circle(centre, radius, desk.palette.track, border=width)
    if share > 0:
        canvas.arc(centre, radius, 0.0, 2 * math.pi * min(1.0, share), desk.palette.primary, width)


def dial(canvas: Canvas, desk: Desk, centre: Vec, radius: float, value: float, words: str) -> None:
    """A value of 0 to 100 as a ring, a number and its name."""
    ring(canvas, desk, centre, radius, value / 100, radius * 0.22)
    canvas.text(f"{value:.0f}", centre, min(FIGURE, radius * 0.8), desk.palette.ink, "bold", "centre")
    canvas.text(words, centre + Vec(0, radius + BODY * 0.9), BODY, desk.palette.ink, "regular", "centre")


def fitted(canvas: Canvas, words: str, width: float, height: float = LABEL) -> float:
    """The em, at most `height`, at which the words are no wider than `width`."""
    wide = canvas.text_size(words, height, "bold").x
    return height if wide <= width else height * width / wide


def button_width(words: str, height: float = LABEL) -> float:
    """A width that holds a button's words with air on both sides, without asking a canvas: 0.62 em a letter."""
    return max(24.0, len(words) * height * 0.62 + MARGIN)
