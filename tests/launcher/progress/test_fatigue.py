"""Signs of a tiring hand, in movements made by rule."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import pytest
from scipy.stats import kendalltau

from games.catalog import named
from games.kit.block import Block
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Hand, played
from games.launcher.progress.fatigue import Movement, Tiring, movements_of, rises
from games.launcher.round.record import NOBODY, Circumstances, record_of
from games.launcher.shell.clock import Moment


def hand(count: int, time: float, quality: float) -> tuple[Movement, ...]:
    """So many movements, all alike."""
    return (Movement(time, quality, 2.3),) * count


@pytest.mark.parametrize(
    ("later", "tires"),
    [
        (hand(20, 1.16, 0.79), True),
        (hand(20, 1.14, 0.5), False),  # not slow enough
        (hand(20, 3.0, 0.81), False),  # not imprecise enough
        (hand(10, 1.3, 0.7), False),  # one window only
        (hand(10, 1.3, 0.7) + hand(10, 1.0, 0.9), False),  # not in a row
        (hand(10, 1.0, 0.5) + hand(10, 1.3, 0.9), False),  # one of each
    ],
)
def test_two_windows_in_a_row_are_slower_and_less_precise(later: tuple[Movement, ...], tires: bool) -> None:
    assert Tiring()._worse(0) is False
    tiring = Tiring()
    assert not tiring.noted(hand(10, 1.0, 0.9))
    tiring._all += later
    assert tiring._worse(10) is tires


def test_it_is_seen_over_the_end_of_a_round_and_only_once() -> None:
    tiring = Tiring([*hand(15, 1.0, 0.9), *hand(9, 1.4, 0.6)])
    assert not tiring._worse(15)
    tiring._all += hand(8, 1.4, 0.6)
    assert tiring._worse(24)
    tiring._all += hand(20, 1.0, 0.9)
    assert not tiring._worse(38)


@pytest.mark.parametrize("n", [20, 35, 60])
def test_a_rise_is_what_the_known_test_says(n: int) -> None:
    """Beside scipy's tau: its exact p, or with ties its asymptotic one, on either side of .05."""
    seen = set()
    for seed in range(40):
        rng = Random(seed)
        times = [round(rng.uniform(1, 2) + seed * 0.0006 * i, 1) for i in range(n)]
        found = kendalltau(range(n), times, method="asymptotic")
        if abs(found.pvalue - 0.05) > 0.02:
            expected = bool(found.pvalue < 0.05 and found.statistic > 0)
            assert rises(times) is expected
            seen.add(expected)
    assert seen == {True, False}


def test_nineteen_movements_are_no_trend_and_falling_times_are_none() -> None:
    rising = [1 + i / 10 for i in range(20)]
    assert rises(rising)
    assert not rises(rising[:19])
    assert not rises(rising[::-1])
    assert not rises([1.0] * 40)


def test_an_even_hand_is_told_less_than_once_in_two_hundred_movements() -> None:
    told = 0
    for seed in range(40):
        rng, tiring = Random(seed), Tiring()
        for _ in range(20):
            fresh = [
                Movement(2 * rng.lognormvariate(0, 0.25), min(1.0, max(0.0, rng.gauss(0.75, 0.2))), 2.3)
                for _ in range(10)
            ]
            if tiring.noted(fresh):
                told, tiring = told + 1, Tiring()
    assert told < 40


def test_a_tiring_hand_is_told_within_a_round_or_two() -> None:
    for seed in range(20):
        rng, tiring, seen = Random(seed), Tiring(), []
        for n in range(5):
            slow = 1.0 + 0.25 * n
            fresh = [Movement(2 * slow * rng.lognormvariate(0, 0.25), max(0.0, 0.9 - 0.1 * n), 2.3) for _ in range(10)]
            seen.append(tiring.noted(fresh))
        assert any(seen)


def test_the_movements_of_a_record_have_finite_times_in_order_of_the_round() -> None:
    game = named("beans")
    block = Block(game, replace(game.levels[0], reps=6), 3, Vec(217.0, 136.0))
    played(block, Hand(HANDS["steady"], 3, "touch", "drag"), 60.0, 120.0)
    record = record_of(block, Circumstances(NOBODY, "practice", 1, Moment(10**12, 0, "2026-11-01", 9)))
    found = movements_of(record)
    assert len(found) == 6
    assert all(math.isfinite(one.time) and one.time > 0 and 0 <= one.quality <= 1 for one in found)
    left_out = record.model_copy(update={"carried_reps": 4})
    assert movements_of(left_out) == found[4:]
