"""Ready-made plans. Each begins where the hand stands, and says in words what it trains and for whom it is not."""

from __future__ import annotations

from dataclasses import dataclass

from games.launcher.planning.plan import WEEK, Exercise, Plan

WORKDAYS = (0, 1, 2, 3, 4)
EVERY_OTHER = (0, 2, 4)


@dataclass(frozen=True)
class Ready:
    """A ready-made plan; `id` leads to its sentences: its name, "trains" and "not for"."""

    id: str
    exercises: tuple[Exercise, ...]
    days: tuple[int, ...]  # 0: Monday
    rest: int  # minutes between exercises


def _reps(game: str, reps: int) -> Exercise:
    return Exercise(game=game, reps=reps)


def _minutes(game: str, minutes: int) -> Exercise:
    return Exercise(game=game, minutes=minutes)


READY = (
    Ready("gentle", (_reps("beans", 20), _reps("ball", 10), _minutes("paint", 3)), EVERY_OTHER, 2),
    Ready("grip", (_reps("ball", 20), _reps("beans", 24), _reps("pennies", 20)), WORKDAYS, 1),
    Ready("opening", (_reps("bands", 20), _minutes("dough", 4), _reps("beans", 20)), WORKDAYS, 1),
    Ready("precision", (_reps("pegs", 27), _reps("pennies", 20), _minutes("paint", 4)), WORKDAYS, 1),
    Ready("steadiness", (_minutes("paint", 5), _reps("ball", 16), _reps("pennies", 10)), WORKDAYS, 1),
)


def plan_from(ready: Ready, since: str, made_utc_ms: int) -> Plan:
    """A ready-made plan that holds from a day (YYYY-MM-DD) on."""
    days = tuple(ready.exercises if day in ready.days else () for day in range(WEEK))
    return Plan(since=since, made_utc_ms=made_utc_ms, days=days, rest=ready.rest, ready=ready.id)
