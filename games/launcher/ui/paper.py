"""The parts that screens are drawn from: the table, the linen strip, cards of paper, rings and dials."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import combining

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import ORIGIN, Vec
from games.kit.ground import lit
from games.launcher.shell.desk import Desk
from games.launcher.ui.portraits import draw_portrait
from games.launcher.ui.theme import BODY, CORNER, FIGURE, GAP, LABEL, MARGIN, SMALL, STRIP

if TYPE_CHECKING:
    from games.kit.game import AnyGame

LINEN_SCALE = 110.0  # mm that one linen picture covers
PAPER_SCALE = 90.0
DOTS = "\u2026"  # stands for cut text
NEARLY = SMALL * 0.97  # em; where a word would be broken otherwise
TABLE_SHAPE = 1.5  # width over height of the table's picture
DUSK = "#0A0806"  # lies over a game's table in the evening
INVITING = 74.0  # mm, the picture at most
INVITED = 0.62  # of the height for the picture


def table(canvas: Canvas, desk: Desk) -> None:
    """Draw the oak table over everything: sunlit, darker with the evening palette, plain with the high-contrast palette."""
    shade = desk.palette.table_shade
    _oak(canvas, desk, shade)
    if desk.pictures and shade == 1:
        lit(canvas, "panes")


def _oak(canvas: Canvas, desk: Desk, shade: float) -> None:
    size = canvas.size
    canvas.rect(ORIGIN, size, desk.palette.table)
    if desk.pictures and shade > 0:
        canvas.picture("table", size * 0.5, max(size.x, size.y * TABLE_SHAPE), shade=shade)


def strip(canvas: Canvas, desk: Desk) -> None:
    """The linen strip, hemmed, over the far edge of the table."""
    width, palette = canvas.size.x, desk.palette
    for depth, strength in ((1.8, "18"), (1.1, "22"), (0.5, "30")):
        canvas.rect(Vec(0, STRIP), Vec(width, depth), "#2A1608" + strength)
    canvas.rect(Vec(0, 0), Vec(width, STRIP), palette.background)
    if not palette.woven:
        canvas.rect(Vec(0, STRIP - 0.4), Vec(width, 0.4), palette.border)
        return
    if desk.pictures:
        canvas.tile("linen", Vec(0, 0), Vec(width, STRIP), LINEN_SCALE)
    canvas.rect(Vec(0, STRIP - 1.9), Vec(width, 0.25), "#78624238")
    canvas.rect(Vec(0, STRIP - 0.3), Vec(width, 0.3), "#5A422880")


def card(canvas: Canvas, desk: Desk, at: Vec, size: Vec) -> None:
    """A sheet of paper that lies on the table."""
    palette = desk.palette
    for spread, strength in ((1.6, "14"), (0.9, "20"), (0.3, "2A")):
        grow = Vec(spread, spread)
        canvas.rect(at + Vec(0.9, 1.3) - grow, size + grow * 2, "#2A1608" + strength, CORNER + spread)
    canvas.rect(at, size, palette.surface, CORNER)
    if desk.pictures and palette.woven:
        canvas.tile("paper", at, size, PAPER_SCALE, CORNER)
    canvas.rect(
        at, size, "#5A422855" if palette.woven else palette.border, CORNER, border=0.25 if palette.woven else 0.5
    )


def lines(
    canvas: Canvas, desk: Desk, at: Vec, room: Vec, words: Sequence[tuple[str, float, Weight]], centred: bool = False
) -> None:
    """Draw sentences below each other in a box, at the wanted size or as large as fits, 14 pt at least.

    Each is (words, em, weight). If together they are too high, all are made smaller alike, and at last the last ones
    are left out.
    """
    words = [(one, unbroken(canvas, one, em, weight, room.x), weight) for one, em, weight in words]
    scale = 1.0
    for _ in range(12):
        heights = [
            canvas.text_size(one, _scaled(em, scale), weight, room.x).y + _scaled(em, scale) * 0.35
            for one, em, weight in words
        ]
        whole = 0.0
        for height in heights:
            whole += height
        if whole <= room.y:
            break
        scale *= 0.92
    while whole > room.y and len(heights) > 1:  # the last one matters least
        whole -= heights.pop()
    y = at.y + max(0.0, (room.y - whole) / 2)
    for (one, em, weight), height in zip(words, heights, strict=False):
        middle = Vec(at.x + room.x / 2 if centred else at.x, y + height / 2)
        ink = desk.palette.ink if weight == "bold" else desk.palette.muted
        canvas.text(one, middle, _scaled(em, scale), ink, weight, "centre" if centred else "left", room.x)
        y += height


def _scaled(em: float, scale: float) -> float:
    return max(min(SMALL, em), em * scale)


def unbroken(canvas: Canvas, words: str, em: float, weight: Weight, width: float) -> float:
    """The largest em, nearly 14 pt at least, at which no single word is wider than a line, so that none is broken."""
    while em > NEARLY and (wide := widest(canvas, words, em, weight)) > width:
        em = max(NEARLY, em * min(0.97, width / wide))  # letters are whole pixels high: once may not be enough
    return em


def widest(canvas: Canvas, words: str, em: float, weight: Weight) -> float:
    """The width of the longest word."""
    return max((canvas.text_size(word, em, weight).x for word in words.split()), default=0.0)


def person(canvas: Canvas, desk: Desk, picture: str, centre: Vec, width: float) -> None:
    """Draw the round picture of a player."""
    if desk.pictures:
        draw_portrait(canvas, picture, centre, width)
    else:
        canvas.circle(centre, width / 2, desk.palette.track)


def ground(canvas: Canvas, desk: Desk, game: AnyGame | None) -> None:
    """Draw what a game's things lie on over the whole canvas; the bare table where it has nothing of its own."""
    shade = desk.palette.table_shade
    if game is None or game.ground is None or not desk.pictures or shade == 0:
        table(canvas, desk)
        return
    _oak(canvas, desk, 1.0)
    game.ground(canvas)
    if shade < 1:
        canvas.rect(ORIGIN, canvas.size, f"{DUSK}{round(255 * (1 - shade)):02X}")


