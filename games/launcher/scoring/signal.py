"""From irregular readings to a smooth, evenly sampled movement. Plain sums in a fixed order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

RATE = 100.0  # Hz of the resampled path
CUTOFF = 10.0  # Hz; about -3 dB after both passes
LEAST_GAP = 0.050  # s; shorter gaps are the normal interval of touch panels
FARTHEST, LONGEST = 1e7, 3600.0  # mm and s; limits beyond any real table or contact
PAD = 0.5  # s of odd reflection at each end


def total(values: Iterable[float]) -> float:
    """The plain sum in order: the built-in one gives other last digits in other versions of Python."""
    out = 0.0
    for value in values:
        out += value
    return out


def merged(t: Sequence[float], x: Sequence[float], y: Sequence[float]) -> tuple[list[float], list[float], list[float]]:
    """Readings with equal or backward times merged, the last one wins. ValueError for unequal lengths or non-numbers."""
    if not len(t) == len(x) == len(y):
        raise ValueError(f"t, x and y must be equally long: they have {len(t)}, {len(x)} and {len(y)}")
    out_t: list[float] = []
    out_x: list[float] = []
    out_y: list[float] = []
    for now, px, py in zip(t, x, y, strict=True):
        if not (math.isfinite(now) and math.isfinite(px) and math.isfinite(py)):
            raise ValueError(f"a reading is not a number: ({now}, {px}, {py})")
        if max(abs(px), abs(py)) > FARTHEST:
            raise ValueError(f"a place at ({px}, {py}) mm is impossible: it is within {FARTHEST:.0f} mm")
        if out_t and now <= out_t[-1]:
            out_x[-1], out_y[-1] = px, py
            continue
        out_t.append(now)
        out_x.append(px)
        out_y.append(py)
    if out_t and out_t[-1] - out_t[0] > LONGEST:
        raise ValueError(
            f"readings over {out_t[-1] - out_t[0]} s are impossible: a contact lasts {LONGEST:.0f} s at most"
        )
    return out_t, out_x, out_y


def held(t: Sequence[float], x: Sequence[float], y: Sequence[float]) -> tuple[list[float], list[float], list[float]]:
    """Add the last place again before the end of each long gap, because a still finger sends nothing."""
    gaps = sorted(b - a for a, b in pairwise(t))
    if not gaps:
        return list(t), list(x), list(y)
    half = len(gaps) // 2
    usual = gaps[half] if len(gaps) % 2 else (gaps[half - 1] + gaps[half]) / 2
    limit = max(3 * usual, LEAST_GAP)
    out_t, out_x, out_y = [t[0]], [x[0]], [y[0]]
    for i in range(1, len(t)):
        if t[i] - t[i - 1] > limit:
            out_t.append(t[i] - usual)
            out_x.append(x[i - 1])
            out_y.append(y[i - 1])
        out_t.append(t[i])
        out_x.append(x[i])
        out_y.append(y[i])
    return out_t, out_x, out_y


def resampled(t: Sequence[float], values: Sequence[float], rate: float = RATE) -> list[float]:
    """Values at t[0] + k / rate, by straight lines between the readings."""
    start, last = t[0], len(t) - 2
    count = int((t[-1] - start) * rate + 1e-9) + 1
    out, i = [], 0
    for k in range(count):
        now = start + k / rate
        while i < last and t[i + 1] <= now:
            i += 1
        share = (now - t[i]) / (t[i + 1] - t[i])
        out.append(values[i] + (values[i + 1] - values[i]) * share)
    return out


def interpolation_spread(t: Sequence[float], rate: float = RATE) -> float:
    """How far `resampled` reaches between readings, in s2: the mean of s (1 - s) d2 over its samples.

    d is the time between two readings, s the share of it that has passed. Straight lines leave exp(-w2 * spread / 2) of
    an oscillation at w rad/s (to 1 % where d is under an eighth of its period): 0.91 of 10 Hz at 60 readings a second,
    and all of it where samples fall on readings. In a silence the finger was still: nothing of it was lost.
    """
    start, last, total, i = t[0], len(t) - 2, 0.0, 0
    count = int((t[-1] - start) * rate + 1e-9) + 1
    for k in range(count):
        now = start + k / rate
        while i < last and t[i + 1] <= now:
            i += 1
        if t[i + 1] - t[i] <= LEAST_GAP:
            total += max(0.0, (now - t[i]) * (t[i + 1] - now))
    return total / count


def biquad(cutoff: float, rate: float) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Second-order Butterworth low-pass (b, a), whose gain is about -3 dB at the cutoff after two passes."""
    design = cutoff / math.sqrt(math.sqrt(math.sqrt(2.0) - 1.0))
    k = math.tan(math.pi * design / rate)
    d = 1.0 + math.sqrt(2.0) * k + k * k
    gain = k * k / d
    return (gain, 2 * gain, gain), (1.0, 2 * (k * k - 1) / d, (1 - math.sqrt(2.0) * k + k * k) / d)


def smoothed(values: Sequence[float], cutoff: float = CUTOFF, rate: float = RATE) -> list[float]:
    """Forward and backward through the low-pass, odd-reflected by 0.5 s (or n - 1 samples) at each end."""
    n = len(values)
    if n < 2:
        return list(values)
    pad = min(int(PAD * rate), n - 1)
    first, last = values[0], values[-1]
    long = [2 * first - values[i] for i in range(pad, 0, -1)]
    long += values
    long += [2 * last - values[n - 1 - i] for i in range(1, pad + 1)]
    b, a = biquad(cutoff, rate)
    forth = _passed(long, b, a)
    back = _passed(forth[::-1], b, a)[::-1]
    return back[pad : pad + n]


def _passed(values: list[float], b: tuple[float, float, float], a: tuple[float, float, float]) -> list[float]:
    """One pass of the filter, started in the steady state for the first value."""
    b0, b1, b2 = b
    _, a1, a2 = a
    # For an input that has always been 1 the output is 1 (unity gain at 0 Hz); the two delays then hold:
    z2 = (b2 - a2) * values[0]
    z1 = (b1 - a1) * values[0] + z2
    out = []
    for value in values:
        result = b0 * value + z1
        z1 = b1 * value - a1 * result + z2
        z2 = b2 * value - a2 * result
        out.append(result)
    return out


def gradient(values: Sequence[float], rate: float = RATE) -> list[float]:
    """Central differences times the rate; one-sided at the ends."""
    n = len(values)
    if n < 2:
        return [0.0] * n
    out = [(values[1] - values[0]) * rate]
    for i in range(1, n - 1):
        out.append((values[i + 1] - values[i - 1]) / 2 * rate)
    out.append((values[-1] - values[-2]) * rate)
    return out
