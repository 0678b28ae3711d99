"""Ready-made plans, made of the routines that stand beside the catalogue of games."""

from __future__ import annotations

from dataclasses import dataclass

from games.launcher.planning.plan import WEEK, Exercise, Plan
from games.routines import ROUTINES


@dataclass(frozen=True)
class Ready:
    """A ready-made plan; `id` leads to its sentences: its name, "trains" and "not for"."""

    id: str
    exercises: tuple[Exercise, ...]
    days: tuple[int, ...]  # 0: Monday
    rest: int  # minutes between exercises


READY = tuple(
    Ready(
        one.id,
        tuple(Exercise(game=share.game, reps=share.reps, minutes=share.minutes) for share in one.shares),
        one.days,
        one.rest,
    )
    for one in ROUTINES
)


def plan_from(ready: Ready, since: str, made_utc_ms: int) -> Plan:
    """A ready-made plan that holds from a day (YYYY-MM-DD) on."""
    days = tuple(ready.exercises if day in ready.days else () for day in range(WEEK))
    return Plan(since=since, made_utc_ms=made_utc_ms, days=days, rest=ready.rest, ready=ready.id)
