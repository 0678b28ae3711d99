"""Where a plan of practice is seen, made, given on and taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from games.launcher.planning.plan import Exercise, Plan


@dataclass(frozen=True)
class MyPlan:
    """The week of the present player's plan."""


@dataclass(frozen=True)
class ReadyPlans:
    """The ready-made plans; the answer to the screen below is the one that was taken, or None."""


@dataclass(frozen=True)
class PlanExercise:
    """One exercise of a plan; None: a new one. The answer is an exercise, TAKEN_OUT, or None if nothing changes."""

    exercise: Exercise | None = None


@dataclass(frozen=True)
class GivePlan:
    """A plan to be given on: its code, a picture of it for a phone, and its file."""

    plan: Plan


@dataclass(frozen=True)
class PlanCode:
    """Entering the code of a plan; the answer is the plan, or None."""


@dataclass(frozen=True)
class Digits:
    """Four digits, for a new lock or to open one; the answer is the digits, or None."""

    why: Literal["new", "open"]
    kept: str = ""  # what is kept of the digits that open it


TAKEN_OUT = "taken out"  # the answer of an exercise that is no longer wanted
