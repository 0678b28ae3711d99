"""What stands and what falls, against the same rule reckoned anew with fractions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.kit.geometry import ORIGIN, Vec
from games.pennies import GAME
from games.pennies.coin import Coin
from games.pennies.layout import Layout
from games.pennies.stability import GROUND, Contact, Load, Resting, falling, loads, margins, passed_on
from games.pennies.tower import Tower

HUNDREDTHS = st.integers(-1500, 1500)  # of a mm
NEAR = Fraction(1, 10**8)  # mm; nearer to the limit than this, floats and fractions may differ


def stack(middles: list[float], widths: list[float]) -> list[Resting]:
    """Coins one on the other."""
    coins = []
    for index, (x, width) in enumerate(zip(middles, widths, strict=True)):
        left, right = x - width / 2, x + width / 2
        if index:
            below, wide = middles[index - 1], widths[index - 1]
            left, right = max(left, below - wide / 2), min(right, below + wide / 2)
        coins.append(Resting(x, width**3, (Contact(index - 1, left, right),)))
    return coins


def stack_stands(middles: list[Fraction], widths: list[Fraction]) -> tuple[bool, Fraction]:
    """The book tower: over each coin must lie the middle of mass of all above it; and how near that is to the limit."""
    nearest = Fraction(10**6)
    for index in range(len(middles) - 1):
        above = list(zip(middles[index + 1 :], [width**3 for width in widths[index + 1 :]], strict=True))
        mass = sum((m for _, m in above), Fraction(0))
        middle = sum((x * m for x, m in above), Fraction(0)) / mass
        nearest = min(nearest, widths[index] / 2 - abs(middle - middles[index]))
    return nearest >= 0, nearest


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(HUNDREDTHS, st.sampled_from([1000, 1400, 2000, 2600])), min_size=2, max_size=12))
def test_a_stack_stands_exactly_when_over_each_coin_lies_the_middle_of_mass_of_all_above(
    steps: list[tuple[int, int]],
) -> None:
    places, x = [], 0
    for step, _ in steps:
        x += step
        places.append(x)
    widths = [width for _, width in steps]
    exact, nearest = stack_stands([Fraction(p, 100) for p in places], [Fraction(w, 100) for w in widths])
    touching = all(abs(b - a) * 2 < w + v for a, b, w, v in zip(places, places[1:], widths, widths[1:], strict=False))
    if not touching or (abs(nearest) < NEAR and nearest != 0):
        return
    falls = falling(stack([p / 100 for p in places], [w / 100 for w in widths]))
    assert (falls == []) == exact, nearest


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(-900, 900), min_size=1, max_size=30))
def test_coins_of_one_size_stand_by_the_running_mean(steps: list[int]) -> None:
    places = [0]
    for step in steps:
        places.append(places[-1] + step)
    exact, _ = stack_stands([Fraction(p, 100) for p in places], [Fraction(20)] * len(places))
    falls = falling(stack([p / 100 for p in places], [20.0] * len(places)))
    assert (falls == []) == exact


def test_at_the_very_limit_a_coin_stands_and_a_hair_beyond_it_falls() -> None:
    assert falling(stack([0.0, 10.0], [20.0, 20.0])) == []
    assert falling(stack([0.0, 10.00001], [20.0, 20.0])) == [1]
    assert falling(stack([0.1, 10.1], [20.0, 20.0])) == [], "a tenth has no exact float: what decides is rounded"


def test_the_harmonic_tower_stands_at_its_limit_and_one_coin_farther_out_brings_it_down() -> None:
    width = 20.0
    count = 10
    middles = [0.0]
    for above in range(count - 1, 0, -1):
        middles.append(middles[-1] + width / 2 / above)
    assert falling(stack(middles, [width] * count)) == []
    assert falling(stack([*middles[:-1], middles[-1] + 0.001], [width] * count)) != []


def test_sixty_coins_dead_centre_stand() -> None:
    coins = stack([33.3] * 60, [19.0] * 60)
    assert falling(coins) == []
    assert min(margins(coins)) == pytest.approx(9.5)


def bridge(left: float, right: float, deck: float, on_deck: float, width: float = 20.0) -> list[Resting]:
    """Two coins on the ground, one across both, and one on that."""
    pillars = [Resting(x, 1.0, (Contact(GROUND, x - width / 2, x + width / 2),)) for x in (left, right)]
    over = [
        Contact(i, max(deck, x) - width / 2, min(deck, x) + width / 2)
        for i, x in enumerate((left, right))
        if abs(deck - x) < width
    ]
    top = Contact(2, max(deck, on_deck) - width / 2, min(deck, on_deck) + width / 2)
    return [*pillars, Resting(deck, 1.0, tuple(over)), Resting(on_deck, 1.0, (top,))]


@settings(max_examples=400, deadline=None)
@given(st.integers(2100, 3400), st.integers(-1500, 1500), st.integers(-1500, 1500))
def test_a_bridge_stands_exactly_when_its_load_lies_between_its_outer_edges(gap: int, deck: int, aside: int) -> None:
    half = Fraction(10)
    left, right = Fraction(-gap, 200), Fraction(gap, 200)
    middle, top = Fraction(deck, 100), Fraction(deck, 100) + Fraction(aside, 100)
    bears = [x for x in (left, right) if abs(middle - x) < 2 * half]
    if not bears or abs(aside) >= 2000:
        return
    load = (middle + top) / 2
    inner = max(min(middle, x) + half for x in bears), min(max(middle, x) - half for x in bears)
    deck_margin = min(load - inner[1], inner[0] - load)
    top_margin = half - abs(top - middle)
    least = min(deck_margin, top_margin)
    if abs(least) < NEAR and least != 0:
        return
    coins = bridge(float(left), float(right), deck / 100, deck / 100 + aside / 100)
    assert (falling(coins) == []) == (least >= 0), (deck_margin, top_margin)


@settings(max_examples=200, deadline=None)
@given(st.integers(-1000, 1000), st.integers(1, 500))
def test_a_load_goes_down_whole_and_balanced_by_the_lever_rule(at: int, weight: int) -> None:
    on = (Contact(0, -10.0, -4.0), Contact(1, 3.5, 10.0))
    place, heavy = Fraction(at, 100), Fraction(weight, 10)
    parts = passed_on(on, Load(weight / 10, at / 100))
    assert sum(part for _, part, _ in parts) == pytest.approx(float(heavy))
    assert sum(part * x for _, part, x in parts) == pytest.approx(float(heavy * place), abs=1e-9)
    assert all(part >= 0 for _, part, _ in parts)
    if Fraction(-4) < place < Fraction(7, 2):
        share = (place + 4) / (Fraction(7, 2) + 4)
        assert [part for _, part, _ in parts] == [
            pytest.approx(float(heavy * (1 - share))),
            pytest.approx(float(heavy * share)),
        ]
    else:
        assert len(parts) == 1


def test_what_rests_on_a_falling_coin_falls_with_it_and_what_does_not_stays() -> None:
    coins = stack([0.0, 2.0, 14.0, 15.0], [20.0] * 4)
    assert falling(coins) == [2, 3]
    assert falling(coins[:2]) == []


def test_a_coin_that_held_another_down_takes_it_along() -> None:
    """A deck reaches far out over one pillar and stands only by the coin on its inner end."""
    pillar = Resting(0.0, 1.0, (Contact(GROUND, -5.0, 5.0),))
    deck = Resting(8.0, 1.0, (Contact(0, 0.0, 5.0),))
    weight = Resting(0.0, 4.0, (Contact(1, -2.0, 5.0),))
    tipping = Resting(-9.0, 0.1, (Contact(2, -5.0, -2.0),))
    assert falling([pillar, deck]) == [1]
    assert falling([pillar, deck, weight]) == []
    assert falling([pillar, deck, weight, tipping]) == [3]
    assert falling([pillar, deck, Resting(-2.5, 4.0, (Contact(1, -2.0, 5.0),))]) == [1, 2], "the weight held it down"


def test_loads_want_coins_in_the_order_in_which_they_were_laid() -> None:
    with pytest.raises(ValueError, match="must come before"):
        loads([Resting(0.0, 1.0, (Contact(1, -1.0, 1.0),)), Resting(0.0, 1.0, (Contact(GROUND, -1.0, 1.0),))])
    with pytest.raises(ValueError, match="coin 0 rests on coin 0"):
        loads([Resting(0.0, 1.0, (Contact(0, -1.0, 1.0),))])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(-400, 900), min_size=1, max_size=8))
def test_a_stack_over_an_edge_stands_exactly_while_all_of_it_balances(steps: list[int]) -> None:
    """The ground ends at 0: the middle of mass of everything must lie on it too."""
    places, x = [], -1000
    for step in steps:
        x += step
        places.append(x)
    exact, nearest = stack_stands([Fraction(p, 100) for p in places], [Fraction(20)] * len(places))
    balance = -sum((Fraction(p, 100) for p in places), Fraction(0)) / len(places)
    if places[0] - 1000 >= 0 or (min(abs(nearest), abs(balance)) < NEAR and 0 not in (nearest, balance)):
        return
    coins = stack([p / 100 for p in places], [20.0] * len(places))
    lowest = coins[0]
    on_edge = Contact(GROUND, lowest.x - 10.0, min(0.0, lowest.x + 10.0))
    coins[0] = Resting(lowest.x, lowest.weight, (on_edge,))
    assert (falling(coins) == []) == (exact and balance >= 0)


def exactly_stands(coins: list[tuple[Fraction, Fraction, Fraction]]) -> tuple[bool, Fraction]:
    """Reckoned from scratch: coins as (middle, underside, thickness), all 20 wide, on endless ground.

    From the top down, by the moments of what each bears; contacts are found anew from the places alone.
    """
    order = sorted(range(len(coins)), key=lambda i: -coins[i][1])
    borne: dict[int, list[tuple[Fraction, Fraction]]] = {i: [(Fraction(1), coins[i][0])] for i in order}
    nearest = Fraction(10**6)
    for i in order:
        x, under, _ = coins[i]
        mass = sum((m for m, _ in borne[i]), Fraction(0))
        at = sum((m * place for m, place in borne[i]), Fraction(0)) / mass
        below = [
            j for j in order if j != i and abs(coins[j][1] + coins[j][2] - under) < NEAR and abs(coins[j][0] - x) < 20
        ]
        if under == 0:
            continue
        spans = sorted((max(x, coins[j][0]) - 10, min(x, coins[j][0]) + 10, j) for j in below)
        nearest = min(nearest, at - spans[0][0], spans[-1][1] - at)
        (_, right, first), (left, _, last) = spans[0], spans[-1]
        if len(spans) == 1 or at <= right:
            borne[first].append((mass, at))
        elif at >= left:
            borne[last].append((mass, at))
        else:
            share = (at - right) / (left - right)
            borne[first].append((mass * (1 - share), right))
            borne[last].append((mass * share, left))
    return nearest >= 0, nearest


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["bridge", "pyramid"]), st.lists(st.integers(-620, 620), min_size=12, max_size=12))
def test_bridges_and_pyramids_stand_exactly_when_reckoned_anew_with_fractions(shape: str, offs: list[int]) -> None:
    level = replace(GAME.levels[5].settings, shape=shape, coin=20.0, factor=1.0, magnet=0.0)
    tower = Tower(Layout(Vec(300.0, 200.0), level, "right"))
    built: list[tuple[Fraction, Fraction, Fraction]] = []
    for index, off in enumerate(offs):
        place = tower.layout.plan.place(index)
        if place is None or any(below not in tower.coins for below in place.on):
            break
        coin = Coin(0, 20.0, ORIGIN, ORIGIN)
        landing = tower.landing(coin, place, tower.middle_of(place) + off / 100)
        assert landing is not None
        tower.put(coin, index, landing)
        built.append((Fraction(coin.x), Fraction(coin.high), Fraction(coin.thick)))
        exact, nearest = exactly_stands(built)
        if abs(nearest) < NEAR:
            return
        assert (tower.falling() == []) == exact, (shape, index, float(nearest))
        if not exact:
            return
