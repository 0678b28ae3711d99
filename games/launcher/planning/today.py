"""The present player's plan as screens need it: what is to be done today, what of it is done, and where Start leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.launcher.planning import kept
from games.launcher.planning.doing import Doing, next_of, share_of, shared_out
from games.launcher.shell.places import Playing

if TYPE_CHECKING:
    from games.launcher.planning.plan import Exercise, Plan
    from games.launcher.records.index.practised import Round
    from games.launcher.shell.desk import Desk


def plan_today(desk: Desk) -> Plan | None:
    """The plan that holds today; None without one."""
    return kept.plan_on(kept.kept(desk.store, desk.player.id), desk.clock().local_date)


def doings_today(desk: Desk) -> list[Doing]:
    """Today's exercises in their order, each with what has been done of it; empty without a plan or on a free day.

    Exercises of games that this program does not have are left out.
    """
    plan = plan_today(desk)
    if plan is None:
        return []
    moment = desk.clock()
    known = {game.id for game in GAMES}
    exercises = [one for one in plan.on(weekday_of(moment.local_date)) if one.game in known]
    rounds = desk.store.practised.rounds(desk.player.id, moment.local_date, moment.local_date)
    return shared_out(exercises, rounds)


def next_today(desk: Desk) -> Exercise | None:
    """The next of today's exercises that is not done; None if all are, or there are none."""
    doings = doings_today(desk)
    place = next_of(doings)
    return None if place is None else doings[place].exercise


def asked_by(desk: Desk) -> Callable[[date], bool]:
    """Whether a plan asked for practice on a day, by the plan that held then; of days to come, by the present one."""
    plans = kept.kept(desk.store, desk.player.id)

    def asked(day: date) -> bool:
        plan = kept.plan_on(plans, day.isoformat())
        return plan is not None and plan.asks_on(day.weekday())

    return asked


def shares(desk: Desk, since: date, until: date) -> dict[date, float]:
    """How much of its plan was done on each day on which a plan asked for practice, 0 to 1; both ends included."""
    plans = kept.kept(desk.store, desk.player.id)
    rounds: dict[str, list[Round]] = {}
    for one in desk.store.practised.rounds(desk.player.id, since.isoformat(), until.isoformat()):
        rounds.setdefault(one.day, []).append(one)
    out = {}
    for number in range((until - since).days + 1):
        day = since + timedelta(days=number)
        plan = kept.plan_on(plans, day.isoformat())
        if plan is not None and plan.asks_on(day.weekday()):
            out[day] = share_of(shared_out(plan.on(day.weekday()), rounds.get(day.isoformat(), [])))
    return out


def begun(desk: Desk, exercise: Exercise) -> Playing:
    """Where an exercise is done. The player's hand becomes the one that it asks for."""
    if exercise.side is not None and exercise.side != desk.player.side:
        desk.take_side(exercise.side)
    game = next(one for one in GAMES if one.id == exercise.game)
    level = exercise.level
    if level is None:
        level = desk.store.practised.level(desk.player.id, game.id, desk.player.side) or 1
    return Playing(game.id, "practice", max(1, min(len(game.levels), level)))


def weekday_of(day: str) -> int:
    """The day of the week of a date (YYYY-MM-DD), 0: Monday."""
    return date.fromisoformat(day).weekday()
