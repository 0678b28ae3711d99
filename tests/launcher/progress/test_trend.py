"""The honest trend: who improves is told so, who stays the same is not, and few weeks say nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from trend_power import Player, practised, said

from games.launcher.progress.trend import (
    BEYOND,
    LASTING,
    Change,
    Week,
    _rough,
    course,
    judged,
    line_through,
    smoothed,
    weeks_of,
)

START = date(2026, 1, 5)  # a Monday


def a_week(number: int, mean: float, chance: float | None = 1e-9) -> Week:
    return Week(START + timedelta(days=7 * number), mean, 35, chance)


def of(means: Sequence[float], chance: float | None = 1e-9) -> list[Week]:
    """Weeks one after the other."""
    return [a_week(number, mean, chance) for number, mean in enumerate(means)]


def heard(who: Player, players: int, seed: int) -> list[Change]:
    """What each of them is told in the last week."""
    rng = Random(seed)
    return [judged(weeks_of(practised(rng, who))) for _ in range(players)]


def ever(who: Player, players: int, seed: int) -> tuple[float, float]:
    """The share of weeks, and of players, in which a change is told."""
    rng = Random(seed)
    told = [[one in (Change.MORE, Change.LESS) for one in said(practised(rng, who))] for _ in range(players)]
    return sum(map(sum, told)) / sum(map(len, told)), sum(map(any, told)) / players


@pytest.mark.parametrize(
    ("who", "least"),
    [(Player(12, 0.2), 0.6), (Player(12, 0.2, mood=0.0), 0.6), (Player(52, 0.1, 52), 0.75)],
    ids=["a fifth in eight weeks", "without moods", "a tenth in a year"],
)
def test_most_of_those_who_gain_hear_it(who: Player, least: float) -> None:
    told = heard(who, 60, 1)
    assert told.count(Change.MORE) >= least * len(told)
    assert told.count(Change.LESS) == 0


def test_whoever_does_less_is_told_so_and_never_the_reverse() -> None:
    told = heard(Player(12, -0.2), 60, 2)
    assert told.count(Change.LESS) >= 0.6 * len(told)
    assert told.count(Change.MORE) == 0


@pytest.mark.parametrize("lasting", ["", "days", "weeks"])
def test_of_flat_years_few_weeks_tell_of_a_change_however_long_moods_last(lasting: str) -> None:
    weeks, players = ever(Player(52, lasting=lasting), 40, 3)
    assert weeks < 0.05
    assert players < 0.25


def test_some_odd_rounds_hide_no_change_and_make_none() -> None:
    told = heard(Player(12, 0.2, odd=0.02), 40, 4)
    assert told.count(Change.MORE) >= 0.6 * len(told)
    assert ever(Player(52, odd=0.02), 20, 5)[0] < 0.05


@pytest.mark.parametrize("odd", [0, 4, 9])
@pytest.mark.parametrize("by", [-300.0, 300.0])
def test_one_odd_week_hardly_moves_the_line(odd: int, by: float) -> None:
    rng = Random(6)
    means = [50 + rng.gauss(0, 1) for _ in range(10)]
    plain, bent = line_through(of(means)), line_through(of([m + by * (n == odd) for n, m in enumerate(means)]))
    assert abs(bent.last - plain.last) < 0.01 * abs(by)
    assert abs(bent.first - plain.first) < 0.01 * abs(by)
    assert bent.direction == 0


def test_scatter_that_the_days_explain_is_no_lasting_mood() -> None:
    rng = Random(7)
    means = [50 + 0.8 * n + rng.gauss(0, 1) for n in range(20)]
    daily, lasting, unknown = (line_through(of(means, chance)) for chance in (1.0, 0.02, None))
    assert daily.direction == 1
    assert lasting.allowed > 3 * daily.allowed
    assert unknown.allowed == pytest.approx(daily.allowed * math.sqrt(1 + LASTING), rel=0.2)


def test_below_six_weeks_nothing_is_said_and_in_the_sixth_nothing_great() -> None:
    rising = of([50.0 + 10 * n for n in range(8)])
    told = [judged(rising[: n + 1]) for n in range(8)]
    assert told[:5] == [Change.FEW] * 5
    assert told[5:] == [Change.WITHIN, Change.MORE, Change.MORE]  # two weeks running are asked for


def test_weeks_without_practice_are_time_that_passes() -> None:
    weeks = [a_week(number, 50.0 + number) for number in (0, 1, 2, 3, 20, 21, 22)]
    line = line_through(weeks)
    assert (line.first, line.last) == (pytest.approx(50.0), pytest.approx(72.0))


def test_the_first_two_days_and_weeks_of_few_blocks_are_left_out() -> None:
    days = [(START + timedelta(days=n)).isoformat() for n in range(21)]
    blocks = [(day, 1000.0) for day in days[:2]] + [(days[n], 10.0 + n) for n in (2, 3, 4, 7, 8, 14, 15, 16)]
    weeks = weeks_of(blocks)
    assert [(week.monday, week.mean, week.blocks) for week in weeks] == [(START, 13.0, 3), (date(2026, 1, 19), 25.0, 3)]


def test_a_course_says_where_its_line_begins_and_ends() -> None:
    blocks = [((START + timedelta(days=n)).isoformat(), float(n // 7)) for n in range(70)]
    found = course(blocks)
    assert found.line is not None
    assert (found.line.first, found.line.last) == (pytest.approx(0.0), pytest.approx(9.0))
    assert found.line.scatter == pytest.approx(0.0, abs=1e-9)
    assert found.change is Change.MORE
    assert course(blocks[:20]).change is Change.FEW
    assert course(blocks[:20]).line is None
    assert course([]).weeks == ()


def test_a_day_is_the_median_of_its_rounds_and_a_week_the_mean_of_its_days() -> None:
    days = [(START + timedelta(days=n)).isoformat() for n in range(7)]
    blocks = [(days[2], 10.0), (days[2], 500.0), (days[2], 12.0), (days[3], 20.0)]
    (week,) = weeks_of(blocks, learning=())
    assert (week.mean, week.blocks, week.chance) == (16.0, 4, 16.0)  # days 12 and 20: variance 32, over 2 days
    (alone,) = weeks_of(blocks[:3], learning=())
    assert alone.chance is None


@given(st.lists(st.floats(-1e6, 1e6), max_size=60))
def test_any_course_gets_one_of_four_answers_and_a_line_within_its_values(values: list[float]) -> None:
    assert judged(of(values)) in Change
    line = smoothed(values)
    assert len(line) == len(values)
    assert all(min(values) - 1e-3 <= one <= max(values) + 1e-3 for one in line)


@given(st.floats(-1e3, 1e3), st.integers(6, 60))
def test_somebody_who_never_varies_never_changes(value: float, weeks: int) -> None:
    assert judged(of([value] * weeks)) is Change.WITHIN


@given(st.lists(st.floats(-50, 50), min_size=6, max_size=30), st.floats(0.01, 100.0))
def test_without_far_weeks_the_line_is_that_of_least_squares(values: list[float], chance: float) -> None:
    places = np.arange(len(values))
    fitted = np.polyval(np.polyfit(places, values, 1), places)
    off = np.abs(np.asarray(values) - fitted)
    rough, far = _rough([place - places.mean() for place in places], values)
    assume(off.max() < 0.99 * far)
    assume(np.abs(np.asarray(values) - rough).max() < 0.99 * far)
    line = line_through(of(values, chance))
    assert (line.first, line.last) == (pytest.approx(fitted[0], abs=1e-6), pytest.approx(fitted[-1], abs=1e-6))
    about = max(float(np.sum(off**2)) / (len(values) - 2), chance)
    assert line.scatter == pytest.approx(math.sqrt(about), rel=1e-6)
    least = BEYOND * line.scatter / float(np.std(places)) / math.sqrt(len(values)) * (len(values) - 1)
    assert least * (1 - 1e-9) <= line.allowed <= least * math.sqrt(1 + LASTING) * (1 + 1e-9)
