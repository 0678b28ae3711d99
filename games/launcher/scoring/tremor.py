"""Tremor: how far and how fast the hand oscillates between 3.5 and 12.5 Hz while it is on the glass."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from games.launcher.scoring.signal import RATE, biquad, held, interpolation_spread, merged, resampled, smoothed, total
from games.launcher.scoring.smoothness import Movement, contact
from games.launcher.scoring.spectrum import power_at

INTENDED = 2.5  # Hz; slower movement is intended
WINDOW = 256  # samples of one spectrum, 2.56 s: lines 0.39 Hz apart. A short contact has one spectrum of its own length
LINES = tuple(RATE * k / WINDOW for k in range(8, 34))  # Hz: 3.5 to 12.5, and one line beside either end
ALL, SLOW, FAST = slice(1, 25), slice(2, 13), slice(13, 24)  # of LINES: 3.5 to 12.5, 4 to 8 and 8 to 12 Hz
TRIM = 20  # samples left out at either end and beside a quick reach, where the filter is inaccurate
LEAST_CONTACT = 1.5  # s; or, if the contact is a reach, ...
LEAST_REACH, REACH = 1.0, 10.0  # s and mm (within 9 % for 5 to 9 Hz); a quicker reach leaks into the band
REACH_PART = 0.92  # of a reach's time is spent above ...
REACH_SHARE, REACH_SPEED = 0.02, 1.0  # ... this share of its peak, or these mm/s
STOP = 0.1  # s below that speed end a reach
HANN = 0.375  # the mean square of a Hann window


class Band(NamedTuple):
    """rms in mm over both axes; frequency in Hz of the highest peak, None if the spectrum has none in this band."""

    rms: float
    frequency: float | None


class Tremor(NamedTuple):
    """All of it (rms in mm, frequency in Hz), and what is slow (4 to 8 Hz) and fast (8 to 12 Hz) of it."""

    rms: float
    frequency: float | None
    slow: Band
    fast: Band


class Shaking(NamedTuple):
    """Tremor as measures name it, in mm rms and Hz; all None where there is none to measure."""

    tremor: float | None = None
    tremor_slow: float | None = None
    tremor_slow_rate: float | None = None
    tremor_fast: float | None = None
    tremor_fast_rate: float | None = None


def shaking(found: Tremor | None) -> Shaking:
    """The measures of a tremor."""
    if found is None:
        return Shaking()
    return Shaking(found.rms, *found.slow, *found.fast)


def tremor(t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None = None) -> Tremor | None:
    """The tremor in one contact, t in s, x and y in mm, as read.

    The path minus its low-passed copy, in stretches of 2.56 s that overlap by half, each under a Hann window; the mean
    of their powers between 3.5 and 12.5 Hz (Welch 1967), corrected for the gain of the low-pass and for what straight
    lines between readings lose. Quick reaches are left out, because they have power of their own in that band. None for
    contacts under 1.5 s (under 1 s for a reach), and where quick reaches leave less. A panel slower than 60 Hz cannot
    measure it. `whole`: the contact already resampled and filtered, to save time. Raises ValueError for unequal lengths
    or values that are not finite.
    """
    t, x, y = merged(t, x, y)
    if len(t) < 2:
        return None
    away = (x[-1] - x[0]) ** 2 + (y[-1] - y[0]) ** 2 >= REACH * REACH
    if t[-1] - t[0] < (LEAST_REACH if away else LEAST_CONTACT) - 1e-6:
        return None
    quick = _quick_reaches(t, x, y, whole)
    t, x, y = held(t, x, y)
    swings = [_swing(resampled(t, values)) for values in (x, y)]
    stretches = _stretches(len(swings[0]), quick)
    if not stretches:
        return None
    spread = interpolation_spread(t)
    powers = [power / _kept(line, spread) ** 2 for line, power in zip(LINES, _powers(swings, stretches), strict=True)]
    return Tremor(*_band(ALL, powers), _band(SLOW, powers), _band(FAST, powers))


def tremor_rms(
    t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None = None
) -> float | None:
    """The tremor's rms in mm; None where `tremor` is."""
    found = tremor(t, x, y, whole)
    return None if found is None else found.rms


