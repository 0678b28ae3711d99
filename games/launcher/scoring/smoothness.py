"""A movement as it is measured: resampled, filtered, cut to where the hand moved (measures.md 2.1)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.launcher.scoring.signal import RATE, gradient, held, merged, resampled, smoothed

LEAST_SPEED = 5.0  # mm/s; slower is standing still ...
LEAST_SHARE = 0.02  # ... or this share of the peak, whichever is more
LEAST_SECONDS = 0.2
LEAST_SAMPLES = 10
LEAST_PEAK = 10.0  # mm/s; a contact that never was faster did not move


@dataclass(frozen=True)
class Movement:
    """The moving part of one contact, evenly sampled at `rate` Hz: s, mm, mm, mm/s."""

    t: tuple[float, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    speed: tuple[float, ...]
    rate: float


def contact(t: Sequence[float], x: Sequence[float], y: Sequence[float]) -> Movement | None:
    """All of one contact, evenly sampled and filtered, pauses included; None for fewer than two times.

    t in s, rising; x and y in mm. ValueError for unequal lengths or values
    that are no numbers.
    """
    t, x, y = merged(t, x, y)
    if len(t) < 2:
        return None
    start = t[0]
    t, x, y = held(t, x, y)
    even_x, even_y = smoothed(resampled(t, x)), smoothed(resampled(t, y))
    speed = [math.sqrt(vx * vx + vy * vy) for vx, vy in zip(gradient(even_x), gradient(even_y), strict=True)]
    times = tuple(start + i / RATE for i in range(len(speed)))
    return Movement(times, tuple(even_x), tuple(even_y), tuple(speed), RATE)


def movement(t: Sequence[float], x: Sequence[float], y: Sequence[float]) -> Movement | None:
    """The part of a contact in which the hand moved; None if it is too short (< 0.2 s, < 10 samples) or too slow (< 10 mm/s).

    As `contact`, cut from the first to the last sample of at least 5 mm/s or 2 % of the peak.
    """
    whole = contact(t, x, y)
    if whole is None:
        return None
    peak = max(whole.speed)
    if peak < LEAST_PEAK:
        return None
    floor = max(LEAST_SPEED, LEAST_SHARE * peak)
    moving = [i for i, value in enumerate(whole.speed) if value >= floor]
    first, end = moving[0], moving[-1] + 1
    if end - first < LEAST_SAMPLES or (end - 1 - first) / RATE < LEAST_SECONDS:
        return None
    return Movement(whole.t[first:end], whole.x[first:end], whole.y[first:end], whole.speed[first:end], RATE)
