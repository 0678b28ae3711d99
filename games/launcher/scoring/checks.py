"""What no measure can be made of is refused, with the value."""

from __future__ import annotations

import math
from collections.abc import Sequence


def numbers(what: str, values: Sequence[float], least: float = -math.inf, above: float = -math.inf) -> None:
    """ValueError for a value that is no number, below `least`, or not above `above`; `what` names one of them."""
    for value in values:
        if not math.isfinite(value):
            raise ValueError(f"{what} of {value} is impossible: it is a number")
        if value < least or value <= above:
            raise ValueError(f"{what} of {value} is impossible: it is {'above' if above == 0 else 'at least'} 0")


def same_length(**sequences: Sequence[object]) -> None:
    """ValueError for sequences that belong together and are not equally long."""
    if len({len(values) for values in sequences.values()}) > 1:
        have = ", ".join(f"{name} {len(values)}" for name, values in sequences.items())
        raise ValueError(f"the sequences must be equally long: {have}")
