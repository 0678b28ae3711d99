"""Entering the code of a plan: a key says that it is whole, for plans are of any length."""

from __future__ import annotations

from games.launcher.planning.codes import LONGEST, read_code
from games.launcher.progress.codes import NotACode
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.ui.arranging import Item
from games.launcher.ui.code_pad import CodePad


class PlanCodeEntry(CodePad):
    """The answer to the page below is the plan, or None."""

    name = "plan code"
    longest = LONGEST

    def __init__(self, desk: Desk, _place: places.PlanCode) -> None:
        super().__init__(desk)

    def keys(self) -> list[Item]:
        return [Item("take plan", self.desk.say("plan take"), self._take, "check", main=True)]

    def _take(self) -> None:
        moment = self.desk.clock()
        try:
            self.back(read_code(self.written, moment.local_date, moment.utc_ms))
        except NotACode as error:
            self.why = self.desk.say("plan length" if error.reason == "length" else f"code {error.reason}")
