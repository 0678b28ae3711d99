"""The visual guides of Playdough: the board, the wanted outline, hints, the bell, the tray, words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.dough.layout import Spot
from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between, distance

STONE, STONE_LIGHT, STONE_DARK = "#97A9A7", "#E2E8E2", "#5C6E70"
SLAB = 250.0  # mm that one picture of marble covers
FLOUR = "#FFF8E8"
LINE, LINE_DEEP = "#FFFDF4", "#5A3012"
INK, PAPER = "#1B1F2A", "#FFFDF6"
BRASS, BRASS_LIGHT, BRASS_DARK, READY = "#D9A93C", "#FFE9A6", "#8A6116", "#2F7A55"
DASH, LEFT_OUT = 3.0, 1.9  # mm


def board(canvas: Canvas) -> None:
    """A floured marble slab that fills the table."""
    size = canvas.size
    canvas.rect(Vec(1.2, 1.6), size - Vec(2.4, 2.4), "#1A0C0460", 5.0)
    canvas.rect(Vec(1.0, 1.0), size - Vec(2.0, 2.6), STONE_DARK, 5.0)
    canvas.rect(Vec(1.0, 1.0), size - Vec(2.0, 3.6), STONE, 5.0)
    corner, inner = Vec(1.0, 1.0), size - Vec(2.0, 3.6)
    with canvas.clip(corner + Vec(0.6, 0.6), inner - Vec(1.2, 1.2)):
        canvas.tile("dough/marble", corner, inner, SLAB, 5.0)
        glow = ((0.0, FLOUR + "38"), (1.0, FLOUR + "00"))
        flour = ((0.0, FLOUR + "78"), (0.55, FLOUR + "30"), (1.0, FLOUR + "00"))
        canvas.soft(
            _soft_box(corner, inner, 5.0),
            [
                (size * 0.32, Vec(size.x * 1.3, size.y * 1.9), 0.0, glow),
                (size * 0.5, Vec(size.x * 0.9, size.y), 0.0, flour),
            ],
        )
    canvas.rect(corner, inner, STONE_LIGHT + "B0", 5.0, border=0.6)


def _soft_box(corner: Vec, size: Vec, radius: float) -> list[Vec]:
    """The outline of a box with round corners."""
    out = []
    for k, (x, y) in enumerate(((1, 1), (0, 1), (0, 0), (1, 0))):
        hub = Vec(corner.x + (size.x - radius if x else radius), corner.y + (size.y - radius if y else radius))
        for n in range(7):
            turn = math.pi / 2 * (k + n / 6)
            out.append(hub + Vec(math.cos(turn), math.sin(turn)) * radius)
    return out


def pressed(canvas: Canvas, outlines: Sequence[Sequence[Vec]]) -> None:
    """Draw the wanted outlines, pressed into the flour."""
    for outline in outlines:
        canvas.polygon(outline, LINE_DEEP + "30")
        canvas.polygon([p + Vec(0.5, 0.7) for p in outline], FLOUR + "58")


def dashed(canvas: Canvas, outlines: Sequence[Sequence[Vec]], there: bool) -> None:
    """Draw the wanted outlines above everything: dashes of flour on a dark line."""
    for outline in outlines:
        around = (*outline, outline[0])
        canvas.line(around, LINE_DEEP + "58", 1.5)
        if there:
            canvas.line(around, "#DFF6E4", 0.9)
            continue
        for dash in _dashes(around):
            canvas.line(dash, LINE, 0.9)


def _dashes(line: Sequence[Vec]) -> list[list[Vec]]:
    out: list[list[Vec]] = []
    now, drawing, left = [line[0]], True, DASH
    for a, b in pairwise(line):
        leg, at = distance(a, b), 0.0
        while leg - at > left:
            at += left
            place = between(a, b, at / leg)
            if drawing:
                out.append([*now, place])
            now, drawing = [place], not drawing
            left = DASH if drawing else LEFT_OUT
        left -= leg - at
        if drawing:
            now.append(b)
    if drawing and len(now) > 1:
        out.append(now)
    return out


def arrow(canvas: Canvas, start: Vec, end: Vec) -> None:
    """Draw a hint: a fingertip, and where it goes."""
    canvas.circle(start + Vec(0.3, 0.5), 4.9, LINE_DEEP + "60", border=1.8)
    canvas.circle(start, 4.6, LINE + "50")
    canvas.circle(start, 4.6, LINE, border=1.1)
    far = distance(start, end)
    if far < 0.5:
        canvas.circle(start, 2.0, LINE)
        canvas.circle(start, 7.4, LINE + "B0", border=0.8)
        return
    unit = (end - start) * (1.0 / far)
    tip = start + unit * max(far, 10.0)
    aside = Vec(-unit.y, unit.x)
    base = tip - unit * 3.4
    canvas.line([start + unit * 5.2, base], LINE_DEEP + "80", 2.2)
    canvas.line([start + unit * 5.2, base], LINE, 1.2)
    canvas.polygon([tip + unit * 0.6, base + aside * 2.9, base - aside * 2.9], LINE_DEEP + "80")
    canvas.polygon([tip, base + aside * 2.3, base - aside * 2.3], LINE)


def bell(canvas: Canvas, spot: Spot, share: float, need: float, ready: bool) -> None:
    """Draw the bell to ring when the shape is done, with the matching share around it."""
    at, radius = spot.at, spot.radius
    canvas.circle(at + Vec(0.5, 0.9), radius, "#1A0C0450")
    canvas.circle(at, radius, READY if ready else PAPER)
    part = min(1.0, share / max(need, 0.01))
    canvas.circle(at, radius - 0.5, "#00000022", border=1.5)
    canvas.arc(at, radius - 1.25, 0.0, 2 * math.pi * max(0.02, part), "#FFFFFF" if ready else READY, 1.6)
    metal, shine = (BRASS_LIGHT, "#FFFFFF") if ready else (BRASS, BRASS_LIGHT)
    dome = [
        at + Vec(math.cos(math.pi * (1 + k / 14)), math.sin(math.pi * (1 + k / 14))) * (radius * 0.42)
        for k in range(15)
    ]
    low = Vec(0, radius * 0.14)
    canvas.polygon([p + low for p in dome], metal)
    canvas.rect(at + Vec(-radius * 0.52, radius * 0.18), Vec(radius * 1.04, radius * 0.13), metal, radius * 0.06)
    canvas.circle(at + Vec(0, -radius * 0.34), radius * 0.09, metal)
    canvas.line([p + low + Vec(radius * 0.06, radius * 0.07) for p in dome[2:6]], shine, 0.6)


def tool(canvas: Canvas, spot: Spot, icon: str, chosen: bool) -> None:
    """One tool of the free table."""
    at, radius = spot.at, spot.radius
    canvas.circle(at + Vec(0.5, 0.9), radius, "#1A0C0450")
    canvas.circle(at, radius, READY if chosen else PAPER)
    ink = "#FFFFFF" if chosen else INK
    if icon == "thumb":
        canvas.circle(at, radius * 0.50, ink, border=radius * 0.22)
    elif icon == "knife":
        canvas.line([at + Vec(-0.45, 0.45) * radius, at + Vec(-0.1, 0.1) * radius], ink, radius * 0.20)
        blade = [Vec(-0.12, -0.02), Vec(0.42, -0.58), Vec(0.52, -0.30), Vec(0.06, 0.16)]
        canvas.polygon([at + p * radius for p in blade], ink)
    else:
        canvas.icon(icon, at, radius * 1.15, ink)
