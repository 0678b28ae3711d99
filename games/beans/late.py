"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.beans.levels import BeansSettings
    from games.beans.rules import BeansRules
    from games.kit.canvas import Canvas
    from games.kit.game import Table


def rules(table: Table[BeansSettings]) -> BeansRules:
    """One play of a level."""
    from games.beans.rules import BeansRules

    return BeansRules(table)


def draw(rules: BeansRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.beans.view import draw as draw_now

    draw_now(rules, canvas)


def draw_ghost(rules: BeansRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.beans.view import draw_ghost as draw_ghost_now

    draw_ghost_now(rules, canvas)
