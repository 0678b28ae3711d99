"""Where the player can be, and how a screen says where to go next. It imports no screen, and no screen imports another."""

from __future__ import annotations

from dataclasses import dataclass

from games.launcher.shell.places.challenges import Challenging as Challenging
from games.launcher.shell.places.challenges import CodeEntry as CodeEntry
from games.launcher.shell.places.challenges import Friends as Friends
from games.launcher.shell.places.challenges import Received as Received
from games.launcher.shell.places.challenges import Today as Today
from games.launcher.shell.places.front import CardSize as CardSize
from games.launcher.shell.places.front import Help as Help
from games.launcher.shell.places.front import Home as Home
from games.launcher.shell.places.front import Question as Question
from games.launcher.shell.places.front import Settings as Settings
from games.launcher.shell.places.front import TooSmall as TooSmall
from games.launcher.shell.places.kept import FreePicture as FreePicture
from games.launcher.shell.places.kept import FreePictures as FreePictures
from games.launcher.shell.places.kept import Gallery as Gallery
from games.launcher.shell.places.kept import PracticeDays as PracticeDays
from games.launcher.shell.places.kept import Progress as Progress
from games.launcher.shell.places.kept import Scores as Scores
from games.launcher.shell.places.kept import Sheet as Sheet
from games.launcher.shell.places.people import Duel as Duel
from games.launcher.shell.places.people import DuelResults as DuelResults
from games.launcher.shell.places.people import Joining as Joining
from games.launcher.shell.places.people import Naming as Naming
from games.launcher.shell.places.people import Person as Person
from games.launcher.shell.places.people import Players as Players
from games.launcher.shell.places.people import Portraits as Portraits
from games.launcher.shell.places.people import TwoPlayers as TwoPlayers
from games.launcher.shell.places.rounds import ComingBack as ComingBack
from games.launcher.shell.places.rounds import Demo as Demo
from games.launcher.shell.places.rounds import Enough as Enough
from games.launcher.shell.places.rounds import Feeling as Feeling
from games.launcher.shell.places.rounds import Levels as Levels
from games.launcher.shell.places.rounds import Playing as Playing
from games.launcher.shell.places.rounds import Rest as Rest
from games.launcher.shell.places.rounds import Results as Results
from games.launcher.shell.places.rounds import Resumed as Resumed
from games.launcher.shell.places.rounds import Round as Round
from games.launcher.shell.places.rounds import Safety as Safety
from games.launcher.shell.places.rounds import Stopped as Stopped
from games.launcher.shell.places.rounds import Testing as Testing
from games.launcher.shell.places.rounds import Then as Then

Place = (
    Home
    | TooSmall
    | Help
    | Settings
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
    | Players
    | Portraits
    | Person
    | Joining
    | Naming
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
