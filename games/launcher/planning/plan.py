"""A plan of practice: which exercises on which day of the week, from which day on."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from games.launcher.records.models import HIDDEN, Frozen, Word, day

VERSION = 1
WEEK = 7
MOST_EXERCISES = 12  # a day
MOST_REPS = 1000
MOST_MINUTES = 120
LONGEST_NOTE = 80  # characters
MOST_REST = 10  # minutes between two exercises

Reps = Annotated[int, Field(ge=1, le=MOST_REPS)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]


def note_of(said: str) -> str:
    """A note as it is kept: one line without hidden characters. Raises ValueError with one sentence if it has some."""
    kept = " ".join(unicodedata.normalize("NFC", said).split())
    hidden = next((sign for sign in kept if unicodedata.category(sign) in HIDDEN), None)
    if hidden is not None:
        raise ValueError(f"the note {kept[:60]!r} holds the hidden character U+{ord(hidden):04X}")
    if len(kept) > LONGEST_NOTE:
        raise ValueError(f"the note {kept[:60]!r} has {len(kept)} characters: at most {LONGEST_NOTE} are allowed")
    return kept


class Exercise(Frozen):
    """One thing to practise: a game, and how much of it. Exactly one of `reps` and `minutes` is given."""

    game: Word
    level: Annotated[int, Field(ge=1, le=1000)] | None = None  # of practice; None: where the hand stands
    side: Literal["left", "right"] | None = None  # None: either hand
    reps: Reps | None = None
    minutes: Minutes | None = None
    note: Annotated[str, AfterValidator(note_of)] = ""

    @model_validator(mode="after")
    def _one_amount(self) -> Exercise:
        if (self.reps is None) is (self.minutes is None):
            raise ValueError("an exercise has either repetitions or minutes")
        return self


Day = Annotated[tuple[Exercise, ...], Field(max_length=MOST_EXERCISES)]


class Plan(Frozen):
    """What to practise from a day on. A plan without exercises ends the one before it."""

    v: Annotated[int, Field(ge=1, le=VERSION)] = VERSION
    since: Annotated[str, AfterValidator(day)]  # YYYY-MM-DD, the first day on which it holds
    made_utc_ms: Annotated[int, Field(ge=0, le=4_102_444_800_000)]
    days: Annotated[tuple[Day, ...], Field(min_length=WEEK, max_length=WEEK)]  # Monday to Sunday
    weekly: bool = True  # False: as often as one likes; all days are alike, and none is a day of practice
    rest: Annotated[int, Field(ge=0, le=MOST_REST)] = 0  # minutes between two exercises
    ready: Word | None = None  # the id of the ready-made plan that it is, unchanged

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not any(self.days)

    def on(self, weekday: int) -> tuple[Exercise, ...]:
        """The exercises of a day of the week (0: Monday)."""
        return self.days[weekday]

    def asks_on(self, weekday: int) -> bool:
        """Whether this day of the week (0: Monday) is one on which something is to be done."""
        return self.weekly and bool(self.days[weekday])


def every_day(exercises: Sequence[Exercise]) -> tuple[Day, ...]:
    """The same exercises for all seven days."""
    return (tuple(exercises),) * WEEK


def with_day(plan: Plan, weekday: int, exercises: Sequence[Exercise]) -> Plan:
    """The plan with other exercises on a day; on all days if it asks for no days. It is no ready-made one any more."""
    days = list(plan.days)
    days[weekday] = tuple(exercises)
    return plan.model_copy(update={"days": tuple(days) if plan.weekly else every_day(exercises), "ready": None})
