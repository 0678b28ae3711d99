"""Movements and their smoothness against scipy, the table of measures, the published examples, and what must not matter."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import oracles
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, NUMBERS, Readings, any_times, hands, minimum_jerk, profile, reach, stands, turned

from games.launcher.scoring.smoothness import contact, ldlj, movement, peaks, sparc

SPEEDS = st.lists(st.floats(0, 800), min_size=2, max_size=150).filter(lambda v: max(v) > 1e-3)
RATES = st.floats(25, 250)


def smoothness(readings: Readings) -> tuple[float, float, int]:
    """SPARC, LDLJ and peaks of a movement through the whole pipeline."""
    found = movement(*readings)
    assert found is not None
    a, b = sparc(found.speed, found.rate), ldlj(found.x, found.y, found.rate)
    assert a is not None
    assert b is not None
    return a, b, peaks(found.speed, found.rate)


def places(speed: list[float], rate: float) -> list[float]:
    """Places whose central differences are this speed, but for the last one."""
    x = [0.0, speed[0] / rate]
    for i in range(1, len(speed) - 1):
        x.append(x[i - 1] + 2 * speed[i] / rate)
    return x


# ---- published examples


def test_the_bell_of_the_authors_example_has_their_sparc_and_their_ldlj() -> None:
    # siva82kb/SPARC and siva82kb/smoothness, examples in smoothness.py: exp(-5 t^2), -1 <= t < 1 s, 100 Hz
    t = np.arange(-1, 1, 0.01)
    bell = np.exp(-5 * t**2).tolist()
    assert sparc(bell, 100.0) == pytest.approx(-1.41403, abs=5e-6)
    assert oracles.sparc(bell, 100.0) == pytest.approx(-1.41403, abs=5e-6)
    assert oracles.ldlj_of_velocity(bell, 100.0) == pytest.approx(-5.81636, abs=5e-6)
    x = places(bell, 100.0)
    assert ldlj(x, [0.0] * len(x), 100.0) == pytest.approx(-5.81636, abs=2e-3)  # but for the last velocity


def test_the_jerk_of_a_minimum_jerk_reach_is_the_known_integral() -> None:
    # the jerk squared integrates to 720 A^2 / T^5, the top speed is 1.875 A / T (Flash & Hogan 1985)
    t = np.arange(4001) / 1000
    x = minimum_jerk(t, 0, 4, 250).tolist()
    assert ldlj(x, [0.0] * len(x), 1000.0) == pytest.approx(-math.log(720 / 1.875**2), abs=2e-3)


@pytest.mark.parametrize("waves", [1, 3])
def test_the_jerk_of_waves_of_speed_is_the_known_integral(waves: int) -> None:
    # speed 1 - cos wt, from rest to rest: its second derivative squared integrates to w^4 T / 2, its top is 2
    w, t = 2 * math.pi * waves, np.linspace(0, 1, 2001)
    x = (40 * (t - np.sin(w * t) / w)).tolist()
    assert ldlj(x, [0.0] * len(x), 2000.0) == pytest.approx(-math.log(w**4 / 8), abs=0.01)


@pytest.mark.parametrize(
    ("parts", "arc", "jerk", "tops"),
    [
        ([(0, 0.4)], -1.40, -5.3, 1),
        ([(0, 1.0)], -1.405, -5.3, 1),
        ([(0, 4.0)], -1.406, -5.3, 1),
        ([(0, 0.6), (0.4, 0.6)], -1.84, -7.3, 2),
        ([(0, 0.6), (0.6, 0.6)], -2.29, -8.1, 2),
        ([(0, 0.6), (0.8, 0.6)], -2.90, -8.5, 2),
        ([(0, 0.6), (0.85, 0.6)], -3.05, -8.6, 2),  # a stop of 0.25 s
        ([(0, 0.6), (1.1, 0.6)], -3.76, -9.1, 2),
        ([(0, 0.6), (1.6, 0.6)], -5.17, -9.9, 2),
    ],
)
def test_the_table_of_measures_holds(parts: list[tuple[float, float]], arc: float, jerk: float, tops: int) -> None:
    speed = profile(parts)
    assert sparc(speed, 100.0) == pytest.approx(arc, abs=0.0061)
    x = places(speed, 100.0)
    assert ldlj(x, [0.0] * len(x), 100.0) == pytest.approx(jerk, abs=0.0501)
    assert peaks(speed, 100.0) == tops


@pytest.mark.parametrize("seconds", [0.4, 0.6, 1.0, 2.0])
@pytest.mark.parametrize("rate", [60, 97, 240])
def test_a_reach_through_the_whole_pipeline_is_as_smooth_as_reaching_gets(seconds: float, rate: float) -> None:
    arc, jerk, tops = smoothness(reach(seconds, 150, rate, 0.7))
    assert arc == pytest.approx(-1.405, abs=0.015)
    assert -6.0 < jerk < -4.9
    assert tops == 1


def test_a_small_tremor_across_the_way_leaves_sparc_as_it_was() -> None:
    t, x, _ = reach(1.5, 120)
    y = [math.sin(2 * math.pi * 6 * now) for now in t]
    assert smoothness((t, x, y))[0] == pytest.approx(-1.41, abs=0.02)


# ---- against the oracles


@settings(max_examples=60, deadline=None)
@given(hands())
def test_contact_and_movement_agree_with_the_oracle(readings: Readings) -> None:
    for mine, other in ((contact, oracles.contact), (movement, oracles.movement)):
        found: Any = mine(*readings)
        expected: Any = other(*readings)
        assert (found is None) == (expected is None)
        if found is not None:
            assert found.rate == 100
            for a, b in zip((found.t, found.x, found.y, found.speed), expected, strict=True):
                assert list(a) == pytest.approx(list(b), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(hands())
def test_the_smoothness_of_a_hand_agrees_with_the_oracle(readings: Readings) -> None:
    found = movement(*readings)
    assume(found is not None)
    assert found is not None
    assert sparc(found.speed, 100.0) == pytest.approx(oracles.sparc(found.speed, 100.0), abs=1e-6)
    assert ldlj(found.x, found.y, 100.0) == pytest.approx(oracles.ldlj(found.x, found.y, 100.0), abs=1e-6)
    assert peaks(found.speed, 100.0) == oracles.peaks(found.speed, 100.0)


@settings(max_examples=100, deadline=None)
@given(SPEEDS, RATES)
def test_sparc_agrees_with_the_oracle_on_any_speed(speed: list[float], rate: float) -> None:
    assert sparc(speed, rate) == pytest.approx(oracles.sparc(speed, rate), abs=1e-6)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=5, max_size=80), RATES)
def test_ldlj_agrees_with_the_oracle_on_any_path(path: list[tuple[float, float]], rate: float) -> None:
    x, y = [p[0] for p in path], [p[1] for p in path]
    assume(max(x) - min(x) > 0.01 and len(set(np.diff(x, 3).round(6))) > 1)
    assert ldlj(x, y, rate) == pytest.approx(oracles.ldlj(x, y, rate), abs=1e-6)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.sampled_from([50.0, 100.0, 240.0]))
def test_peaks_agree_with_the_oracle_on_any_speed(heights: list[int], rate: float) -> None:
    speed = [5.3 * h + 0.001 * i for i, h in enumerate(heights)]  # no two alike: which of two equal ones stays is open
    assert peaks(speed, rate) == oracles.peaks(speed, rate)


@pytest.mark.parametrize(
    ("speed", "count"),
    [
        ([0, 50, 50, 50, 0], 1),  # a flat top
        ([100] * 30, 1),  # as fast at both ends
        ([0, 100] + [0] * 14 + [100, 0], 2),  # 150 ms apart
        ([0, 100] + [0] * 13 + [90, 0], 1),  # 140 ms
        ([0, 100] + [92] * 20 + [101, 0], 1),  # a dip of 8 %
        ([0, 100] + [89] * 20 + [101, 0], 2),  # of 11 %
        ([0, 4.9, 0], 0),  # slower than a movement
        ([0, 20] + [15.5] * 20 + [20.1, 0], 1),  # a dip of 4.5 mm/s
        ([0, 20] + [14.5] * 20 + [20.1, 0], 2),
    ],
)
def test_what_is_a_peak(speed: list[float], count: int) -> None:
    assert peaks(speed, 100.0) == count == oracles.peaks(speed, 100.0)


# ---- what does not matter, and what does


@settings(max_examples=30, deadline=None)
@given(hands(), st.floats(-3, 3), st.floats(-90, 90), st.floats(-90, 90), st.floats(0, 900))
def test_where_when_and_which_way_do_not_matter(
    readings: Readings, angle: float, dx: float, dy: float, dt: float
) -> None:
    plain, moved = movement(*readings), movement(*turned(readings, angle, dx, dy, dt))
    assume(plain is not None and moved is not None and len(plain.speed) == len(moved.speed))  # one sample more or less
    assert smoothness(turned(readings, angle, dx, dy, dt))[:2] == pytest.approx(smoothness(readings)[:2], abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(SPEEDS, RATES, st.floats(0.1, 50))
def test_sparc_knows_no_size(speed: list[float], rate: float, factor: float) -> None:
    assert sparc([factor * v for v in speed], rate) == pytest.approx(oracles.sparc(speed, rate), abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=6, max_size=40, unique=True), RATES, RATES)
def test_ldlj_knows_no_tempo_and_no_size(path: list[tuple[float, float]], slow: float, fast: float) -> None:
    x, y = [p[0] for p in path], [p[1] for p in path]
    assume(max(x) - min(x) > 0.01 and len(set(np.diff(x, 3).round(6))) > 1)
    assert ldlj([3 * v for v in x], [3 * v for v in y], fast) == pytest.approx(oracles.ldlj(x, y, slow), abs=1e-6)


@pytest.mark.parametrize("rate", [60, 90, 120, 240, 1000])
@pytest.mark.parametrize("seconds", [0.5, 1.2])
def test_the_panels_rate_hardly_matters(rate: float, seconds: float) -> None:
    assert smoothness(reach(seconds, 100, rate))[0] == pytest.approx(smoothness(reach(seconds, 100, 480))[0], abs=0.03)


def test_longer_stops_and_stronger_noise_are_less_smooth() -> None:
    stops = [sparc(profile([(0, 0.6), (0.6 + gap, 0.6)]), 100.0) for gap in (0, 0.1, 0.2, 0.4, 0.8, 1.6)]
    assert stops == sorted(stops, reverse=True)
    t, x, y = reach(1.5, 120)
    noise = oracles.lowpass(np.random.default_rng(5).normal(size=len(t)), 8.0, 240.0)
    shaken = [smoothness((t, (np.asarray(x) + a * noise).tolist(), y)) for a in (0, 2, 4, 8, 16)]
    assert [s[0] for s in shaken] == sorted((s[0] for s in shaken), reverse=True)
    assert shaken[0][1] > shaken[1][1] > shaken[2][1]  # where all is noise, more of it adds no more jerk


# ---- where there is nothing to measure


@pytest.mark.parametrize("speed", [[], [0.0], [7.0], [0.0, 0.0, 0.0]])
def test_no_speed_has_no_sparc(speed: list[float]) -> None:
    assert sparc(speed, 100.0) is None


@pytest.mark.parametrize("x", [[], [1.0], [1.0, 2.0], [4.0] * 20, [float(i) for i in range(20)]])
def test_no_movement_and_a_steady_one_have_no_ldlj(x: list[float]) -> None:
    assert ldlj(x, [0.0] * len(x), 100.0) is None


def test_a_still_hand_has_no_peaks() -> None:
    assert peaks([], 100.0) == peaks([0.0] * 9, 100.0) == 0


REFUSED: list[Callable[[float], Any]] = [
    lambda bad: sparc([1.0, bad, 1.0], 100.0),
    lambda bad: sparc([1.0, 2.0, 1.0], bad),
    lambda bad: ldlj([1.0, bad, 1.0, 5.0], [0.0] * 4, 100.0),
    lambda bad: ldlj([1.0, 2.0, 1.0, 5.0], [0.0] * 4, bad),
    lambda bad: peaks([1.0, bad], 100.0),
    lambda bad: peaks([1.0, 9.0], bad),
    lambda bad: contact([0.0, bad], [0.0, 1.0], [0.0, 1.0]),
    lambda bad: movement([0.0, 1.0], [0.0, 1.0], [0.0, bad]),
]


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call.__code__.co_names[0])
def test_what_is_no_number_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


@pytest.mark.parametrize("rate", [0.0, -100.0])
def test_a_rate_that_cannot_be_is_refused(rate: float) -> None:
    for call in (lambda: sparc([1.0, 9.0], rate), lambda: ldlj([1.0] * 9, [0.0] * 9, rate), lambda: peaks([9.0], rate)):
        with pytest.raises(ValueError, match=str(rate)):
            call()


def test_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        ldlj([0.0] * 5, [0.0] * 4, 100.0)
    with pytest.raises(ValueError, match="3"):
        contact([0.0, 1.0, 2.0], [0.0], [0.0])


@pytest.mark.parametrize("size", [1e15, 1e200, 1.7e308])
def test_places_beyond_all_reach_raise_nothing_else(size: float) -> None:
    t = [0.0, 0.1, 0.2, 0.3, 0.5]
    for x in ([0.0, size, -size, size, 1.0], [size] * 5, [0.0, 1.0, 2.0, 3.0, size]):
        for measure in (contact, movement):
            with contextlib.suppress(ValueError):
                measure(t, x, [0.0] * 5)
        with contextlib.suppress(ValueError):
            ldlj(x, x, 100.0)
        with contextlib.suppress(ValueError):
            sparc([abs(v) for v in x], 100.0)
        with contextlib.suppress(ValueError):
            peaks([abs(v) for v in x], 100.0)


@settings(max_examples=200, deadline=None)
@given(any_times(), ANY_NUMBERS, ANY_NUMBERS, st.sampled_from([100.0, 1.0, 0.0, -1.0, 1e-9, 1e9, math.nan]))
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    t: list[float], x: list[float], y: list[float], rate: float
) -> None:
    n = min(len(t), len(x), len(y))
    stands(contact, t, x, y)
    stands(movement, t[:n], x[:n], y[:n])
    stands(sparc, x, rate)
    stands(ldlj, x[:n], y[:n], rate)
    stands(peaks, x, rate)
