"""The places where a player can be, and the moves between them. Screens name places, never each other."""

from __future__ import annotations

from dataclasses import dataclass

from games.launcher.shell.places.challenges import Challenging, CodeEntry, Friends, Received, Today
from games.launcher.shell.places.front import CardSize, Help, Home, Language, Question, Settings, TooSmall
from games.launcher.shell.places.kept import (
    BringIn,
    FreePicture,
    FreePictures,
    Gallery,
    PracticeDays,
    Progress,
    Scores,
    Sheet,
    TakeAlong,
    YourData,
)
from games.launcher.shell.places.people import (
    Duel,
    DuelResults,
    Joining,
    Naming,
    Person,
    Players,
    Portraits,
    TwoPlayers,
)
from games.launcher.shell.places.rounds import (
    ComingBack,
    Demo,
    Enough,
    Feeling,
    Levels,
    Playing,
    Rest,
    Results,
    Resumed,
    Round,
    Safety,
    Stopped,
    Testing,
    Then,
)

__all__ = [
    "MORE",
    "NOW_YOU",
    "Back",
    "BringIn",
    "CardSize",
    "Challenging",
    "CodeEntry",
    "ComingBack",
    "Demo",
    "Duel",
    "DuelResults",
    "Enough",
    "Feeling",
    "FreePicture",
    "FreePictures",
    "Friends",
    "Gallery",
    "Go",
    "Help",
    "Home",
    "Joining",
    "Language",
    "Levels",
    "Move",
    "Naming",
    "Over",
    "Person",
    "Place",
    "Players",
    "Playing",
    "Portraits",
    "PracticeDays",
    "Progress",
    "Question",
    "Received",
    "Rest",
    "Results",
    "Resumed",
    "Round",
    "Safety",
    "Scores",
    "Settings",
    "Sheet",
    "Stopped",
    "TakeAlong",
    "Testing",
    "Then",
    "Today",
    "TooSmall",
    "TwoPlayers",
    "YourData",
]

Place = (
    Home
    | TooSmall
    | Help
    | Settings
    | Language
    | CardSize
    | Question
    | Levels
    | Playing
    | ComingBack
    | Resumed
    | Results
    | Stopped
    | Demo
    | Testing
    | Rest
    | Safety
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
    | YourData
    | TakeAlong
    | BringIn
    | Players
    | Portraits
    | Person
    | Joining
    | Naming
    | TwoPlayers
    | Duel
    | DuelResults
)

MORE = "more"  # the answer of results after which the next part follows
NOW_YOU = "now you"  # the answer of a demo whose viewer wants to play


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
