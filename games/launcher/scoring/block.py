"""All reps of a block, measured and scored from the samples that were played."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample
from games.kit.task import Carry, Outcome, Rep, Task
from games.launcher.scoring.carry import CarryMeasures, carry
from games.launcher.scoring.score import LONGEST_GAP, Attempt, Score, reference_time, score

MEASURES: dict[type[Task], Callable[[Rep, Sequence[Sample]], CarryMeasures]] = {Carry: carry}


@dataclass(frozen=True)
class Judged:
    """The measures of each rep in order (None for INTERRUPTED ones), what was scored, and the score."""

    measures: tuple[CarryMeasures | None, ...]
    attempts: tuple[Attempt, ...]
    score: Score


def judge(reps: Sequence[Rep], samples: Sequence[Sample]) -> Judged:
    """Measure and score the reps of a block. `samples` in the order of their times, as played.

    The clock never stops: a rep's time is its movement and the gap since the
    last rep of its slot ended (first: since it was asked), of which 2 s at most
    count. TypeError for a task that has no measure.
    """
    times = [sample.t for sample in samples]
    ended: dict[int, float] = {}
    measures: list[CarryMeasures | None] = []
    attempts = []
    for rep in reps:
        since = ended.get(rep.slot, rep.asked)
        ended[rep.slot] = rep.ended
        if rep.outcome is Outcome.INTERRUPTED:
            measures.append(None)
            continue
        measure = MEASURES.get(type(rep.task))
        if measure is None:
            raise TypeError(f"there is no measure of a {type(rep.task).__name__}")
        own = samples[bisect_left(times, rep.began) : bisect_right(times, rep.let_go)]
        found = measure(rep, own)
        measures.append(found)
        gap = min(max(0.0, rep.began - since), LONGEST_GAP)
        hold = rep.task.hold if isinstance(rep.task, Carry) else 0.0
        attempts.append(
            Attempt(
                found.error if found.quality > 0 else None,
                found.tolerance,
                found.difficulty,
                max(0.0, found.movement_time - hold) + gap,
                reference_time("tap" if found.tapped else "drag", found.difficulty),
            )
        )
    return Judged(tuple(measures), tuple(attempts), score(attempts))
