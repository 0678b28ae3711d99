"""A picture of the rules of Pegs, which it never changes."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.pegs.rules import PegsRules


def draw(rules: PegsRules, canvas: Canvas) -> None:
    """The board, the trays, the pegs."""
    layout = rules.board.layout
    canvas.rect(layout.board.at, layout.board.size, "#5a3420", 4)
    for tray in layout.trays:
        canvas.rect(tray.at, tray.size, "#40584e", 4)
    if layout.knob:
        canvas.circle(layout.knob, 11, "#b08a4a")
    for hole in rules.board.holes:
        canvas.circle(hole.place, layout.tolerance, "#3a2010")
        canvas.circle(hole.place, layout.peg / 2 + 0.5, "#140a04")
    for peg in rules.board.pegs:
        held = rules.hands.get(peg.slot)
        at = held.shown if held is not None and held.peg is peg else peg.at
        canvas.circle(at, layout.peg / 2, ("#dcb98a", "#9a3a24", "#2a7a68", "#d8a838")[peg.sort.colour])
    asked = rules.table.asked.get(0)
    goal = getattr(asked, "goal", None)
    if isinstance(goal, Vec):
        canvas.circle(goal, layout.tolerance + 1.5, "#FFE9A8", border=1.2)
