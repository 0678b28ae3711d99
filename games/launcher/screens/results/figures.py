"""How results are drawn: the exercise's own sentence, the figures, and the last tests of either hand. All in mm."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.round.own_words import Column, Line
from games.launcher.scoring.score import Score
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import BODY, GAP, SMALL, TITLE

LEAST_DIALS = 27.0  # mm of height from which the figures are dials; below they are one line
BROAD = 100.0  # mm of width from which the dials lie beside each other
LARGEST_LETTERS = 1.35  # times a title's
AIR = 2.0  # mm above the dials
ROW = 1.45  # em, a line of a table
LINES = 3  # of a table, whether it is full or not


def headline(canvas: Canvas, desk: Desk, at: Vec, size: Vec, words: str, beneath: str) -> float:
    """Draw the exercise's own sentence as large as fits, in one line or two, and a smaller one beneath; returns its em."""
    wide = size.x - 2 * GAP
    small = 0.0 if not beneath else max(SMALL, min(desk.em(BODY) * 0.9, size.y * 0.3))
    tall = size.y - small * 1.3
    most = min(desk.em(TITLE) * LARGEST_LETTERS, tall * 0.8)
    em, wrap = paper.fitted(canvas, words, wide, most), None
    folded = min(most, tall * 0.4)
    while folded > em and canvas.text_size(words, folded, "bold", wide).y > tall:
        folded *= 0.95
    if folded > em:
        em, wrap = folded, _balanced(canvas, words, folded, wide)
    em = max(SMALL, em)
    canvas.text(words, at + Vec(size.x / 2, tall / 2), em, desk.palette.ink, "bold", "centre", wrap)
    if beneath:
        less = max(SMALL, paper.fitted(canvas, beneath, wide, small))
        canvas.text(beneath, at + Vec(size.x / 2, size.y - small * 0.65), less, desk.palette.muted, "regular", "centre")
    return em


def _balanced(canvas: Canvas, words: str, em: float, wide: float) -> float:
    """The narrowest width, down to half, at which the words take no more lines: so that no line holds a single word."""
    tall = canvas.text_size(words, em, "bold", wide).y
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        if canvas.text_size(words, em, "bold", wide * share).y <= tall:
            return wide * share
    return wide


def in_one_line(size: Vec) -> bool:
    """Whether there is no room for dials, so that the figures stand in one line of words."""
    return size.y < LEAST_DIALS


def figures(canvas: Canvas, desk: Desk, at: Vec, size: Vec, score: Score, most: float) -> tuple[Vec, float, float]:
    """Draw precision, speed and points, in letters of at most `most`; returns the middle of the place for a few words on
    them, its width, and their em."""
    ink = desk.palette.ink
    if in_one_line(size):
        return _one_line(canvas, desk, at, size, score, most)
    if size.x < BROAD:
        return _stacked(canvas, desk, at, size, score)
    small = max(SMALL, min(desk.em(BODY), size.y * 0.16, 9.5))
    radius = min(19.0, (size.y - AIR - small * 1.9) / 2, size.x * 0.12)
    line = at.y + AIR + (size.y - AIR - small * 1.9) / 2
    left, middle, x = (at.x + size.x * share for share in (0.17, 0.46, 0.79))
    paper.dial(canvas, desk, Vec(left, line), radius, score.precision, desk.say("precision"), small)
    if score.speed is not None:
        paper.dial(canvas, desk, Vec(middle, line), radius, score.speed, desk.say("speed"), small)
    big = min(TITLE * 1.8, radius * 0.95)
    canvas.text(str(score.points), Vec(x, line - radius * 0.28), big, desk.palette.primary, "bold", "centre")
    canvas.text(desk.say("points"), Vec(x, line + radius * 0.42), small, ink, "regular", "centre")
    return Vec(x, line + radius + small * 0.9), size.x * 0.36, small


