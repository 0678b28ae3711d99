"""A plan while it is changed: each change is kept at once, and replaces what was only a step on the way to it."""

from __future__ import annotations

from pathlib import Path

from games.launcher.planning import kept
from games.launcher.planning.plan import Exercise, Plan, every_day, with_day
from games.launcher.planning.today import plan_today, weekday_of
from games.launcher.shell.desk import Desk

RESTS = (0, 1, 2, 3, 5)  # minutes between exercises, as the key goes through them


class Editing:
    """The plan of the present player, and the day of the week that is looked at (0: Monday)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.plan = plan_today(desk)
        self.today = self.day = weekday_of(desk.clock().local_date)
        self._file: Path | None = None  # of the plan that was kept last here

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Those of the day."""
        return () if self.plan is None else self.plan.on(self.day)

    def keep(self, plan: Plan) -> None:
        """Keep a changed plan, which holds from today on. If it cannot be stored, it holds on this page."""
        moment = self._desk.clock()
        plan = plan.model_copy(update={"since": moment.local_date, "made_utc_ms": moment.utc_ms})
        self.plan = None if plan.empty else plan
        try:
            self._file = kept.keep(self._desk.store, self._desk.player.id, plan, self._file)
        except OSError as error:
            self._desk.report(error)

    def put(self, exercise: Exercise, place: int | None) -> None:
        """An exercise of the day instead of the one at a place; None: after all others."""
        exercises = list(self.exercises)
        if place is None:
            exercises.append(exercise)
        else:
            exercises[place] = exercise
        self.keep(with_day(self._some(), self.day, exercises))

    def take_out(self, place: int) -> None:
        """The day without the exercise at a place."""
        exercises = list(self.exercises)
        del exercises[place]
        self.keep(with_day(self._some(), self.day, exercises))

    def whenever(self) -> None:
        """Ask for no days, or for all, with the exercises of this day, or if it is free, of the first day that has some."""
        plan = self._some()
        exercises = self.exercises or next((day for day in plan.days if day), ())
        self._changed(weekly=not plan.weekly, days=every_day(exercises), ready=None)

    def same(self) -> None:
        """Every day like this one."""
        self._changed(days=every_day(self.exercises), ready=None)

    def next_rest(self) -> None:
        """A longer rest between exercises; after the longest, none."""
        longer = [rest for rest in RESTS if rest > self._some().rest]
        self._changed(rest=longer[0] if longer else RESTS[0])

    def end(self) -> None:
        """No plan from today on."""
        self._changed(days=every_day(()), ready=None)

    def _changed(self, **values: object) -> None:
        self.keep(self._some().model_copy(update=values))

    def _some(self) -> Plan:
        """The present plan, or an empty one to begin with."""
        moment = self._desk.clock()
        return self.plan or Plan(since=moment.local_date, made_utc_ms=moment.utc_ms, days=every_day(()))
