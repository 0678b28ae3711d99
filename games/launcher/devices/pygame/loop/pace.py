"""How soon the next frame is due while a page is lively."""

from __future__ import annotations

USUAL = 1 / 60  # s between frames while something moves
QUICK = 1 / 120  # s while a finger is down, on a machine that can
QUICK_COST = 0.004  # s; the most that a frame may cost for that
CALM = 1 / 20  # s while nobody touches anything and no frame changes the picture; an event still ends the wait at once
CALM_AFTER = 30  # frames without a change, after which it is so
SMOOTHING = 0.1  # the share of the newest frame in the recent cost


class Pace:
    """Follows what frames cost and whether they change anything."""

    def __init__(self) -> None:
        self._cost = 0.0  # s, recent cost of drawing a frame
        self._same = 0  # frames without a change, up to now

    def drew(self, seconds: float, changed: bool) -> None:
        """A frame was drawn in so many s; `changed`: it looks different from the one before."""
        self._cost += (seconds - self._cost) * SMOOTHING
        self._same = 0 if changed else self._same + 1

    def span(self, down: bool) -> float:
        """s from the last frame to the next; `down`: whether a finger or button is held down."""
        if down:
            return QUICK if self._cost <= QUICK_COST else USUAL
        return CALM if self._same >= CALM_AFTER else USUAL
