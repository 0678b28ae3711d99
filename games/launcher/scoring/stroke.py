"""How a hand drew: smoothness, pauses and tremor over the strokes of one rep."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from games.kit.geometry import Vec
from games.launcher.scoring.measured import Count, Hertz, Mm, Plain, Seconds
from games.launcher.scoring.signal import total
from games.launcher.scoring.smoothness import Movement, contact, moving_part, peaks, sparc
from games.launcher.scoring.tremor import Band, Tremor, shaking, tremor

STILL = 5.0  # mm/s; slower is a pause
LEAST_PAUSE = 0.100  # s


@dataclass(frozen=True, kw_only=True)
class StrokeMeasures:
    """How a hand drew; the measures of every task in which it draws begin with these."""

    sparc: Plain | None  # median of the strokes
    peaks: Count | None  # of all strokes, as are the pauses
    pauses: Count | None
    pause_time: Seconds | None
    tremor: Mm | None  # rms, 3.5 to 12.5 Hz; powers are averaged by time
    tremor_slow: Mm | None  # rms, 4 to 8 Hz
    tremor_slow_rate: Hertz | None
    tremor_fast: Mm | None  # rms, 8 to 12 Hz
    tremor_fast_rate: Hertz | None


def of_strokes(strokes: Sequence[Sequence[tuple[float, Vec]]]) -> StrokeMeasures:
    """Measure each stroke by itself: between two strokes there is no movement on the glass."""
    smooth: list[float] = []
    pushes = stops = 0
    still = 0.0
    shaken: list[tuple[float, Tremor]] = []
    moved = touched = False
    for stroke in strokes:
        t, x, y = [t for t, _ in stroke], [at.x for _, at in stroke], [at.y for _, at in stroke]
        whole = contact(t, x, y)
        moving = None if whole is None else moving_part(whole)
        if whole is not None:
            count, time = pauses(whole)
            touched, stops, still = True, stops + count, still + time
        if moving is not None:
            moved, pushes = True, pushes + peaks(moving.speed, moving.rate)
            value = sparc(moving.speed, moving.rate)
            smooth += [] if value is None else [value]
        found = tremor(t, x, y, whole)
        if found is not None:
            shaken.append((t[-1] - t[0], found))
    return StrokeMeasures(
        sparc=median(smooth),
        peaks=pushes if moved else None,
        pauses=stops if touched else None,
        pause_time=still if touched else None,
        **shaking(_together(shaken))._asdict(),
    )


def _together(shaken: Sequence[tuple[float, Tremor]]) -> Tremor | None:
    """The tremor of several strokes of so many s: powers are averaged over time, the strongest gives the frequency."""
    if not shaken:
        return None

    def band(of: Callable[[Tremor], Band]) -> Band:
        powers = [(seconds * of(one).rms ** 2, of(one).frequency) for seconds, one in shaken]
        rms = math.sqrt(total(power for power, _ in powers) / total(seconds for seconds, _ in shaken))
        return Band(rms, max(powers, key=lambda one: one[0])[1])

    return Tremor(*band(lambda one: Band(*one[:2])), band(lambda one: one.slow), band(lambda one: one.fast))


def pauses(whole: Movement) -> tuple[int, float]:
    """The number of pauses during contact, and their total length in s."""
    count, total, run = 0, 0.0, 0
    for speed in (*whole.speed, math.inf):
        if speed < STILL:
            run += 1
            continue
        if run / whole.rate >= LEAST_PAUSE:
            count += 1
            total += run / whole.rate
        run = 0
    return count, total


def median(values: Sequence[float]) -> float | None:
    """The middle value, or the mean of the middle two; None for none."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
