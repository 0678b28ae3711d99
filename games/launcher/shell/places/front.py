"""Places that are reached from everywhere."""

from __future__ import annotations

from dataclasses import dataclass


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
class Question:
    """A question with yes and no; the screen below hears True or False."""

    question: str
    more: str
    icon: str
