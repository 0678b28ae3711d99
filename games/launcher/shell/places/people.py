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
    """Everybody who plays here. `editing`: a key opens that person's page. `undo`: undoes the last change."""

    editing: bool = False
    undo: Callable[[], object] | None = None


@dataclass(frozen=True)
class Portraits:
    """The pictures to choose from, for this person or a new one."""

    person: Somebody | None = None


@dataclass(frozen=True)
class Person:
    """One person's own page."""

    person: Somebody


@dataclass(frozen=True)
class Joining:
    """Choosing whom to join with this person."""

    person: Somebody


@dataclass(frozen=True)
class Naming:
    """Typing a name, which is the answer to the screen below."""

    name: str


@dataclass(frozen=True)
class TwoPlayers:
    """Choosing who plays against or with whom; without a game, the one played last."""

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
    """The results of a round of two players."""

    pair: Pair
