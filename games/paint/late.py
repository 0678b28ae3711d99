"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.kit.canvas import Canvas
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.kit.painting import Painting
    from games.paint.levels import PaintSettings
    from games.paint.rules import PaintRules


def rules(table: Table[PaintSettings]) -> PaintRules:
    """One play of a level."""
    from games.paint.rules import PaintRules

    return PaintRules(table)


def draw(rules: PaintRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.paint.view import draw as draw_now

    draw_now(rules, canvas)


def saved(rules: PaintRules) -> tuple[Vec, Vec] | None:
    """See `view.py`."""
    from games.paint.view import saved as saved_now

    return saved_now(rules)


def painting(rules: PaintRules) -> Painting | None:
    """See `view.py`."""
    from games.paint.view import painting as painting_now

    return painting_now(rules)


def draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    """See `paper.py`."""
    from games.paint.paper import draw_again as draw_again_now

    return draw_again_now(painting, canvas, name, upto, scale)
