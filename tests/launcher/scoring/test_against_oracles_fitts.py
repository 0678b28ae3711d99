"""Fitts's law and steering against what published programs print, Fitts's own table, scipy, and what must not matter."""

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
from games.launcher.scoring.steering import effective_steering, steering_difficulty, steering_index

EXACT = math.sqrt(2 * math.pi * math.e)  # GoFitts multiplies by this, everybody else by 4.133

# GoFitts (MacKenzie), files of audachang/gofittsjar: dx in px and MT in ms of .sd1; Ae, We, IDe, TP as printed in .sd2.
# The way between targets is the chord of its circle of 15, A cos 6 degrees.
GOFITTS = {
    "P00-C00-S00-G00-2D-MB-PS-B01, A 400, W 20": (
        400 * math.cos(math.radians(6)),
        [4.154256, 1.702422, 4.3068, -6.051766, 5.753143, -4.227249, -0.186889, -4.404379, 3.423073, 3.720236]
        + [-6.622838, -4.50047, -3.202819, 4.915675, -1.125933],
        [1709, 1644, 1572, 1236, 1075, 1404, 1307, 1386, 1548, 1600, 1292, 1508, 1284, 1284, 1067],
        (397.57092180695906, 18.173499611433435, 4.515788735760051, 3.238517452495733),
    ),
    "P08-C00-S00-G00-2D-MB-PS-B01, A 100, W 10": (
        100 * math.cos(math.radians(6)),
        [-2.304131, -1.520754, 6.629023, -5.907048, 0.527329, -0.231636, 0.709918, -4.226095, -0.915644, -2.152351]
        + [2.657239, 0.482196, -1.004952, -1.139721, 1.4649],
        [711, 1017, 622, 906, 656, 796, 854, 781, 762, 906, 844, 664, 991, 778, 709],
        (98.43029933705809, 12.057506423433416, 3.1958836662502064, 3.995853546199308),
    ),
    "P00-C00-S00-G00-2D-MB-PS-B02, A 128, W 24: one double click": (
        128 * math.cos(math.radians(6)),
        [7.273737, -13.304947, 1.499945, -5.559572, -6.336056, -3.192397, 0.896501, 15.850599, -122.42556, 6.963123]
        + [3.21383, -0.212532, 4.830072, -9.023665, -22.717211],
        [487, 741, 441, 712, 642, 672, 646, 613, 787, 934, 998, 1070, 610, 627, 669],
        (109.84739881173148, 134.75258145837338, 0.8601113759633967, 1.211538232646347),
    ),
}

# FittsStudy (Wobbrock), logs of danieljosephh/FittsStudyVF, s05_1D_nomet__356267140, condition 0: ae, dx (px), MTe (ms)
STUDY_1D = [
    *[(624, -2, 1045), (593, -5, 1499), (594, -1, 1045), (612, 13, 1190), (617, 4, 965), (614, 10, 1346)],
    *[(667, 57, 1043), (689, 32, 1175), (628, -4, 1449), (605, 9, 1353)],
]
# and s01_2D_nomet__300097234, condition 0: along and across each reach, from its start, end and target in px; ae_1d, MTe
STUDY_2D = [
    *[(27.3714, 6.2723, 623.5781, 1545), (-1.0461, -1.2461, 622.6552, 1285), (-8.5993, -6.0898, 585.7141, 988)],
    *[(6.2604, -11.1202, 592.0856, 916), (-17.7668, -22.0213, 581.3218, 1050), (20.3465, 14.0809, 593.3462, 1664)],
    *[(4.184, 8.9645, 623.234, 1199), (5.9042, -2.7609, 607.6861, 901), (-3.4091, -5.8279, 597.3541, 1430)],
    (-16.8216, -10.2486, 574.0862, 1026),
]
# Fitts 1954, table 1, 1 oz stylus: MT in ms by width and distance in inches, as reprinted by MacKenzie 1992
FITTS_1954 = {0.25: (392, 484, 580, 731), 0.5: (281, 372, 469, 595), 1: (212, 260, 357, 481), 2: (180, 203, 279, 388)}

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
@given(ERRORS, st.floats(61, 300), st.floats(0.1, 4), st.booleans(), st.none() | st.floats(5, 60), st.randoms())
def test_throughput_agrees_with_the_oracle(
    errors: list[float], way: float, base: float, serial: bool, width: float | None, rng: object
) -> None:
    times = [base + 0.01 * i for i in range(len(errors))]
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
    lambda bad: steering_difficulty([(0.0, 0.0), (bad, 0.0)], 10.0),
    lambda bad: steering_index(bad, 1.0),
    lambda bad: effective_steering(100.0, [1.0, bad, 2.0], 1.0),
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
        lambda: steering_difficulty([(0.0, 0.0), (9.0, 0.0)], -7.5),
        lambda: steering_difficulty([(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)], [5.0, -7.5]),
        lambda: steering_index(10.0, -7.5),
        lambda: effective_steering(-7.5, [1.0, 2.0, 3.0], 1.0),
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
    with pytest.raises(ValueError, match="3"):
        steering_difficulty([(0.0, 0.0), (9.0, 0.0)], [5.0, 5.0, 5.0])


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
        (steering_difficulty, (points, width or 1.0)),
        (steering_difficulty, (points, b)),
        (effective_steering, ((a or [1.0])[0], b, (c or [1.0])[0])),
        (steering_index, ((a or [1.0])[0], (c or [1.0])[0])),
    ):
        stands(measure, *given_)


# ---- steering


def test_the_steering_law_has_its_closed_forms() -> None:
    assert steering_difficulty([(0.0, 0.0), (60.0, 80.0)], 10.0) == pytest.approx(10.0)
    assert steering_difficulty([(0.0, 0.0), (30.0, 0.0), (30.0, 40.0)], [10.0, 20.0]) == pytest.approx(5.0)
    # a tunnel that narrows evenly from 20 to 5: A / (W1 - W2) ln(W1 / W2) (Accot & Zhai 1997, equation 10)
    points = [(0.1 * i, 0.0) for i in range(1001)]
    widths = [20 - 0.15 * (0.1 * i + 0.05) for i in range(1000)]
    assert steering_difficulty(points, widths) == pytest.approx(100 / 15 * math.log(4), rel=1e-5)
    assert steering_difficulty(points, widths) == pytest.approx(oracles.steering_difficulty(points, widths), rel=1e-9)
    assert steering_index(10.0, 2.5) == pytest.approx(4.0)


@given(ERRORS, st.floats(10, 400), st.floats(0.2, 20))
def test_effective_steering_is_the_length_in_effective_widths_by_the_time(
    deviations: list[float], length: float, time: float
) -> None:
    expected = length / oracles.effective_width(deviations) / time
    assert effective_steering(length, deviations, time) == pytest.approx(expected, rel=1e-9)
    assert effective_steering(length, [2.5] * len(deviations), time) is None
    assert effective_steering(length, [], time) is None
