"""What happens when fingers move on the table of Stress ball; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.ball.bubbles import Popping
from games.ball.levels import BallSettings
from games.ball.real import Counting
from games.ball.squeezing import Squeezing
from games.ball.tracking import Tracking
from games.kit.fingers import Command, Fingers
from games.kit.game import Table

Play = Squeezing | Tracking | Popping | Counting


class BallRules:
    """One level: squeezes, a depth to follow in time, bubbles to pop, or a real ball to count with."""

    def __init__(self, table: Table[BallSettings]) -> None:
        self.table = table
        settings = table.settings
        self.play: Play
        if settings.play == "real":
            self.play = Counting(table)
        elif settings.play == "bubbles":
            self.play = Popping(table)
        elif settings.curve:
            self.play = Tracking(table)
        else:
            self.play = Squeezing(table)

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that hold the ball or a bubble; a real ball is squeezed beside the screen."""
        play = self.play
        if isinstance(play, Popping):
            return tuple(finger.id for finger in play.fingers)
        if isinstance(play, Counting):
            return (0,)
        return () if play.grasp is None else play.grasp.ids

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        self.play.step(fingers, commands, dt)
