"""Whether coins stand, by an exact rule instead of an iterative solver. Lengths in mm; x to the right.

Coins are processed from the top down. A coin's load is its own weight plus what the coins above pass on to it; it acts
at one point. If that point is not above what the coin rests on, the coin falls. A single support takes the whole load.
Two supports share it by the lever rule: a load above one of them goes there, a load above the gap between them is
divided in proportion to its distances from the two edges of the gap.

In a single stack this is the rule of block stacking: the centre of mass of all coins above must lie over each coin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GROUND = -1  # the index of the ground, which bears everything
DIGITS = 9  # decimals (mm) to which places are compared: far finer than any hand


@dataclass(frozen=True)
class Contact:
    """A contact of a coin with one coin below or the ground, from `left` to `right`."""

    below: int  # the index of that coin, or GROUND
    left: float
    right: float


@dataclass(frozen=True)
class Resting:
    """A coin in a tower: its centre, its weight, and its one or two contacts from left to right."""

    x: float
    weight: float
    on: tuple[Contact, ...]


@dataclass(frozen=True)
class Load:
    """The load of a coin, including its own weight, and the point where it acts."""

    weight: float
    at: float


def loads(coins: Sequence[Resting]) -> list[Load]:
    """The load of each coin. Each coin must come after those it rests on, else ValueError is raised."""
    weights = [coin.weight for coin in coins]
    turns = [coin.weight * coin.x for coin in coins]  # weight times place
    found = [Load(0.0, 0.0)] * len(coins)
    for index in range(len(coins) - 1, -1, -1):
        load = found[index] = Load(weights[index], turns[index] / weights[index])
        for below, weight, at in passed_on(coins[index].on, load):
            if below >= index:
                raise ValueError(f"coin {index} rests on coin {below}, which must come before it")
            if below != GROUND:
                weights[below] += weight
                turns[below] += weight * at
    return found


def passed_on(on: Sequence[Contact], load: Load) -> list[tuple[int, float, float]]:
    """How a load is passed on, as (support, weight, x); a load outside the contacts goes to the nearer one."""
    first, last = on[0], on[-1]
    if len(on) == 1 or round(load.at - first.right, DIGITS) <= 0:
        return [(first.below, load.weight, load.at)]
    if round(last.left - load.at, DIGITS) <= 0:
        return [(last.below, load.weight, load.at)]
    share = (load.at - first.right) / (last.left - first.right)
    return [
        (first.below, load.weight * (1.0 - share), first.right),
        (last.below, load.weight * share, last.left),
    ]


def margins(coins: Sequence[Resting]) -> list[float]:
    """For each coin, how far its load lies inside its supports; with a negative margin it falls."""
    return [
        round(min(load.at - coin.on[0].left, coin.on[-1].right - load.at), DIGITS)
        for coin, load in zip(coins, loads(coins), strict=True)
    ]


def falling(coins: Sequence[Resting]) -> list[int]:
    """The indices of the coins that fall, in order: every coin whose load lies outside its supports, all that rests on
    it, and then all that cannot stand without those."""
    gone: set[int] = set()
    while True:
        left = [index for index in range(len(coins)) if index not in gone]
        places = {old: new for new, old in enumerate(left)}
        standing = [_renumbered(coins[index], places) for index in left]
        tipping = [left[new] for new, margin in enumerate(margins(standing)) if margin < 0]
        if not tipping:
            return sorted(gone)
        gone |= resting_on(coins, {tipping[-1]})


def resting_on(coins: Sequence[Resting], falls: set[int]) -> set[int]:
    """These coins and every coin that rests directly or indirectly on one of them."""
    out = set(falls)
    for index, coin in enumerate(coins):
        if any(contact.below in out for contact in coin.on):
            out.add(index)
    return out


def _renumbered(coin: Resting, places: dict[int, int]) -> Resting:
    on = tuple(Contact(places.get(contact.below, GROUND), contact.left, contact.right) for contact in coin.on)
    return Resting(coin.x, coin.weight, on)
