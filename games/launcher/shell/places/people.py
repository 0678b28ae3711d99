"""Who plays, alone or in twos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from games.launcher.people.everybody import Person as Somebody
    from games.launcher.round.half import Pair, Seat


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
