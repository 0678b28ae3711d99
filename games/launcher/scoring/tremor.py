"""Tremor: the amplitude of oscillations of the hand between 3.5 and 12.5 Hz while it is on the glass."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from typing import NamedTuple

from games.launcher.scoring.signal import RATE, biquad, held, merged, resampled, smoothed
from games.launcher.scoring.smoothness import Movement, contact
from games.launcher.scoring.spectrum import power_at

SLOW = 2.5  # Hz; slower movement is intended
BAND = (3.5, 12.5)  # Hz: physiological, essential and parkinsonian tremor all lie in it
TRIM = 0.2  # s left out at either end, where the filter is inaccurate
LEAST_CONTACT = 1.5  # s; or, if the contact is a reach, ...
LEAST_REACH, REACH = 1.0, 10.0  # s and mm (within 9 % for 5 to 9 Hz); a quicker reach leaks into the band
REACH_PART = 0.92  # of a reach's time is spent above ...
REACH_SHARE, REACH_SPEED = 0.02, 1.0  # ... this share of its peak, or these mm/s


class Tremor(NamedTuple):
    """rms in mm over both axes; frequency in Hz of the largest line."""

    rms: float
    frequency: float


def tremor(t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None = None) -> Tremor | None:
    """The tremor in one contact, t in s, x and y in mm, as read.

    The path minus its low-passed copy, under a Hann window; its power between 3.5 and 12.5 Hz, corrected for the gain of
    the low-pass there. None for contacts under 1.5 s (under 1 s for a reach), and for a reach of less than a second,
    which would look like tremor. A panel slower than 60 Hz cannot measure it. `whole`: the contact already resampled
    and filtered, to save time. Raises ValueError for unequal lengths or values that are not finite.
    """
    t, x, y = merged(t, x, y)
    if len(t) < 2 or _hurried(t, x, y, whole):
        return None
    t, x, y = held(t, x, y)
    trim = round(TRIM * RATE)
    total = largest = frequency = 0.0
    swings = []
    for values in (x, y):
        even = resampled(t, values)
        slow = smoothed(even, SLOW)
        swing = [a - b for a, b in zip(even, slow, strict=True)][trim:-trim]
        n = len(swing)
        swings.append([v * (0.5 - 0.5 * math.cos(2 * math.pi * i / n)) for i, v in enumerate(swing)])
    n = len(swings[0])
    scale = 2.0 / (n * n * 0.375)  # one-sided; 0.375 is the mean square of a Hann window
    for cycles in range(math.ceil(BAND[0] * n / RATE - 1e-9), math.floor(BAND[1] * n / RATE + 1e-9) + 1):
        kept = 1.0 - _gain(cycles * RATE / n)
        power = (power_at(swings[0], cycles) + power_at(swings[1], cycles)) * scale / (kept * kept)
        total += power
        if power > largest:
            largest, frequency = power, cycles * RATE / n
    return Tremor(math.sqrt(max(0.0, total)), frequency)


def tremor_rms(
    t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None = None
) -> float | None:
    """The tremor's rms in mm; None where `tremor` is."""
    found = tremor(t, x, y, whole)
    return None if found is None else found.rms


def _hurried(t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None) -> bool:
    """Whether the contact is too short, or a single quick reach, whose own spectrum extends into the band."""
    dx, dy = x[-1] - x[0], y[-1] - y[0]
    least = LEAST_REACH if dx * dx + dy * dy >= REACH * REACH else LEAST_CONTACT
    if t[-1] - t[0] < least - 1e-6:
        return True
    if max(x) - min(x) < REACH and max(y) - min(y) < REACH:
        return False
    whole = whole or contact(t, x, y)
    if whole is None:
        return True
    floor = max(REACH_SPEED, REACH_SHARE * max(whole.speed))
    moving = [i for i, speed in enumerate(whole.speed) if speed >= floor]
    return bool(moving) and (moving[-1] - moving[0]) / RATE < REACH_PART * LEAST_REACH


def _gain(frequency: float) -> float:
    """The gain of the slow low-pass at this frequency, after both passes."""
    b, a = biquad(SLOW, RATE)
    z = cmath.rect(1.0, -2 * math.pi * frequency / RATE)
    return abs((b[0] + b[1] * z + b[2] * z * z) / (1 + a[1] * z + a[2] * z * z)) ** 2
