"""How much was practised: a calendar of weeks, and the practice days that a player chose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from games.launcher.progress.trend import monday_of

NO_DAYS = "0000000"  # Monday to Sunday; 1: chosen


@dataclass(frozen=True)
class Cell:
    """One day of a calendar. A chosen day without practice has no consequence: no streaks are counted."""

    day: date
    reps: int
    minutes: float
    chosen: bool  # the player chose this weekday as a practice day, or the plan asked for practice
    ahead: bool  # it lies in the future

    @property
    def played(self) -> bool:
        """Whether anything was practised."""
        return self.reps > 0 or self.minutes > 0


def calendar(
    days: Mapping[str, tuple[int, float]],
    today: date,
    weeks: int,
    chosen: str = NO_DAYS,
    asked: Callable[[date], bool] = lambda _day: False,
) -> tuple[tuple[Cell, ...], ...]:
    """The last weeks, including this one, Monday to Sunday each. `days`: YYYY-MM-DD -> (repetitions, minutes); `asked`:
    whether a plan asked for practice on a day."""
    start = monday_of(today) - timedelta(days=7 * (weeks - 1))
    return tuple(
        tuple(_cell(days, start + timedelta(days=7 * week + place), today, chosen, asked) for place in range(7))
        for week in range(weeks)
    )


def _cell(
    days: Mapping[str, tuple[int, float]], day: date, today: date, chosen: str, asked: Callable[[date], bool]
) -> Cell:
    reps, minutes = days.get(day.isoformat(), (0, 0.0))
    return Cell(day, reps, minutes, is_chosen(chosen, day.weekday()) or asked(day), day > today)


def is_chosen(chosen: str, weekday: int) -> bool:
    """Whether a weekday (0: Monday) is chosen."""
    return len(chosen) == 7 and chosen[weekday] == "1"


def turned(chosen: str, weekday: int) -> str:
    """The chosen days with this weekday toggled."""
    kept = chosen if len(chosen) == 7 else NO_DAYS
    return kept[:weekday] + ("0" if kept[weekday] == "1" else "1") + kept[weekday + 1 :]


def practised_days(week: tuple[Cell, ...]) -> int:
    """The number of days of a week with practice."""
    return len([cell for cell in week if cell.played])
