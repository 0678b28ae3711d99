"""A player's data: taking it along, and bringing some in."""

from __future__ import annotations

from collections.abc import Sequence

from games.launcher.screens.settings.carrying import Carrying, Lines
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.ui.arranging import Item


class YourData(Carrying):
    """Two keys, one for each way."""

    name = "your data"
    titled = "your data"

    def __init__(self, desk: Desk, _place: places.YourData) -> None:
        super().__init__(desk)
        self.laid()

    def told(self) -> Lines:
        say = self.desk.say
        return self.lines(say("your data where"), say("your data file"))

    def keys(self) -> Sequence[Item]:
        say = self.desk.say
        return [
            Item("take along", say("take along"), lambda: self.over(places.TakeAlong()), "up", main=True),
            Item("bring in", say("bring in"), lambda: self.over(places.BringIn()), "down"),
        ]
