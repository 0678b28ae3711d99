"""A goal to play for: a challenge, whoever set it, where its results lead, and whose recording may play beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from games.catalog import named
from games.launcher.progress.challenges import Challenge
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.words import say

if TYPE_CHECKING:
    from games.launcher.challenging import Sent
    from games.launcher.ended import Ended


@dataclass(frozen=True)
class Goal:
    """What a block is played for. The same goal, played again, is the same table."""

    challenge: Challenge
    back: Callable[[], Screen]  # makes the screen that the results lead back to
    ghost: Sent | None = None  # of a recording that is verified
    more: Callable[[], Screen] | None = None  # makes the next part of a mix

    def asked(self) -> str | None:
        """The points to reach, in words; None where nobody gave any."""
        return say("to reach", points=self.challenge.points) if self.challenge.points else None

    def answer(self, ended: Ended) -> str | None:
        """Whether they were reached, kindly; None where nobody gave any, or the round was not played to its end."""
        points = self.challenge.points
        if not points or not ended.whole:
            return None
        if ended.score.points > points:
            return say("beaten", points=points)
        return say("reached" if ended.score.points == points else "still to reach", points=points)


def playing(desk: Desk, goal: Goal) -> Screen:
    """The table of a goal; of a part of a mix, its results lead to the next."""
    from games.launcher.screens.play import Play
    from games.launcher.screens.results import Results

    game, level = named(goal.challenge.game), goal.challenge.level
    then = None
    if goal.more is not None:
        more, again = goal.more, replace(goal, more=None)
        then = lambda ended: Results(desk, game, "challenge", level, ended, more, again)  # noqa: E731
    return Play(desk, game, "challenge", level, then=then, goal=goal)
