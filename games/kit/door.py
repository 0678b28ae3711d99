"""The door of a block: what is let in has a place, in the grain that is stored, whatever a device says."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec

TICKS = 100_000  # the trace keeps times in 1/100 ms ...
GRAIN = 100  # ... and places in 1/100 mm, so that what is stored is what was played
FARTHEST = 20_000.0  # mm to either side; no table reaches so far, and what lies beyond is taken to lie there


class Door:
    """Knows where the contacts on the device are, by its own ids."""

    def __init__(self) -> None:
        self._places: dict[int, Vec] = {}

    def place_of(self, sample: Sample) -> Vec | None:
        """Where a reading is, in mm. One whose place is no number lifts its finger where that was last, and is nothing otherwise."""
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
    """Whether a contact was stamped with the time of the frame, for want of its own, and nobody has said so yet.

    What arrow keys glide has that time.
    """
    if any(isinstance(one, Command) and one.name == "stalled" for one in readings):
        return False
    touches = [one for one in readings if isinstance(one, Sample) and one.phase in ("down", "move", "up")]
    return any(one.t >= now and not (one.device == "keys" and one.phase == "move") for one in touches)
