"""Fitts's law against what published programs print, Fitts's own table, scipy, and what must not matter."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import oracles
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, ANY_POINTS, stands
from published import FITTS_1954, GOFITTS, STUDY_1D, STUDY_2D

from games.launcher.scoring.fitts import (
    effective_distance,
    effective_width,
    effective_width_2d,
    index_of_difficulty,
    regression,
    session_throughput,
    throughput,
    width_from_misses,
)
from games.launcher.scoring.score import Attempt, reference_time, score

EXACT = math.sqrt(2 * math.pi * math.e)  # GoFitts multiplies by this, everybody else by 4.133

ERRORS = st.lists(st.floats(-60, 60), min_size=5, max_size=30).filter(lambda e: np.ptp(e) > 0.01)


# ---- published figures


@pytest.mark.parametrize("name", GOFITTS)
def test_gofitts_prints_the_same(name: str) -> None:
    way, errors, ms, (ae, we, ide, tp) = GOFITTS[name]
    distances, times = [way] * 15, [t / 1000 for t in ms]
    found = effective_width(errors)
    assert found is not None
    assert found * EXACT / 4.133 == pytest.approx(we, rel=1e-6)
    assert effective_distance(distances, errors, serial=True) == pytest.approx(ae, rel=1e-7)
    assert math.log2(ae / we + 1) == pytest.approx(ide, rel=1e-9)
    assert throughput(distances, errors, times, serial=True) == pytest.approx(tp, rel=1e-4)  # 4.133 is 4.13273 rounded


def test_a_double_click_is_left_out_where_the_width_is_known() -> None:
    way, errors, ms, (*_, printed) = GOFITTS["P00-C00-S00-G00-2D-MB-PS-B02, A 128, W 24: one double click"]
    times = [t / 1000 for t in ms]
    with_it, without = (throughput([way] * 15, errors, times, width=w) for w in (None, 24.0))
    rest = [i for i in range(15) if i != 8]
    assert with_it is not None
    assert with_it == pytest.approx(printed, rel=0.08)
    assert without == pytest.approx(
        oracles.throughput([way] * 14, [errors[i] for i in rest], [times[i] for i in rest]), rel=1e-9
    )
    assert without is not None
    assert without > 2 * with_it


def test_fittsstudy_prints_the_same_with_an_outlier_left_out() -> None:
    errors, times = [float(e) for _, e, _ in STUDY_1D], [t / 1000 for *_, t in STUDY_1D]
    distances = [float(ae - e) for ae, e, _ in STUDY_1D]  # from where the last click was
    kept = [e for e in errors if e != 57]
    assert effective_width(kept) == pytest.approx(48.1888, abs=6e-5)  # We(1d)
    assert throughput(distances, errors, times, width=24) == pytest.approx(3.0859, abs=3e-3)  # TP(1d), MT in whole ms
    assert throughput(distances, errors, times, width=24) == pytest.approx(
        3.7925 / 1.229, rel=1e-3
    )  # IDe / MeanMTe(sx)


def test_fittsstudy_prints_the_same_width_in_two_dimensions() -> None:
    assert effective_width([r[0] for r in STUDY_2D]) == pytest.approx(60.2566, rel=2e-5)  # it computes in single
    assert effective_width_2d([r[:2] for r in STUDY_2D]) == pytest.approx(74.6343, rel=2e-5)
    errors, times = [r[0] for r in STUDY_2D], [r[3] / 1000 for r in STUDY_2D]
    found = throughput([r[2] - r[0] for r in STUDY_2D], errors, times, width=64)
    assert found == pytest.approx(2.8784, abs=2e-3)


def test_fitts_own_table_has_the_slope_that_is_known_of_it() -> None:
    # MT = 12.8 + 94.7 ID with Fitts's log2(2A / W), MacKenzie 1992, section 3.1
    ids = [math.log2(2 * a / w) for w in FITTS_1954 for a in (2, 4, 8, 16)]
    found = regression(ids, [float(mt) for row in FITTS_1954.values() for mt in row])
    assert found is not None
    assert found == (pytest.approx(12.8, abs=0.05), pytest.approx(94.7, abs=0.05))
    assert found == pytest.approx(oracles.regression(ids, [mt for row in FITTS_1954.values() for mt in row]), rel=1e-9)


def test_the_share_of_misses_says_how_wide_the_target_was_in_effect() -> None:
    assert width_from_misses(20, 0.0388) == pytest.approx(20, rel=1e-3)  # 3.88 % misses: as wide as it is
    assert width_from_misses(20, 0.3173105) == pytest.approx(41.32, rel=1e-5)  # one deviation to each side
    assert width_from_misses(30, 0) is None
    assert width_from_misses(30, 1) is None
    for impossible in (-0.1, 1.1, math.nan):
        with pytest.raises(ValueError, match=str(impossible)):
            width_from_misses(20, impossible)


@pytest.mark.parametrize(("distance", "width", "bits"), [(0, 5, 0), (8, 8, 1), (150, 10, 4), (80, 20, 2.321928)])
def test_the_difficulty_of_an_aim(distance: float, width: float, bits: float) -> None:
    assert index_of_difficulty(distance, width) == pytest.approx(bits, abs=1e-6)


def test_the_worked_example_of_the_scoring_model() -> None:
    bits = index_of_difficulty(80, 20)
    tries = [(2.0, 1.5), (5.0, 1.2), (14.0, 1.0)]
    assert reference_time("drag", bits) == pytest.approx(0.8660, abs=5e-5)
    found = score([Attempt(e, 10.0, bits, t + 0.4, reference_time("drag", bits)) for e, t in tries])
    assert found.precision == pytest.approx(61.83, abs=0.005)
    assert found.speed == pytest.approx(53.02, abs=0.005)
    assert found.points == 328
    assert found.graded_throughput == pytest.approx(0.879, abs=5e-4)


# ---- against the oracles


@settings(deadline=None)
@given(ERRORS, st.floats(61, 300), st.floats(0.1, 4), st.booleans(), st.none() | st.floats(5, 60))
def test_throughput_agrees_with_the_oracle(
    errors: list[float], way: float, base: float, serial: bool, width: float | None
) -> None:
    times = [base + 0.01 * i for i in range(len(errors))]
    assume(abs(float(oracles.travelled([way] * len(errors), errors, serial).mean())) > 1e-6)
    expected = oracles.throughput([way] * len(errors), errors, times, serial, width)
    found = throughput([way] * len(errors), errors, times, serial=serial, width=width)
    assert (found is None) == (expected is None)
    if expected is not None:
        assert found == pytest.approx(expected, rel=1e-9)


@given(ERRORS, st.floats(1, 300), st.booleans())
def test_effective_width_and_distance_agree_with_the_oracles(errors: list[float], way: float, serial: bool) -> None:
    assert effective_width(errors) == pytest.approx(oracles.effective_width(errors), rel=1e-9)
    expected = float(oracles.travelled([way] * len(errors), errors, serial).mean())
    assert effective_distance([way] * len(errors), errors, serial=serial) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=5, max_size=30), st.floats(-3, 3))
def test_effective_width_in_two_dimensions_knows_no_direction(points: list[tuple[float, float]], a: float) -> None:
    assume(np.ptp(points, axis=0).max() > 0.01)
    expected = oracles.effective_width_2d(points)
    around = [(math.cos(a) * x - math.sin(a) * y + 9, math.sin(a) * x + math.cos(a) * y - 4) for x, y in points]
    assert effective_width_2d(points) == pytest.approx(expected, rel=1e-9)
    assert effective_width_2d(around) == pytest.approx(expected, rel=1e-9)


@given(st.lists(st.tuples(st.floats(0.5, 6), st.floats(0.1, 5)), min_size=6, max_size=30))
def test_regression_agrees_with_the_oracle(pairs: list[tuple[float, float]]) -> None:
    ids, times = [1.0, *[p[0] for p in pairs], 4.5], [0.7, *[p[1] for p in pairs], 2.0]
    assume(len(set(ids)) >= 4)
    assert regression(ids, times) == pytest.approx(oracles.regression(ids, times), rel=1e-6, abs=1e-6)


@given(st.floats(1, 60), st.floats(0.001, 0.999))
def test_width_from_misses_agrees_with_the_oracle(width: float, share: float) -> None:
    assert width_from_misses(width, share) == pytest.approx(oracles.width_from_misses(width, share), rel=1e-7)


# ---- what does not matter, and what does


@given(ERRORS, st.floats(61, 300), st.floats(0.2, 5))
def test_throughput_knows_no_unit_and_halves_with_twice_the_time(errors: list[float], way: float, unit: float) -> None:
    times = [0.8] * len(errors)
    plain = throughput([way] * len(errors), errors, times)
    scaled = throughput([way * unit] * len(errors), [e * unit for e in errors], times)
    slow = throughput([way] * len(errors), errors, [1.6] * len(errors))
    assert plain is not None
    assert slow is not None
    assert scaled == pytest.approx(plain, rel=1e-9)
    assert 2 * slow == pytest.approx(plain, rel=1e-9)


def test_more_scatter_is_less_throughput() -> None:
    errors = np.random.default_rng(3).normal(size=12)
    errors -= errors.mean()
    found = [throughput([80.0] * 12, (k * errors).tolist(), [1.0] * 12) for k in (0.5, 1, 2, 4, 8)]
    assert found == sorted(found, reverse=True)


def test_a_session_is_the_mean_of_its_sequences() -> None:
    assert session_throughput([3.0, None, 5.0]) == pytest.approx(4.0)
    assert session_throughput([]) is None
    assert session_throughput([None, None]) is None


# ---- where there is nothing to measure


def test_too_few_or_all_alike_is_none() -> None:
    assert throughput([80.0] * 4, [1.0, 2.0, 3.0, 4.0], [1.0] * 4) is None
    assert throughput([80.0] * 9, [2.0] * 9, [1.0] * 9) is None
    assert throughput([], [], []) is None
    assert throughput([80.0] * 6, [0.0, 1.0, 2.0, 3.0, 90.0, -90.0], [1.0] * 6, width=20.0) is None  # four are left
    assert effective_width([]) is effective_width([3.0]) is effective_width_2d([(1.0, 2.0)]) is None
    assert effective_distance([], []) is None
    assert regression([1.0, 2.0, 4.0], [1.0, 2.0, 3.0]) is None  # three IDs
    assert regression([1.0, 1.0, 2.0, 2.0, 4.0, 4.0], [1.0] * 6) is None  # still three
    assert regression([1.0, 1.5, 2.0, 2.9], [1.0, 2.0, 3.0, 4.0]) is None  # less than two bits apart
    assert regression([1.0, 1.5, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0]) is not None


def test_aims_that_went_backwards_have_no_throughput() -> None:
    errors = [-100.0, -80.0, -120.0, -90.0, -110.0, -95.0]
    assert throughput([10.0] * 6, errors, [1.0] * 6) is None
    assert throughput([70.0] * 6, errors, [1.0] * 6) is None


FINE = [1.0, 2.0, 3.0, 4.0, 5.0]
REFUSED: list[Callable[[float], Any]] = [
    lambda bad: index_of_difficulty(bad, 1.0),
    lambda bad: effective_width([1.0, bad]),
    lambda bad: effective_width_2d([(1.0, 2.0), (bad, 2.0)]),
    lambda bad: effective_distance([bad], [1.0]),
    lambda bad: throughput([80.0] * 5, FINE, [1.0, 1.0, bad, 1.0, 1.0]),
    lambda bad: throughput([80.0] * 5, [bad, *FINE[1:]], [1.0] * 5),
    lambda bad: throughput([80.0] * 5, FINE, [1.0] * 5, width=bad),
    lambda bad: regression([*FINE[1:], bad], FINE),
    lambda bad: session_throughput([1.0, bad]),
]


@pytest.mark.parametrize("bad", [math.nan, math.inf])
@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call.__code__.co_names[0])
def test_what_is_no_number_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


def test_what_cannot_be_is_refused_by_name() -> None:
    for call in (
        lambda: index_of_difficulty(-7.5, 1.0),
        lambda: index_of_difficulty(1.0, -7.5),
        lambda: throughput([80.0] * 5, [1.0, 2.0, 3.0, 4.0, 5.0], [1.0] * 5, width=-7.5),
        lambda: throughput([80.0] * 5, [1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 1.0, 1.0, 1.0, -7.5]),
        lambda: throughput([-7.5] * 5, [1.0, 2.0, 3.0, 4.0, 5.0], [1.0] * 5),
        lambda: width_from_misses(-7.5, 0.1),
    ):
        with pytest.raises(ValueError, match=r"-7\.5"):
            call()
    for unequal in (
        lambda: throughput([80.0] * 5, [1.0] * 6, [1.0] * 5),
        lambda: effective_distance([80.0] * 5, [1.0] * 6),
        lambda: regression([80.0] * 5, [1.0] * 6),
    ):
        with pytest.raises(ValueError, match="6"):
            unequal()


@settings(max_examples=200)
@given(ANY_NUMBERS, ANY_NUMBERS, ANY_NUMBERS, ANY_POINTS, st.sampled_from([None, 20.0, 0.0, -1.0, math.nan, math.inf]))
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    a: list[float], b: list[float], c: list[float], points: list[tuple[float, float]], width: float | None
) -> None:
    n = min(len(a), len(b), len(c))
    for measure, given_ in (
        (throughput, (a[:n], b[:n], c[:n], True, width)),
        (throughput, ([abs(v) for v in a[:n]], b[:n], [abs(v) for v in c[:n]], False, width)),
        (throughput, (a, b, c)),
        (effective_width, (a,)),
        (effective_width_2d, (points,)),
        (effective_distance, (a[:n], b[:n], True)),
        (regression, (a[:n], b[:n])),
        (session_throughput, (a,)),
        (width_from_misses, (width or 1.0, (a or [0.5])[0])),
    ):
        stands(measure, *given_)
