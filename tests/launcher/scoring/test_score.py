"""Points: precision times speed, as worked out by hand."""

from __future__ import annotations

import math

import pytest

from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.score import Attempt, quality, reference_time, score


def attempt(error: float | None, time: float, distance: float = 80, width: float = 20) -> Attempt:
    bits = index_of_difficulty(distance, width)
    return Attempt(error, width / 2, bits, time, reference_time("drag", bits))


def test_the_worked_example_comes_out_to_its_digits() -> None:
    found = score([attempt(2, 1.9), attempt(5, 1.6), attempt(14, 1.4)])
    assert found.precision == pytest.approx(61.83, abs=0.005)
    assert found.speed == pytest.approx(53.02, abs=0.005)
    assert found.points == 328
    assert found.graded_throughput == pytest.approx(0.879, abs=0.0005)
    assert index_of_difficulty(80, 20) == pytest.approx(2.3219, abs=5e-5)
    assert reference_time("drag", index_of_difficulty(80, 20)) == pytest.approx(0.8660, abs=5e-5)


def test_quality_is_one_at_the_centre_half_at_the_rim_nothing_beyond() -> None:
    assert [quality(e, 10) for e in (0, 5, 10, 10.001, None)] == [1, 0.875, 0.5, 0, 0]


def test_nothing_played_is_no_points() -> None:
    assert score([]).points == 0


def test_faster_is_more_points_even_beyond_a_fast_adults_speed() -> None:
    slow, fast = score([attempt(0, 1.0)]), score([attempt(0, 0.4)])
    assert fast.points > slow.points
    assert fast.speed == pytest.approx(216.5, abs=0.05)


def test_points_are_precision_times_speed_over_ten_as_they_are_shown() -> None:
    for tries in ([attempt(2, 1.9)], [attempt(5, 0.3), attempt(0, 0.2)], [attempt(9, 7.0), attempt(None, 2.0)]):
        found = score(tries)
        assert found.speed is not None
        assert found.points == pytest.approx(found.precision * found.speed / 10, abs=0.5001)


def test_where_the_clock_never_stops_its_time_counts_and_not_that_of_the_attempts() -> None:
    tries = [attempt(0, 1.0)] * 10
    assert score(tries, 20.0).points == pytest.approx(score(tries).points / 2, abs=1)
    assert score(tries[:1], 20.0).points == pytest.approx(score(tries).points / 20, abs=1)


@pytest.mark.parametrize(
    "bad", [Attempt(1, 0, 1, 1, 1), Attempt(-1, 5, 1, 1, 1), Attempt(1, 5, 1, -2, 1), Attempt(1, 5, math.nan, 1, 1)]
)
def test_an_impossible_attempt_is_refused_with_its_value(bad: Attempt) -> None:
    with pytest.raises(ValueError, match="impossible"):
        score([bad])


@pytest.mark.parametrize(("distance", "width"), [(-1, 5), (5, 0), (math.inf, 5), (5, math.nan)])
def test_an_impossible_target_is_refused(distance: float, width: float) -> None:
    with pytest.raises(ValueError, match="impossible"):
        index_of_difficulty(distance, width)
