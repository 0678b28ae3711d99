"""A picture of the rules of Playdough, which it never changes."""
from games.kit.canvas import Canvas
from games.dough.rules import DoughRules


def draw(rules: DoughRules, canvas: Canvas) -> None:
    """All."""
    for o in rules.wanted.outlines:
        canvas.polygon(o, "#FFFFFF80")
    for o in rules.lump.outlines():
        canvas.polygon(o, "#D09050")
