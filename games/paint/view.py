"""The view of Finger paint: draws the rules and never changes them."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.gallery import Made
from games.kit.geometry import ORIGIN, Vec
from games.kit.painting import Painting
from games.paint.guided_view import draw_guided, draw_wash
from games.paint.layout import SHEET
from games.paint.paper import draw_ink, draw_paper
from games.paint.rules import PaintRules
from games.paint.studio import PAPERS
from games.paint.studio_view import draw_studio


def draw(rules: PaintRules, canvas: Canvas) -> None:
    """The paper, what is to be painted, the paint, and the tools."""
    if rules.studio is not None:
        draw_studio(rules.studio, canvas)
    elif rules.guided is not None:
        draw_guided(rules.guided, canvas)


def saved(rules: PaintRules) -> tuple[Vec, Vec] | None:
    """The studio's paper: its corner and size."""
    if rules.studio is None:
        return None
    corner = Vec(SHEET, rules.studio.foot)
    return corner, rules.table.size - corner - Vec(SHEET, SHEET)


def painting(rules: PaintRules) -> Painting | None:
    """What is painted in the studio, if anything is."""
    there = saved(rules)
    if rules.studio is None or there is None or not rules.studio.sheet.strokes:
        return None
    return Painting(*there, PAPERS[rules.studio.paper], rules.studio.sheet.log)


def made(rules: PaintRules) -> Made:
    """The painting alone: the paper and its paint, without pencil and tools."""
    guided, size = rules.guided, rules.table.size
    if guided is None:
        where = saved(rules)
        assert where is not None  # without guidance it is the studio
        return Made(*where)
    sheet = guided.full if guided.full is not None and not guided.done else guided.sheet

    def draw(canvas: Canvas) -> None:
        draw_paper(canvas)
        draw_wash(guided, canvas)
        draw_ink(canvas, sheet)

    return Made(ORIGIN, size, draw)
