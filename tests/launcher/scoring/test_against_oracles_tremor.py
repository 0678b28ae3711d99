"""Tremor against sines of known size, scipy's periodogram, and what must not matter."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import oracles
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, Array, Readings, any_times, hands, minimum_jerk, stands, turned

from games.launcher.scoring import tremor as module
from games.launcher.scoring.spectrum import power_at
from games.launcher.scoring.tremor import tremor, tremor_rms


def shaken(
    seconds: float, frequency: float, size: float, rate: float = 240.0, way: float = 0.0, direction: float = 0.0
) -> Readings:
    """A minimum-jerk way along x, with a sine of this amplitude in a direction in rad."""
    t = np.arange(int(seconds * rate + 1e-9) + 1) / rate
    wave = size * np.sin(2 * math.pi * frequency * t + 0.4)
    x = minimum_jerk(t, 0, seconds, way) + math.cos(direction) * wave
    return t.tolist(), x.tolist(), (math.sin(direction) * wave).tolist()


def rms(readings: Readings) -> float:
    found = tremor_rms(*readings)
    assert found is not None
    return found


# ---- sines of known size


@pytest.mark.parametrize("seconds", [2.0, 3.1, 6.0])
@pytest.mark.parametrize("frequency", [4.5, 5.0, 6.0, 7.3, 8.0, 10.0, 11.5])
def test_a_sine_is_read_at_its_size_and_frequency(seconds: float, frequency: float) -> None:
    found = tremor(*shaken(seconds, frequency, 1.5, way=120))
    assert found is not None
    assert found.rms == pytest.approx(1.5 / math.sqrt(2), rel=0.03)
    assert found.frequency == pytest.approx(frequency, abs=1 / (seconds - 0.4))  # one line of the spectrum
    assert tremor_rms(*shaken(seconds, frequency, 1.5, way=120)) == found.rms


@pytest.mark.parametrize("frequency", [6.0, 7.0, 8.0])
@pytest.mark.parametrize("seconds", [1.6, 2.0])
def test_the_band_of_measures_is_recovered_within_its_eight_percent(frequency: float, seconds: float) -> None:
    assert rms(shaken(seconds, frequency, 1.5)) == pytest.approx(1.06, rel=0.08)


def test_four_hertz_is_not_under_read() -> None:
    # without undoing the low-pass's own gain it reads 28 % low
    assert rms(shaken(5, 4.0, 1.5)) == pytest.approx(1.5 / math.sqrt(2), rel=0.03)


def test_two_sines_add_as_powers() -> None:
    t, x, _ = shaken(4, 5.0, 1.0)
    _, y, _ = shaken(4, 9.0, 2.0)
    found = tremor(t, x, y)
    assert found is not None
    assert found.rms == pytest.approx(math.sqrt((1 + 4) / 2), rel=0.03)
    assert found.frequency == pytest.approx(9.0, abs=0.3)  # the louder one


@pytest.mark.parametrize("frequency", [0.3, 1.0, 20.0, 30.0])
def test_what_is_slower_or_faster_than_tremor_is_not_read(frequency: float) -> None:
    assert rms(shaken(5, frequency, 3.0)) < 0.06 * 3 / math.sqrt(2)


@pytest.mark.parametrize("seconds", [1.6, 2.5, 5.0])
def test_a_smooth_reach_has_hardly_any_tremor(seconds: float) -> None:
    assert rms(shaken(seconds, 6.0, 0.0, way=150)) < 0.01


def test_a_panels_grid_reads_as_a_hundredth_of_a_millimetre() -> None:
    t, x, y = shaken(4, 6.0, 0.0, way=150, rate=120)
    assert rms((t, np.round(np.asarray(x) / 0.05).tolist(), y)) < 0.5  # in grid steps
    assert rms((t, (np.round(np.asarray(x) / 0.05) * 0.05).tolist(), y)) < 0.02


# ---- slow and fast, every panel, long contacts


@pytest.mark.parametrize("rate", [60.0, 90.0, 120.0, 240.0])
@pytest.mark.parametrize("frequency", [6.0, 10.0, 12.0])
def test_a_slow_panel_reads_no_less(rate: float, frequency: float) -> None:
    assert rms(shaken(5, frequency, 1.5, rate)) == pytest.approx(1.5 / math.sqrt(2), rel=0.02)


@pytest.mark.parametrize(("slow", "fast"), [(5.0, 10.0), (6.3, 9.4), (4.6, 11.2)])
@pytest.mark.parametrize(("most", "least"), [(1.2, 0.4), (0.4, 1.2)])
def test_slow_and_fast_tremor_are_told_apart_each_with_its_frequency(
    slow: float, fast: float, most: float, least: float
) -> None:
    t, x, _ = shaken(6, slow, most, way=90)
    _, y, _ = shaken(6, fast, least)
    found = tremor(t, x, y)
    assert found is not None
    assert found.slow == pytest.approx((most / math.sqrt(2), slow), rel=0.04)
    assert found.fast == pytest.approx((least / math.sqrt(2), fast), rel=0.04)
    assert found.frequency == pytest.approx(slow if most > least else fast, abs=0.1)


def test_a_straight_line_has_no_peak_to_name() -> None:
    t = [i / 100 for i in range(400)]
    found = tremor(t, [20 * one for one in t], [0.0] * 400)
    assert found is not None
    assert (round(found.rms, 6), found.slow.rms < 1e-6, found.fast.rms < 1e-6) == (0.0, True, True)


@pytest.mark.parametrize("stop", [0.15, 0.3, 0.6, 1.0, 2.0])
@pytest.mark.parametrize("reach", [0.4, 0.6, 0.8])
def test_two_quick_reaches_with_a_stop_are_no_tremor(stop: float, reach: float) -> None:
    t = np.arange(0, 0.4 + 2 * reach + stop, 1 / 120)
    x = minimum_jerk(t, 0.2, reach, 80) + minimum_jerk(t, 0.2 + reach + stop, reach, 60)
    assert (tremor_rms(t.tolist(), x.tolist(), [0.0] * len(t)) or 0.0) < 0.005


def test_the_tremor_of_a_rest_between_quick_reaches_is_read() -> None:
    t = np.arange(0, 5, 1 / 120)
    x = minimum_jerk(t, 0.2, 0.5, 80) + minimum_jerk(t, 4.2, 0.5, 60)
    x += np.where((t > 0.9) & (t < 4.0), np.sin(2 * math.pi * 6 * t), 0.0)
    assert tremor_rms(t.tolist(), x.tolist(), [0.0] * len(t)) == pytest.approx(1 / math.sqrt(2), rel=0.15)


def test_what_a_contact_costs_grows_with_its_length_only(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = [0]

    def counted(values: list[float], cycles: float) -> float:
        looked_at[0] += len(values)
        return power_at(values, cycles)

    monkeypatch.setattr(module, "power_at", counted)
    costs = []
    for seconds in (10, 20, 40):
        looked_at[0] = 0
        tremor(*shaken(seconds, 6, 1.0, rate=100))
        costs.append(looked_at[0] / seconds)
    assert costs[2] < 1.1 * costs[0]


# ---- against the oracle


@settings(max_examples=60, deadline=None)
@given(hands(least=1.7, most=4.0))
def test_tremor_agrees_with_the_oracle(readings: Readings) -> None:
    assume(readings[0][-1] - readings[0][0] > 1.55)
    assume(not oracles.hurries(*readings))
    found = tremor(*readings)
    assert found is not None
    for measured, expected in (
        (found.rms, oracles.tremor(*readings)),
        (found.slow.rms, oracles.tremor(*readings, 3.8, 8.0)),
        (found.fast.rms, oracles.tremor(*readings, 8.0, 12.2)),
    ):
        assert measured == pytest.approx(expected[0], rel=0.02, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(
    st.floats(2.0, 5.0),
    st.floats(4.5, 11.5),
    st.floats(0.1, 4),
    st.sampled_from([100.0, 120.0, 240.0]),
    st.floats(0, 3),
)
def test_a_sine_agrees_with_the_oracle(seconds: float, hertz: float, size: float, rate: float, way: float) -> None:
    readings = shaken(seconds, hertz, size, rate, direction=way)
    found = tremor(*readings)
    assert found is not None
    expected, line = oracles.tremor(*readings)
    assert found.rms == pytest.approx(expected, rel=0.02)
    assert found.frequency == pytest.approx(line, abs=1 / (seconds - 0.4) + 1e-9)


# ---- what does not matter, and what does


@settings(max_examples=30, deadline=None)
@given(st.floats(-3, 3), st.floats(-90, 90), st.floats(-90, 90), st.floats(0, 900))
def test_where_when_and_which_way_do_not_matter(angle: float, dx: float, dy: float, dt: float) -> None:
    plain = shaken(2.345, 6.3, 1.2, way=80)
    assert rms(turned(plain, angle, dx, dy, dt)) == pytest.approx(rms(plain), rel=1e-3)


@pytest.mark.parametrize("frequency", [5.0, 8.0])
def test_the_panels_rate_hardly_matters(frequency: float) -> None:
    sizes = [rms(shaken(3, frequency, 1.0, rate)) for rate in (90, 120, 240, 480)]
    assert sizes == pytest.approx([1 / math.sqrt(2)] * 4, rel=0.06)


def test_more_tremor_reads_as_more() -> None:
    noise: Array = oracles.lowpass(np.random.default_rng(2).normal(size=721), 10.0, 240.0)
    t, x, y = shaken(3, 6, 0.0, way=90)
    sizes = [rms((t, (np.asarray(x) + k * noise).tolist(), y)) for k in (0, 0.1, 0.3, 1, 3)]
    assert sizes == sorted(sizes)
    assert rms(shaken(3, 6, 3.0)) == pytest.approx(3 * rms(shaken(3, 6, 1.0)), rel=1e-6)


# ---- where there is nothing to measure


@pytest.mark.parametrize(
    ("seconds", "way"), [(s, 0.0) for s in (0.1, 0.3, 0.9, 1.1, 1.3, 1.45)] + [(s, 120.0) for s in (0.1, 0.3, 0.9)]
)
def test_a_contact_too_short_has_none(seconds: float, way: float) -> None:
    assert tremor(*shaken(seconds, 6, 1.0, way=way)) is None
    assert tremor_rms(*shaken(seconds, 6, 1.0, way=way)) is None


def test_a_burst_of_tremor_while_the_finger_rests_is_read() -> None:
    t = np.arange(721) / 240
    burst = np.where((t > 1) & (t < 1.7), np.sin(2 * math.pi * 6 * t), 0.0).tolist()  # it goes nowhere: no reach
    assert tremor_rms(t.tolist(), burst, [0.0] * 721) == pytest.approx(oracles.tremor(t, burst, 0 * t)[0], rel=0.02)


def test_a_quick_reach_in_a_long_contact_has_none() -> None:
    t = np.arange(481) / 240
    quick = minimum_jerk(t, 0.7, 0.6, 120)
    assert oracles.tremor(t, quick, 0 * t)[0] > 0.05  # what it would be taken for
    assert tremor(t.tolist(), quick.tolist(), [0.0] * 481) is None


def test_no_contact_has_none_and_a_still_finger_does_not_shake() -> None:
    assert tremor([], [], []) is None
    assert tremor([1.0], [2.0], [3.0]) is None
    t = [i / 100 for i in range(300)]
    assert tremor_rms(t, [40.0] * 300, [7.0] * 300) == pytest.approx(0.0, abs=1e-9)
    assert tremor_rms([0.0, 2.5], [40.0, 40.0], [7.0, 7.0]) == pytest.approx(0.0, abs=1e-9)


T, X, Y = shaken(2, 6, 1.0)
REFUSED: list[Callable[[float], Any]] = [
    lambda bad: tremor(T, [*X[:-1], bad], Y),
    lambda bad: tremor_rms(T, X, [bad, *Y[1:]]),
    lambda bad: tremor([*T[:-1], bad], X, Y),
]


@pytest.mark.parametrize("bad", [math.nan, math.inf])
@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call.__code__.co_names[0])
def test_what_is_no_number_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


def test_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=str(len(X) - 1)):
        tremor(T, X[:-1], Y)


@settings(max_examples=100, deadline=None)
@given(any_times(), ANY_NUMBERS, ANY_NUMBERS)
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    t: list[float], x: list[float], y: list[float]
) -> None:
    n = min(len(t), len(x), len(y))
    stands(tremor, t, x, y)
    stands(tremor, t[:n], x[:n], y[:n])
    stands(tremor_rms, t[:n], x[:n], y[:n])
