"""What no measure can be made of is refused, with the value."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


ROUNDING = 1e-9  # what sums of places in mm, or of times in s, may be off by; no screen tells such things apart


def numbers(what: str, values: Sequence[float], least: float = -math.inf, above: float = -math.inf) -> None:
    """ValueError for a value that is no number, below `least`, or not above `above`; `what` names one of them."""
    for value in values:
        if not math.isfinite(value):
            raise ValueError(f"{what} of {value} is impossible: it is a number")
        if value < least or value <= above:
            raise ValueError(f"{what} of {value} is impossible: it is {'above' if above == 0 else 'at least'} 0")


def nothing(value: float, among: float = 1.0) -> bool:
    """Whether a spread, a distance or a mean is none at all, but for the rounding of the numbers (as large as `among`) that
    it was made of: nothing is divided by such a value."""
    return abs(value) <= ROUNDING * max(1.0, among)


def same_length(**sequences: Sequence[object]) -> None:
    """ValueError for sequences that belong together and are not equally long."""
    if len({len(values) for values in sequences.values()}) > 1:
        have = ", ".join(f"{name} {len(values)}" for name, values in sequences.items())
        raise ValueError(f"the sequences must be equally long: {have}")


def spared(measure: Callable[[], T], otherwise: T) -> T:
    """What a measure gives, or the other where it cannot be made: no measure may cost a round. The log says why."""
    try:
        return measure()
    except Exception as error:
        logging.getLogger(__name__).warning("left out of a round: %s: %s", type(error).__name__, error)
        return otherwise
