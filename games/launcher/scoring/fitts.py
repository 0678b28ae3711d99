"""Fitts's law: the difficulty of an aimed movement in bits, and a hand's throughput in bit/s."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.launcher.scoring.checks import nothing, numbers, same_length

SPREAD = 4.133  # effective width over the standard deviation: the width that holds 96 % of all endpoints
LEAST_TRIALS = 5  # fewer do not show a spread
LEAST_DIFFICULTIES, LEAST_RANGE = 4, 2.0  # bits; for a line through times
CENTRE = 2.066  # half of SPREAD


def index_of_difficulty(distance: float, width: float) -> float:
    """log2(distance / width + 1), in bits (MacKenzie & Buxton 1992); distance and width in mm.

    ValueError for a distance below 0 or a width that is not above 0.
    """
    if not (math.isfinite(distance) and distance >= 0):
        raise ValueError(f"a distance of {distance} mm is impossible: it is 0 or more")
    if not (math.isfinite(width) and width > 0):
        raise ValueError(f"a width of {width} mm is impossible: it is above 0")
    return math.log2(distance / width + 1)


def effective_width(errors: Sequence[float]) -> float | None:
    """4.133 times the standard deviation (n - 1) of the errors along the task axis, in mm (ISO 9241-411).

    None for fewer than two errors; 0 where all are equal but for rounding.
    """
    numbers("an error", errors)
    spread = _deviation(errors)
    return None if spread is None else SPREAD * spread


def effective_width_2d(points: Sequence[Sequence[float]]) -> float | None:
    """4.133 times the bivariate deviation of the (x, y) endpoints, in mm (Wobbrock et al. 2011); None for fewer than two."""
    x, y = [point[0] for point in points], [point[1] for point in points]
    numbers("an endpoint", [*x, *y])
    a, b = _deviation(x), _deviation(y)
    return None if a is None or b is None else SPREAD * math.sqrt(a * a + b * b)


def effective_distances(distances: Sequence[float], errors: Sequence[float], serial: bool = False) -> list[float]:
    """The real length of each movement along the task axis, in mm; in serial tapping it begins where the last one ended."""
    same_length(distances=distances, errors=errors)
    numbers("an error", errors)
    numbers("a distance", distances, least=0.0)
    before = 0.0
    out = []
    for distance, error in zip(distances, errors, strict=True):
        out.append(distance + error + (before if serial else 0.0))
        before = error
    return out


def effective_distance(distances: Sequence[float], errors: Sequence[float], serial: bool = False) -> float | None:
    """The mean of the effective distances, in mm; None for none."""
    return _mean(effective_distances(distances, errors, serial))


def spatial_outlier(distance: float, effective: float, error: float, width: float) -> bool:
    """Whether a miss was not aimed at this target: it went less than half the way, or ended more than 2 W off.

    After FittsStudy (Wobbrock). Such a trial stays in the error rate.
    """
    missed = abs(error) > width / 2
    return missed and (effective < distance / 2 or abs(error) > 2 * width)


def throughput(
    distances: Sequence[float],
    errors: Sequence[float],
    times: Sequence[float],
    serial: bool = False,
    width: float | None = None,
) -> float | None:
    """Effective throughput of one sequence of one distance and width, in bit/s (ISO 9241-411).

    distances: start to target, in mm; errors: release minus target along the task axis, in mm;
    times: of the movements, in s. serial: each movement began where the one before ended. width:
    the target's, so that spatial outliers are left out. None for fewer than 5 trials or endpoints
    without any spread. ValueError for unequal lengths or impossible values.
    """
    same_length(distances=distances, errors=errors, times=times)
    numbers("a time", times, above=0.0)
    if width is not None:
        index_of_difficulty(0.0, width)
    made = effective_distances(distances, errors, serial)
    kept = [
        i
        for i, (distance, error) in enumerate(zip(distances, errors, strict=True))
        if width is None or not spatial_outlier(distance, made[i], error, width)
    ]
    if len(kept) < LEAST_TRIALS:
        return None
    spread = effective_width([errors[i] for i in kept])
    way, time = _mean([made[i] for i in kept]), _mean([times[i] for i in kept])
    if not spread or way is None or time is None or way <= 0.0 or time <= 0.0:
        return None
    return math.log2(way / spread + 1) / time


def session_throughput(sequences: Sequence[float | None]) -> float | None:
    """The mean of the throughputs of sequences (never 1 / slope of a regression); None values are left out."""
    known = [value for value in sequences if value is not None]
    numbers("a throughput", known)
    return _mean(known)


def width_from_misses(width: float, misses: float) -> float | None:
    """The effective width if only hits and misses are known (MacKenzie 1992); `misses`: their share, 0 to 1.

    None for a share of 0 or 1, from which no spread follows. Raises ValueError outside 0 to 1.
    """
    index_of_difficulty(0.0, width)
    if not 0.0 <= misses <= 1.0:
        raise ValueError(f"a share of misses of {misses} is impossible: it is 0 to 1")
    if misses in (0.0, 1.0):
        return None
    return width * CENTRE / _normal(1 - misses)


def regression(difficulties: Sequence[float], times: Sequence[float]) -> tuple[float, float] | None:
    """(a in s, b in s/bit) of the least-squares line time = a + b * difficulty.

    None for fewer than four different difficulties or a range under 2 bits.
    """
    same_length(difficulties=difficulties, times=times)
    numbers("a difficulty", difficulties, least=0.0)
    numbers("a time", times)
    if len(set(difficulties)) < LEAST_DIFFICULTIES or max(difficulties) - min(difficulties) < LEAST_RANGE:
        return None
    middle, time = _mean(difficulties), _mean(times)
    if middle is None or time is None:
        return None
    square = product = 0.0
    for difficulty, seconds in zip(difficulties, times, strict=True):
        square += (difficulty - middle) * (difficulty - middle)
        product += (difficulty - middle) * (seconds - time)
    slope = product / square
    return time - slope * middle, slope


def _normal(share: float) -> float:
    """The number of standard deviations to either side of the mean that contain this share of a normal distribution."""
    low, high = 0.0, 40.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if math.erf(middle / math.sqrt(2.0)) < share else (low, middle)
    return (low + high) / 2


def _mean(values: Sequence[float]) -> float | None:
    total = 0.0
    for value in values:
        total += value
    return total / len(values) if values else None


def _deviation(values: Sequence[float]) -> float | None:
    """Standard deviation with n - 1."""
    mean = _mean(values)
    if mean is None or len(values) < 2:
        return None
    low, high = min(values), max(values)
    if nothing(high - low, max(abs(low), abs(high))):  # exactly 0 despite rounding
        return 0.0
    square = 0.0
    for value in values:
        square += (value - mean) * (value - mean)
    return math.sqrt(square / (len(values) - 1))
