"""Charts: everything lies in its field, in order, and the band says what the words say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.kit.geometry import Vec
from games.launcher.progress.chart import Chart, Period, Point, Scale, chart
from games.launcher.progress.trend import Change, Course, course

SINCE = date(2026, 1, 5)
PERIOD = Period(SINCE, SINCE + timedelta(days=83))
PERCENT = Scale(0.0, 100.0, 20.0)
SMOOTH = Scale(-1e9, 0.0, 1.0, 1)
NOTHING = Course((), Change.FEW)


ROOM = Vec(120, 60)


def of(points: list[Point], found: Course = NOTHING, scale: Scale = PERCENT, size: Vec = ROOM) -> Chart:
    return chart(size, 5.0, points, found, scale, PERIOD, lambda day: f"{day.day} Jan")


def points(values: list[float]) -> list[Point]:
    return [Point(SINCE + timedelta(days=n % 84), 0.5, value, n % 3 > 0) for n, value in enumerate(values)]


def test_later_is_further_right_and_more_is_higher() -> None:
    made = of([Point(SINCE + timedelta(days=n), 0.5, 20.0 + n) for n in range(40)])
    assert len(made.own) == 40
    assert all(b.x > a.x and b.y < a.y for a, b in zip(made.own, made.own[1:], strict=False))
    assert all(b.x > a.x and b.y <= a.y for a, b in zip(made.line, made.line[1:], strict=False))


def test_ticks_are_round_numbers_and_dates_whole_weeks_apart() -> None:
    made = of(points([33.0, 71.0]))
    assert [tick.words for tick in made.up] == ["30", "40", "50", "60", "70", "80"]
    assert made.across[0].words == "5 Jan"
    assert len(made.across) >= 3


def test_decimals_are_written_with_the_mark_of_the_language() -> None:
    made = of(points([-1.0, -2.5]), scale=replace(SMOOTH, mark=","))
    assert any("," in tick.words for tick in made.up)
    assert not any("." in tick.words for tick in made.up)


def test_the_band_lies_where_the_line_may_end_and_nothing_new_is_said() -> None:
    rng = Random(1)
    blocks = [((SINCE + timedelta(days=n // 5)).isoformat(), 50 + rng.gauss(0, 6)) for n in range(400)]
    found = course(blocks)
    assert found.change is Change.WITHIN
    assert found.line is not None
    made = of([Point(date.fromisoformat(day), 0.5, value) for day, value in blocks], found)
    assert made.band is not None
    top, size = made.band
    per_mm = (float(made.up[-1].words) - float(made.up[0].words)) / (made.up[0].at.y - made.up[-1].at.y)
    assert size.y * per_mm == pytest.approx(2 * found.line.allowed)
    assert top.x >= made.corner.x
    assert top.x + size.x <= made.corner.x + made.field.x + 1e-6


def test_with_few_weeks_there_is_no_band_and_one_day_draws_no_line() -> None:
    made = of([Point(SINCE, 0.5, 40.0), Point(SINCE, 0.7, 50.0)], course([(SINCE.isoformat(), 40.0)]))
    assert made.band is None
    assert made.line == ()
    assert of([]).own == ()


@given(st.lists(st.floats(0, 100), max_size=80), st.sampled_from([Vec(60, 30), Vec(120, 60), Vec(330, 150)]))
def test_percents_stay_in_their_field(values: list[float], size: Vec) -> None:
    inside(of(points(values), size=size))


@given(st.lists(st.floats(-9, 0), max_size=80))
def test_smoothness_stays_in_its_field(values: list[float]) -> None:
    made = of(points(values), scale=SMOOTH)
    inside(made)
    assert all("-" not in tick.words for tick in made.up)  # a true minus


def inside(made: Chart) -> None:
    end = made.corner + made.field
    assert made.corner.x >= 0 <= made.corner.y
    assert end.x <= made.size.x
    assert end.y <= made.size.y
    for at in (*made.own, *made.others, *made.line, *(tick.at for tick in (*made.up, *made.across))):
        assert made.corner.x - 1e-6 <= at.x <= end.x + 1e-6
        assert made.corner.y - 1e-6 <= at.y <= end.y + 1e-6
    assert 2 <= len(made.up) <= 8
