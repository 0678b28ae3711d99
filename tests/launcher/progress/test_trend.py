"""The honest trend: who improves is told so, who stays the same is not, and few weeks say nothing."""

from __future__ import annotations

import math
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from games.launcher.progress.trend import Change, course, judged, monday_of, scatter, smoothed, stands_out, weeks_of

START = date(2026, 1, 5)  # a Monday
A_DAY = 5  # blocks
NOISE = 0.15  # of a block


def practised(rng: Random, weeks: int, gain: float, mood: float = 0.0, over: int = 8) -> list[tuple[str, float]]:
    """Blocks of somebody who gains this share in `over` weeks, evenly, and then stays; every day may have its mood."""
    out = []
    for day in range(weeks * 7):
        level = 50.0 * (1 + gain * min(1.0, day / (over * 7)))
        today = rng.gauss(0, mood) if mood else 0.0
        when = (START + timedelta(days=day)).isoformat()
        out += [(when, level * (1 + rng.gauss(0, NOISE) + today)) for _ in range(A_DAY)]
    return out


def said(blocks: list[tuple[str, float]]) -> list[Change]:
    """What is said at the end of each week."""
    means = [week.mean for week in weeks_of(blocks)]
    return [judged(means[: n + 1]) for n in range(len(means))]


def test_of_200_who_improve_by_a_fifth_in_eight_weeks_95_in_100_hear_it_in_week_12() -> None:
    rng = Random(1)
    heard = [said(practised(rng, 12, 0.2))[-1] for _ in range(200)]
    assert heard.count(Change.MORE) >= 190


def test_so_do_most_of_those_whose_days_have_moods_of_their_own() -> None:
    rng = Random(2)
    heard = [said(practised(rng, 12, 0.2, mood=0.1))[-1] for _ in range(200)]
    assert heard.count(Change.MORE) >= 160


@pytest.mark.parametrize("mood", [0.0, 0.1])
def test_of_200_flat_years_fewer_than_5_weeks_in_100_say_more(mood: float) -> None:
    rng = Random(3)
    weeks = [one for _ in range(200) for one in said(practised(rng, 52, 0.0, mood))]
    assert len(weeks) == 200 * 52
    assert 0 < weeks.count(Change.MORE) < 0.05 * len(weeks)


def test_somebody_who_gets_worse_varies_more_than_usual_too() -> None:
    assert said(practised(Random(4), 12, -0.2))[-1] is Change.MORE


def test_below_six_weeks_nothing_is_said_and_in_the_sixth_nothing_great() -> None:
    heard = said(practised(Random(5), 8, 1.0))
    assert heard[:5] == [Change.FEW] * 5
    assert heard[5] is Change.WITHIN  # two weeks running are asked for
    assert Change.MORE in heard[6:]


def test_the_first_two_days_and_weeks_of_few_blocks_are_left_out() -> None:
    days = [(START + timedelta(days=n)).isoformat() for n in range(21)]
    blocks = [(day, 1000.0) for day in days[:2]] + [(days[n], 10.0 + n) for n in (2, 3, 4, 7, 8, 14, 15, 16)]
    weeks = weeks_of(blocks)
    assert [(week.monday, week.mean, week.blocks) for week in weeks] == [(START, 13.0, 3), (date(2026, 1, 19), 25.0, 3)]


