"""A round, and what comes before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from games.launcher.gallery.picturing import Again
    from games.launcher.progress.rest import Offer
    from games.launcher.round.ended import Ended
    from games.launcher.round.goal import Goal

Then = Literal["results", "more", "back"]


@dataclass(frozen=True)
class Levels:
    """A game's page; without a mode, as it was left."""

    game: str
    mode: str | None = None
    number: int = 1


@dataclass(frozen=True)
class Playing:
    """A round of a level.

    `goal`: the challenge to play for. `side`: the hand, if not the player's usual one. `warm_up`: play freely for this
    many seconds. `guided`: the other hand's best round is shown mirrored. `then`: what follows a round that was played
    to its end: "results"; "more" (results that answer `MORE` to the screen below); or "back" (no results; the answer is
    the ended round).
    """

    game: str
    mode: str
    number: int
    goal: Goal | None = None
    side: str | None = None
    warm_up: float | None = None
    guided: bool = False
    then: Then = "results"

    @staticmethod
    def towards(goal: Goal, then: Then = "results") -> Playing:
        """The place where a goal is played."""
        return Playing(goal.challenge.game, "challenge", goal.challenge.level, goal, then=then)


@dataclass(frozen=True)
class ComingBack:
    """A free picture of this game is replayed to its end, to be continued."""

    game: str
    again: Again


Round = Playing | ComingBack  # places before which a question or an offer may come


@dataclass(frozen=True)
class Resumed:
    """The replayed free picture is continued."""

    game: str
    again: Again


@dataclass(frozen=True)
class Results:
    """The results of a round. `more`: the screen below has another part."""

    playing: Playing
    ended: Ended
    more: bool = False


@dataclass(frozen=True)
class Stopped:
    """Shown after an exception: something stopped by itself, and what was played is kept."""

    ended: Ended | None = None


@dataclass(frozen=True)
class Demo:
    """A synthetic hand demonstrates this round; the answer is `NOW_YOU` if the player wants to try."""

    playing: Playing


@dataclass(frozen=True)
class Testing:
    """The parts of a timed test."""

    game: str
    number: int


@dataclass(frozen=True)
class Rest:
    """The offer of a rest of some seconds on the way to `then`."""

    offer: Offer
    then: Round
    seconds: float = 60.0  # of the rest that is offered


@dataclass(frozen=True)
class Safety:
    """Advice on staying well, shown once, on the way to `then`."""

    then: Round


@dataclass(frozen=True)
class Feeling:
    """The question how the hand feels, "before" or "after" playing, on the way to `then`."""

    when: str
    then: Round | Rest


@dataclass(frozen=True)
class Enough:
    """The hand hurts and should rest; a helper may allow to go on to `then`."""

    then: Round | Rest
