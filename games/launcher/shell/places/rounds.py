"""A round and what belongs to it."""

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
    """A game's own page; without a mode, where it was left."""

    game: str
    mode: str | None = None
    number: int = 1


@dataclass(frozen=True)
class Playing:
    """A round of a level.

    `goal` is the challenge that is played for. `side` is the hand, if it is not the player's usual one. `warm_up`
    makes it so many seconds of free play. `guided`: the other hand's best round is shown in a mirror. `then` says
    what follows a round that was played to its end: its results; results from which more follows (the screen below
    hears `MORE`); or nothing (the screen below hears how the round ended).
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
    """A free picture of this game is played again up to its end, to be gone on with."""

    game: str
    again: Again


Round = Playing | ComingBack  # what something may be asked, offered or said before


@dataclass(frozen=True)
class Resumed:
    """The round that came back goes on."""

    game: str
    again: Again


@dataclass(frozen=True)
class Results:
    """How a round went. `more`: the screen below has another part to follow."""

    playing: Playing
    ended: Ended
    more: bool = False


@dataclass(frozen=True)
class Stopped:
    """The calm card: something stopped by itself, and what was played is kept."""

    ended: Ended | None = None


@dataclass(frozen=True)
class Demo:
    """A synthetic hand shows this round; the screen below hears `NOW_YOU` when the player wants to try."""

    playing: Playing


@dataclass(frozen=True)
class Testing:
    """The parts of a timed test."""

    game: str
    number: int


@dataclass(frozen=True)
class Rest:
    """A rest is offered on the way to `then`."""

    offer: Offer
    then: Round


@dataclass(frozen=True)
class Safety:
    """How to stay well, once, on the way to `then`."""

    then: Round


@dataclass(frozen=True)
class Feeling:
    """How the hand feels is asked, "before" or "after" playing, on the way to `then`."""

    when: str
    then: Round | Rest


@dataclass(frozen=True)
class Enough:
    """The hand hurts and should rest; a helper may let it go on to `then`."""

    then: Round | Rest
