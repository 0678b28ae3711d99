"""Fitts's law: how hard an aimed movement is (measures.md 1.2)."""

from __future__ import annotations

import math


def index_of_difficulty(distance: float, width: float) -> float:
    """log2(distance / width + 1), in bits (MacKenzie & Buxton 1992); distance and width in mm.

    ValueError for a distance below 0 or a width that is not above 0.
    """
    if not (math.isfinite(distance) and distance >= 0):
        raise ValueError(f"a distance of {distance} mm is impossible: it is 0 or more")
    if not (math.isfinite(width) and width > 0):
        raise ValueError(f"a width of {width} mm is impossible: it is above 0")
    return math.log2(distance / width + 1)
