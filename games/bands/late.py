"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.bands.levels import BandsSettings
    from games.bands.rules import BandsRules
    from games.kit.canvas import Canvas
    from games.kit.game import Table


def rules(table: Table[BandsSettings]) -> BandsRules:
    """One play of a level."""
    from games.bands.rules import BandsRules

    return BandsRules(table)


def draw(rules: BandsRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.bands.view import draw as draw_now

    draw_now(rules, canvas)


def draw_ghost(rules: BandsRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.bands.view import draw_ghost as draw_ghost_now

    draw_ghost_now(rules, canvas)
