"""The sheet of paper on the table, and the wet paint that is kept on it."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas, Layer
from games.kit.geometry import ORIGIN, Vec
from games.kit.painting import Entry, Painting
from games.paint.layout import SHEET
from games.paint.sheet import Sheet

GRAIN = 95.0  # mm that one picture of the paper covers
TINTS = {"cotton": "#F8F4EA", "cream": "#F0E2C2", "kraft": "#C4A278", "slate": "#39424A"}
AT_ONCE = 900  # most entries of the log painted in one frame ...
BEHIND = 2700  # ... and remaining entries from which on a progress bar is shown
LASTS = 34.0  # brush widths until a brush of the studio is dry
TIP, TIP_OPACITY = 0.36, "A8"  # size of the wet tip as a share of the brush, and its opacity
BAR, BAR_DONE = "#26303F40", "#0B4F6C"


def draw_paper(canvas: Canvas, name: str = "cotton", top: float = 0.0) -> None:
    """A sheet of this paper that lies on the table, with its shadow."""
    at, size = Vec(SHEET, SHEET + top), canvas.size - Vec(2 * SHEET, 2 * SHEET + top)
    canvas.kept("paint paper", (canvas.size, name, top), lambda kept: _paper(kept, at, size, name))


def _paper(canvas: Canvas, at: Vec, size: Vec, name: str) -> None:
    for spread, strength in ((2.4, "16"), (1.3, "22"), (0.4, "38")):
        grow = Vec(spread, spread)
        canvas.rect(at + Vec(0.8, 1.3) - grow, size + grow * 2, "#1A0E06" + strength, 1.0 + spread)
    canvas.rect(at, size, TINTS[name], 0.8)
    canvas.tile(f"paint/{name}", at, size, GRAIN)
    canvas.rect(at, size, "#5A422840", 0.8, border=0.25)


def draw_ink(canvas: Canvas, sheet: Sheet, lasts: float = 0.0) -> float:
    """Paint what is new on a sheet; the layer keeps the rest. `lasts`: brush widths until a brush is dry; 0: never.
    Returns the share that is painted, 0 to 1."""
    layer = canvas.layer(f"paint {sheet.name}")
    drawn = _onto(layer, sheet.log, len(sheet.log), lasts)
    return 1.0 if len(sheet.log) - drawn < BEHIND else drawn / len(sheet.log)


def draw_tip(canvas: Canvas, at: Vec, size: float, colour: str) -> None:
    """Draw the wet tip of a brush at the newest place of its finger, because the paint follows a step later."""
    canvas.circle(at, size * TIP, colour + TIP_OPACITY)


def draw_bar(canvas: Canvas, share: float) -> None:
    """Draw a progress bar at the foot of the paper while a large picture is painted again."""
    at, room = Vec(canvas.size.x * 0.3, canvas.size.y - 16.0), canvas.size.x * 0.4
    canvas.rect(at, Vec(room, 3.0), BAR, 1.5)
    canvas.rect(at, Vec(max(3.0, room * share), 3.0), BAR_DONE, 1.5)


def draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    """Paint paper and log at the corner of a canvas, up to an entry; returns the number of entries painted so far."""
    size = painting.size * scale
    canvas.rect(Vec(0, 0), size, TINTS.get(painting.paper, TINTS["cotton"]))
    canvas.tile(f"paint/{painting.paper if painting.paper in TINTS else 'cotton'}", Vec(0, 0), size, GRAIN * scale)
    with canvas.clip(Vec(0, 0), size):
        return _onto(canvas.layer(name), painting.log, upto, LASTS, painting.corner, scale)


def _onto(layer: Layer, log: Sequence[Entry], upto: int, lasts: float, corner: Vec = ORIGIN, scale: float = 1.0) -> int:
    """Paint new entries of the log on the layer, as many as a frame has time for; returns the number painted so far."""
    if layer.drawn > upto:  # start again
        layer.clear()
        layer.drawn = 0
    for place in range(layer.drawn, min(upto, layer.drawn + AT_ONCE)):  # each read only when there is time to paint it
        if layer.tired:
            break
        _put(layer, log[place], lasts, corner, scale)
        layer.drawn += 1
    return layer.drawn


def _put(layer: Layer, entry: Entry, lasts: float, corner: Vec, scale: float) -> None:
    kind = entry.kind
    if kind == "mark":
        layer.mark()
    elif kind in ("begin", "to"):
        size = entry.size * scale
        layer.brush(entry.stroke, (entry.at - corner) * scale, size / 2, entry.colour, lasts * size)
    elif kind == "end":
        layer.lift(entry.stroke)
    elif kind == "back":
        layer.back()
    elif kind == "forth":
        layer.forth()
    else:
        layer.clear()
