"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.kit.canvas import Canvas
    from games.kit.game import Table
    from games.kit.geometry import Vec
    from games.pennies.levels import PenniesSettings
    from games.pennies.rules import PenniesRules


def rules(table: Table[PenniesSettings]) -> PenniesRules:
    """One play of a level."""
    from games.pennies.rules import PenniesRules

    return PenniesRules(table)


def draw_tower(canvas: Canvas, foot: Vec, width: float, tall: float, number: int) -> None:
    """See `miniature.py`."""
    from games.pennies.miniature import draw_tower as draw_tower_now

    draw_tower_now(canvas, foot, width, tall, number)


def draw(rules: PenniesRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.pennies.view import draw as draw_now

    draw_now(rules, canvas)


def draw_ghost(rules: PenniesRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.pennies.view import draw_ghost as draw_ghost_now

    draw_ghost_now(rules, canvas)