def scene(canvas: Canvas, desk: Desk, game: AnyGame | None = None) -> None:
    """Draw the empty table with its strip, cached; as a game's own table if one is named."""
    key = (canvas.size, desk.pictures, desk.settings.palette, None if game is None else game.id)
    canvas.kept("table", key, lambda kept: _scene(kept, desk, game))


def mat(canvas: Canvas, desk: Desk, at: Vec, size: Vec) -> None:
    """Mark where a board lies that is smaller than the table: a field pressed into it, with a lit edge."""
    room = canvas.size - Vec(0, STRIP)
    if size.x > room.x - 12 or size.y > room.y - 12:
        return
    rim = Vec(4.0, 4.0)
    key = (at, size, desk.settings.palette)
    canvas.kept("mat", key, lambda kept: _mat(kept, desk, at - rim, size + rim * 2))


def _mat(canvas: Canvas, desk: Desk, at: Vec, size: Vec) -> None:
    if desk.palette.table_shade == 0:
        canvas.rect(at, size, desk.palette.border, 5.0, border=0.4)
        return
    canvas.rect(at, size, "#FFFFFF16", 5.0)
    canvas.rect(at - Vec(0.3, 0.3), size, "#2A160858", 5.0, border=0.5)
    canvas.rect(at, size, "#FFF6E060", 5.0, border=0.5)


def _scene(canvas: Canvas, desk: Desk, game: AnyGame | None) -> None:
    below = Vec(0.0, STRIP)
    with canvas.shifted(below, canvas.size - below):
        ground(canvas, desk, game)
    strip(canvas, desk)


def label(canvas: Canvas, desk: Desk, middle: Vec, words: str, height: float = BODY, wrap: float | None = None) -> Vec:
    """Draw a paper slip with a few words, in lines no wider than `wrap` mm; returns its size in mm."""
    size = canvas.text_size(words, height, "bold", wrap) + Vec(height * 1.5, height * 0.7)
    card(canvas, desk, middle - size * 0.5, size)
    canvas.text(words, middle, height, desk.palette.ink, "bold", "centre", wrap)
    return size