def _quick_reaches(
    t: Sequence[float], x: Sequence[float], y: Sequence[float], whole: Movement | None
) -> list[tuple[int, int]]:
    """First and last sample of each reach that is over so soon that it would look like tremor."""
    if max(x) - min(x) < REACH and max(y) - min(y) < REACH:
        return []
    whole = whole or contact(t, x, y)
    if whole is None:
        return []
    floor = max(REACH_SPEED, REACH_SHARE * max(whole.speed))
    reaches: list[list[int]] = []
    for i, speed in enumerate(whole.speed):
        if speed >= floor:
            if not reaches or i - reaches[-1][-1] > STOP * RATE:
                reaches.append([i, i])
            reaches[-1][-1] = i
    return [
        (first, last)
        for first, last in reaches
        if (last - first) / RATE < REACH_PART * LEAST_REACH
        and max(_range(whole.x[first : last + 1]), _range(whole.y[first : last + 1])) >= REACH
    ]


def _range(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _swing(even: list[float]) -> list[float]:
    return [a - b for a, b in zip(even, smoothed(even, INTENDED), strict=True)]


def _stretches(count: int, quick: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where tremor can be seen in so many samples: begin and end of each stretch, the quick reaches left out."""
    if not quick:
        return [(TRIM, count - TRIM)]
    edges = [0, *(edge for reach in quick for edge in reach), count]
    ends = [(first + TRIM, last - TRIM) for first, last in zip(edges[::2], edges[1::2], strict=True)]
    return [(first, last) for first, last in ends if last - first >= LEAST_CONTACT * RATE - 2 * TRIM]


def _powers(swings: Sequence[Sequence[float]], stretches: Sequence[tuple[int, int]]) -> list[float]:
    """The mean power in mm2 at each of LINES, x and y together."""
    powers = [0.0] * len(LINES)
    whole = total(last - first for first, last in stretches)
    for first, last in stretches:
        length = min(WINDOW, last - first)
        steps = math.ceil((last - first - length) / (WINDOW / 2))
        starts = [first + round(k * (last - first - length) / steps) for k in range(steps + 1)] if steps else [first]
        # Lines are closer than those of a short window: each stands for its share of the frequencies only.
        scale = 2.0 / (length * length * HANN) * length / WINDOW * (last - first) / whole / len(starts)
        for start in starts:
            for swing in swings:
                part = [v * w for v, w in zip(swing[start : start + length], _hann(length), strict=True)]
                for i, line in enumerate(LINES):
                    powers[i] += scale * power_at(part, line * length / RATE)
    return powers


@cache
def _hann(length: int) -> tuple[float, ...]:
    return tuple(0.5 - 0.5 * math.cos(2 * math.pi * i / length) for i in range(length))


def _band(lines: slice, powers: Sequence[float]) -> Band:
    """The rms of these lines, and the frequency of the highest peak, with its neighbours as its width lets them."""
    peaks = [i for i in range(lines.start, lines.stop) if powers[i - 1] < powers[i] >= powers[i + 1]]
    middle = None
    if peaks:
        top = max(peaks, key=lambda i: powers[i])
        near = range(top - 1, top + 2)
        middle = total(LINES[i] * powers[i] for i in near) / total(powers[i] for i in near)
    return Band(math.sqrt(max(0.0, total(powers[lines]))), middle)


def _kept(frequency: float, spread: float) -> float:
    """The share of an oscillation's amplitude that low-pass and straight lines between readings leave."""
    b, a = biquad(INTENDED, RATE)
    z = cmath.rect(1.0, -2 * math.pi * frequency / RATE)
    slow = abs((b[0] + b[1] * z + b[2] * z * z) / (1 + a[1] * z + a[2] * z * z)) ** 2
    return (1.0 - slow) * math.exp(-((2 * math.pi * frequency) ** 2) * spread / 2)
