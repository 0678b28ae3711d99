"""What was made, reached and practised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from games.launcher.records.paintings import Kept

Sheet = Literal["week", "movements", "charts", "report"]


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
