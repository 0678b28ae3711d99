"""The sheet of paper on the table, and the wet paint that is kept on it."""

from __future__ import annotations

from games.kit.canvas import Canvas, Layer
from games.kit.geometry import Vec
from games.paint.layout import SHEET
from games.paint.sheet import Entry, Sheet

GRAIN = 95.0  # mm that one picture of the paper covers
TINTS = {"cotton": "#F8F4EA", "cream": "#F0E2C2", "kraft": "#C4A278", "slate": "#39424A"}
AT_ONCE = 900  # entries of the log that one frame puts on the paper: a picture of an hour comes back in a few frames


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


def draw_ink(canvas: Canvas, sheet: Sheet, lasts: float = 0.0) -> None:
    """The paint on a sheet: only what is new is painted; the layer keeps the rest. `lasts`: brush widths that one
    brushful paints; 0: it never runs dry."""
    layer = canvas.layer(f"paint {sheet.name}")
    if layer.drawn > len(sheet.log):  # the same block begun anew
        layer.clear()
        layer.drawn = 0
    upto = min(len(sheet.log), layer.drawn + AT_ONCE)
    for entry in sheet.log[layer.drawn : upto]:
        _put(layer, entry, lasts)
    layer.drawn = upto


def _put(layer: Layer, entry: Entry, lasts: float) -> None:
    kind = entry.kind
    if kind == "mark":
        layer.mark()
    elif kind in ("begin", "to"):
        layer.brush(entry.stroke, entry.at, entry.size / 2, entry.colour, lasts * entry.size)
    elif kind == "end":
        layer.lift(entry.stroke)
    elif kind == "back":
        layer.back()
    elif kind == "forth":
        layer.forth()
    else:
        layer.clear()
