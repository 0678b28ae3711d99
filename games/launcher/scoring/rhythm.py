"""Timing of repeated movements: intervals, their evenness, agreement with a beat, steadiness of a hold."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from games.launcher.scoring.checks import nothing, numbers, same_length


class Steadiness(NamedTuple):
    """The end of a hold: variation in % of the mean, rms distance from the target in mm, drift in mm/s."""

    cv: float
    rms: float
    slope: float


class Beat(NamedTuple):
    """Asynchrony to a beat in s: mean (negative: early), standard deviation (n - 1), and R, 1 for always the same phase."""

    mean: float
    deviation: float | None
    r: float


def intervals(times: Sequence[float]) -> list[float]:
    """Seconds from each onset to the next. ValueError for onsets that do not follow each other."""
    out = []
    for before, now in pairwise(_numbers(times)):
        if now < before:
            raise ValueError(f"an onset at {now} s is impossible after one at {before} s")
        out.append(now - before)
    return out


def variation(values: Sequence[float]) -> float | None:
    """Coefficient of variation CV: standard deviation (n - 1) over the mean; None for fewer than two or a mean of 0."""
    mean, deviation = _moments(_numbers(values))
    return None if mean is None or deviation is None or nothing(mean) else deviation / mean


def driftless_variation(values: Sequence[float]) -> float | None:
    """CVd: the same from differences of neighbours, so that slow drift does not count as unevenness; None for fewer than three."""
    mean, _ = _moments(_numbers(values))
    _, deviation = _moments([b - a for a, b in pairwise(values)])
    return None if mean is None or deviation is None or nothing(mean) else deviation / (math.sqrt(2.0) * mean)


def rate(values: Sequence[float]) -> float | None:
    """Cycles a second: 1 over the median interval; None for no intervals or a median of 0."""
    ordered = sorted(_numbers(values))
    if not ordered:
        return None
    half = len(ordered) // 2
    median = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return None if nothing(median) or median < 0 else 1.0 / median


def circular_r(times: Sequence[float], period: float) -> float | None:
    """R = |mean exp(2 pi i t / period)|: 1 if all onsets have the same phase, near 0 if phases are random; None for none."""
    if not (math.isfinite(period) and period > 0):
        raise ValueError(f"a period of {period} s is impossible: it is above 0")
    c = s = 0.0
    for time in _numbers(times):
        angle = 2 * math.pi * (time / period)
        c += math.cos(angle)
        s += math.sin(angle)
    return math.sqrt(c * c + s * s) / len(times) if times else None


def to_the_beat(times: Sequence[float], beats: Sequence[float], period: float) -> Beat | None:
    """Asynchrony of onsets to the nearest beat. Sound and screen have an unknown constant delay: use the deviation or R, not the mean."""
    if not times or not beats:
        return None
    late = [time - min(beats, key=lambda beat: abs(beat - time)) for time in _numbers(times)]
    mean, deviation = _moments(late)
    r = circular_r(late, period)
    return None if mean is None or r is None else Beat(mean, deviation, r)


def steadiness(t: Sequence[float], values: Sequence[float], target: float, seconds: float = 1.0) -> Steadiness | None:
    """How steady the last `seconds` of a hold were. t in s, rising; values and target in mm.

    None for fewer than three readings in that time, no time between them, or a mean of 0. ValueError for
    unequal lengths or values that are no numbers.
    """
    same_length(t=t, values=values)
    numbers("a time", [seconds], above=0.0)
    _numbers([*t, *values, target])
    if not t:
        return None
    last = [(time, value) for time, value in zip(t, values, strict=True) if time >= t[-1] - seconds - 1e-9]
    mean, deviation = _moments([value for _, value in last])
    middle, _ = _moments([time for time, _ in last])
    if len(last) < 3 or mean is None or deviation is None or middle is None or nothing(mean):
        return None
    off = square = product = 0.0
    for time, value in last:
        off += (value - target) * (value - target)
        square += (time - middle) * (time - middle)
        product += (time - middle) * (value - mean)
    if nothing(square):
        return None
    return Steadiness(100 * deviation / abs(mean), math.sqrt(off / len(last)), product / square)


def _numbers(values: Sequence[float]) -> Sequence[float]:
    numbers("a value", values)
    return values


def _moments(values: Sequence[float]) -> tuple[float | None, float | None]:
    """Mean, and standard deviation with n - 1; None where there are too few."""
    if not values:
        return None, None
    total = square = 0.0
    for value in values:
        total += value
    mean = total / len(values)
    for value in values:
        square += (value - mean) * (value - mean)
    return mean, math.sqrt(square / (len(values) - 1)) if len(values) > 1 else None
