"""Random choices for rules, built on Random.random() alone, which gives the same numbers in all Python versions."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


def within(rng: Random, low: float, high: float) -> float:
    """A number from `low` (included) to `high` (excluded)."""
    return low + (high - low) * rng.random()


def below(rng: Random, count: int) -> int:
    """A whole number from 0 to count - 1; count is at least 1."""
    if count < 1:
        raise ValueError(f"cannot choose below {count}: give 1 or more")
    return min(count - 1, int(rng.random() * count))


def pick(rng: Random, items: Sequence[Item]) -> Item:
    """One of the items."""
    return items[below(rng, len(items))]


def shuffled(rng: Random, items: Sequence[Item]) -> list[Item]:
    """The items in a new order, every order equally likely (Fisher-Yates)."""
    order = list(items)
    for last in range(len(order) - 1, 0, -1):
        other = below(rng, last + 1)
        order[last], order[other] = order[other], order[last]
    return order
