"""A goal to play for: a challenge, whoever set it, where its results lead, and whose recording may play beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from games.kit.words import Say
from games.launcher.progress.challenges import Challenge

if TYPE_CHECKING:
    from games.launcher.challenge.exchange import Sent
    from games.launcher.round.ended import Ended


@dataclass(frozen=True)
class Goal:
    """What a block is played for. The same goal, played again, is the same table."""

    challenge: Challenge
    ghost: Sent | None = None  # of a recording that is verified

    def asked(self, say: Say) -> str | None:
        """The points to reach, in words; None where nobody gave any."""
        return say("to reach", count=self.challenge.points) if self.challenge.points else None

    def answer(self, say: Say, ended: Ended) -> str | None:
        """Whether they were reached, kindly; None where nobody gave any, or the round was not played to its end."""
        points = self.challenge.points
        if not points or not ended.whole:
            return None
        if ended.score.points > points:
            return say("beaten", count=points)
        return say("reached", count=points) if ended.score.points == points else say("still to reach", points=points)
