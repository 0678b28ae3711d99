"""How the studio looks: porcelain cups of colour, the tools, the paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.paint.colours import COLOURS, OWN
from games.paint.paper import LASTS, TINTS, draw_bar, draw_ink, draw_paper, draw_tip
from games.paint.studio import PAPERS, SIZES, Studio
from games.paint.toolbar import Tool, wait

INK, RING, DONE = "#26303F", "#FFE9A8", "#0B4F6C"
GROUPS = ((*COLOURS, OWN), ("size", "mirror"), ("paper",), ("undo", "redo"), ("save", "clear"))
PLATE = 1.07  # of a tool's radius: half the height of the plate under it
ICONS = {"save": "save", "undo": "undo", "redo": "redo", "clear": "erase"}


def draw_studio(rules: Studio, canvas: Canvas) -> None:
    """The paper with its paint, the tools over it."""
    draw_paper(canvas, PAPERS[rules.paper], rules.foot - 4.0)
    with canvas.clip(Vec(4.0, rules.foot), canvas.size - Vec(8.0, rules.foot + 4.0)):
        there = draw_ink(canvas, rules.sheet, LASTS)
        for tip in rules.tips():
            draw_tip(canvas, *tip)
    if there < 1.0:
        draw_bar(canvas, there)
    if rules.mirror:
        _fold(rules, canvas)
    key = (canvas.size, rules.chosen, rules.cup, rules.stirring, rules.mirror, rules.paper, rules.size)
    ends = (rules.sheet.can_back > 0, rules.sheet.can_forth > 0)
    canvas.kept("paint tools", (key, ends), lambda kept: _tools(rules, kept))
    for held in rules.held.values():
        part = min(1.0, (rules.table.now - held.since) / wait(held.tool.name))
        if not held.acted and part > 0.1:
            canvas.arc(held.tool.at, held.tool.radius + 0.6, 0.0, 2 * math.pi * part, RING, 1.5)


def _fold(rules: Studio, canvas: Canvas) -> None:
    x, y = canvas.size.x / 2, rules.foot + 2.0
    while y < canvas.size.y - 8.0:
        canvas.line((Vec(x, y), Vec(x, y + 3.0)), "#5A534C60", 0.4)
        y += 6.0


def _plates(rules: Studio, canvas: Canvas) -> None:
    """What belongs together lies together: the cups on a rail of walnut, the tools on one of ash, parted by lines."""
    tools = [tool for group in GROUPS[1:] for tool in rules.tools if tool.name in group]
    cups = [tool for tool in rules.tools if tool not in tools]
    for row in (*_in_rows(cups), *_in_rows(tools)):
        r = row[0].radius * PLATE
        corner, size = row[0].at - Vec(r, r), Vec(row[-1].at.x - row[0].at.x + 2 * r, 2 * r)
        canvas.rect(corner + Vec(0.5, 0.8), size, "#1A0E0650", r)
        canvas.rect(corner, size, *(("#4A3424", r) if row[0] in cups else ("#D8C3A0", r)))
    ends = {group[-1] for group in GROUPS[1:-1]}
    for tool, after in pairwise(tools):
        if tool.name in ends and tool.at.y == after.at.y:
            x, half = (tool.at.x + after.at.x) / 2, tool.radius * 0.8
            canvas.line((Vec(x, tool.at.y - half), Vec(x, tool.at.y + half)), "#6B5238", 0.6)


def _in_rows(tools: Sequence[Tool]) -> list[list[Tool]]:
    rows: dict[float, list[Tool]] = {}
    for tool in tools:
        rows.setdefault(tool.at.y, []).append(tool)
    return list(rows.values())


def _tools(rules: Studio, canvas: Canvas) -> None:
    _plates(rules, canvas)
    for tool in rules.tools:
        if tool.name in COLOURS:
            _cup(canvas, tool, COLOURS[tool.name], rules.chosen == tool.name)
        elif tool.name == OWN:
            _cup(canvas, tool, rules.cup or "#00000000", rules.chosen == OWN or rules.stirring)
            if rules.stirring or not rules.cup:
                canvas.icon("plus", tool.at, tool.radius * 0.9, INK if _pale(rules.cup) else "#FFFFFF")
        else:
            _key(rules, canvas, tool)


def _pale(colour: str) -> bool:
    if not colour:
        return True
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.3 * red + 0.6 * green + 0.1 * blue > 130


def _cup(canvas: Canvas, tool: Tool, colour: str, chosen: bool) -> None:
    """A porcelain cup of paint, seen from above."""
    r = tool.radius
    if chosen:
        canvas.circle(tool.at, r + 0.9, RING)
    canvas.picture("paint/cup_shadow", tool.at, r * 2.5)
    canvas.circle(tool.at, r * 0.96, "#FBFAF6")
    canvas.circle(tool.at, r * 0.80, "#D9D4C8")
    if colour != "#00000000":
        canvas.circle(tool.at, r * 0.76, colour)
    canvas.picture("paint/cup", tool.at, r * 2.0)


def _key(rules: Studio, canvas: Canvas, tool: Tool) -> None:
    r, at = tool.radius, tool.at
    on = tool.name == "mirror" and rules.mirror
    canvas.circle(at + Vec(0.4, 0.7), r * 0.96, "#1A0E0640")
    canvas.circle(at, r * 0.96, RING if on else "#FBF9F2")
    canvas.circle(at, r * 0.96, "#6B5A45", border=0.3)
    if tool.name == "size":
        most = r * 0.78
        canvas.circle(at, max(0.8, most * rules.brush / SIZES[-1]), rules.colour)
        canvas.circle(at, max(0.8, most * rules.brush / SIZES[-1]), INK, border=0.3)
    elif tool.name == "mirror":
        for way in (-1, 1):
            wing = (
                at + Vec(way * 0.14 * r, -0.5 * r),
                at + Vec(way * 0.66 * r, -0.3 * r),
                at + Vec(way * 0.14 * r, 0.5 * r),
            )
            canvas.polygon(wing, INK if way < 0 else "#8C93A0")
        canvas.line((at - Vec(0, 0.68 * r), at + Vec(0, 0.68 * r)), INK, 0.4)
    elif tool.name == "paper":
        corner, size = at - Vec(0.46 * r, 0.56 * r), Vec(0.92 * r, 1.12 * r)
        canvas.rect(corner, size, TINTS[PAPERS[(rules.paper + 1) % len(PAPERS)]], 0.4)
        canvas.rect(corner, size, INK, 0.4, border=0.35)
    else:
        there = {"undo": rules.sheet.can_back, "redo": rules.sheet.can_forth}.get(tool.name, 1)
        canvas.icon(ICONS[tool.name], at, r * 1.15, INK if there else "#B9B2A4")
