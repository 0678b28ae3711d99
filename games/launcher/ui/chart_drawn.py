"""A chart as it looks on a screen: drawn in a notebook, with thin axes, dots, one line, a pale band."""

from __future__ import annotations

from games.kit.canvas import Canvas, Colour
from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart
from games.launcher.ui.theme import Palette

LINE = 0.9  # mm
AXIS = 0.3
BAND = "38"  # opacity of the band (hexadecimal)
OTHERS = "50"


def draw_chart(canvas: Canvas, palette: Palette, chart: Chart, at: Vec, em: float, colour: Colour) -> None:
    """Draw a chart whose box has its upper left corner here."""
    corner, end = at + chart.corner, at + chart.corner + chart.field
    if chart.band is not None:
        canvas.rect(at + chart.band[0], chart.band[1], colour[:7] + BAND)
    for tick in chart.up:
        y = at.y + tick.at.y
        canvas.line((Vec(corner.x, y), Vec(end.x, y)), palette.track, AXIS)
        canvas.text(tick.words, Vec(corner.x - em * 0.35, y), em, palette.muted, "regular", "right")
    for tick in chart.across:
        x = at.x + tick.at.x
        canvas.line((Vec(x, end.y), Vec(x, end.y + em * 0.3)), palette.border, AXIS * 1.5)
        canvas.text(tick.words, Vec(x, end.y + em * 1.0), em, palette.muted, "regular", "centre")
    canvas.line((Vec(corner.x, end.y), end), palette.border, AXIS * 1.5)
    for dot in chart.others:
        canvas.circle(at + dot, chart.dot * 0.7, palette.border[:7] + OTHERS)
    for dot in chart.own:
        canvas.circle(at + dot, chart.dot, colour[:7] + "90")
    if chart.line:
        canvas.line([at + point for point in chart.line], palette.surface, LINE * 2.4)
        canvas.line([at + point for point in chart.line], colour, LINE)
