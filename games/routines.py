"""Ready-made weeks of practice with the games of the catalogue: which of them, how much, on which days.

Each begins where the hand stands. Its sentences, what it trains and for whom it is not, are in
`games/launcher/words/plans.py` under its id.
"""

from __future__ import annotations

from dataclasses import dataclass

WORKDAYS = (0, 1, 2, 3, 4)
EVERY_OTHER = (0, 2, 4)


@dataclass(frozen=True)
class Share:
    """So much of one game: repetitions or minutes."""

    game: str
    reps: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Routine:
    """A ready-made week. `days`: 0 is Monday; `rest`: minutes between two games."""

    id: str
    shares: tuple[Share, ...]
    days: tuple[int, ...]
    rest: int


ROUTINES = (
    Routine("gentle", (Share("beans", 20), Share("ball", 10), Share("paint", minutes=3)), EVERY_OTHER, 2),
    Routine("grip", (Share("ball", 20), Share("beans", 24), Share("pennies", 20)), WORKDAYS, 1),
    Routine("opening", (Share("bands", 20), Share("dough", minutes=4), Share("beans", 20)), WORKDAYS, 1),
    Routine("precision", (Share("pegs", 27), Share("pennies", 20), Share("paint", minutes=4)), WORKDAYS, 1),
    Routine("steadiness", (Share("paint", minutes=5), Share("ball", 16), Share("pennies", 10)), WORKDAYS, 1),
)
