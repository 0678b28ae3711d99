"""The moving part of a contact, and its smoothness: SPARC, LDLJ-V, velocity peaks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from games.launcher.scoring.signal import RATE, gradient, held, merged, resampled, smoothed
from games.launcher.scoring.spectrum import low_bins

LEAST_SPEED = 5.0  # mm/s; slower than this, the hand stands still ...
LEAST_SHARE = 0.02  # ... or this share of the peak, whichever is more
LEAST_SECONDS = 0.2
LEAST_SAMPLES = 10
LEAST_PEAK = 10.0  # mm/s; a contact that was never faster did not move
PADDING = 4  # SPARC: the spectrum is padded to 2^4 times the next power of two
HIGHEST = 10.0  # Hz; upper limit of the spectrum for SPARC
LEAST_PART = 0.05  # share of the greatest spectral value; SPARC ignores the end of the spectrum below it
LEAST_RISE, LEAST_RISE_SHARE = 5.0, 0.10  # mm/s, and share of the greatest speed: least prominence of a peak
LEAST_APART = 0.150  # s between peaks


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
    return None if whole is None else moving_part(whole)


def moving_part(whole: Movement) -> Movement | None:
    """The same as `movement`, for a contact that is already resampled and filtered."""
    peak = max(whole.speed)
    if peak < LEAST_PEAK:
        return None
    floor = max(LEAST_SPEED, LEAST_SHARE * peak)
    moving = [i for i, value in enumerate(whole.speed) if value >= floor]
    first, end = moving[0], moving[-1] + 1
    if end - first < LEAST_SAMPLES or (end - 1 - first) / RATE < LEAST_SECONDS:
        return None
    return Movement(whole.t[first:end], whole.x[first:end], whole.y[first:end], whole.speed[first:end], RATE)


def sparc(speed: Sequence[float], rate: float) -> float | None:
    """Spectral arc length of a speed profile: at most 0, nearer to 0 is smoother; no unit.

    Balasubramanian et al. 2015: the length of the curve of the normalised spectrum up to 10 Hz,
    cut to where it reaches 5 % of its maximum. Free of how large and how long the movement is.
    None where there is no movement. `speed` evenly sampled at `rate` Hz, in any unit; ValueError
    for a speed that is negative or no number, or a rate that is not above 0.
    """
    _check_rate(rate)
    for value in speed:
        if not (math.isfinite(value) and value >= 0):
            raise ValueError(f"a speed of {value} is impossible: it is 0 or more")
    most = 0.0
    for value in speed:
        most = max(most, value)
    if len(speed) < 2 or most <= 0.0:
        return None
    size = 1 << (len(speed) - 1).bit_length() + PADDING
    count = int(HIGHEST * size / rate + 1e-9) + 1
    # Speeds are not negative, so that the first bin is the greatest.
    spectrum = [abs(value) for value in low_bins([value / most for value in speed], size, count)]
    heights = [value / spectrum[0] for value in spectrum]
    loud = [k for k, height in enumerate(heights) if height >= LEAST_PART]
    first, last = loud[0], loud[-1]
    if last == first:
        return None
    step = 1.0 / (last - first)
    length = 0.0
    for k in range(first, last):
        rise = heights[k + 1] - heights[k]
        length += math.sqrt(step * step + rise * rise)
    return -length


def ldlj(x: Sequence[float], y: Sequence[float], rate: float) -> float | None:
    """Log dimensionless jerk of the velocity (LDLJ-V): -ln(T^3 / v_peak^2 * integral |d2v/dt2|^2 dt); nearer to 0 is smoother.

    Balasubramanian et al. 2015. Positions evenly sampled at `rate` Hz, in mm; velocity by central
    differences, jerk by second differences of it. It depends on filter and noise: compare within one
    measures version only. None for fewer than 4 samples or where nothing moves or jerks.
    """
    _check_rate(rate)
    if len(x) != len(y):
        raise ValueError(f"x and y must be equally long: they have {len(x)} and {len(y)}")
    for value in (*x, *y):
        if not math.isfinite(value):
            raise ValueError(f"a place is not a number: {value}")
    if len(x) < 4:
        return None
    vx, vy = gradient(x, rate), gradient(y, rate)
    peak = jerk = 0.0
    for a, b in zip(vx, vy, strict=True):
        peak = max(peak, a * a + b * b)
    for i in range(1, len(vx) - 1):
        jx = (vx[i + 1] - 2 * vx[i] + vx[i - 1]) * rate * rate
        jy = (vy[i + 1] - 2 * vy[i] + vy[i - 1]) * rate * rate
        jerk += jx * jx + jy * jy
    if peak <= 0.0 or jerk <= 0.0:
        return None
    seconds = len(x) / rate
    inner = seconds * seconds * seconds / peak * jerk / rate
    return -math.log(inner) if 0.0 < inner < math.inf else None


def peaks(speed: Sequence[float], rate: float) -> int:
    """The number of velocity peaks (movement units), from the speed in mm/s at `rate` Hz.

    A peak stands at least 5 mm/s and 10 % of the greatest speed above its valleys (0 beyond the ends),
    and 150 ms from a higher one. After Murphy et al. 2011, with a relative rise for slow tracing.
    """
    _check_rate(rate)
    for value in speed:
        if not math.isfinite(value):
            raise ValueError(f"a speed is not a number: {value}")
    if not speed:
        return 0
    padded = [0.0, *speed, 0.0]
    rise = max(LEAST_RISE, LEAST_RISE_SHARE * max(speed))
    found = [i for i in _tops(padded) if _prominence(padded, i) >= rise]
    kept: list[int] = []
    for i in sorted(found, key=lambda i: (-padded[i], i)):
        if all(abs(i - j) / rate >= LEAST_APART - 1e-9 for j in kept):
            kept.append(i)
    return len(kept)


def _check_rate(rate: float) -> None:
    if not (math.isfinite(rate) and rate > 0):
        raise ValueError(f"a rate of {rate} Hz is impossible: it is above 0")


def _tops(values: Sequence[float]) -> list[int]:
    """Indices of local maxima; for a flat top its middle."""
    out, i = [], 1
    while i < len(values) - 1:
        end = i
        while end < len(values) - 1 and values[end + 1] == values[i]:
            end += 1
        if end < len(values) - 1 and values[i - 1] < values[i] > values[end + 1]:
            out.append((i + end) // 2)
        i = end + 1
    return out


def _prominence(values: Sequence[float], top: int) -> float:
    """The prominence of a peak: the least descent on the way to a higher one or to the end."""
    valleys = []
    for way in (range(top - 1, -1, -1), range(top + 1, len(values))):
        lowest = values[top]
        for i in way:
            if values[i] > values[top]:
                break
            lowest = min(lowest, values[i])
        valleys.append(lowest)
    return values[top] - max(valleys)
