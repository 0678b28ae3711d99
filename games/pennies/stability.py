"""Whether coins stand, by an exact rule and never by an iterative solver. Lengths in mm; x to the right.

Coins are looked at from the top down. Each bears its own weight and what the coins above pass on to it: together
its load, which acts at one place. The load must lie over what the coin rests on, else the coin falls. One support
takes the whole load. Two share it by the lever rule: a load over one of them goes down there, a load over the gap
between them is split in proportion to its distances from the two edges of the gap.

In a single stack this is the old rule of the book tower: over each coin must lie the middle of mass of all above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GROUND = -1  # the index of what coins stand on: it bears everything
DIGITS = 9  # after the point, in mm, to which places are compared: far below what a hand can do


@dataclass(frozen=True)
class Contact:
    """Where a coin touches what bears it: from left to right over one coin below, or over the ground."""

    below: int  # the index of that coin, or GROUND
    left: float
    right: float


@dataclass(frozen=True)
class Resting:
    """A coin in a tower: its middle, its weight, and its one or two contacts from left to right."""

    x: float
    weight: float
    on: tuple[Contact, ...]


@dataclass(frozen=True)
class Load:
    """What a coin bears with its own weight, and where that acts."""

    weight: float
    at: float


def loads(coins: Sequence[Resting]) -> list[Load]:
    """The load of each coin. Coins must come after those they rest on; ValueError for one that does not."""
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
    """How a load goes down: (who bears it, how much, where); a load that lies outside goes to the nearer one whole."""
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
    """How far inside what it rests on each coin's load lies; a coin with a margin below 0 falls."""
    return [
        round(min(load.at - coin.on[0].left, coin.on[-1].right - load.at), DIGITS)
        for coin, load in zip(coins, loads(coins), strict=True)
    ]


def falling(coins: Sequence[Resting]) -> list[int]:
    """The coins that fall, in their order: from the top down each whose load lies outside, with all that rests on it,
    and then what cannot stand without those."""
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
    """These coins and every coin that rests, directly or not, on one of them."""
    out = set(falls)
    for index, coin in enumerate(coins):
        if any(contact.below in out for contact in coin.on):
            out.add(index)
    return out


def _renumbered(coin: Resting, places: dict[int, int]) -> Resting:
    on = tuple(Contact(places.get(contact.below, GROUND), contact.left, contact.right) for contact in coin.on)
    return Resting(coin.x, coin.weight, on)
