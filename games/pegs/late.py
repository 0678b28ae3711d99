"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from games.kit.canvas import Canvas
    from games.kit.game import Table
    from games.pegs.levels import PegsSettings
    from games.pegs.rules import PegsRules


def rules(table: Table[PegsSettings]) -> PegsRules:
    """One play of a level."""
    from games.pegs.rules import PegsRules

    return PegsRules(table)


def keepsake(settings: PegsSettings, seed: int) -> Callable[[Canvas], None] | None:
    """See `keepsake.py`."""
    from games.pegs.keepsake import keepsake as keepsake_now

    return keepsake_now(settings, seed)


def draw(rules: PegsRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.pegs.view import draw as draw_now

    draw_now(rules, canvas)


def draw_ghost(rules: PegsRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.pegs.view import draw_ghost as draw_ghost_now

    draw_ghost_now(rules, canvas)
