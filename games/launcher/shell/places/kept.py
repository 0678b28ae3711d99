"""Places that show what was made, reached and practised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from games.launcher.records.pictures.paintings import Kept

Sheet = Literal["week", "movements", "charts", "report"]


@dataclass(frozen=True)
class Scores:
    """The scores of a level, and the shared board."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class Gallery:
    """The finished pictures of a game. `mode` and `number`: the level to return to on the game's page."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class FreePictures:
    """The free pictures of a game."""

    game: str
    mode: str
    number: int


@dataclass(frozen=True)
class FreePicture:
    """One free picture; if it is deleted, the answer to the screen below says so."""

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
class YourData:
    """Taking the player's data along, and bringing data in."""


@dataclass(frozen=True)
class TakeAlong:
    """All rounds of the player as one file, and where it shall go."""


@dataclass(frozen=True)
class BringIn:
    """Files with rounds of other devices, and taking one in."""
