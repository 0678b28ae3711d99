"""Paths and the distances of drawn curves against closed forms, oracles that walk every 0.02 mm, and what must not matter."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import curve_oracles
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, ANY_POINTS, Curve, circle, curves, line, moved, stands, wave

from games.launcher.scoring.path import (
    accuracy,
    coverage,
    deviation,
    directed_hausdorff,
    f1,
    frechet,
    hausdorff,
    path_ratio,
    straying,
)

STEP = 1.0  # mm; no coarser than this may a curve be walked along


# ---- path ratio, straying


def test_known_ways_are_known_times_as_long_as_straight() -> None:
    half = circle(40, 4000, share=0.5)
    assert path_ratio([p[0] for p in half], [p[1] for p in half]) == pytest.approx(math.pi / 2, rel=1e-6)
    assert path_ratio([0, 30, 30], [0, 0, 40]) == pytest.approx(1.4)
    assert path_ratio([0, 10, 5, 20], [0, 0, 0, 0]) == pytest.approx(1.5)
    assert path_ratio([3, 9, 3], [1, 1, 1]) is path_ratio([], []) is path_ratio([1], [1]) is None


@given(curves(), st.floats(-3, 3), st.floats(-90, 90))
def test_path_ratio_is_length_over_distance_anywhere(points: Curve, angle: float, d: float) -> None:
    straight = math.dist(points[0], points[-1])
    assume(straight > 1)
    at = moved(points, angle, d, -d)
    found = path_ratio([p[0] for p in at], [p[1] for p in at])
    assert found == pytest.approx(curve_oracles.length(points) / straight, rel=1e-9)


@given(curves(), st.tuples(st.floats(-50, 50), st.floats(-50, 50)), st.tuples(st.floats(-50, 50), st.floats(-50, 50)))
def test_straying_agrees_with_the_oracle(points: Curve, start: tuple[float, float], goal: tuple[float, float]) -> None:
    assume(math.dist(start, goal) > 1)
    x, y = [p[0] for p in points], [p[1] for p in points]
    found, (mean, most, sd, offset, crossings) = straying(x, y, start, goal), curve_oracles.straying(x, y, start, goal)
    assert found is not None
    assert (found.mean, found.most, found.variability) == pytest.approx((mean, most, sd), abs=1e-9)
    assert found.offset == pytest.approx(offset, abs=1e-9)
    assert abs(found.crossings - crossings) <= touching(points, start, goal)


def touching(points: Curve, start: tuple[float, float], goal: tuple[float, float]) -> int:
    """How many points lie where a last digit decides whether they are on a side."""
    length = math.dist(start, goal)
    u = ((goal[0] - start[0]) / length, (goal[1] - start[1]) / length)
    off = [abs(u[0] * (y - start[1]) - u[1] * (x - start[0])) for x, y in points]
    return sum(2 for one in off if min(abs(one - 1.3), abs(one - curve_oracles.ASIDE)) < 0.03)


def test_a_path_along_the_line_that_wavers_by_a_pixel_crosses_it_never_however_often_it_is_read() -> None:
    rng = np.random.default_rng(1)
    for count in (30, 60, 240, 960):
        x = np.linspace(0, 120, count)
        found = straying(list(x), list(rng.normal(0, 0.25, count)), (0, 0), (120, 0))
        assert found is not None
        assert found.crossings == 0


def test_two_wide_corrections_are_two_crossings_however_often_the_path_is_read() -> None:
    rng = np.random.default_rng(2)
    for count in (30, 60, 240, 960):
        x = np.linspace(0, 120, count)
        y = 8 * np.sin(3 * np.pi * x / 120) + rng.normal(0, 0.25, count)
        found = straying(list(x), list(y), (0, 0), (120, 0))
        assert found is not None
        assert found.crossings == 2


# ---- Hausdorff


def test_wandering_and_leaving_out_are_told_apart() -> None:
    half = line(50)
    assert directed_hausdorff(half, line(100)) == pytest.approx(0)
    assert directed_hausdorff(line(100), half) == pytest.approx(50)
    assert hausdorff(half, line(100)) == hausdorff(line(100), half) == pytest.approx(50)
    assert directed_hausdorff([(0.0, 0.0), (50.0, 12.0), (100.0, 0.0)], line(100)) == pytest.approx(12, abs=0.001)
    assert hausdorff(circle(30), circle(33)) == pytest.approx(3, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(curves(), curves(2))
def test_hausdorff_agrees_with_the_oracle(a: Curve, b: Curve) -> None:
    there, back = curve_oracles.directed_hausdorff(a, b), curve_oracles.directed_hausdorff(b, a)
    found = directed_hausdorff(a, b)
    assert found is not None
    assert there - 0.0011 <= found <= there + 0.011
    both = hausdorff(a, b)
    assert both is not None
    assert max(there, back) - 0.0011 <= both <= max(there, back) + 0.011
    assert both == hausdorff(b, a)


@pytest.mark.parametrize("teeth", [3, 7, 20])
@pytest.mark.parametrize("high", [0.4, 3.0, 11.0])
def test_hausdorff_of_jagged_lines_agrees_with_scipy(teeth: int, high: float) -> None:
    rng = np.random.default_rng(teeth)
    jagged = [(4.7 * i, high * (i % 2) + float(rng.uniform(-1, 1))) for i in range(2 * teeth)]
    plain = [(0.0, 0.3), (4.7 * 2 * teeth * 0.6, 1.1), (4.7 * 2 * teeth, -0.4)]
    found = hausdorff(jagged, plain)
    assert found == pytest.approx(curve_oracles.hausdorff_of_scipy(jagged, plain), abs=0.021)


def test_the_farthest_place_may_lie_between_two_corners() -> None:
    gap = [(0.0, 0.0), (0.0, 10.0), (30.0, 10.0), (30.0, 0.0)]  # the middle of a base line is farthest from both legs
    assert directed_hausdorff([(0.0, 0.0), (30.0, 0.0)], gap) == pytest.approx(10.0, abs=0.001)
    assert directed_hausdorff([(0.0, -6.0), (30.0, -6.0)], [(0.0, 0.0), (0.0, 40.0), (30.0, 40.0), (30.0, 0.0)]) == (
        pytest.approx(math.hypot(15, 6), abs=0.001)
    )


# ---- Frechet


def test_order_counts_where_hausdorff_sees_nothing() -> None:
    there_and_back = [(0.0, 0.0), (100.0, 0.0), (0.0, 0.0), (100.0, 0.0)]
    assert hausdorff(there_and_back, line(100)) == pytest.approx(0)
    found = frechet(there_and_back, line(100))
    assert found == pytest.approx(50, abs=300 / 63)  # half the way; a place is 300 / 63 mm from the next
    assert found == pytest.approx(curve_oracles.frechet(there_and_back, line(100)), abs=300 / 63)


def test_lines_side_by_side_are_so_far_apart_in_either_direction() -> None:
    assert frechet(line(100, 7), line(100)) == pytest.approx(7)
    assert frechet(line(100, 7)[::-1], line(100)) == pytest.approx(7)
    for drawn in (wave(5), wave(5)[::-1]):
        assert frechet(drawn, wave(5)) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("start", [0.0, math.pi / 2, math.pi, 0.3, -2.0])
@pytest.mark.parametrize("way", [1, -1])
def test_a_ring_may_be_begun_anywhere_and_gone_either_way(start: float, way: int) -> None:
    drawn = circle(32, start=start)[::way]
    gap = 2 * math.pi * 32 / 32  # half of a sixteenth of the way round is how far off the nearest start may be
    found = frechet(drawn, circle(30))
    assert found is not None
    assert 2 - 0.01 <= found <= 2 + gap
    if round(start / (math.pi / 8), 9).is_integer():
        assert found == pytest.approx(2, abs=2 * math.pi * 32 / 63 / 2)
    open_ring = frechet(drawn, circle(30), closed=False)
    assert open_ring is not None
    assert open_ring >= found - 1e-9


def test_an_open_template_is_closed_where_it_is_said_to_be() -> None:
    ring = circle(30)[:-36]  # a tenth is missing
    across = circle(30, start=math.pi)
    left_open = frechet(across, ring)
    assert left_open is not None
    assert left_open > 50
    closed = frechet(across, ring, closed=True)
    assert closed is not None
    assert closed < 6


@settings(max_examples=40, deadline=None)
@given(curves(), curves(2))
def test_frechet_agrees_with_the_oracle_within_a_step(trace: Curve, template: Curve) -> None:
    found, step = (
        frechet(trace, template, closed=False),
        max(curve_oracles.length(trace), curve_oracles.length(template)) / 63,
    )
    assert found is not None
    assert found == pytest.approx(curve_oracles.frechet(trace, template), abs=step)
    far = hausdorff(trace, template)
    assert far is not None
    assert found >= far - step
    ends = [math.dist(trace[0], template[i]) for i in (0, -1)], [math.dist(trace[-1], template[i]) for i in (-1, 0)]
    assert found >= min(max(ends[0][0], ends[1][0]), max(ends[0][1], ends[1][1])) - 1e-9


# ---- coverage, accuracy


def test_half_a_line_covers_half_and_is_all_in_the_lane() -> None:
    assert coverage(line(50), line(100), 5) == pytest.approx(0.55, abs=0.011)
    assert accuracy(line(50), line(100), 5) == pytest.approx(1)
    assert coverage(line(100, 3), line(100), 5) == accuracy(line(100, 3), line(100), 5) == pytest.approx(1)
    assert coverage(line(100, 6), line(100), 5) == accuracy(line(100, 6), line(100), 5) == pytest.approx(0)
    assert accuracy([(0.0, 0.0), (100.0, 10.0)], line(100), 5) == pytest.approx(0.5, abs=0.011)
    assert accuracy(line(200), line(100), 5) == pytest.approx(105 / 200, abs=0.006)


@settings(max_examples=60, deadline=None)
@given(curves(), curves(2), st.floats(1, 40))
def test_coverage_and_accuracy_agree_with_the_oracle(trace: Curve, template: Curve, reach: float) -> None:
    for found, walker, other in ((coverage(trace, template, reach), template, trace),):
        near = (
            np.abs(curve_oracles.distances(curve_oracles.walked(walker), other) - reach) < STEP
        )  # within a step of the rim
        assert found == pytest.approx(curve_oracles.coverage(trace, template, reach), abs=0.02 + float(near.mean()))
    near = np.abs(curve_oracles.distances(curve_oracles.walked(trace), template) - reach) < STEP
    expected = curve_oracles.coverage(template, trace, reach)
    assert accuracy(trace, template, reach) == pytest.approx(expected, abs=0.02 + float(near.mean()))


def test_f1_is_the_harmonic_mean() -> None:
    assert f1(1.0, 1.0) == 1
    assert f1(0.5, 1.0) == pytest.approx(2 / 3)
    assert f1(0.2, 0.3) == f1(0.3, 0.2) == pytest.approx(0.24)
    assert f1(0.0, 1.0) == 0
    assert f1(0.0, 0.0) in (0, None)


# ---- what does not matter, and what does


@settings(max_examples=30, deadline=None)
@given(curves(), curves(2), st.floats(-3, 3), st.floats(-90, 90), st.floats(-90, 90))
def test_where_and_which_way_round_do_not_matter(a: Curve, b: Curve, angle: float, dx: float, dy: float) -> None:
    a2, b2 = moved(a, angle, dx, dy), moved(b, angle, dx, dy)
    plain, other = deviation(a, b), deviation(a2, b2)
    assert plain is not None
    assert other is not None
    for name in ("mean", "rms", "p95", "max"):
        assert getattr(other, name) == pytest.approx(getattr(plain, name), abs=0.02), name
    assert other.area == pytest.approx(plain.area, rel=0.02, abs=2)
    assert hausdorff(a2, b2) == pytest.approx(hausdorff(a, b), abs=1e-6)
    assert frechet(a2, b2) == pytest.approx(frechet(a, b), abs=1e-6)


def test_more_reach_is_never_less_and_a_wilder_trace_never_closer() -> None:
    shares = [coverage(wave(8), line(160), reach) for reach in (1, 2, 4, 8, 16)]
    assert shares == sorted(shares)
    wilder = [deviation(wave(k), line(160)) for k in (0.5, 1, 2, 4, 8)]
    for name in ("mean", "rms", "p95", "max", "area"):
        values = [getattr(d, name) for d in wilder]
        assert values == sorted(values), name
    assert [accuracy(wave(k), line(160), 3) for k in (8, 4, 2)] == sorted(
        accuracy(wave(k), line(160), 3) for k in (2, 4, 8)
    )


def test_how_often_the_panel_reads_hardly_matters() -> None:
    thin = wave(4)[::4]
    many, few = deviation(wave(4), line(160)), deviation(thin, line(160))
    assert many is not None
    assert few is not None
    assert (few.mean, few.rms, few.area) == pytest.approx((many.mean, many.rms, many.area), rel=0.02)


# ---- where there is nothing to measure

BOTH: list[Callable[[Curve, Curve], Any]] = [
    deviation,
    directed_hausdorff,
    hausdorff,
    frechet,
    lambda a, b: coverage(a, b, 3.0),
    lambda a, b: accuracy(a, b, 3.0),
]


@pytest.mark.parametrize("measure", BOTH)
def test_nothing_drawn_or_nothing_to_draw_is_nothing(measure: Callable[[Curve, Curve], Any]) -> None:
    assert not measure([], line(100))  # nothing, or a share of 0
    assert measure(line(100), []) is None


@pytest.mark.parametrize("measure", BOTH)
@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_what_is_no_number_is_refused_by_name(measure: Callable[[Curve, Curve], Any], bad: float) -> None:
    for a, b in ((line(100), [(0.0, bad), (1.0, 1.0)]), ([(0.0, 1.0), (bad, 1.0)], line(100))):
        with pytest.raises(ValueError, match=str(bad)):
            measure(a, b)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
@pytest.mark.parametrize(
    "call",
    [
        lambda bad: path_ratio([0.0, bad], [0.0, 1.0]),
        lambda bad: straying([0.0, 1.0], [0.0, bad], (0.0, 0.0), (9.0, 0.0)),
        lambda bad: straying([0.0, 1.0], [0.0, 1.0], (0.0, 0.0), (9.0, bad)),
        lambda bad: f1(bad, 0.5),
        lambda bad: coverage(line(100), line(100), bad),
        lambda bad: accuracy(line(100), line(100), bad),
    ],
    ids=lambda call: call.__code__.co_names[0],
)
def test_what_cannot_be_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


def test_what_is_no_reach_and_what_is_unequally_long_is_refused() -> None:
    for measure in (coverage, accuracy):
        with pytest.raises(ValueError, match=r"-2\.5"):
            measure(line(100), line(100), -2.5)
    with pytest.raises(ValueError, match="3"):
        path_ratio([0.0, 1.0, 2.0], [0.0, 1.0])
    with pytest.raises(ValueError, match="3"):
        straying([0.0, 1.0, 2.0], [0.0, 1.0], (0.0, 0.0), (9.0, 0.0))


@settings(max_examples=100, deadline=None)
@given(ANY_POINTS, ANY_POINTS, ANY_NUMBERS, st.sampled_from([3.0, 0.0, -1.0, 1e-9, 1e9, math.nan, math.inf]))
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    a: Curve, b: Curve, numbers: list[float], reach: float
) -> None:
    for measure in BOTH:
        stands(measure, a, b)
    stands(coverage, a, b, reach)
    stands(accuracy, a, b, reach)
    stands(frechet, a, b, closed=True)
    stands(f1, reach, (numbers or [0.5])[0])
    stands(path_ratio, numbers, [p[1] for p in a])
    stands(path_ratio, [p[0] for p in a], [p[1] for p in a])
    stands(straying, [p[0] for p in a], [p[1] for p in a], (b or [(0.0, 0.0)])[0], (b or [(1.0, 0.0)])[-1])
