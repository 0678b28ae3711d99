"""The steering law against its closed forms and an oracle, and what it refuses."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import oracles
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import ANY_NUMBERS, ANY_POINTS, stands

from games.launcher.scoring.curves.steering import effective_steering, steering_difficulty, steering_index

ERRORS = st.lists(st.floats(-60, 60), min_size=5, max_size=30).filter(lambda e: np.ptp(e) > 0.01)


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


REFUSED: list[Callable[[float], Any]] = [
    lambda bad: steering_difficulty([(0.0, 0.0), (bad, 0.0)], 10.0),
    lambda bad: steering_difficulty([(0.0, 0.0), (9.0, 0.0)], bad),
    lambda bad: steering_difficulty([(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)], [5.0, bad]),
    lambda bad: steering_index(bad, 1.0),
    lambda bad: steering_index(1.0, bad),
    lambda bad: effective_steering(100.0, [1.0, bad, 2.0], 1.0),
    lambda bad: effective_steering(bad, [1.0, 2.0, 3.0], 1.0),
    lambda bad: effective_steering(100.0, [1.0, 2.0, 3.0], bad),
]


@pytest.mark.parametrize("bad", [math.nan, math.inf])
@pytest.mark.parametrize("call", REFUSED, ids=lambda call: call.__code__.co_names[0])
def test_what_is_no_number_is_refused_by_name(call: Callable[[float], Any], bad: float) -> None:
    with pytest.raises(ValueError, match=str(bad)):
        call(bad)


def test_what_cannot_be_is_refused_by_name() -> None:
    for call in (
        lambda: steering_difficulty([(0.0, 0.0), (9.0, 0.0)], -7.5),
        lambda: steering_difficulty([(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)], [5.0, -7.5]),
        lambda: steering_index(10.0, -7.5),
        lambda: effective_steering(-7.5, [1.0, 2.0, 3.0], 1.0),
    ):
        with pytest.raises(ValueError, match=r"-7\.5"):
            call()
    with pytest.raises(ValueError, match="3"):
        steering_difficulty([(0.0, 0.0), (9.0, 0.0)], [5.0, 5.0, 5.0])


@settings(max_examples=200)
@given(ANY_NUMBERS, ANY_NUMBERS, ANY_POINTS, st.sampled_from([20.0, 0.0, -1.0, 1e-9, math.nan, math.inf]))
def test_nothing_else_ever_comes_of_what_nobody_could_have_meant(
    a: list[float], b: list[float], points: list[tuple[float, float]], width: float
) -> None:
    stands(steering_difficulty, points, width)
    stands(steering_difficulty, points, b)
    stands(effective_steering, (a or [1.0])[0], b, width)
    stands(steering_index, (a or [1.0])[0], width)
