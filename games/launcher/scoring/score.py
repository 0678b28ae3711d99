"""Precision, speed and points of a block: one model for all games."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

MEASURES_VERSION = 3
LONGEST_GAP = 2.0  # s; a longer gap between reps costs nothing more
REFERENCES = {  # movement class: (a in s, r in bit/s or 1/s); fast-adult design constants, not norms
    "tap": (0.15, 7.0),
    "drag": (0.35, 4.5),
    "aperture": (0.30, 4.0),
    "trace": (0.20, 12.0),
    "shape": (0.50, 1.1),  # per movement, including a look at its effect
}


class Attempt(NamedTuple):
    """What is scored of one rep. error None: nothing landed. time and reference both 0: it has no speed."""

    error: float | None  # mm
    tolerance: float  # mm
    difficulty: float  # bits, or steering units
    time: float  # s
    reference: float  # s, what a fast adult would take
    quality: float | None = None  # 0 to 1; None: computed from error and tolerance


@dataclass(frozen=True)
class Score:
    """precision 0-100; speed 0-100 (shown; points use it uncapped); whole points; graded throughput in bit/s.

    speed is None if no rep had a speed (following a curve in time): the points then come from precision alone.
    """

    precision: float
    speed: float | None
    points: int
    graded_throughput: float


def reference_time(kind: str, difficulty: float) -> float:
    """What a fast adult would take for a movement of this class and difficulty, in s."""
    a, r = REFERENCES[kind]
    return a + difficulty / r


def quality(error: float | None, tolerance: float) -> float:
    """1 at the centre, 0.5 at the rim, 0 beyond it or if nothing landed; error and tolerance in mm."""
    if error is None or error > tolerance:
        return 0.0
    part = error / tolerance
    return 1.0 - 0.5 * part * part


def score(attempts: Iterable[Attempt]) -> Score:
    """The score of a block; all 0 for no attempts. ValueError for an impossible attempt, with its value."""
    weight = landed = reference = time = 0.0
    for attempt in attempts:
        check(attempt)
        weight += attempt.difficulty
        worth = quality(attempt.error, attempt.tolerance) if attempt.quality is None else attempt.quality
        landed += attempt.difficulty * worth
        reference += attempt.reference
        time += attempt.time
    if weight <= 0.0:
        return Score(0.0, 0.0, 0, 0.0)
    precision = landed / weight
    if time <= 0.0:
        return Score(100 * precision, None, math.floor(round(1000 * precision, 9) + 0.5), 0.0)
    speed = reference / time
    points = math.floor(round(1000 * precision * speed, 9) + 0.5)
    return Score(100 * precision, min(100.0, 100 * speed), points, landed / time)


def check(attempt: Attempt) -> None:
    """ValueError for an impossible attempt, with its value."""
    for name, value, least in (
        ("tolerance", attempt.tolerance, 0.0),
        ("difficulty", attempt.difficulty, -1.0),
        ("time", attempt.time, -1.0),
        ("reference", attempt.reference, -1.0 if attempt.time == 0 else 0.0),
    ):
        if not (math.isfinite(value) and value > least and value >= 0):
            raise ValueError(f"a {name} of {value} is impossible: it is {'above' if least == 0 else 'at least'} 0")
    if attempt.quality is not None and not 0.0 <= attempt.quality <= 1.0:
        raise ValueError(f"a quality of {attempt.quality} is impossible: it is 0 to 1")
    if attempt.error is not None and not (math.isfinite(attempt.error) and attempt.error >= 0):
        raise ValueError(f"an error of {attempt.error} mm is impossible: it is 0 or more")
