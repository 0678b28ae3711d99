"""The calendar of practice: what was done on which day, which days were chosen, and nothing that could break."""

from __future__ import annotations

from datetime import date

from games.launcher.progress.dose import NO_DAYS, calendar, is_chosen, practised_days, turned

WEDNESDAY = date(2026, 11, 25)


def test_a_calendar_has_whole_weeks_and_ends_with_this_one() -> None:
    weeks = calendar({}, WEDNESDAY, 4)
    assert [len(week) for week in weeks] == [7] * 4
    assert weeks[0][0].day == date(2026, 11, 2)
    assert weeks[-1][6].day == date(2026, 11, 29)
    assert [cell.ahead for cell in weeks[-1]] == [False, False, False, True, True, True, True]


def test_days_know_what_was_done_and_whether_they_were_chosen() -> None:
    week = calendar({"2026-11-23": (60, 12.5), "2026-11-24": (0, 0.4)}, WEDNESDAY, 1, "1010000")[0]
    assert [(cell.reps, cell.minutes, cell.chosen, cell.played) for cell in week[:3]] == [
        (60, 12.5, True, True),
        (0, 0.4, False, True),
        (0, 0.0, True, False),
    ]
    assert practised_days(week) == 2


def test_a_chosen_day_can_be_taken_back_and_nonsense_counts_as_none() -> None:
    chosen = turned(turned(NO_DAYS, 0), 6)
    assert chosen == "1000001"
    assert turned(chosen, 0) == "0000001"
    assert turned("nonsense", 2) == "0010000"
    assert not is_chosen("1", 0)
