"""The handicap of two: each against their own usual points, so that unequal people are ahead equally often."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.launcher.progress.handicap import FEW, RECENT, Usual, ahead, close, usual

ROUNDS = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 100)), max_size=40)


@pytest.mark.parametrize("seed", range(12))
def test_unequal_people_are_each_ahead_in_40_to_60_of_100(seed: int) -> None:
    rng = Random(seed)
    # One makes 2 to 6 times the points of the other, and one varies twice as much as the other.
    people = [(900.0, 0.08), (900.0 / rng.uniform(2, 6), 0.16)]
    rng.shuffle(people)
    known: list[list[tuple[int, int]]] = [[], []]
    counts = {-1: 0, 0: 0, 1: 0}
    for number in range(RECENT + 200):
        shares = []
        for rounds, (points, spread) in zip(known, people, strict=True):
            made = max(1, round(rng.gauss(points, spread * points)))
            shares.append(usual(rounds).share(made))
            rounds.insert(0, (made, 10))
        if number >= RECENT:
            counts[ahead(*shares)] += 1
    assert 80 <= counts[-1] <= 120
    assert 80 <= counts[1] <= 120


def test_somebody_who_gets_better_is_soon_measured_by_the_better_rounds() -> None:
    old, new = [(300, 10)] * 60, [(500, 16)] * RECENT
    assert usual([*new, *old]) == Usual(500.0, 16.0)


def test_practice_tells_what_is_usual_until_a_few_rounds_were_shared() -> None:
    practice = [400, 420, 440]
    assert usual([], practice) == Usual(420.0, None)
    assert usual([(900, 12)] * (FEW - 1), practice) == Usual(420.0, 12.0)
    assert usual([(900, 12)] * FEW, practice).points == 900.0
    assert usual([(900, 12)]).points == 900.0  # without practice one round is better than nothing


def test_of_somebody_unknown_nobody_is_ahead() -> None:
    assert usual([]).share(500) is None
    assert ahead(None, 1.2) == ahead(1.2, None) == ahead(None, None) == 0


def test_a_share_decides_and_a_small_difference_is_neck_and_neck() -> None:
    assert (ahead(1.1, 1.0), ahead(0.9, 1.0), ahead(1.0, 1.0)) == (-1, 1, 0)
    assert close(1.0, 1.02)
    assert not close(1.0, 1.05)


def test_a_part_of_the_jar_is_of_the_own_usual_or_of_a_dozen() -> None:
    assert Usual(500.0, 20.0).part(10) == 0.5
    assert Usual().part(3) == 0.25
    assert Usual(500.0).share(250) == 0.5


@pytest.mark.parametrize("before", [20, 40, 100])
def test_halving_the_last_twenty_rounds_before_a_duel_gains_less_than_a_twentieth(before: int) -> None:
    fair = foul = 0.0
    for seed in range(20):
        rng = Random(seed)
        honest = [(max(1, round(rng.gauss(500, 50))), 12) for _ in range(before)]
        halved = [(round(rng.gauss(250, 25)), 6) for _ in range(RECENT)]
        fair += usual(honest).points or 0.0
        foul += usual([*halved, *honest]).points or 0.0
    assert foul >= fair / 1.05


def test_somebody_who_really_gets_worse_is_followed_slowly() -> None:
    worse = usual([(300, 10)] * 150 + [(500, 12)] * 40).points
    assert worse is not None
    assert worse < 400


def test_rounds_without_points_are_none() -> None:
    assert usual([(0, 5), (1, 0), (0, 7)]) == Usual(1.0, None)
    assert usual([], [0, 300, 0]) == Usual(300.0, None)
    assert usual([(0, 5)] * 5, [300]) == Usual(300.0, None), "rounds without points do not count as shared"


def test_neck_and_neck_is_three_hundredths_either_way() -> None:
    assert close(1.03125, 1.0) is False
    assert close(1.0, 1.03125) is False
    assert close(0.984375, 1.0) is True
    assert close(1.0, 1.015625) is True


@given(ROUNDS, st.lists(st.integers(0, 3000), max_size=30))
def test_what_is_usual_is_never_nothing_or_less(shared: list[tuple[int, int]], practised: list[int]) -> None:
    found = usual(shared, practised)
    assert found.points is None or found.points > 0
    assert found.reps is None or found.reps > 0
    assert found.part(3) > 0
