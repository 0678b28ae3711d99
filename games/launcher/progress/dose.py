"""How much was practised: weeks of days, the days somebody chose to practise on, and what both hands did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from games.launcher.progress.trend import monday_of

NO_DAYS = "0000000"  # Monday to Sunday; 1: chosen


@dataclass(frozen=True)
class Cell:
    """One day of a calendar. A chosen day without practice is just that: nothing is counted that could break."""

    day: date
    reps: int
    minutes: float
    chosen: bool  # the player meant to practise on this weekday
    ahead: bool  # it has not come yet

    @property
    def played(self) -> bool:
        """Whether anything was practised."""
        return self.reps > 0 or self.minutes > 0


def calendar(
    days: Mapping[str, tuple[int, float]], today: date, weeks: int, chosen: str = NO_DAYS
) -> tuple[tuple[Cell, ...], ...]:
    """The last weeks, this one included, Monday to Sunday each; `days` maps YYYY-MM-DD to repetitions and minutes."""
    start = monday_of(today) - timedelta(days=7 * (weeks - 1))
    return tuple(
        tuple(_cell(days, start + timedelta(days=7 * week + place), today, chosen) for place in range(7))
        for week in range(weeks)
    )


def _cell(days: Mapping[str, tuple[int, float]], day: date, today: date, chosen: str) -> Cell:
    reps, minutes = days.get(day.isoformat(), (0, 0.0))
    return Cell(day, reps, minutes, is_chosen(chosen, day.weekday()), day > today)


def is_chosen(chosen: str, weekday: int) -> bool:
    """Whether a weekday, 0 for Monday, is one of those chosen."""
    return len(chosen) == 7 and chosen[weekday] == "1"


def turned(chosen: str, weekday: int) -> str:
    """The chosen days with this one chosen, or chosen no more."""
    kept = chosen if len(chosen) == 7 else NO_DAYS
    return kept[:weekday] + ("0" if kept[weekday] == "1" else "1") + kept[weekday + 1 :]


def practised_days(week: tuple[Cell, ...]) -> int:
    """On how many days of a week something was practised."""
    return len([cell for cell in week if cell.played])
