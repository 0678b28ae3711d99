"""The view of Playdough: draws the rules and never changes them."""

from __future__ import annotations

import math

from games.dough import guides, softness
from games.dough.album import seen
from games.dough.layout import LARGEST
from games.dough.loops import Loop
from games.dough.rules import DoughRules
from games.kit import slip
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.motion import GLOW, ease_out, share
from games.kit.painting import Painting

RIM = 6.0  # mm; the rim of the board that is left out of pictures
WAITS = 2.5  # s without a finger until hints are shown; at once before the first touch
ICONS = {"hand": "finger", "thumb": "thumb", "knife": "knife", "again": "redo", "save": "save"}


def draw(rules: DoughRules, canvas: Canvas) -> None:
    """The board, what is asked for, the dough, and whatever shows the way."""
    asked = rules.wanted.outlines
    key = (canvas.size, () if rules.free else asked)

    def still(kept: Canvas) -> None:
        guides.board(kept)
        if not rules.free:
            guides.pressed(kept, asked)

    canvas.kept("dough board", key, still)
    _lump(rules, canvas)
    if not rules.free:
        over = (asked, rules.reached)
        canvas.kept("dough outline", (canvas.size, over), lambda kept: guides.dashed(kept, asked, rules.reached))
    _light(rules, canvas)
    now = rules.table.now
    first = rules.strokes == 0 and not rules.hands.tools and not rules.reached
    if not rules.free and first:
        for start, end in rules.ways[1:] or rules.ways:
            guides.arrow(canvas, start, end)
    _spots(rules, canvas)
    if rules.comes_back and rules.pressed_part == 0.0:
        slip.words(canvas, canvas.say("dough.undo"))
    elif rules.settings.note and rules.count == 0 and rules.strokes == 0 and rules.pressed_part == 0.0:
        slip.words(canvas, canvas.say(f"dough.{rules.settings.note}"))
    elif rules.reached and not rules.free and now > 0:
        slip.words(canvas, canvas.say("dough.ready"))


def draw_ghost(rules: DoughRules, canvas: Canvas) -> None:
    """The rim of the dough, and what was finished."""
    for outline in rules.lump.outlines():
        canvas.line((*outline, outline[0]), "#FFF6E0", 1.6)
        canvas.line((*outline, outline[0]), "#5A3A1C", 0.6)


def saved(rules: DoughRules) -> tuple[Vec, Vec] | None:
    """The free table without its tools; None elsewhere."""
    if not rules.free:
        return None
    size, spots = rules.table.size, rules.layout.tools(rules.table.size)
    wide = spots[0].radius * 2 + 6.0
    corner = Vec(0.0 if spots[0].at.x > size.x / 2 else wide, 0.0)
    return corner, Vec(size.x - wide, size.y)


def painting(rules: DoughRules) -> Painting | None:
    """The log of snapshots of the free table; None if there are none."""
    there = saved(rules)
    if there is None or not rules.table.reps:
        return None
    return Painting(*there, f"board {rules.layout.radius / LARGEST:.6f}", rules.album.log)


def draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    """Draw the board and the dough as of entry `upto` of the log; completed in a single call."""
    size = painting.size * scale
    where, lump = seen(painting.log, upto)

    def still(kept: Canvas) -> None:  # without its rim, which is the table's
        with kept.clip(Vec(0.0, 0.0), size), kept.shifted(Vec(-RIM, -RIM), size + Vec(2 * RIM, 2 * RIM)):
            guides.board(kept)

    def soft(kept: Canvas) -> None:
        if lump is None:
            return
        for loop in (*lump.loops, lump.flecks, lump.prints):
            _moved(loop, painting.corner, scale)
        softness.draw(kept, lump, [], scale * _share(painting.paper))

    canvas.kept("dough album board", size, still)
    with canvas.clip(Vec(0.0, 0.0), size):
        canvas.kept("dough album", (name, where, scale), soft)
    return upto


def _moved(loop: Loop, corner: Vec, scale: float) -> None:
    loop.x = [(x - corner.x) * scale for x in loop.x]
    loop.y = [(y - corner.y) * scale for y in loop.y]


def _share(paper: str) -> float:
    """The scale of a lump stored by `painting`; 1 if it cannot be read."""
    try:
        return min(1.0, max(0.1, float(paper.split()[-1])))
    except (ValueError, IndexError):
        return 1.0


