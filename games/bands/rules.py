"""What happens when fingers move on the table of Rubber bands; pure."""

from __future__ import annotations

from collections.abc import Sequence

from games.bands.levels import BandsSettings
from games.bands.lifting import Lifting
from games.bands.pulling import Geoboard, Slingshot
from games.bands.spread import Spread
from games.kit.fingers import Command, Fingers
from games.kit.game import Table

Play = Spread | Lifting | Slingshot | Geoboard


class BandsRules:
    """One level: a band to open, a finger to lift, a slingshot, or a board of pegs."""

    def __init__(self, table: Table[BandsSettings]) -> None:
        self.table = table
        settings = table.settings
        kinds: dict[str, type[Play]] = {"spread": Spread, "lift": Lifting, "sling": Slingshot, "pegs": Geoboard}
        self.play: Play = kinds[settings.play](table)

    @property
    def taken(self) -> tuple[int, ...]:
        """The ids of fingers that hold the band, or rest to be lifted."""
        play = self.play
        if isinstance(play, Spread):
            return tuple(finger.id for finger in play.held)
        if isinstance(play, Lifting):
            return tuple(finger.id for finger in play.resting)
        return play.hook.ids

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        self.play.step(fingers, commands, dt)
