"""Movements made by formula, input that nobody could have meant, and what a measure may say to it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, is_dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Curve = list[tuple[float, float]]
Readings = tuple[list[float], list[float], list[float]]


def minimum_jerk(t: ArrayLike, start: float, seconds: float, length: float) -> Array:
    """Place at t of a reach that begins at `start` (Flash & Hogan 1985)."""
    u = np.clip((np.asarray(t) - start) / seconds, 0, 1)
    return length * u**3 * (10 - 15 * u + 6 * u**2)


def minimum_jerk_speed(t: ArrayLike, start: float, seconds: float, length: float) -> Array:
    """Speed at t of the same."""
    u = np.clip((np.asarray(t) - start) / seconds, 0, 1)
    return length / seconds * 30 * u**2 * (1 - u) ** 2


def profile(parts: Sequence[tuple[float, float]], rate: float = 100.0, length: float = 120.0) -> list[float]:
    """Speed of equal submovements, each (onset, seconds), evenly sampled from the first start to the last end."""
    t = np.arange(round(max(a + d for a, d in parts) * rate) + 1) / rate
    return [float(v) for v in sum(minimum_jerk_speed(t, a, d, length) for a, d in parts)]  # type: ignore[union-attr]


def reach(seconds: float = 1.0, length: float = 120.0, rate: float = 240.0, turn: float = 0.0) -> Readings:
    """Readings t, x, y of one minimum-jerk reach from (0, 0), at an angle in rad."""
    t = np.arange(int(seconds * rate + 1e-9) + 1) / rate
    way = minimum_jerk(t, 0.0, seconds, length)
    return t.tolist(), (way * math.cos(turn)).tolist(), (way * math.sin(turn)).tolist()


def turned(readings: Readings, angle: float, dx: float, dy: float, dt: float) -> Readings:
    """The same movement elsewhere, another way round, at another time."""
    t, x, y = (np.asarray(v) for v in readings)
    c, s = math.cos(angle), math.sin(angle)
    return (t + dt).tolist(), (c * x - s * y + dx).tolist(), (s * x + c * y + dy).tolist()


def circle(radius: float, parts: int = 360, start: float = 0.0, share: float = 1.0) -> list[tuple[float, float]]:
    """A share of a circle round (0, 0), beginning at an angle in rad; a whole one ends on its first point."""
    angles = [start + 2 * math.pi * share * i / parts for i in range(parts)]
    points = [(radius * math.cos(a), radius * math.sin(a)) for a in angles]
    end = start + 2 * math.pi * share
    return [*points, points[0] if share == 1 else (radius * math.cos(end), radius * math.sin(end))]


def line(length: float = 100.0, off: float = 0.0) -> list[tuple[float, float]]:
    """A straight way to the right, so far below the x axis."""
    return [(0.0, off), (length, off)]


def curves(least: int = 3) -> st.SearchStrategy[Curve]:
    """Polylines with corners on a 5 mm grid, 20 mm or more long."""
    cell = st.integers(-12, 12).map(lambda i: 5.0 * i)
    points = st.lists(st.tuples(cell, cell), min_size=least, max_size=8)
    return points.filter(lambda p: sum(math.dist(a, b) for a, b in pairwise(p)) >= 20)


def moved(points: Curve, angle: float, dx: float, dy: float) -> Curve:
    """The same curve elsewhere, another way round."""
    c, s = math.cos(angle), math.sin(angle)
    return [(c * x - s * y + dx, s * x + c * y + dy) for x, y in points]


def wave(height: float, length: float = 160.0, waves: int = 4) -> Curve:
    """A sine about the x axis."""
    return [(0.25 * i, height * math.sin(2 * math.pi * waves * 0.25 * i / length)) for i in range(int(length * 4) + 1)]


@st.composite
def hands(draw: st.DrawFn, least: float = 0.3, most: float = 2.5) -> Readings:
    """Readings of one to four submovements in any direction, at a panel's uneven 60 to 240 Hz, with grain and silences."""
    rate = draw(st.floats(60, 240))
    seconds = draw(st.floats(least, most))
    count = max(12, int(seconds * rate))
    gaps = np.asarray(draw(st.lists(st.floats(0.5, 1.5), min_size=count, max_size=count)))
    t = np.cumsum(gaps / gaps.mean()) * seconds / count
    x, y = np.zeros(count), np.zeros(count)
    for _ in range(draw(st.integers(1, 4))):
        start, long = draw(st.floats(0, seconds / 2)), draw(st.floats(0.15, seconds))
        x += minimum_jerk(t, start, long, draw(st.floats(-100, 100)))
        y += minimum_jerk(t, start, long, draw(st.floats(-100, 100)))
    grain = draw(st.sampled_from([0.0, 0.05, 0.3]))
    if grain:
        x, y = np.round(x / grain) * grain, np.round(y / grain) * grain
    keep = np.ones(count, bool)
    if draw(st.booleans()):
        keep[count // 3 : count // 3 + count // 4] = False
    return t[keep].tolist(), x[keep].tolist(), y[keep].tolist()


NUMBERS = st.floats(-1e4, 1e4)
ANY_NUMBERS = st.lists(NUMBERS | st.sampled_from([0.0, math.nan, math.inf, -math.inf, 5e-324, -1.0]), max_size=30)
ANY_POINTS = st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=12) | st.lists(
    st.tuples(st.sampled_from([0.0, 1.0, math.nan, math.inf]), st.sampled_from([0.0, 1.0, -math.inf])), max_size=6
)


@st.composite
def any_times(draw: st.DrawFn) -> list[float]:
    """Times of up to a minute: rising, equal, or in no order, now and then with one that is no time."""
    gaps = draw(st.lists(st.sampled_from([0.0, 1e-9, 0.004, 0.0167, 0.3, 2.0]), min_size=0, max_size=30))
    times = list(accumulate(gaps, initial=draw(st.floats(0, 1e6))))
    return draw(st.sampled_from([times, times[::-1], [*times, math.nan], times[:1] * len(times)]))


def numbers_in(result: Any) -> list[float]:
    """All numbers of an answer, however it is wrapped."""
    if result is None:
        return []
    if is_dataclass(result) and not isinstance(result, type):
        return numbers_in(list(asdict(result).values()))
    if isinstance(result, (list, tuple)):
        return [n for part in result for n in numbers_in(part)]
    return [float(result)]


def stands(measure: Callable[..., Any], *given: Any, **how: Any) -> Any:
    """The answer of a measure to any input: nothing, or finite numbers; the one exception it may raise is ValueError."""
    try:
        result = measure(*given, **how)
    except ValueError as refusal:
        if "math domain error" in str(refusal):  # Python's own, which names no value
            raise
        return None
    assert all(math.isfinite(n) for n in numbers_in(result)), (given, result)
    return result
