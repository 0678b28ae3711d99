"""Enter the code of a challenge: a whole one opens its challenge at once."""

from __future__ import annotations

from games.launcher.challenge.exchange import Received
from games.launcher.progress.codes import LENGTH, LONGER, NotACode, read_code
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.ui.code_pad import CodePad


class CodeEntry(CodePad):
    """The last character opens the challenge, or says that the code is not valid. One that is no code with 12 characters
    may be one with the next."""

    name = "code"
    longest, dots = LONGER, LENGTH

    def __init__(self, desk: Desk, _place: places.CodeEntry) -> None:
        super().__init__(desk)

    def changed(self) -> None:
        if len(self.written) not in (LENGTH, LONGER):
            return
        try:
            found = Received(read_code(self.written))
        except NotACode as error:
            self.why = self.desk.say(f"code {error.reason}")
            return
        self.go(places.Received(found))