RING = "#FFE9A8"


def _lump(rules: DoughRules, canvas: Canvas) -> None:
    """The dough, with the fingers in it."""
    tips = []
    for tool in rules.hands.tools:
        if tool.down and tool.kind != "knife":
            at = tool.grip if tool.kind == "pull" else tool.at
            tips.append((at, rules.hands.radius, tool.kind == "pull"))
    lump, part = rules.lump, rules.layout.share
    if tips:
        softness.draw(canvas, lump, tips, part)
    else:
        key = (canvas.size, rules.count, len(rules.table.reps), lump.changes, len(lump.prints.x))
        canvas.kept("dough lump", key, lambda kept: softness.draw(kept, lump, [], part))
    for tool in rules.hands.tools:
        if tool.down and tool.kind == "knife" and tool.way:
            canvas.line([tool.way[0], tool.at], "#FFFFFFB0", 0.9)
            canvas.circle(tool.at, 2.4, "#FFFFFFD0", border=0.9)
        elif tool.down and tool.finger.hovering:
            canvas.circle(tool.at, rules.hands.radius, "#FFFFFFA0", border=0.9)


def _light(rules: DoughRules, canvas: Canvas) -> None:
    """A soft light round what was finished."""
    if rules.ended is None or rules.ended[1].value != "done" or rules.free or not rules.made:
        return
    part = share(rules.table.now, rules.ended[0], GLOW)
    if 0 < part < 1:
        wide = 1.5 if canvas.calm else 1.5 + 5.0 * ease_out(part)
        for outline in rules.made[-1][1]:
            canvas.line((*outline, outline[0]), f"#FFF3CF{round(150 * (1 - part)):02X}", wide)


def _spots(rules: DoughRules, canvas: Canvas) -> None:
    """The bell; or the tools of the free table."""
    if rules.free:
        back, chosen = rules.comes_back, rules.tool

        def tools(kept: Canvas) -> None:
            for spot in rules.layout.tools(kept.size):
                icon = "undo" if spot.name == "again" and back else ICONS[spot.name]
                guides.tool(kept, spot, icon, spot.name == chosen)

        canvas.kept("dough tools", (canvas.size, back, chosen), tools)
        again = next(spot for spot in rules.layout.tools(canvas.size) if spot.name == "again")
        if rules.pressed_part > 0.05:
            canvas.arc(again.at, again.radius + 0.6, 0.0, 2 * math.pi * rules.pressed_part, RING, 1.8)
            slip.words(canvas, canvas.say("dough.hold on"))
        return
    bell, share, need = rules.layout.bell, round(rules.share, 2), rules.settings.match
    key = (canvas.size, bell, share, need, rules.reached)
    canvas.kept("dough bell", key, lambda kept: guides.bell(kept, bell, share, need, rules.reached))
    _tray(rules, canvas)


def _tray(rules: DoughRules, canvas: Canvas) -> None:
    """What is made lies small on the other side."""
    if not rules.made:
        return
    size, bell = canvas.size, rules.layout.bell
    high = min(15.0, size.y * 0.13)
    side = 1.0 if bell.at.x > size.x / 2 else -1.0

    def draw(kept: Canvas) -> None:
        most = max(1, min(len(rules.made), int((size.y - 24.0) / (high + 2.0))))
        for row, (_, outlines) in enumerate(rules.made[-most:]):
            at = Vec(size.x / 2 - side * (size.x / 2 - 4.0 - high / 2), 4.0 + high / 2 + row * (high + 2.0))
            xs, ys = [p.x for o in outlines for p in o], [p.y for o in outlines for p in o]
            hub = Vec((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            scale = (high - 2.4) / max(max(xs) - min(xs), max(ys) - min(ys))
            kept.circle(at + Vec(0.4, 0.6), high / 2, "#1A0C0440")
            kept.circle(at, high / 2, guides.PAPER)
            for index, outline in enumerate(outlines):
                hole = index > 0 and len(outlines) == 2 and rules.made[-most:][row][0] == "ring"
                colour = guides.PAPER if hole else "#C98546"
                kept.polygon([at + (p - hub) * scale for p in outline], colour)

    canvas.kept("dough tray", (size, len(rules.table.reps)), draw)
