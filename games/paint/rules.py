"""What happens when fingers move on the paper: guided pieces, or the studio; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Command, Fingers
from games.kit.game import Table
from games.paint.guided import Guided
from games.paint.levels import PaintSettings
from games.paint.sheet import Sheet
from games.paint.studio import Studio


class PaintRules:
    """One sheet after the other, painted as asked; or one to paint as you like."""

    def __init__(self, table: Table[PaintSettings]) -> None:
        self.table = table
        self.studio = Studio(table) if table.settings.picture == "studio" else None
        self.guided = None if self.studio is not None else Guided(table)

    @property
    def sheet(self) -> Sheet:
        """The paper that is painted on."""
        play = self.studio or self.guided
        assert play is not None
        return play.sheet

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that paint or press a tool."""
        if self.studio is not None:
            return self.studio.taken
        assert self.guided is not None
        return () if self.guided.pen is None else (self.guided.pen.finger.id,)

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        play = self.studio or self.guided
        assert play is not None
        play.step(fingers, commands)
