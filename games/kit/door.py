"""Checks what enters a block: every sample has a valid place, rounded to the precision that is stored."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec

TICKS = 100_000  # the trace keeps times in 1/100 ms ...
GRAIN = 100  # ... and places in 1/100 mm, so that what is stored is what was played
FARTHEST = 20_000.0  # mm to either side, beyond any table; places are limited to it


class Door:
    """Remembers the last place of each contact, by the device's id."""

    def __init__(self) -> None:
        self._places: dict[int, Vec] = {}

    def place_of(self, sample: Sample) -> Vec | None:
        """The place of a sample in mm; for an invalid place (NaN), the finger's last one if it lifts, else None: drop the sample."""
        finger, x, y = sample.finger, sample.at[0], sample.at[1]
        before = self._places.get(finger)
        if sample.phase in ("up", "cancel"):
            self._places.pop(finger, None)
        if not (math.isfinite(x) and math.isfinite(y)):
            return before if sample.phase in ("up", "cancel") else None
        x, y = min(max(x, -FARTHEST), FARTHEST), min(max(y, -FARTHEST), FARTHEST)
        place = Vec(round(x * GRAIN) / GRAIN, round(y * GRAIN) / GRAIN)
        if sample.phase in ("down", "move"):
            self._places[finger] = place
        return place


def timeless(readings: Sequence[Reading], now: float) -> bool:
    """Whether a contact has the time of the frame because the device gave none, and this is not recorded yet.

    Samples made by arrow keys always have that time and do not count.
    """
    if any(isinstance(one, Command) and one.name == "stalled" for one in readings):
        return False
    touches = [one for one in readings if isinstance(one, Sample) and one.phase in ("down", "move", "up")]
    return any(one.t >= now and not (one.device == "keys" and one.phase == "move") for one in touches)
