"""The measures of lifting one finger while the others rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.fingers import Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Lift, Outcome, Rep
from games.launcher.scoring.measured import Bits, Count, Mm, Seconds, Share, Words, YesNo
from games.launcher.scoring.score import quality

DIFFICULTY = 1.0  # bit; a constant, because only the choice of the finger is prescribed


@dataclass(frozen=True)
class LiftMeasures:
    """One finger lifted. The fingers of the rep are those that rested, in their order from the thumb."""

    error: Mm  # the farthest that any other finger slid
    tolerance: Mm
    difficulty: Bits
    quality: Share
    reaction: Seconds
    movement_time: Seconds
    lifted: Seconds | None  # how long the finger was up
    back: Mm | None  # how far from where it lifted it came down
    others: Mm  # mean path length of the others; shown, never scored
    others_lifted: Count
    valid: YesNo
    reason: Words | None


def lift(rep: Rep, samples: Sequence[Sample]) -> LiftMeasures:
    """The measures of one rep of a Lift, from the samples its block played. TypeError for another task."""
    task = rep.task
    if not isinstance(task, Lift):
        raise TypeError(f"a lift is measured here, not a {type(task).__name__}")
    named = rep.fingers[task.finger] if 0 <= task.finger < len(rep.fingers) else None
    first: dict[int, Vec] = {}
    slid: dict[int, float] = {}
    ups: list[int] = []
    left: tuple[float, Vec] | None = None
    lifted = back = None
    for sample in samples:
        if sample.finger not in rep.fingers or sample.phase in ("hover", "cancel"):
            continue
        if sample.finger == named:
            if sample.phase == "up":
                left = sample.t, sample.at
            elif sample.phase == "down" and left is not None:
                lifted, back = sample.t - left[0], distance(left[1], sample.at)
            continue
        if sample.phase == "up":
            ups.append(sample.finger)
        start = first.setdefault(sample.finger, sample.at)
        slid[sample.finger] = max(slid.get(sample.finger, 0.0), distance(start, sample.at))
    reason = "the finger asked for never touched" if named is None else None
    most = max(slid.values(), default=0.0)
    mean = 0.0
    for way in slid.values():
        mean += way / len(slid)
    counts = rep.outcome is Outcome.DONE and reason is None
    return LiftMeasures(
        error=most,
        tolerance=task.width / 2,
        difficulty=DIFFICULTY,
        quality=quality(most, task.width / 2) if counts else 0.0,
        reaction=rep.began - rep.asked,
        movement_time=rep.let_go - rep.began,
        lifted=lifted,
        back=back,
        others=mean,
        others_lifted=len(set(ups)),
        valid=reason is None,
        reason=reason,
    )
