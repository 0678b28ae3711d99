"""Following a path: what is covered and how near earns; leaving out, zigzags and scribbles do not."""

from __future__ import annotations

import math

import pytest
from drawn import LINE, circle, even, traced, zigzag
from hypothesis import given, settings
from hypothesis import strategies as st

from games.kit.geometry import Vec
from games.kit.task import Follow, Outcome
from games.launcher.scoring.block import judge
from games.launcher.scoring.tasks.follow import follow


def precision(*lines: list[Vec], width: float = 12.0, task: Follow | None = None) -> float:
    rep, samples = traced(lines, task=task, width=width)
    return judge([rep], samples).score.precision


def points(*lines: list[Vec], seconds: float) -> int:
    rep, samples = traced(lines, seconds)
    return judge([rep], samples).score.points


def test_a_perfect_line_has_all_precision() -> None:
    assert precision(even(LINE)) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("start", [0.0, 1.0, 4.0])
@pytest.mark.parametrize("turns", [1.0, -1.0])
def test_a_perfect_circle_may_begin_anywhere_and_run_either_way(start: float, turns: float) -> None:
    task = Follow(tuple(circle(30)), 12.0)
    assert precision(circle(30, 300, start=start, turns=turns), task=task) > 98


def test_a_perfect_figure_of_eight_keeps_its_precision_where_it_crosses_itself() -> None:
    eight = tuple(
        Vec(65 + 40 * math.sin(a), 38 + 25 * math.sin(2 * a)) for a in [2 * math.pi * i / 300 for i in range(301)]
    )
    assert precision(list(eight), task=Follow(eight, 12.0)) > 98


@pytest.mark.parametrize(("off", "width"), [(3.0, 12.0), (2.0, 12.0), (5.0, 20.0), (6.0, 12.0)])
def test_a_line_beside_the_path_falls_as_the_formula_says(off: float, width: float) -> None:
    part = off / (width / 2)
    expected = 100 * (1 - 0.08 * part) / (1 + (part / 0.65) ** 12)
    assert precision([p + Vec(0, off) for p in even(LINE)], width=width) == pytest.approx(expected, abs=0.2)


def test_a_line_beside_the_lane_is_nothing() -> None:
    assert precision([p + Vec(0, 6.5) for p in even(LINE)]) == 0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_what_is_left_out_is_lost(share: float) -> None:
    part = even((LINE[0], Vec(20 + 100 * (1 - share), 40)))
    assert precision(part) <= 100 * (1 - share) + 1e-6
    assert precision(part) == pytest.approx(100 * (1 - share), abs=1.0)


def test_leaving_a_part_out_saves_no_points_by_the_time_it_saves() -> None:
    whole = points(even(LINE), seconds=4.0)
    part = points(even((LINE[0], Vec(100, 40))), seconds=3.2)
    assert part <= 0.82 * whole


@pytest.mark.parametrize("shape", ["triangle", "sine", "square"])
@pytest.mark.parametrize("period", [3.0, 6.0, 10.0, 20.0, 30.0, 40.0])
def test_a_zigzag_of_five_millimetres_in_a_lane_of_six_does_not_pay(shape: str, period: float) -> None:
    assert precision(zigzag(5.0, period, shape=shape)) < 75


def test_a_hand_that_swings_a_little_pays_little() -> None:
    assert precision(zigzag(1.0, 12.0)) > 97


def test_scribbling_over_everything_is_worth_less_than_careful_half() -> None:
    scribble = [Vec(20 + i / 6, 40 + 35 * math.sin(i * 0.9)) for i in range(601)]
    assert precision(scribble) < precision(even((LINE[0], Vec(70, 40)))) * 0.6


def test_going_over_the_line_again_earns_nothing_more() -> None:
    twice = [*even(LINE), *even(LINE[::-1])]
    assert precision(twice) == pytest.approx(100, abs=0.01)


@settings(max_examples=30, deadline=None)
@given(st.floats(-3.1, 3.1), st.floats(-40, 40), st.floats(-40, 40))
def test_where_the_path_lies_and_how_it_is_turned_does_not_matter(turn: float, dx: float, dy: float) -> None:
    c, s = math.cos(turn), math.sin(turn)

    def moved(line: list[Vec]) -> list[Vec]:
        return [Vec(c * p.x - s * p.y + dx, s * p.x + c * p.y + dy) for p in line]

    drawn = zigzag(3.0, 30.0)
    task = Follow(tuple(moved(list(LINE))), 12.0)
    assert precision(moved(drawn), task=task) == pytest.approx(precision(drawn), abs=0.5)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0.0, 4.0), min_size=2, max_size=2).map(sorted))
def test_more_zigzag_never_has_more_precision(heights: list[float]) -> None:
    low, high = heights
    assert precision(zigzag(high, 15.0)) <= precision(zigzag(low, 15.0)) + 1e-6


def test_measures_of_a_line_three_millimetres_beside() -> None:
    rep, samples = traced([[p + Vec(0, 3) for p in even(LINE)]], seconds=5.0)
    found = follow(rep, samples)
    assert found.covered == 1.0
    assert found.inside == 1.0
    assert (found.mean_deviation, found.p95_deviation, found.max_deviation) == pytest.approx((3, 3, 3))
    assert (found.unfinished, found.frechet) == pytest.approx((3, 3), abs=0.01)
    assert found.area == pytest.approx(300, rel=0.01)
    assert found.difficulty == pytest.approx(100 / 12)
    assert found.steering == pytest.approx(100 / 12 / 5, rel=0.01)
    assert found.exits == 0
    assert found.strokes == 1


def test_each_time_the_ink_leaves_the_lane_is_an_exit() -> None:
    rep, samples = traced([zigzag(9.0, 25.0)])
    assert follow(rep, samples).exits == 8


def test_lifting_between_two_strokes_draws_nothing_in_between() -> None:
    rep, samples = traced([even((Vec(20, 40), Vec(60, 40))), even((Vec(80, 40), Vec(120, 40)))])
    found = follow(rep, samples)
    assert found.covered == pytest.approx(0.8, abs=0.01)
    assert found.strokes == 2
    assert found.ink == pytest.approx(80, abs=0.1)


@pytest.mark.parametrize("lines", [[], [[Vec(50, 40)]]])
def test_nothing_drawn_is_measured_without_an_error(lines: list[list[Vec]]) -> None:
    rep, samples = traced(lines) if lines else (traced([[Vec(0, 0)]])[0], [])
    found = follow(rep, samples)
    assert found.quality == 0
    assert found.covered == 0


def test_an_undone_path_has_no_quality_but_all_its_measures() -> None:
    rep, samples = traced([even(LINE)])
    missed = type(rep)(rep.task, rep.asked, rep.began, rep.let_go, rep.ended, Outcome.MISSED, rep.fingers)
    found = follow(missed, samples)
    assert found.quality == 0
    assert found.covered == 1
