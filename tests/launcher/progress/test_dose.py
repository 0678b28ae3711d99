"""The calendar of practice: what was done on which day, which days were chosen, and nothing that could break."""

from __future__ import annotations

from datetime import date

from games.launcher.progress.dose import NO_DAYS, Cell, calendar, is_chosen, practised_days, turned

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


def test_every_cell_is_its_own_day() -> None:
    weeks = calendar({"2026-11-10": (7, 3.0), "2026-11-22": (9, 0.0)}, WEDNESDAY, 3, "0000001")
    assert weeks[0][1] == Cell(date(2026, 11, 10), 7, 3.0, False, False)
    assert weeks[1][6] == Cell(date(2026, 11, 22), 9, 0.0, True, False)
    assert [cell.day for week in weeks for cell in week] == [date(2026, 11, 9 + n) for n in range(21)]
    assert [practised_days(week) for week in weeks] == [1, 1, 0]
    assert not any(cell.chosen for week in calendar({}, WEDNESDAY, 2) for cell in week)


def test_a_day_was_practised_on_when_anything_was_done_or_any_time_was_spent() -> None:
    said = [Cell(WEDNESDAY, reps, minutes, False, False).played for reps, minutes in ((0, 0.0), (1, 0.0), (0, 0.1))]
    assert said == [False, True, True]


def test_only_seven_signs_are_days_and_only_a_one_is_chosen() -> None:
    assert [is_chosen("1010002", day) for day in range(7)] == [True, False, True, False, False, False, False]
    assert not is_chosen("11111111", 0)
    assert turned("11111111", 0) == "1000000"
    assert turned("1010000", 2) == "1000000"
    assert turned("0000000", 6) == "0000001"
