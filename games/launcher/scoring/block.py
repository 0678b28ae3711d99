"""All reps of a block, measured and scored from the samples that were played."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

# Any: each kind of task has measures of its own
from typing import Any

from games.kit.fingers import Sample
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Outcome, Rep, Shape, Task, Track
from games.launcher.scoring.carry import CarryMeasures, carry
from games.launcher.scoring.checks import spared
from games.launcher.scoring.fill import FillMeasures, fill
from games.launcher.scoring.follow import FollowMeasures, follow
from games.launcher.scoring.grip import GripMeasures, grip
from games.launcher.scoring.lift import LiftMeasures, lift
from games.launcher.scoring.measured import Measured
from games.launcher.scoring.score import LONGEST_GAP, Attempt, Score, check, reference_time, score
from games.launcher.scoring.shape import ShapeMeasures, shape
from games.launcher.scoring.track import TrackMeasures, tracked

MEASURES: dict[type[Task], tuple[Callable[[Rep, Sequence[Sample]], Any], type]] = {
    Carry: (carry, CarryMeasures),
    Follow: (follow, FollowMeasures),
    Fill: (fill, FillMeasures),
    Track: (tracked, TrackMeasures),
    Grip: (grip, GripMeasures),
    Lift: (lift, LiftMeasures),
    Shape: (shape, ShapeMeasures),
}


@dataclass(frozen=True)
class Judged:
    """The measures of each rep in order (None for INTERRUPTED ones and ones that cannot be measured), what was scored,
    and the score."""

    measures: tuple[Measured | None, ...]
    attempts: tuple[Attempt, ...]
    score: Score


def judge(reps: Sequence[Rep], samples: Sequence[Sample]) -> Judged:
    """Measure and score the reps of a block. `samples` in order of time, as played.

    A rep's time is its movement time plus the gap since the last rep of its slot ended (for the first: since it was
    asked), of which 2 s at most count. Raises TypeError for a task that has no measures.
    """
    judging = Judging()
    judging.take(reps, samples)
    return Judged(tuple(judging.measures), tuple(judging.attempts), judging.score)


class Judging:
    """Scores a block while it is played: each rep is measured once."""

    def __init__(self) -> None:
        self.measures: list[Measured | None] = []
        self.attempts: list[Attempt] = []
        self._ended: dict[int, float] = {}  # slot -> when its last rep ended

    def take(self, reps: Sequence[Rep], samples: Sequence[Sample]) -> None:
        """Measure the new reps; `reps` and `samples` are those of the whole block so far."""
        if len(reps) == len(self.measures):
            return
        past = Past(samples)
        for rep in reps[len(self.measures) :]:
            since = self._ended.get(rep.slot, rep.asked)
            self._ended[rep.slot] = rep.ended
            if rep.outcome is Outcome.INTERRUPTED:
                self.measures.append(None)
                continue
            if type(rep.task) not in MEASURES:
                raise TypeError(f"there is no measure of a {type(rep.task).__name__}")
            found = spared(partial(_judged, rep, since, past), None)
            self.measures.append(None if found is None else found[0])
            self.attempts += [] if found is None else [found[1]]

    @property
    def score(self) -> Score:
        """The score of the reps so far."""
        return score(self.attempts)


def _judged(rep: Rep, since: float, past: Past) -> tuple[Measured, Attempt] | None:
    """A rep's measures and what is scored of it; None if it cannot be measured. `since`: end of its slot's last rep."""
    found = measured(rep, past.of(rep))
    attempt = attempt_of(rep, found, min(max(0.0, rep.began - since), LONGEST_GAP))
    check(attempt)
    return found, attempt


def measured(rep: Rep, samples: Sequence[Sample]) -> Measured:
    """The measures of one rep from its samples. Raises TypeError for a task that has no measures."""
    measure = MEASURES.get(type(rep.task))
    if measure is None:
        raise TypeError(f"there is no measure of a {type(rep.task).__name__}")
    found: Measured = measure[0](rep, samples)
    return found


def attempt_of(rep: Rep, found: Measured, gap: float) -> Attempt:
    """What is scored of a measured rep. A hold that the task asks for costs no time; following a curve in time has no speed."""
    error: float | None = getattr(found, "error", None)
    error = error if found.quality > 0 else None
    worth = min(1.0, max(0.0, found.quality))  # rounding may put a mean of shares slightly outside 0 to 1
    if isinstance(rep.task, Track):
        return Attempt(error, found.tolerance, found.difficulty, 0.0, 0.0, worth)
    hold = rep.task.hold if isinstance(rep.task, Carry | Grip) else 0.0
    time = max(0.0, found.movement_time - hold) + gap
    return Attempt(error, found.tolerance, found.difficulty, time, _reference(rep, found), worth)


def _reference(rep: Rep, found: Measured) -> float:
    """The reference time. Of a path or an area only the covered part counts, so that leaving parts out saves no time."""
    match rep.task:
        case Carry():
            return reference_time("tap" if getattr(found, "tapped", False) else "drag", found.difficulty)
        case Grip():
            return reference_time("aperture", found.difficulty)
        case Lift():
            return reference_time("tap", found.difficulty)
        case Follow() | Fill():
            return reference_time("trace", found.difficulty * float(getattr(found, "covered", 1.0)))
        case Shape(strokes=strokes) if strokes:
            return reference_time("shape", strokes)
        case _:
            return reference_time("trace", found.difficulty)


class Past:
    """Finds the samples of each rep: those of its time, and the places of its fingers when it began."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._times = [sample.t for sample in samples]
        self._own: dict[int, list[int]] = {}
        for index, sample in enumerate(samples):
            self._own.setdefault(sample.finger, []).append(index)

    def of(self, rep: Rep) -> list[Sample]:
        """The samples that scoring this rep may use."""
        start = bisect_left(self._times, rep.began)
        resting = []
        for finger in rep.fingers:
            own = self._own.get(finger, [])
            before = bisect_left(own, start) - 1
            if before >= 0 and self._samples[own[before]].phase in ("down", "move"):
                resting.append(self._samples[own[before]])
        resting.sort(key=lambda sample: sample.t)
        return [*resting, *self._samples[start : bisect_right(self._times, rep.let_go)]]
