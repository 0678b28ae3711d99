"""What of the game is imported only when it is played, so that Home appears sooner: rules and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.ball.levels import BallSettings
    from games.ball.rules import BallRules
    from games.kit.canvas import Canvas
    from games.kit.game import Table


def rules(table: Table[BallSettings]) -> BallRules:
    """One play of a level."""
    from games.ball.rules import BallRules

    return BallRules(table)


def draw(rules: BallRules, canvas: Canvas) -> None:
    """See `view.py`."""
    from games.ball.view import draw as draw_now

    draw_now(rules, canvas)
