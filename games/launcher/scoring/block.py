"""All reps of a block, measured and scored from the samples that were played."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

# Any: each kind of task has measures of its own
from typing import Any

from games.kit.fingers import Sample
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Outcome, Rep, Shape, Task, Track
from games.launcher.scoring.checks import spared
from games.launcher.scoring.clock import STOPPING, Clock
from games.launcher.scoring.measured import Measured
from games.launcher.scoring.reference import paced, reference_of
from games.launcher.scoring.score import LONGEST_GAP, Attempt, Score, check, score
from games.launcher.scoring.tasks.carry import CarryMeasures, carry
from games.launcher.scoring.tasks.fill import FillMeasures, fill
from games.launcher.scoring.tasks.follow import FollowMeasures, follow
from games.launcher.scoring.tasks.grip import GripMeasures, grip, in_turn
from games.launcher.scoring.tasks.lift import LiftMeasures, lift
from games.launcher.scoring.tasks.one_hand import FOR_ONE_HAND
from games.launcher.scoring.tasks.shape import ShapeMeasures, shape
from games.launcher.scoring.tasks.track import TrackMeasures, tracked

PRESSED = 0.22  # s; what a press brings beside the time that it must last
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
    """The measures of each rep in order (None for those that are void and ones that cannot be measured), what was scored,
    and the score."""

    measures: tuple[Measured | None, ...]
    attempts: tuple[Attempt, ...]
    score: Score


def judge(reps: Sequence[Rep], samples: Sequence[Sample], clock: Clock = STOPPING) -> Judged:
    """Measure and score the reps of a block. `samples` in order of time, as played; `clock`: that of its mode.

    A rep's time is its movement time plus the gap since the last rep of its slot ended (for the first: since it was
    asked), of which 2 s at most count. Raises TypeError for a task that has no measures.
    """
    judging = Judging()
    judging.take(reps, samples, clock)
    return Judged(tuple(judging.measures), tuple(judging.attempts), judging.score)


class Judging:
    """Scores a block while it is played: each rep is measured once."""

    def __init__(self) -> None:
        self.measures: list[Measured | None] = []
        self.attempts: list[Attempt] = []
        self._last: dict[int, Rep] = {}  # slot -> its last rep
        self._clock = STOPPING
        self._reps: Sequence[Rep] = ()

    def take(self, reps: Sequence[Rep], samples: Sequence[Sample], clock: Clock = STOPPING) -> None:
        """Measure the new reps; `reps` and `samples` are those of the whole block so far, `clock` as it stands now.

        A movement that was interrupted is void, unless the clock says that the player broke it off.
        """
        self._clock, self._reps = clock, reps
        if len(reps) == len(self.measures):
            return
        past = Past(samples)
        for rep in reps[len(self.measures) :]:
            before = self._last.get(rep.slot)
            since = rep.asked if before is None else before.ended
            self._last[rep.slot] = rep
            if rep.outcome is Outcome.INTERRUPTED and not clock.by_player(rep):
                self.measures.append(None)
                self.attempts += [unbegun(rep)] if clock.left_out(rep) else []
                continue
            if type(rep.task) not in MEASURES:
                raise TypeError(f"there is no measure of a {type(rep.task).__name__}")
            gap = LONGEST_GAP if clock.rested(since, rep.began) else min(max(0.0, rep.began - since), LONGEST_GAP)
            found = spared(partial(_judged, rep, before, gap, past), None)
            self.measures.append(None if found is None else found[0])
            self.attempts += [] if found is None else [found[1]]

    @property
    def score(self) -> Score:
        """The score of the reps so far."""
        return score([*self.attempts, *self._passed()], self._clock.seconds)

    def _passed(self) -> list[Attempt]:
        """What was skipped before it began in a game that goes on without a rep: as hard as the others on average."""
        passed = self._clock.passed(self._reps)
        if not passed or not self.attempts:
            return []
        total = 0.0
        for attempt in self.attempts:
            total += attempt.difficulty
        return [Attempt(None, self.attempts[0].tolerance, total / len(self.attempts), 0.0, 0.0, 0.0)] * passed


def _judged(rep: Rep, before: Rep | None, gap: float, past: Past) -> tuple[Measured, Attempt]:
    """A rep's measures and what is scored of it. `before`: the last rep of its slot; `gap`: what counts of the time since
    then, in s."""
    found = measured(rep, past.of(rep))
    if isinstance(found, GripMeasures) and before is not None and in_turn(before, rep):
        found = replace(found, quality=0.0, valid=False, reason=FOR_ONE_HAND)
    attempt = attempt_of(rep, found, gap)
    check(attempt)
    return found, attempt


def measured(rep: Rep, samples: Sequence[Sample]) -> Measured:
    """The measures of one rep from its samples. Raises TypeError for a task that has no measures."""
    measure = MEASURES.get(type(rep.task))
    if measure is None:
        raise TypeError(f"there is no measure of a {type(rep.task).__name__}")
    found: Measured = measure[0](rep, samples)
    return found


def unbegun(rep: Rep) -> Attempt:
    """What is scored of a movement that was skipped before it began: it did not come off, and took no time."""
    found = measured(rep, ())
    return Attempt(None, found.tolerance, found.difficulty, 0.0, 0.0, 0.0)


def attempt_of(rep: Rep, found: Measured, gap: float) -> Attempt:
    """What is scored of a measured rep. A hold that the task asks for costs no time; a pace that the table sets is no
    speed of the hand's own, and neither are the gaps beside it."""
    error: float | None = getattr(found, "error", None)
    error = error if found.quality > 0 else None
    worth = min(1.0, max(0.0, found.quality))  # rounding may put a mean of shares slightly outside 0 to 1
    share = paced(rep.task)
    if share is not None:
        time = max(0.01, found.movement_time)
        return Attempt(error, found.tolerance, found.difficulty, time, time * share, worth)
    hold = rep.task.hold if isinstance(rep.task, Carry | Grip) else 0.0
    time = max(0.0, found.movement_time - hold) + gap
    covered, tapped = float(getattr(found, "covered", 1.0)), bool(getattr(found, "tapped", False))
    one_way, pairs = bool(getattr(found, "one_way", False)), getattr(found, "together", None) or 0.0
    reference = reference_of(rep.task, found.difficulty, covered, tapped or one_way, pairs)
    if isinstance(rep.task, Grip) and rep.task.press:  # how long a press lasts is set by the table
        reference = min(reference, rep.task.press[1][0] + PRESSED)
    reference = reference if worth > 0 else min(reference, time)  # what did not come off was not fast
    return Attempt(error, found.tolerance, found.difficulty, time, reference, worth)


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
