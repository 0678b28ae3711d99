"""A picture of the rules of Stress ball, which it never changes."""

from __future__ import annotations

from games.ball.rules import BallRules
from games.kit.canvas import Canvas


def draw(rules: BallRules, canvas: Canvas) -> None:
    """The ball."""
    canvas.circle(canvas.size * 0.5, 20, "#1f7d70")
