"""Where the player can be, and how a screen says where to go next. It imports no screen, and no screen imports another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from games.kit.fingers import Reading
    from games.launcher.challenging import Received as ReceivedChallenge
    from games.launcher.ended import Ended
    from games.launcher.half import Pair, Seat
    from games.launcher.people import Person as Somebody
    from games.launcher.picturing import Again
    from games.launcher.progress.rest import Offer
    from games.launcher.records.models import Record
    from games.launcher.records.paintings import Kept
    from games.launcher.screens.goal import Goal

Then = Literal["results", "more", "back"]
Sheet = Literal["week", "movements", "charts", "report"]


@dataclass(frozen=True)
class Home:
    """The first screen. To go there closes everything else."""


@dataclass(frozen=True)
class TooSmall:
    """The window has no room for anything; where the player is waits below."""


@dataclass(frozen=True)
class Help:
    """The pages of help; reached from a game, with that game's own lines."""

    game: str | None = None


@dataclass(frozen=True)
class Settings:
    """The choices of who plays."""


@dataclass(frozen=True)
class CardSize:
    """The screen's true size, measured with a bank card."""


@dataclass(frozen=True)
class Safety:
    """How to stay well, once, on the way to `then`."""

    then: Place


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


@dataclass(frozen=True)
class ComingBack:
    """A free picture of this game is played again up to its end, to be gone on with."""

    game: str
    again: Again


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
    then: Place


@dataclass(frozen=True)
class Feeling:
    """How the hand feels is asked, "before" or "after" playing, on the way to `then`."""

    when: str
    then: Place


@dataclass(frozen=True)
class Enough:
    """The hand hurts and should rest; a helper may let it go on to `then`."""

    then: Place


@dataclass(frozen=True)
class Today:
    """The challenges of a day; without one, of today."""

    day: str | None = None


@dataclass(frozen=True)
class Friends:
    """Challenges that were sent as files, and the way to enter a code."""


@dataclass(frozen=True)
class CodeEntry:
    """A code of twelve signs is entered."""


@dataclass(frozen=True)
class Received:
    """A challenge from somebody: found already, or in a file to be read, or none, and why."""

    found: ReceivedChallenge | None = None
    path: Path | None = None
    why: str | None = None


@dataclass(frozen=True)
class Challenging:
    """A friend is challenged with this round: its code, its file."""

    record: Record
    trace: Sequence[Reading]


@dataclass(frozen=True)
class Scores:
    """What was played at a level, and everybody's bests."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class Gallery:
    """What was finished in a game. `mode` and `number` are where the game's page was."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class FreePictures:
    """What was painted or shaped freely in a game."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class FreePicture:
    """One free picture; the screen below hears what was deleted."""

    game: str
    kept: Kept


@dataclass(frozen=True)
class Progress:
    """What was practised: one of its pages."""

    page: Sheet = "week"


@dataclass(frozen=True)
class PracticeDays:
    """The days on which the player wants to practise."""


@dataclass(frozen=True)
class Players:
    """Everybody who plays here. `editing`: a key opens somebody's own page. `undo`: takes back what was done just now."""

    editing: bool = False
    undo: Callable[[], object] | None = None


@dataclass(frozen=True)
class Portraits:
    """Pictures to choose from, for this person or for somebody new."""

    person: Somebody | None = None


@dataclass(frozen=True)
class Person:
    """One person's own page."""

    person: Somebody


@dataclass(frozen=True)
class Joining:
    """Whom this person is to be joined with."""

    person: Somebody


@dataclass(frozen=True)
class Naming:
    """A name is written; the screen below hears it."""

    name: str


@dataclass(frozen=True)
class Question:
    """A question with yes and no; the screen below hears True or False."""

    question: str
    more: str
    icon: str


@dataclass(frozen=True)
class TwoPlayers:
    """Who plays against whom, or with whom; without a game, the one played last."""

    game: str | None = None
    mode: str = "duel"
    seats: tuple[Seat, Seat] | None = None


@dataclass(frozen=True)
class Duel:
    """A round of two players."""

    game: str
    mode: str
    seats: tuple[Seat, Seat]


@dataclass(frozen=True)
class DuelResults:
    """How a round of two went."""

    pair: Pair


Place = (
    Home
    | TooSmall
    | Help
    | Settings
    | CardSize
    | Safety
    | Levels
    | Playing
    | ComingBack
    | Resumed
    | Results
    | Stopped
    | Demo
    | Testing
    | Rest
    | Feeling
    | Enough
    | Today
    | Friends
    | CodeEntry
    | Received
    | Challenging
    | Scores
    | Gallery
    | FreePictures
    | FreePicture
    | Progress
    | PracticeDays
    | Players
    | Portraits
    | Person
    | Joining
    | Naming
    | Question
    | TwoPlayers
    | Duel
    | DuelResults
)

MORE = "more"  # the answer of results from which the next part shall follow
NOW_YOU = "now you"  # the answer of a demo whose watcher wants to play


@dataclass(frozen=True)
class Go:
    """To another place, instead of this screen."""

    to: Place


@dataclass(frozen=True)
class Over:
    """To another place on top of this screen, which waits below."""

    to: Place


@dataclass(frozen=True)
class Back:
    """To the screen below, which hears the answer; Home where nothing is below."""

    answer: object = None


Move = Go | Over | Back | None
