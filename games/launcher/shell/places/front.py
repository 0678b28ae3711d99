"""Places that are reached from everywhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Home:
    """The first screen. Going there closes all others."""


@dataclass(frozen=True)
class TooSmall:
    """The window is too small for any screen; the present one waits below."""


@dataclass(frozen=True)
class Help:
    """The pages of help; reached from a game, with that game's own lines."""

    game: str | None = None


@dataclass(frozen=True)
class Settings:
    """The settings of the present player."""


@dataclass(frozen=True)
class Language:
    """The languages to choose from; `first`: before anything else, for somebody who is new on this device."""

    first: bool = False


@dataclass(frozen=True)
class CardSize:
    """Measuring the screen's scale with a bank card."""


@dataclass(frozen=True)
class Question:
    """A question with yes and no; the answer to the screen below is True or False."""

    question: str
    more: str
    icon: str
