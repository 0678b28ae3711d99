"""One hand and one ball: what squeezing and following a depth share."""

from __future__ import annotations

from games.ball import place
from games.ball.grasp import Grasping
from games.ball.hold import Grasp, Sprung
from games.ball.levels import BallSettings
from games.kit.game import Table
from games.kit.geometry import Vec
from games.kit.task import Outcome


class OneHand:
    """Who holds the ball, how wide that hand is, and how its movements end."""

    def __init__(self, table: Table[BallSettings], follows: bool = False) -> None:
        self.table = table
        self.settings = table.settings
        self.grasping = Grasping(edition=table.edition, follows=follows)
        self.usual = place.usual_span(table)
        self.centre = place.centre(table)
        self.count = 0  # movements that came off
        self.ended: tuple[float, Outcome] | None = None  # how the last movement ended
        self.sprung: Sprung | None = None

    @property
    def grasp(self) -> Grasp | None:
        """Who holds the ball now."""
        return self.grasping.grasp

    @property
    def span(self) -> float:
        """The span of the open hand, in mm."""
        return self.grasp.open if self.grasp is not None else self.usual

    @property
    def width(self) -> float:
        """The width of the tolerance in mm."""
        return 2.0 * self.settings.tolerance * self.span

    def around(self) -> tuple[Vec, int]:
        """Around which place the next movement is asked for, and of how many fingers."""
        grasp = self.grasp
        centre = self.centre if grasp is None else grasp.centre
        return centre, len(grasp.fingers) if grasp is not None and grasp.way == "pinch" else 2

    def record(self, outcome: Outcome, grasp: Grasp, began: float, let_go: float) -> None:
        """Record the rep of this grasp, and let it be seen and heard how it ended."""
        if outcome is Outcome.DONE:
            self.count += 1
            self.table.cue("land", self.centre)
        elif outcome is not Outcome.INTERRUPTED:
            self.table.cue("spring", self.centre)
        self.ended = self.table.now, outcome
        self.table.finish(outcome, began=began, let_go=max(began, let_go), fingers=grasp.ids)
