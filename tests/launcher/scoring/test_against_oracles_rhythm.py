"""Rhythm, steadiness and aperture against scipy, closed forms, and what must not matter."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import oracles
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, ANY_POINTS, any_times, stands

from games.launcher.scoring.aperture import aperture, hull_area, range_of, span
from games.launcher.scoring.rhythm import circular_r, driftless_variation, intervals, steadiness, variation

GAPS = st.lists(st.floats(0.15, 3), min_size=4, max_size=40)
POINTS = st.lists(st.tuples(st.floats(-150, 150), st.floats(-150, 150)), min_size=2, max_size=10)


# ---- closed forms


def test_an_even_beat_does_not_vary() -> None:
    times = [0.5 * i for i in range(12)]
    assert intervals(times) == pytest.approx([0.5] * 11)
    assert variation(intervals(times)) == pytest.approx(0, abs=1e-12)
    assert driftless_variation(intervals(times)) == pytest.approx(0, abs=1e-12)
    assert circular_r(times, 0.5) == pytest.approx(1)


def test_a_drift_varies_but_not_without_drift() -> None:
    slower = [0.4 + 0.02 * i for i in range(15)]
    assert driftless_variation(slower) == pytest.approx(0, abs=1e-12)
    assert variation(slower) == pytest.approx(0.02 * math.sqrt(20) / 0.54)  # SD of 0..14 is sqrt 20


def test_alternating_gaps_have_their_closed_forms() -> None:
    gaps = [0.4, 0.6] * 10
    assert variation(gaps) == pytest.approx(0.1 * math.sqrt(20 / 19) / 0.5)
    assert driftless_variation(gaps) == pytest.approx(np.std([0.2, -0.2] * 9 + [0.2], ddof=1) / math.sqrt(2) / 0.5)


def test_independent_gaps_vary_alike_with_and_without_drift() -> None:
    gaps = np.random.default_rng(8).normal(0.5, 0.02, size=4000).tolist()
    assert variation(gaps) == pytest.approx(0.04, rel=0.05)
    assert driftless_variation(gaps) == pytest.approx(0.04, rel=0.05)


@pytest.mark.parametrize(("phases", "expected"), [([0, 0.25, 0.5, 0.75], 0), ([0, 0.25], math.sqrt(0.5)), ([0.3], 1)])
def test_phases_have_the_length_of_their_mean_arrow(phases: list[float], expected: float) -> None:
    times = [0.8 * (3 * i + p) for i, p in enumerate(phases)]
    assert circular_r(times, 0.8) == pytest.approx(expected, abs=1e-9)


def test_normal_phases_have_the_known_length() -> None:
    spread = 0.05  # of the period: R = exp(-2 pi^2 spread^2)
    times = [0.6 * (i + e) for i, e in enumerate(np.random.default_rng(4).normal(0, spread, 5000))]
    assert circular_r(times, 0.6) == pytest.approx(math.exp(-2 * (math.pi * spread) ** 2), abs=0.003)


def test_a_hold_has_its_closed_forms() -> None:
    t = [i / 64 for i in range(200)]
    still = steadiness(t, [60.0] * 200, 62.0)
    assert still is not None
    assert (still.cv, still.rms, still.slope) == pytest.approx((0, 2, 0), abs=1e-9)
    sinking = steadiness(t, [60 - 3 * now for now in t], 60 - 3 * t[-1])
    assert sinking is not None
    assert sinking.slope == pytest.approx(-3)
    assert sinking.rms == pytest.approx(3 / math.sqrt(3), rel=0.03)


def test_only_the_last_second_of_a_hold_counts() -> None:
    t = [i / 64 + 0.003 for i in range(200)]
    restless = [60.0 + (5 if now < t[-1] - 1.02 and i % 2 else 0) for i, now in enumerate(t)]
    found, longer = steadiness(t, restless, 60.0), steadiness(t, restless, 60.0, seconds=2.0)
    assert found is not None
    assert longer is not None
    assert found.cv == found.rms == 0
    assert longer.rms > 1


def test_fingers_have_their_closed_forms() -> None:
    assert aperture([(0, 0), (30, 40)]) == pytest.approx(50)
    assert aperture([(10 * math.cos(a), 10 * math.sin(a)) for a in (0, 2.0944, 4.18879)]) == pytest.approx(20, rel=1e-5)
    assert span([(0, 0), (3, 4), (-3, -4), (1, 1)]) == pytest.approx(10)
    assert hull_area([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5)]) == pytest.approx(100)
    assert hull_area([(0, 0), (10, 0), (0, 10)]) == pytest.approx(50)
    assert hull_area([(0, 0), (5, 5), (9, 9)]) == pytest.approx(0, abs=1e-9)
    assert range_of([float(i) for i in range(101)]) == pytest.approx(90)
    assert range_of([0.0, 10.0]) == pytest.approx(9)


# ---- against the oracles


@given(GAPS)
def test_variation_agrees_with_the_oracles(gaps: list[float]) -> None:
    assert variation(gaps) == pytest.approx(oracles.variation(gaps), rel=1e-9, abs=1e-12)
    assert driftless_variation(gaps) == pytest.approx(oracles.driftless_variation(gaps), rel=1e-9, abs=1e-12)


@given(st.lists(st.floats(0, 300), min_size=2, max_size=50), st.floats(0.2, 4), st.floats(0, 50))
def test_circular_r_agrees_with_the_oracle_at_any_time(times: list[float], period: float, later: float) -> None:
    expected = oracles.circular_r(times, period)
    assert circular_r(times, period) == pytest.approx(expected, abs=1e-9)
    assert circular_r([t + later for t in times], period) == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.floats(20, 120), min_size=140, max_size=200), st.floats(20, 120), st.floats(0.3, 1.5))
def test_steadiness_agrees_with_the_oracle(values: list[float], target: float, seconds: float) -> None:
    t = [i / 87.3 for i in range(len(values))]
    assume(all(abs(t[-1] - seconds - now) > 1e-9 for now in t))
    found = steadiness(t, values, target, seconds=seconds)
    assert found is not None
    expected = oracles.steadiness(t, values, target, seconds)
    assert (found.cv, found.rms, found.slope) == pytest.approx(expected, rel=1e-7, abs=1e-7)


@given(POINTS, st.floats(-3, 3), st.floats(-80, 80))
def test_aperture_span_and_hull_agree_with_the_oracles_anywhere(
    points: list[tuple[float, float]], angle: float, d: float
) -> None:
    c, s = math.cos(angle), math.sin(angle)
    for at in (points, [(c * x - s * y + d, s * x + c * y - d) for x, y in points], points[::-1]):
        assert aperture(at) == pytest.approx(oracles.aperture(points), rel=1e-9, abs=1e-9)
        assert span(at) == pytest.approx(oracles.span(points), rel=1e-9, abs=1e-9)
        assert hull_area(at) == pytest.approx(oracles.hull_area(points) if len(points) > 2 else 0, rel=1e-6, abs=1e-4)


@given(st.lists(st.floats(-200, 200), min_size=2, max_size=80))
def test_range_agrees_with_the_oracle(values: list[float]) -> None:
    assert range_of(values) == pytest.approx(oracles.range_of(values), rel=1e-9, abs=1e-9)


# ---- what does not matter, and what does


@given(GAPS, st.floats(0.2, 5))
def test_variation_knows_no_tempo(gaps: list[float], factor: float) -> None:
    for measure in (variation, driftless_variation):
        assert measure([factor * g for g in gaps]) == pytest.approx(measure(gaps), rel=1e-6, abs=1e-9)


def test_more_noise_is_less_even() -> None:
    noise = np.random.default_rng(6).normal(size=30)
    beats = 0.5 * np.arange(30)
    rows = [(beats + k * noise).tolist() for k in (0, 0.01, 0.03, 0.06)]
    spread = [variation(intervals(row)) for row in rows]
    lengths = [circular_r(row, 0.5) for row in rows]
    assert spread == sorted(spread)
    assert lengths == sorted(lengths, reverse=True)


# ---- where there is nothing to measure


def test_too_little_is_none() -> None:
    assert intervals([]) == intervals([3.0]) == []
    assert variation([]) is variation([0.5]) is driftless_variation([]) is driftless_variation([0.5, 0.6]) is None
    assert circular_r([], 0.5) is None
    assert steadiness([], [], 60.0) is steadiness([1.0], [60.0], 60.0) is None
    assert aperture([]) is span([]) is range_of([]) is None


REFUSED: list[Callable[[float], Any]] = [
    lambda bad: intervals([1.0, bad]),
    lambda bad: variation([0.5, bad, 0.5]),
    lambda bad: driftless_variation([0.5, bad, 0.5, 0.5]),
    lambda bad: circular_r([1.0, bad], 0.5),
    lambda bad: circular_r([1.0, 2.0], bad),
    lambda bad: steadiness([0.0, 0.1, 0.2], [1.0, bad, 1.0], 1.0),
    lambda bad: steadiness([0.0, 0.1, 0.2], [1.0, 1.0, 1.0], bad),
    lambda bad: steadiness([0.0, 0.1, bad], [1.0, 1.0, 1.0], 1.0),
    lambda bad: aperture([(0.0, bad), (1.0, 1.0)]),
    lambda bad: span([(0.0, bad), (1.0, 1.0)]),
    lambda bad: hull_area([(0.0, bad), (1.0, 1.0), (2.0, 0.0)]),
    lambda bad: range_of([1.0, bad]),
]


@pytest.mark.parametrize("bad", [math.nan, math.inf])
@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call.__code__.co_names[0])
def test_what_is_no_number_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


def test_what_cannot_be_is_refused_by_name() -> None:
    for period in (0.0, -0.5):
        with pytest.raises(ValueError, match=str(period)):
            circular_r([1.0, 2.0], period)
    with pytest.raises(ValueError, match="3"):
        steadiness([0.0, 0.1, 0.2], [1.0, 1.0], 1.0)
    with pytest.raises(ValueError, match=r"-1\.0"):
        steadiness([0.0, 0.1, 0.2], [1.0, 1.0, 1.0], 1.0, seconds=-1.0)


@settings(max_examples=200)
@given(any_times(), ANY_NUMBERS, ANY_POINTS, st.sampled_from([0.5, 0.0, -1.0, 1e-12, 1e12, math.nan, math.inf]))
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    t: list[float], values: list[float], points: list[tuple[float, float]], number: float
) -> None:
    n = min(len(t), len(values))
    stands(intervals, t)
    stands(intervals, values)
    stands(variation, values)
    stands(driftless_variation, values)
    stands(circular_r, values, number)
    stands(circular_r, t, number)
    stands(steadiness, t[:n], values[:n], number)
    stands(steadiness, t[:n], values[:n], 1.0, seconds=number)
    stands(steadiness, t, values, 1.0)
    for measure in (aperture, span, hull_area):
        stands(measure, points)
    stands(range_of, values)
