"""Precision, speed and points of a block: one model for all games."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

MEASURES_VERSION = 3
LONGEST_GAP = 2.0  # s; a longer gap between reps of practice costs nothing more
# Movement class: (a in s, r in bit/s or 1/s), time = a + difficulty / r. All but "fill" and "lift" are straight lines
# through the times of one fast hand at its best pace; `python tests/references.py` finds them anew.
REFERENCES = {
    "tap": (0.35, 6.0),
    "drag": (0.35, 4.5),
    "aperture": (0.50, 2.25),  # there and back
    "lift": (0.60, 4.0),
    "trace": (0.20, 12.5),
    "fill": (0.20, 12.5),
    "shape": (0.50, 1.1),  # per movement, including a look at its effect
}


class Attempt(NamedTuple):
    """What is scored of one rep. error None: nothing landed."""

    error: float | None  # mm
    tolerance: float  # mm
    difficulty: float  # bits, or steering units
    time: float  # s
    reference: float  # s, what a fast adult would take
    quality: float | None = None  # 0 to 1; None: computed from error and tolerance


@dataclass(frozen=True)
class Score:
    """precision 0-100; speed 100 for a fast adult's, more for a faster one; whole points = precision x speed / 10;
    graded throughput in bit/s. speed is None for attempts without any time: the points are those of precision alone."""

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


def score(attempts: Iterable[Attempt], seconds: float | None = None) -> Score:
    """The score of a block; all 0 for no attempts. ValueError for an impossible attempt, with its value.

    `seconds`: the time of a round whose clock never stops; None: the time of its attempts.
    """
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
    time = time if seconds is None else seconds
    precision = 100 * landed / weight
    if time <= 0.0:
        return Score(precision, None, points_of(precision, 100.0), 0.0)
    speed = 100 * reference / time
    return Score(precision, speed, points_of(precision, speed), landed / time)


def points_of(precision: float, speed: float) -> int:
    """Points = precision x speed / 10, rounded half up."""
    return math.floor(round(precision * speed / 10, 9) + 0.5)


def check(attempt: Attempt) -> None:
    """ValueError for an impossible attempt, with its value."""
    for name, value, least in (
        ("tolerance", attempt.tolerance, 0.0),
        ("difficulty", attempt.difficulty, -1.0),
        ("time", attempt.time, -1.0),
        ("reference", attempt.reference, -1.0),
    ):
        if not (math.isfinite(value) and value > least and value >= 0):
            raise ValueError(f"a {name} of {value} is impossible: it is {'above' if least == 0 else 'at least'} 0")
    if attempt.quality is not None and not 0.0 <= attempt.quality <= 1.0:
        raise ValueError(f"a quality of {attempt.quality} is impossible: it is 0 to 1")
    if attempt.error is not None and not (math.isfinite(attempt.error) and attempt.error >= 0):
        raise ValueError(f"an error of {attempt.error} mm is impossible: it is 0 or more")
