"""The measures a second time, with numpy and scipy, from their papers: what the program's own are checked against.

Nothing here is shared with games/launcher/scoring. Where a paper leaves a choice (how finely a curve is walked along),
the choice here is the finest, and the tests say by how much a coarser one may differ.
Seconds, mm, mm/s, Hz, bits. Standard deviations with n - 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage, signal, stats
from scipy.spatial import ConvexHull, QhullError
from scipy.spatial.distance import pdist

Array = NDArray[np.float64]
RATE = 100.0


def _array(values: ArrayLike) -> Array:
    return np.asarray(values, dtype=np.float64)


# ---- the pipeline -------------------------------------------------------------------------------------------------


def lowpass(values: ArrayLike, cutoff: float, rate: float = RATE) -> Array:
    """Butterworth of order 2 run both ways (Winter, Biomechanics and Motor Control, on the cutoff of repeated passes).

    The design frequency is cutoff / (sqrt 2 - 1)^(1/4), prewarped as scipy.signal.butter does; 0.5 s odd reflection.
    """
    data = _array(values)
    b, a = signal.butter(2, cutoff / (math.sqrt(2) - 1) ** 0.25, fs=rate)
    return signal.filtfilt(b, a, data, padtype="odd", padlen=min(int(0.5 * rate), len(data) - 1))


def evenly(t: ArrayLike, *columns: ArrayLike) -> tuple[Array, ...]:
    """Readings of a finger that sends nothing while still, at 100 Hz: last of equal times, silences held, straight lines."""
    times = _array(t)
    last = np.append(np.diff(times) > 0, True)
    times = times[last]
    usual = np.median(np.diff(times))
    at = np.flatnonzero(np.diff(times) > max(3 * usual, 0.050))
    grid = times[0] + np.arange(int((times[-1] - times[0]) * RATE + 1e-9) + 1) / RATE
    out = [grid]
    for column in columns:
        values = _array(column)[last]
        full_t = np.insert(times, at + 1, times[at + 1] - usual)
        full_v = np.insert(values, at + 1, values[at])
        out.append(np.interp(grid, full_t, full_v))
    return tuple(out)


def contact(t: ArrayLike, x: ArrayLike, y: ArrayLike) -> tuple[Array, Array, Array, Array]:
    """t, x, y and speed of a whole contact: 100 Hz, low-passed at 10 Hz, central differences."""
    grid, ex, ey = evenly(t, x, y)
    fx, fy = lowpass(ex, 10.0), lowpass(ey, 10.0)
    return grid, fx, fy, np.hypot(np.gradient(fx), np.gradient(fy)) * RATE


def movement(t: ArrayLike, x: ArrayLike, y: ArrayLike) -> tuple[Array, Array, Array, Array] | None:
    """The same from the first to the last sample of at least 5 mm/s and 2 % of the peak; None where too short or slow."""
    whole = contact(t, x, y)
    speed = whole[3]
    if speed.max() < 10:
        return None
    fast = np.flatnonzero(speed >= max(5.0, 0.02 * speed.max()))
    cut = slice(fast[0], fast[-1] + 1)
    if fast[-1] + 1 - fast[0] < 10 or (fast[-1] - fast[0]) / RATE < 0.2:
        return None
    return whole[0][cut], whole[1][cut], whole[2][cut], speed[cut]


# ---- smoothness ---------------------------------------------------------------------------------------------------


def sparc(speed: ArrayLike, rate: float) -> float:
    """Spectral arc length (Balasubramanian, Melendez-Calderon, Roby-Brami & Burdet 2015, equations 6 and 7).

    Length of the curve of the normalised magnitude spectrum up to the last frequency, at most 10 Hz, with 5 % of its top;
    the spectrum is padded to 2^4 times the next power of two.
    """
    data = _array(speed)
    size = 2 ** (math.ceil(math.log2(len(data))) + 4)
    magnitude = np.abs(np.fft.rfft(data, size))
    magnitude /= magnitude.max()
    frequency = np.arange(len(magnitude)) * (rate / size)
    magnitude, frequency = magnitude[frequency <= 10.0], frequency[frequency <= 10.0]
    loud = np.flatnonzero(magnitude >= 0.05)
    curve = slice(loud[0], loud[-1] + 1)
    along = np.diff(frequency[curve]) / (frequency[curve][-1] - frequency[curve][0])
    return -float(np.hypot(along, np.diff(magnitude[curve])).sum())


def ldlj_of_velocity(velocity: ArrayLike, rate: float) -> float:
    """Log dimensionless jerk of a velocity (Balasubramanian et al. 2012; 2015): n values or n vectors, T = n / rate."""
    v = _array(velocity)
    v = v.reshape(len(v), -1)
    jerk = np.diff(v, 2, axis=0) * rate**2
    peak = np.linalg.norm(v, axis=1).max()
    return -math.log((len(v) / rate) ** 3 / peak**2 * float((jerk**2).sum()) / rate)


def ldlj(x: ArrayLike, y: ArrayLike, rate: float) -> float:
    """The same of evenly sampled places, through central differences."""
    return ldlj_of_velocity(np.column_stack([np.gradient(_array(x)), np.gradient(_array(y))]) * rate, rate)


def peaks(speed: ArrayLike, rate: float) -> int:
    """Tops of the speed, rising from 0 and falling to 0, of at least 5 mm/s and 10 % prominence, 150 ms apart, highest first."""
    padded = np.concatenate([[0.0], _array(speed), [0.0]])
    found, _ = signal.find_peaks(padded, prominence=max(5.0, 0.1 * padded.max()))
    kept: list[int] = []
    for top in sorted(found, key=lambda i: -padded[i]):
        if all(abs(top - other) / rate >= 0.150 for other in kept):
            kept.append(top)
    return len(kept)


# ---- tremor -------------------------------------------------------------------------------------------------------


def hurries(t: ArrayLike, x: ArrayLike, y: ArrayLike) -> bool:
    """Whether a reach of 10 mm or more is over within 0.92 s: its own spectrum looks like tremor."""
    _, fx, fy, speed = contact(t, x, y)
    moving = ndimage.binary_closing(np.pad(speed >= max(1.0, 0.02 * speed.max()), 10), np.ones(10))[10:-10]
    parts = ndimage.find_objects(ndimage.label(moving)[0])
    return any(part.stop - part.start <= 93 and max(np.ptp(fx[part]), np.ptp(fy[part])) >= 9.9 for (part,) in parts)


def straightened(t: ArrayLike, frequency: float) -> float:
    """What straight lines between these readings leave of a turning pointer, outside silences (of over 50 ms)."""
    times = _array(t)
    times = times[np.append(np.diff(times) > 0, True)]
    grid = times[0] + np.arange(int((times[-1] - times[0]) * RATE + 1e-9) + 1) / RATE
    pointer = np.exp(2j * math.pi * frequency * times)
    drawn = np.interp(grid, times, pointer.real) + 1j * np.interp(grid, times, pointer.imag)
    gap = np.diff(times)[np.clip(np.searchsorted(times, grid, side="right") - 1, 0, len(times) - 2)]
    left = (drawn * np.exp(-2j * math.pi * frequency * grid)).real
    return float(np.mean(np.where(gap > 0.050, 1.0, left)))


def tremor(t: ArrayLike, x: ArrayLike, y: ArrayLike, least: float = 3.4, most: float = 12.6) -> tuple[float, float]:
    """(rms in mm within the band, loudest frequency) of what the path's own 2.5 Hz low-pass leaves, undoing its gain.

    Welch's mean of Hann windows of 2.56 s, zero-padded to lines 0.39 Hz apart, nothing of the contact left out.
    """
    _, *places = evenly(t, x, y)
    b, a = signal.butter(2, 2.5 / (math.sqrt(2) - 1) ** 0.25, fs=RATE)
    total = None
    for place in places:
        rest = (place - lowpass(place, 2.5))[20:-20]
        length = min(256, len(rest))
        steps = max(0, math.ceil((len(rest) - length) / 128))
        parts = [rest[round(k * (len(rest) - length) / max(1, steps)) :][:length] for k in range(steps + 1)]
        window = signal.get_window("hann", length)
        power = np.mean([np.abs(np.fft.rfft(part * window, 256)) ** 2 for part in parts], axis=0)
        power *= 2 / (length * 0.375) / 256
        total = power if total is None else total + power
    assert total is not None
    frequency = np.fft.rfftfreq(256, 1 / RATE)
    _, response = signal.freqz(b, a, frequency, fs=RATE)
    band = (frequency >= least) & (frequency <= most)
    true = total[band] / (1 - np.abs(response[band]) ** 2) ** 2
    true /= np.asarray([straightened(t, one) for one in frequency[band]]) ** 2
    return math.sqrt(float(true.sum())), float(frequency[band][np.argmax(true)])


# ---- Fitts, steering ----------------------------------------------------------------------------------------------


def effective_width(errors: ArrayLike) -> float:
    """4.133 SD, the width that 96 % of normal errors would hit (Crossman; Welford 1968; MacKenzie 1992)."""
    return 4.133 * float(np.std(_array(errors), ddof=1))


def effective_width_2d(points: ArrayLike) -> float:
    """4.133 times the bivariate deviation about the mean place (Wobbrock, Shinohara & Jansen 2011)."""
    p = _array(points)
    return 4.133 * math.sqrt(float(((p - p.mean(axis=0)) ** 2).sum()) / (len(p) - 1))


def travelled(distances: ArrayLike, errors: ArrayLike, serial: bool = False) -> Array:
    """How far each aim really went along its axis; in serial tapping it began where the last one ended (MacKenzie 2018)."""
    d, e = _array(distances), _array(errors)
    return d + e + (np.concatenate([[0.0], e[:-1]]) if serial else 0.0)


def throughput(
    distances: ArrayLike, errors: ArrayLike, times: ArrayLike, serial: bool = False, width: float | None = None
) -> float | None:
    """log2(Ae / We + 1) / mean time (ISO 9241-411 annex B; Soukoreff & MacKenzie 2004).

    width: a miss that went less than half the way or landed more than two widths off is no aim at all: that rep is left
    out altogether (FittsStudy, Columns.txt: SpatialOutlier, TP and MeanMTe(sx)).
    """
    way, e, times = travelled(distances, errors, serial), _array(errors), _array(times)
    if width is not None:
        out = (np.abs(e) > width / 2) & ((way < _array(distances) / 2) | (np.abs(e) > 2 * width))
        way, e, times = way[~out], e[~out], times[~out]
    if len(e) < 5 or np.ptp(e) == 0 or way.mean() <= 1e-12:  # on the whole nobody went anywhere
        return None
    return math.log2(float(way.mean()) / effective_width(e) + 1) / float(times.mean())


def width_from_misses(width: float, share: float) -> float:
    """W 2.066 / z(1 - err / 2) (MacKenzie 1992, equation 5: the discrete-error method)."""
    return width * 2.066 / float(stats.norm.ppf(1 - share / 2))


def regression(difficulties: ArrayLike, times: ArrayLike) -> tuple[float, float]:
    """Intercept and slope by least squares."""
    slope, intercept = np.polyfit(_array(difficulties), _array(times), 1)
    return float(intercept), float(slope)


def steering_difficulty(path: ArrayLike, width: float | Sequence[float]) -> float:
    """The integral of ds / W along the path (Accot & Zhai 1997), the width constant on each segment."""
    steps = np.linalg.norm(np.diff(_array(path), axis=0), axis=1)
    return float((steps / _array(width)).sum())


# ---- rhythm, aperture ---------------------------------------------------------------------------------------------


def variation(intervals: ArrayLike) -> float:
    """Standard deviation over mean."""
    return float(stats.variation(_array(intervals), ddof=1))


def driftless_variation(intervals: ArrayLike) -> float:
    """SD of successive differences over sqrt 2 means (von Neumann's successive differences; free of slow drift)."""
    return float(np.std(np.diff(_array(intervals)), ddof=1) / (math.sqrt(2) * np.mean(_array(intervals))))


def circular_r(times: ArrayLike, period: float) -> float:
    """Mean resultant length (Mardia & Jupp 2000): 1 minus the circular variance of the phases."""
    return 1 - float(stats.circvar(_array(times), high=period, low=0))


def steadiness(t: ArrayLike, values: ArrayLike, target: float, seconds: float = 1.0) -> tuple[float, float, float]:
    """(100 SD / mean, root mean square from the target, slope by least squares) of the last seconds."""
    times, v = _array(t), _array(values)
    last = times >= times[-1] - seconds
    times, v = times[last], v[last]
    slope = stats.linregress(times, v).slope
    return 100 * float(v.std(ddof=1) / v.mean()), math.sqrt(float(((v - target) ** 2).mean())), float(slope)


def aperture(points: ArrayLike) -> float:
    """Twice the mean distance to the centroid."""
    p = _array(points)
    return 2 * float(np.linalg.norm(p - p.mean(axis=0), axis=1).mean())


def span(points: ArrayLike) -> float:
    """Largest distance of any two."""
    return float(pdist(_array(points)).max())


def hull_area(points: ArrayLike) -> float:
    """Area of the convex hull; 0 where all lie on one line."""
    try:
        return float(ConvexHull(_array(points)).volume)  # in the plane, scipy's volume is the area
    except QhullError:
        return 0.0


def range_of(values: ArrayLike) -> float:
    """95th minus 5th percentile, linear between ranks (Hyndman & Fan 1996, type 7)."""
    low, high = np.percentile(_array(values), [5, 95])
    return float(high - low)
