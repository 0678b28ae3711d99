"""The filter and the movement, against scipy and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal as oracle

from games.launcher.scoring.path import path_ratio, straying
from games.launcher.scoring.signal import biquad, held, merged, resampled, smoothed
from games.launcher.scoring.smoothness import contact, movement


def reach(seconds: float, length: float, rate: float = 240) -> tuple[list[float], list[float], list[float]]:
    t = [i / rate for i in range(int(seconds * rate) + 1)]
    u = [v / seconds for v in t]
    s = [w**3 * (10 - 15 * w + 6 * w * w) for w in u]
    return t, [length * v for v in s], [0.0] * len(t)


def test_the_filter_has_the_coefficients_of_the_book() -> None:
    b, a = biquad(10, 100)
    assert b == pytest.approx((0.0971852, 0.1943704, 0.0971852), abs=5e-8)
    assert a == pytest.approx((1, -0.9455703, 0.3343112), abs=5e-8)


@pytest.mark.parametrize("n", [60, 101, 400])
def test_the_filter_agrees_with_scipys_filtfilt(n: int) -> None:
    values = list(np.cumsum(np.random.default_rng(n).normal(size=n)))
    b, a = biquad(10, 100)
    expected = oracle.filtfilt(b, a, values, padtype="odd", padlen=min(50, n - 1))
    assert smoothed(values) == pytest.approx(list(expected), abs=1e-9)


def test_two_passes_let_ten_hertz_through_at_about_minus_three_decibels() -> None:
    t = np.arange(2000) / 100
    out = np.array(smoothed(list(np.sin(2 * math.pi * 10 * t))))[500:1500]
    assert 20 * math.log10(out.std() * math.sqrt(2)) == pytest.approx(-2.82, abs=0.1)


def test_a_reach_is_cut_to_where_it_moved() -> None:
    t, x, y = reach(1.0, 120)
    t = [0.0, *[v + 0.5 for v in t], 2.0]
    x, y = [0.0, *x, 120.0], [0.0, *y, 0.0]
    found = movement(t, x, y)
    assert found is not None
    assert found.t[0] == pytest.approx(0.53, abs=0.05)
    assert found.t[-1] == pytest.approx(1.47, abs=0.05)
    assert max(found.speed) == pytest.approx(1.875 * 120, rel=0.02)
    assert path_ratio(found.x, found.y) == pytest.approx(1.0, abs=1e-3)


def test_a_silence_is_a_finger_that_stands_still() -> None:
    t, x, _ = held([0, 0.01, 0.02, 0.5], [0, 1, 2, 9], [0, 0, 0, 0])
    assert (t[3], x[3]) == (pytest.approx(0.49), 2)
    assert len(t) == 5


def test_equal_times_are_merged_and_the_last_wins() -> None:
    assert merged([0, 1, 1, 2], [5, 6, 7, 8], [0, 0, 0, 0])[1] == [5, 7, 8]


def test_resampling_goes_straight_from_reading_to_reading() -> None:
    assert resampled([0, 0.02, 0.05], [0, 2, 5]) == pytest.approx([0, 1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    ("t", "x"), [([], []), ([1.0], [2.0]), ([1.0, 1.0], [0.0, 5.0]), ([0.0, 0.1], [0.0, 5.0]), ([0.0, 5.0], [3.0, 3.0])]
)
def test_what_is_no_movement_is_none(t: list[float], x: list[float]) -> None:
    assert movement(t, x, [0.0] * len(t)) is None


def test_what_is_no_reading_is_refused() -> None:
    with pytest.raises(ValueError, match="equally long"):
        movement([0, 1], [0], [0, 1])
    with pytest.raises(ValueError, match="nan"):
        contact([0, 1], [0, math.nan], [0, 1])


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(-3, 3), st.floats(0, 9))
def test_where_when_and_which_way_round_do_not_matter(dx: float, dy: float, turn: float, dt: float) -> None:
    t, x, _ = reach(0.8, 90, 97)
    y = [0.1 * v for v in x]
    c, s = math.cos(turn), math.sin(turn)
    moved = movement(
        [v + dt for v in t],
        [c * a - s * b + dx for a, b in zip(x, y, strict=True)],
        [s * a + c * b + dy for a, b in zip(x, y, strict=True)],
    )
    plain = movement(t, x, y)
    assert moved is not None
    assert plain is not None
    assert len(moved.speed) == pytest.approx(len(plain.speed), abs=1)
    assert max(moved.speed) == pytest.approx(max(plain.speed), rel=1e-3)


def test_a_half_circle_is_pi_halves_as_long_as_its_way() -> None:
    a = np.linspace(0, math.pi, 2000)
    assert path_ratio(list(np.cos(a)), list(np.sin(a))) == pytest.approx(math.pi / 2, rel=1e-5)
    assert path_ratio([1, 2, 1], [0, 0, 0]) is None
    assert path_ratio([1], [0]) is None


def test_straying_is_measured_from_the_straight_line() -> None:
    found = straying([0, 1, 2, 3, 4], [0, 2, -2, 2, 0], (0, 0), (4, 0))
    assert found is not None
    assert (found.mean, found.most, found.offset, found.crossings) == (pytest.approx(1.2), 2, pytest.approx(0.4), 2)
    assert found.variability == pytest.approx(np.std([0, 2, -2, 2, 0], ddof=1))
    assert straying([0], [0], (0, 0), (1, 0)) is None
    assert straying([0, 1], [0, 0], (3, 3), (3, 3)) is None
