"""Rushing, dawdling and near misses earn less than playing as well as one can: shown with hands that Fitts's law limits."""

from __future__ import annotations

import math
from random import Random
from statistics import mean

import pytest

from games.launcher.scoring.fitts import SPREAD, index_of_difficulty
from games.launcher.scoring.score import Attempt, reference_time, score

WAY, REPS = 100.0, 300


def points(throughput: float, overhead: float, width: float, seconds: float, seed: int = 1) -> float:
    """Points of a hand that takes so many seconds over each move, the overhead of grasping and letting go included."""
    rng = Random(seed)
    bits = index_of_difficulty(WAY, width)
    made = throughput * max(0.0, seconds - overhead)
    spread = WAY / (2.0**made - 1) / SPREAD if made > 0.01 else 10 * WAY
    attempts = []
    for _ in range(REPS):
        off = math.hypot(rng.gauss(0, spread), rng.gauss(0, spread))
        attempts.append(Attempt(off, width / 2, bits, max(0.08, seconds), reference_time("drag", bits)))
    return score(attempts).points


def optimum(throughput: float, overhead: float, width: float) -> float:
    least = overhead + 0.2 * index_of_difficulty(WAY, width) / throughput
    return max((least * 1.1**k for k in range(36)), key=lambda t: points(throughput, overhead, width, t))


@pytest.mark.parametrize("throughput", [1.5, 2.5, 4.0, 6.0])
@pytest.mark.parametrize("overhead", [0.25, 0.6])
@pytest.mark.parametrize("width", [10.0, 20.0, 40.0])
def test_twice_as_fast_or_twice_as_slow_as_the_best_pace_costs_a_quarter(
    throughput: float, overhead: float, width: float
) -> None:
    pace = optimum(throughput, overhead, width)
    best = mean(points(throughput, overhead, width, pace, seed) for seed in range(3))
    for factor in (0.5, 2.0):
        other = mean(points(throughput, overhead, width, pace * factor, seed) for seed in range(3))
        assert other <= 0.75 * best, f"{factor} x {pace:.2f} s: {other} of {best}"


def test_near_misses_earn_nothing() -> None:
    bits = index_of_difficulty(80, 20)
    near = Attempt(10.01, 10, bits, 0.5, reference_time("drag", bits))
    assert score([near] * 20).points == 0


def test_a_miss_keeps_its_time() -> None:
    bits = index_of_difficulty(80, 20)
    hit, miss = (Attempt(off, 10, bits, 1.0, reference_time("drag", bits)) for off in (0, 12))
    assert score([hit, miss]).points == pytest.approx(score([hit]).points / 2, abs=1)
