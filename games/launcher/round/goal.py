"""A goal to play for: a challenge, who set it, where its results lead, and whose recording may play beside it."""

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
    """What a block is played for. Playing the same goal again gives the same table."""

    challenge: Challenge
    ghost: Sent | None = None  # only if its recording was verified

    def asked(self, say: Say) -> str | None:
        """The points to reach, in words; None if there are none."""
        return say("to reach", count=self.challenge.points) if self.challenge.points else None

    def answer(self, say: Say, ended: Ended) -> str | None:
        """A kind sentence on whether they were reached; None if there are none, and for a round that was stopped early or is
        not compared with others."""
        points, how = self.challenge.points, self.challenge.how
        if not points or not ended.whole or not ended.certain:
            return None
        if how is not None and ended.how is not None and ended.how != how:
            return say("played otherwise", how=how.said(say))
        if ended.score.points > points:
            return say("beaten", count=points)
        return say("reached", count=points) if ended.score.points == points else say("still to reach", points=points)
