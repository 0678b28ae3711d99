"""The shape of a path: its length over the straight way, and how far it strays from the line (measures.md 3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Straying:
    """Distances from the line start-goal along a path, in mm (MacKenzie, Kauppinen & Silfverberg 2001)."""

    mean: float  # of the absolute distances: movement error
    most: float
    variability: float  # standard deviation (n - 1) of the signed distances
    offset: float  # mean of the signed distances; positive to the right of the way, seen with y down
    crossings: int  # how often the path changes sides


def path_ratio(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Length of the path over the distance between its ends, 1 or more; None where the ends coincide."""
    if len(x) != len(y):
        raise ValueError(f"x and y must be equally long: they have {len(x)} and {len(y)}")
    if len(x) < 2:
        return None
    straight = math.sqrt((x[-1] - x[0]) ** 2 + (y[-1] - y[0]) ** 2)
    if straight <= 0.0:
        return None
    length = 0.0
    for i in range(1, len(x)):
        dx, dy = x[i] - x[i - 1], y[i] - y[i - 1]
        length += math.sqrt(dx * dx + dy * dy)
    return max(1.0, length / straight)


def straying(
    x: Sequence[float], y: Sequence[float], start: tuple[float, float], goal: tuple[float, float]
) -> Straying | None:
    """How far a path strays from the straight line start-goal; None for fewer than two points or start at goal."""
    ux, uy = goal[0] - start[0], goal[1] - start[1]
    length = math.sqrt(ux * ux + uy * uy)
    if len(x) < 2 or length <= 0.0:
        return None
    signed = [(ux * (py - start[1]) - uy * (px - start[0])) / length for px, py in zip(x, y, strict=True)]
    total = total_abs = most = 0.0
    for value in signed:
        total += value
        total_abs += abs(value)
        most = max(most, abs(value))
    n = len(signed)
    mean = total / n
    square = 0.0
    for value in signed:
        square += (value - mean) * (value - mean)
    sides = [value > 0 for value in signed if value != 0.0]
    crossings = 0
    for before, after in pairwise(sides):
        crossings += before != after
    return Straying(total_abs / n, most, math.sqrt(square / (n - 1)), mean, crossings)
