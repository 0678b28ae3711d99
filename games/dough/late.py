"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.dough.levels import DoughSettings
    from games.dough.rules import DoughRules
    from games.kit.canvas import Canvas
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.kit.painting import Painting


def rules(table: Table[DoughSettings]) -> DoughRules:
    """One play of a level."""
    from games.dough.rules import DoughRules

    return DoughRules(table)


def draw(rules: DoughRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.dough.view import draw as draw_now

    draw_now(rules, canvas)


def draw_ghost(rules: DoughRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.dough.view import draw_ghost as draw_ghost_now

    draw_ghost_now(rules, canvas)


def saved(rules: DoughRules) -> tuple[Vec, Vec] | None:
    """See `view.py`."""
    from games.dough.view import saved as saved_now

    return saved_now(rules)


def painting(rules: DoughRules) -> Painting | None:
    """See `view.py`."""
    from games.dough.view import painting as painting_now

    return painting_now(rules)


def draw_again(painting: Painting, canvas: Canvas, name: str, upto: int, scale: float) -> int:
    """See `view.py`."""
    from games.dough.view import draw_again as draw_again_now

    return draw_again_now(painting, canvas, name, upto, scale)
