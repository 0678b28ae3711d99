"""A chart for a report: the same layout as on the screen, as SVG in mm."""

from __future__ import annotations

from html import escape

from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart, Tick

GRAIN = 20  # places of dots in a mm
MUTED, LINE, COURSE, BAND, OTHERS = "#4A5163", "#CFC8BA", "#0B4F6C", "#0B4F6C", "#6B7280"


def svg(chart: Chart, em: float, words: str) -> str:
    """One <svg> element. `em`: letter size on the axes, mm; `words`: the text alternative for screen readers."""
    end = chart.corner + chart.field
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(words, True)}" '
        f'width="{_n(chart.size.x)}mm" height="{_n(chart.size.y)}mm" viewBox="0 0 {_n(chart.size.x)} {_n(chart.size.y)}">'
    ]
    if chart.band is not None:
        corner, size = chart.band
        parts.append(
            f'<rect x="{_n(corner.x)}" y="{_n(corner.y)}" width="{_n(size.x)}" height="{_n(size.y)}" '
            f'fill="{BAND}" fill-opacity="0.16"/>'
        )
    for tick in chart.up:
        parts.append(_line(Vec(chart.corner.x, tick.at.y), Vec(end.x, tick.at.y), LINE, 0.2))
        parts.append(_words(tick, Vec(chart.corner.x - em * 0.35, tick.at.y + em * 0.34), em, "end"))
    for tick in chart.across:
        parts.append(_line(Vec(tick.at.x, end.y), Vec(tick.at.x, end.y + em * 0.3), MUTED, 0.2))
        parts.append(_words(tick, Vec(tick.at.x, end.y + em * 1.35), em, "middle"))
    parts.append(_line(Vec(chart.corner.x, end.y), end, MUTED, 0.25))
    for dots, radius, colour, strength in (
        (chart.others, chart.dot * 0.6, OTHERS, 0.3),
        (chart.own, chart.dot * 0.7, COURSE, 0.55),
    ):
        if dots:  # lines of zero length with round ends: the file is a third as large as with circles
            # To a twentieth of a millimetre. Dots at one place are one: a path is painted once, however often it goes there.
            there = dict.fromkeys((round(dot.x * GRAIN), round(dot.y * GRAIN)) for dot in dots)
            places = "".join([f"M{x / GRAIN:g} {y / GRAIN:g}h0" for x, y in there])
            parts.append(
                f'<path d="{places}" fill="none" stroke="{colour}" stroke-opacity="{strength}" '
                f'stroke-width="{_n(2 * radius)}" stroke-linecap="round"/>'
            )
    if chart.line:
        places = " ".join(f"{_n(point.x)},{_n(point.y)}" for point in chart.line)
        for colour, width in (("#FFFFFF", 1.3), (COURSE, 0.6)):
            parts.append(
                f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width}" '
                'stroke-linejoin="round" stroke-linecap="round"/>'
            )
    return "".join([*parts, "</svg>"])


def _line(start: Vec, end: Vec, colour: str, width: float) -> str:
    return f'<path d="M{_n(start.x)} {_n(start.y)}L{_n(end.x)} {_n(end.y)}" stroke="{colour}" stroke-width="{width}"/>'


def _words(tick: Tick, at: Vec, em: float, anchor: str) -> str:
    return (
        f'<text x="{_n(at.x)}" y="{_n(at.y)}" font-size="{_n(em)}" fill="{MUTED}" text-anchor="{anchor}">'
        f"{escape(tick.words)}</text>"
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
