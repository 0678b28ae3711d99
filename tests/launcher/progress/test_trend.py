"""The honest trend: who improves is told so, who stays the same is not, and few weeks say nothing."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.launcher.progress.trend import Change, course, judged, scatter, smoothed, weeks_of

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
