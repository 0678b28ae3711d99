"""The view of guided pieces: pencil on paper, a soft chalk lane, a brush of wet ink."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between, distance, path_length
from games.kit.ground import lit
from games.kit.motion import GLOW, ease_out, share
from games.kit.task import Track
from games.paint.guided import Guided
from games.paint.layout import SHEET, Placed
from games.paint.paper import draw_ink, draw_paper, draw_tip

PENCIL = "#5A534C"
FAINT = "#5A534C3C"
WAY = "#5A534C80"
CHALK_WHITE = "#FFFDF6B0"
CHALK = "#5E90AE3A"
EDGE = "#4F7F9C90"
GLOWING = "#FFE29A"
WASH = 0.5  # opacity
ON_PAPER = 0.45  # opacity of the sun on the paper
DASH = (3.0, 2.2)  # mm, drawn and left
DOT = 3.4  # mm, radius of a dot to connect


def draw_guided(rules: Guided, canvas: Canvas) -> None:
    """Paper, pencil, the lane that is asked for, the paint, and what moves."""
    draw_paper(canvas)
    key = (
        canvas.size,
        rules.sheet.name,
        rules.piece.number,
        rules.piece.line[:2],
        len(rules.to_come),
        rules.task.width,
    )
    canvas.kept("paint pencil", key, lambda kept: _pencil(rules, kept))
    draw_ink(canvas, rules.sheet)
    if rules.pen is not None and rules.pen.down:
        draw_tip(canvas, rules.pen.finger.shown, rules.layout.brush, rules.piece.colour)
    if rules.piece.kind == "trace" and not rules.writing:
        canvas.kept("paint chalk", (key, "chalk"), lambda kept: _chalk(rules.piece, kept))
    now = rules.table.now
    if isinstance(rules.task, Track):
        _dot(rules, canvas)
    elif rules.pen is None:
        _start(rules.piece, canvas)
    if rules.done:
        _light(rules.done[-1], canvas, now, rules.layout.brush)


def draw_wash(rules: Guided, canvas: Canvas) -> None:
    """Draw the soft colours that lie on the paper before it is painted on, and the sun."""
    if rules.layout.picture.wash:
        middle, wide = canvas.size * 0.5, min(canvas.size.x * 0.98, canvas.size.y * 2.05)
        with canvas.clip(Vec(SHEET, SHEET), canvas.size - Vec(2 * SHEET, 2 * SHEET)):
            canvas.picture(f"paint/wash_{rules.layout.picture.wash}", middle, wide, opacity=WASH)
    with canvas.clip(Vec(SHEET, SHEET), canvas.size - Vec(2 * SHEET, 2 * SHEET)):
        lit(canvas, "leaves", ON_PAPER)


def _pencil(rules: Guided, canvas: Canvas) -> None:
    """Draw what lies still: finished parts, faint pencil for later pieces, the lane of the present one."""
    draw_wash(rules, canvas)
    for line in rules.pencil:
        canvas.line(line, PENCIL, 0.5)
    for piece in rules.to_come[1:]:
        _faint(piece, canvas)
    if rules.writing:
        _base_line(canvas)
        return
    with canvas.clip(Vec(SHEET, SHEET), canvas.size - Vec(2 * SHEET, 2 * SHEET)):  # chalk marks only the paper
        _lane(rules.piece, rules.task.width, canvas)


def _lane(piece: Placed, width: float, canvas: Canvas) -> None:
    """Where what is asked is to be painted."""
    if piece.kind == "fill":
        canvas.polygon(piece.line, CHALK)
        canvas.line((*piece.line, piece.line[0]), PENCIL, 0.7)
        return
    if piece.kind != "track":
        canvas.line(piece.line, CHALK, width)
    if piece.kind == "dots":
        for place in piece.line:
            canvas.circle(place, DOT, PENCIL)
            canvas.circle(place, DOT - 0.8, "#FBF7EC")
            canvas.circle(place, DOT * 0.42, piece.colour)
    elif piece.kind == "trace":
        for dash in dashes(piece.line):
            canvas.line(dash, PENCIL, 0.7)
    else:
        canvas.line(piece.line, WAY, 0.8)


def _chalk(piece: Placed, canvas: Canvas) -> None:
    """Draw white chalk between the pencil dashes, which makes the line visible where it crosses paint."""
    for dash in dashes(piece.line, gaps=True):
        canvas.line(dash, CHALK_WHITE, 0.6)


def _faint(piece: Placed, canvas: Canvas) -> None:
    if piece.kind == "dots":
        for place in piece.line:
            canvas.circle(place, 1.1, FAINT)
    else:
        canvas.line((*piece.line, piece.line[0]) if piece.kind == "fill" else piece.line, FAINT, 0.6)


def _base_line(canvas: Canvas) -> None:
    """A line to write a name on."""
    size = canvas.size
    y = size.y * 0.66
    canvas.line((Vec(size.x * 0.12, y), Vec(size.x * 0.88, y)), PENCIL, 0.6)
    canvas.icon("edit", Vec(size.x * 0.5, y + min(12.0, size.y * 0.16)), min(12.0, size.y * 0.16), PENCIL)


def _start(piece: Placed, canvas: Canvas) -> None:
    """Where to begin, and which way."""
    if piece.kind == "fill":
        return
    start = piece.line[0]
    ahead = along(piece.line, 9.0)
    canvas.circle(start, 4.6, "#FFFFFFD0")
    canvas.circle(start, 4.6, piece.colour, border=1.3)
    way = ahead - start
    if way.length > 1.0:
        unit = way * (1 / way.length)
        side = Vec(-unit.y, unit.x)
        tip = start + unit * 2.9
        back = start - unit * 1.7
        canvas.polygon((tip, back + side * 2.2, back - side * 2.2), piece.colour)


def _dot(rules: Guided, canvas: Canvas) -> None:
    """The moving dot, with the lane as a soft ring round it."""
    at = rules.dot()
    if at is None:
        return
    canvas.circle(at, rules.task.width / 2, "#FFFFFF70")
    canvas.circle(at, rules.task.width / 2, EDGE, border=0.8)
    canvas.circle(at + Vec(0.5, 0.9), 4.2, "#1A0E0640")
    canvas.circle(at, 4.2, rules.piece.colour)
    canvas.circle(at - Vec(1.2, 1.3), 1.2, "#FFFFFFB0")


def _light(done: tuple[Placed, float], canvas: Canvas, now: float, brush: float) -> None:
    """A soft light along what has just been painted, that widens and fades."""
    piece, since = done
    part = share(now, since, GLOW)
    if 0 < part < 1 and piece.kind != "track":
        grown = brush * (1.6 if canvas.calm else 1.3 + 0.9 * ease_out(part))
        line = (*piece.line, piece.line[0]) if piece.kind == "fill" else piece.line
        canvas.line(line, f"{GLOWING}{round(110 * (1 - part)):02X}", grown)


def along(line: Sequence[Vec], length: float) -> Vec:
    """The place `length` mm along a line, or its end."""
    for a, b in pairwise(line):
        leg = distance(a, b)
        if leg >= length > 0:
            return between(a, b, length / leg)
        length -= leg
    return line[-1]


def dashes(line: Sequence[Vec], gaps: bool = False) -> list[tuple[Vec, ...]]:
    """A line in dashes, or what lies between them."""
    out: list[tuple[Vec, ...]] = []
    now: list[Vec] = [line[0]]
    drawing, left = True, DASH[0]
    for a, b in pairwise(line):
        leg, at = distance(a, b), 0.0
        while leg - at > left:
            at += left
            place = between(a, b, at / leg)
            if drawing is not gaps:
                out.append((*now, place))
            now, drawing = [place], not drawing
            left = DASH[0] if drawing else DASH[1]
        left -= leg - at
        if drawing is not gaps:
            now.append(b)
    if drawing is not gaps and path_length(now) > 0:
        out.append(tuple(now))
    return out