def ring(canvas: Canvas, desk: Desk, centre: Vec, radius: float, share: float, width: float = 2.2) -> None:
    """Draw a share from 0 to 1 as a ring that closes."""
    canvas.circle(centre, radius, desk.palette.track, border=width)
    if share > 0:
        canvas.arc(centre, radius, 0.0, 2 * math.pi * min(1.0, share), desk.palette.primary, width)


def dial(canvas: Canvas, desk: Desk, centre: Vec, radius: float, value: float, words: str, em: float = BODY) -> None:
    """Draw a value as a ring that is full at 100, a number, which may be more, and its name."""
    ring(canvas, desk, centre, radius, value / 100, radius * 0.22)
    canvas.text(f"{value:.0f}", centre, min(FIGURE, radius * 0.8), desk.palette.ink, "bold", "centre")
    canvas.text(words, centre + Vec(0, radius + em * 0.9), em, desk.palette.ink, "regular", "centre")


def draw_rest(canvas: Canvas, desk: Desk, at: Vec, share: float) -> None:
    """Draw the ring that closes around a resting pointer until it presses (dwell)."""
    if 0.15 < share < 1.0:
        canvas.circle(at, 7.0, "#00000060", border=1.8)
        canvas.arc(at, 7.0, 0.0, 2 * math.pi * share, desk.palette.light, 1.4)


def title(canvas: Canvas, desk: Desk, words: str, free: Vec) -> None:
    """Draw a screen's name in the free part of the strip (from `free.x` to `free.y`), if it is readable there."""
    em = fitted(canvas, words, free.y - free.x, min(desk.em(LABEL), 12.0))
    if em >= SMALL:
        canvas.text(words, Vec(free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")


def fitted(canvas: Canvas, words: str, width: float, height: float = LABEL) -> float:
    """The largest em, at most `height`, at which the words fit in `width`."""
    wide, room = canvas.text_size(words, height, "bold").x, max(0.0, width)
    return height if wide <= room else height * room / wide


def shortened(canvas: Canvas, words: str, width: float, height: float, least: float = SMALL) -> tuple[str, float]:
    """Words and an em at which they fit in `width`: smaller down to `least`, then cut, with dots at the end."""
    em = fitted(canvas, words, width, height)
    if em >= least:
        return words, em
    em, shown = min(height, least), words
    while shown and canvas.text_size(shown + DOTS, em, "bold").x > width:
        shown = shown[:-1]
        while shown and (shown[-1].isspace() or combining(shown[-1]) or shown[-1] == "\u200d"):
            shown = shown[:-1]
    return shown + DOTS, em


def seen(canvas: Canvas, name: str, instead: str) -> str:
    """A name, or `instead` if no font has any of its letters."""
    return name if canvas.text_size(name, LABEL, "bold").x > 0 else instead


def button_width(words: str, height: float = LABEL) -> float:
    """The width of a button for these words with margins, estimated without a canvas: 0.62 em a letter."""
    return max(24.0, len(words) * height * 0.62 + MARGIN)


def invite(canvas: Canvas, desk: Desk, game: AnyGame, at: Vec, size: Vec, words: str) -> None:
    """Draw the game's picture in this room, and the words on a slip of paper below it."""
    tall = min(size.y * INVITED, INVITING) if desk.pictures else 0.0
    em = max(SMALL, fitted(canvas, words, size.x - 4 * GAP, desk.em(LABEL)))
    slip = canvas.text_size(words, em, "bold", size.x - 2 * GAP).y + em
    top = at.y + (size.y - tall - slip) / 2
    if tall:
        game.tile(canvas, Vec(at.x + size.x / 2, top + tall / 2), tall * 1.1)
    label(canvas, desk, Vec(at.x + size.x / 2, top + tall + slip / 2), words, em, size.x - 2 * GAP)
