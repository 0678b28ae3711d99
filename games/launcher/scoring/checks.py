"""Checks of the input of measures: unusable values are refused with a sentence that names them."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


ROUNDING = 1e-9  # rounding error of sums of places in mm or times in s; far below what a screen can resolve


def numbers(what: str, values: Sequence[float], least: float = -math.inf, above: float = -math.inf) -> None:
    """Raise ValueError for a value that is not finite, below `least`, or not above `above`; `what` names a value."""
    for value in values:
        if not math.isfinite(value):
            raise ValueError(f"{what} of {value} is impossible: it is a number")
        if value < least or value <= above:
            raise ValueError(f"{what} of {value} is impossible: it is {'above' if above == 0 else 'at least'} 0")


def nothing(value: float, among: float = 1.0) -> bool:
    """Whether a spread, a distance or a mean is zero except for rounding of the numbers (of size `among`) it was made
    from. Never divide by such a value."""
    return abs(value) <= ROUNDING * max(1.0, among)


def same_length(**sequences: Sequence[object]) -> None:
    """Raise ValueError for sequences that belong together but differ in length."""
    if len({len(values) for values in sequences.values()}) > 1:
        have = ", ".join(f"{name} {len(values)}" for name, values in sequences.items())
        raise ValueError(f"the sequences must be equally long: {have}")


def spared(measure: Callable[[], T], otherwise: T) -> T:
    """The value of a measure, or `otherwise` if it raises: no measure may cost a round. The error is logged."""
    try:
        return measure()
    except Exception as error:
        logging.getLogger(__name__).warning("left out of a round: %s: %s", type(error).__name__, error)
        return otherwise