def test_a_course_says_what_it_compared() -> None:
    blocks = [((START + timedelta(days=n)).isoformat(), float(n // 7)) for n in range(70)]
    found = course(blocks)
    assert (found.first, found.last, found.compared) == (1.5, 7.5, 4)
    assert found.usual == pytest.approx(0.0, abs=1e-9)
    assert course(blocks[:20]).change is Change.FEW
    assert course(blocks[:20]).first is None
    assert course([]).weeks == ()


def test_the_scatter_does_not_mind_a_steady_gain() -> None:
    rng = Random(6)
    noise = [rng.gauss(0, 2.0) for _ in range(400)]
    flat, rising = scatter(noise), scatter([one + 0.5 * n for n, one in enumerate(noise)])
    assert flat == pytest.approx(rising, abs=1e-9)
    assert flat == pytest.approx(2.0, rel=0.1)


@given(st.lists(st.floats(-1e6, 1e6), max_size=60))
def test_any_course_gets_one_of_three_answers_and_a_line_within_its_values(values: list[float]) -> None:
    assert judged(values) in Change
    line = smoothed(values)
    assert len(line) == len(values)
    assert all(min(values) - 1e-3 <= one <= max(values) + 1e-3 for one in line)


@given(st.floats(-1e3, 1e3), st.integers(6, 60))
def test_somebody_who_never_varies_never_changes(value: float, weeks: int) -> None:
    assert judged([value] * weeks) is Change.WITHIN


def allowed(values: list[float]) -> float:
    """How far the ends may lie apart: the rule reckoned anew, its line by numpy."""
    places, count = np.arange(len(values)), min(4, len(values) // 2)
    left = np.asarray(values) - np.polyval(np.polyfit(places, values, 1), places)
    about = float(np.sqrt(np.sum(left**2) / (len(values) - 2)))
    return (1.96 + 2 / (len(values) - 3)) * about * math.sqrt(2 / count)


@given(st.lists(st.floats(-1e3, 1e3), min_size=6, max_size=30))
def test_a_change_stands_out_when_it_is_greater_than_the_rule_allows(values: list[float]) -> None:
    count = min(4, len(values) // 2)
    change = abs(float(np.mean(values[-count:])) - float(np.mean(values[:count])))
    assume(abs(change - allowed(values)) > 1e-6)
    assert stands_out(values) == (change > allowed(values))


def test_more_is_said_once_it_has_stood_out_for_two_weeks_and_no_longer_than_it_does() -> None:
    weeks = [10.0, 10.2, 9.9, 10.1, 10.0, 9.8, 10.1, 12.0, 12.1, 11.9, 12.0, 12.1, 9.0]
    assert [stands_out(weeks[:n]) for n in range(8, 14)] == [False, False, True, True, True, False]
    assert [judged(weeks[:n]) is Change.MORE for n in range(8, 14)] == [False, False, False, True, True, False]
    assert [judged([10.0, 10.0, 10.0, 20.0, 20.0, 20.0, 20.0][:n]) for n in (5, 6, 7)] == [
        Change.FEW,
        Change.WITHIN,
        Change.MORE,
    ]


def test_a_scatter_is_that_about_the_line_and_needs_three_values() -> None:
    assert scatter([1.0, 9.0]) == scatter([]) == 0.0
    assert scatter([0.0, 3.0, 0.0]) == pytest.approx(math.sqrt(6.0))
    assert scatter([2.0, 4.0, 6.0, 8.0]) == pytest.approx(0.0, abs=1e-9)


def test_a_smoothed_line_goes_three_tenths_of_the_way_to_each_new_value() -> None:
    assert smoothed([10.0, 20.0, 0.0]) == [10.0, 13.0, pytest.approx(9.1)]
    assert smoothed([]) == []


def test_a_course_knows_how_many_times_the_usual_is_not_more() -> None:
    def lasting(weeks: int) -> float:
        return course([((START + timedelta(days=n)).isoformat(), 1.0) for n in range(7 * weeks)], ()).factor

    assert lasting(5) == math.inf
    assert lasting(6) == pytest.approx((1.96 + 2 / 3) * math.sqrt(2 / 3))
    assert lasting(9) == pytest.approx((1.96 + 2 / 6) * math.sqrt(2 / 4))
    assert course([]).compared == 0


def test_days_of_learning_may_be_named_and_are_left_out_wherever_they_lie() -> None:
    days = [(START + timedelta(days=n)).isoformat() for n in range(7)]
    blocks = [(day, float(n)) for n, day in enumerate(days)]
    assert [(week.mean, week.blocks) for week in weeks_of(blocks, {days[0], days[6]})] == [(3.0, 5)]
    assert weeks_of(blocks, set(days[:5])) == (), "two blocks are too few for a week"
    assert [(week.mean, week.blocks) for week in weeks_of(blocks, set(days[:4]))] == [(5.0, 3)]
    assert [(week.mean, week.blocks) for week in weeks_of(blocks)] == [(4.0, 5)]
    with pytest.raises(ValueError, match="date"):
        weeks_of([("no date", 1.0)], ())


def test_a_week_begins_on_its_monday() -> None:
    assert [monday_of(START + timedelta(days=n)) for n in (-1, 0, 6, 7)] == [
        START - timedelta(days=7),
        START,
        START,
        START + timedelta(days=7),
    ]
