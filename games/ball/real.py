"""A real ball in the hand: the table paces the squeezes, and one tap or key counts each."""

from __future__ import annotations

from collections.abc import Sequence

from games.ball import place
from games.ball.levels import BallSettings
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.task import Grip, Outcome

AGAIN = 0.6  # s; no squeeze is counted sooner after another


class Counting:
    """Taps anywhere, each one squeeze of a real ball."""

    def __init__(self, table: Table[BallSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.centre = place.centre(table)
        self.usual = place.usual_span(table)
        self.count = 0
        self.first_touch: float | None = None
        self.pressed: Finger | None = None
        self.counted_at = -9.0
        self._began = 0.0
        self._ask()

    @property
    def goal(self) -> float:
        """The opening that is shown, in mm."""
        return self.usual * (1 - self.settings.depth)

    def _ask(self) -> None:
        width = 2 * self.settings.tolerance * self.usual
        # The screen cannot measure a real ball: a tap only says that it was squeezed.
        press = ((0.0, self.goal),)
        self.table.ask(Grip(self.centre, self.usual, self.goal, width, 0.0, 2, self.settings.beat or None, press))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        now = self.table.now
        finger = self.pressed
        if finger is not None:
            paused = any(command.name == "pause" for command in commands)
            if paused:
                self.pressed = None
                self.table.finish(Outcome.INTERRUPTED, began=self._began, fingers=(finger.id,))
                self._ask()
            elif finger.state == "cancelled":
                self.pressed = None
            elif finger.hovering or finger.state != "down":
                self.pressed, self.counted_at = None, now
                self.count += 1
                let_go = finger.lifted_at if finger.state != "down" else now
                self.table.cue("land", self.centre)
                began = self._began
                self.table.finish(Outcome.DONE, began=began, let_go=max(began, let_go), fingers=(finger.id,))
                self._ask()
            return
        for new in fingers.pressed:
            if new.state != "cancelled" and now - self.counted_at >= AGAIN:
                self.pressed = new
                self._began = max(new.born, self.table.asked_at[0])
                if self.first_touch is None:
                    self.first_touch = now
                self.table.cue("squish", self.centre)
                return