def _stacked(canvas: Canvas, desk: Desk, at: Vec, size: Vec, score: Score) -> tuple[Vec, float, float]:
    """The same in a narrow room: the points above, then a small dial in each line with its name beside it."""
    palette = desk.palette
    parts = [(desk.say("precision"), score.precision), (desk.say("speed"), score.speed)]
    parts = [(name, value) for name, value in parts if value is not None]
    em = max(SMALL, min(desk.em(BODY), size.y * 0.13))
    line = (size.y - em * 1.6) / (len(parts) + 1)
    radius = min(line * 0.46, size.x * 0.12, 13.0)
    left = at.x + GAP / 2
    points = f"{score.points} {desk.say('points')}"
    big = max(em, paper.fitted(canvas, points, size.x - GAP, min(line * 0.7, TITLE * 1.3)))
    canvas.text(points, Vec(left, at.y + line * 0.5), big, palette.primary, "bold")
    room = size.x - GAP - 2 * radius - 3.0
    fit = max(SMALL, min(paper.fitted(canvas, name, room, em) for name, _ in parts))
    for index, (name, value) in enumerate(parts):
        middle = Vec(left + radius, at.y + line * (index + 1.5))
        paper.ring(canvas, desk, middle, radius, (value or 0.0) / 100, radius * 0.24)
        number = max(SMALL, radius * 0.8) if radius >= SMALL else SMALL
        canvas.text(f"{value:.0f}", middle, number, palette.ink, "bold", "centre")
        canvas.text(name, middle + Vec(radius + 3.0, 0), fit, palette.ink)
    return Vec(at.x + size.x / 2, at.y + size.y - em * 0.8), size.x - GAP, em


def _one_line(canvas: Canvas, desk: Desk, at: Vec, size: Vec, score: Score, most: float) -> tuple[Vec, float, float]:
    """The same in one line of words, the best beneath."""
    parts = [(desk.say("precision"), score.precision), (desk.say("speed"), score.speed)]
    words = [f"{name} {value:.0f}" for name, value in parts if value is not None]
    words.append(f"{score.points} {desk.say('points')}")
    em = min(desk.em(BODY), size.y * 0.42, most * 0.85)
    each = (size.x - GAP) / len(words)
    em = max(SMALL, min(paper.fitted(canvas, one, each - 2.0, em) for one in words))
    for index, one in enumerate(words):
        ink = desk.palette.primary if index == len(words) - 1 else desk.palette.ink
        middle = Vec(at.x + GAP / 2 + each * (index + 0.5), at.y + size.y * 0.28)
        canvas.text(one, middle, em, ink, "bold", "centre")
    return Vec(at.x + size.x / 2, at.y + size.y * 0.78), size.x - 2 * GAP, max(SMALL, min(em, size.y * 0.4))


def tests(canvas: Canvas, desk: Desk, at: Vec, size: Vec, columns: Sequence[Column]) -> None:
    """Draw the last tests: a column for each hand, the newest above, the one just played on a band, the best with a star."""
    gap = GAP / 2
    wide = (size.x - GAP - gap * (len(columns) - 1)) / len(columns)
    em = min(desk.em(BODY), size.y / (ROW * (LINES + 1)))
    for column in columns:
        heads = [desk.say(f"hand {column.side}" if column.side != "both" else "both hands")]
        room = wide - 2.4 * em
        em = min(em, *(paper.fitted(canvas, one, room, em) for one in (*heads, *(line.words for line in column.lines))))
    em = max(SMALL, em)
    for index, column in enumerate(columns):
        _column(canvas, desk, Vec(at.x + GAP / 2 + index * (wide + gap), at.y), Vec(wide, size.y), em, column)


def _column(canvas: Canvas, desk: Desk, at: Vec, size: Vec, em: float, column: Column) -> None:
    pitch = min(em * ROW, size.y / (LINES + 1))
    y = at.y + pitch / 2
    name = desk.say("both hands") if column.side == "both" else desk.say(f"hand {column.side}")
    canvas.text(name, Vec(at.x + 2.0, y), em, desk.palette.muted, "regular")
    canvas.line((Vec(at.x, y + pitch / 2), Vec(at.x + size.x, y + pitch / 2)), desk.palette.track, 0.5)
    if not column.lines:
        canvas.text(desk.say("not yet"), Vec(at.x + 2.0, y + pitch), em, desk.palette.muted, "regular")
    for line in column.lines:
        y += pitch
        _line(canvas, desk, Vec(at.x, y), Vec(size.x, pitch), em, line)


def _line(canvas: Canvas, desk: Desk, at: Vec, size: Vec, em: float, line: Line) -> None:
    if line.now:
        canvas.rect(at - Vec(0, size.y / 2), size, desk.palette.track + "80", 2.0)
    weight: Weight = "bold" if line.now else "regular"
    canvas.text(line.words, at + Vec(2.0, 0), em, desk.palette.ink, weight)
    if line.best:
        canvas.icon("star", at + Vec(size.x - em * 0.9, 0), em * 1.1, gold(desk))


def gold(desk: Desk) -> str:
    """The colour of the star, visible on the player's palette."""
    return desk.palette.primary if desk.palette.woven else "#F2D15C"
