"""The steering law: the difficulty of staying in a lane, and the rate at which a hand masters it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.launcher.scoring.checks import nothing, numbers
from games.launcher.scoring.fitts import effective_width


def steering_difficulty(path: Sequence[Sequence[float]], width: float | Sequence[float]) -> float:
    """The integral of ds / W(s) along a path of (x, y) in mm (Accot & Zhai 1997); for a constant width its length / W.

    width: one for all, or one for each of the path's pieces, in mm. ValueError for a width that is not above 0.
    """
    numbers("a place", [value for point in path for value in point])
    pieces = list(pairwise(path))
    widths = [float(width)] * len(pieces) if isinstance(width, int | float) else list(width)
    if len(widths) != len(pieces):
        raise ValueError(f"{len(pieces)} pieces of path need as many widths: there are {len(widths)}")
    total = 0.0
    for (a, b), lane in zip(pieces, widths, strict=True):
        if not (math.isfinite(lane) and lane > 0):
            raise ValueError(f"a width of {lane} mm is impossible: it is above 0")
        dx, dy = b[0] - a[0], b[1] - a[1]
        total += math.sqrt(dx * dx + dy * dy) / lane
    return total


def steering_index(difficulty: float, time: float) -> float | None:
    """Difficulty / time, 1/s; None for a time of 0. Raises ValueError for a negative difficulty or time."""
    for name, value in (("difficulty", difficulty), ("time", time)):
        if not (math.isfinite(value) and value >= 0):
            raise ValueError(f"a {name} of {value} is impossible: it is 0 or more")
    units = math.inf if nothing(time) else difficulty / time
    return units if units < math.inf else None


def effective_steering(length: float, deviations: Sequence[float], time: float) -> float | None:
    """(length / We) / time in 1/s, We = 4.133 x the deviation of the signed distances from the path (Kulikov 2005).

    length in mm, deviations in mm, time in s. None where the distances have no spread beyond that of rounding.
    """
    if not (math.isfinite(length) and length >= 0):
        raise ValueError(f"a length of {length} mm is impossible: it is 0 or more")
    lane = effective_width(deviations)
    return None if not lane else steering_index(length / lane, time)
