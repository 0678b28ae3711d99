"""A block in a few numbers by name, such as medians over its reps."""

from __future__ import annotations

from collections.abc import Sequence

# Any: each kind of task has measures of its own
from typing import Any

from games.kit.geometry import Vec, middle
from games.kit.task import Carry, Grip, Outcome, Rep
from games.launcher.scoring.fitts import effective_width, effective_width_2d, session_throughput, throughput
from games.launcher.scoring.measured import Measured
from games.launcher.scoring.rhythm import circular_r, driftless_variation, intervals, rate, variation
from games.launcher.scoring.stroke import median

UNITS = {
    "attempts": "count",  # reps that are scored
    "hits": "0 to 1",  # share of them that succeeded
    "time": "s",  # median movement time
    "reaction": "s",  # median
    "error": "mm",  # median
    "throughput": "bit/s",  # effective (ISO 9241-411), mean of the sequences of one width
    "effective_width": "mm",  # along the task axis; of the longest sequence
    "effective_width_2d": "mm",  # along and across
    "placing_time": "s",  # median movement time of pieces put somewhere ...
    "removal_time": "s",  # ... and of those taken back from where they had been put
    "lean": "mm",  # largest horizontal distance of a placed piece's centre from the foot of the tower
    "sparc": "no unit",  # median
    "peaks": "count",  # median
    "path_ratio": "no unit",  # median
    "tremor": "mm",  # median rms, 3.5 to 12.5 Hz
    "tremor_slow": "mm",  # median rms, 4 to 8 Hz
    "tremor_slow_rate": "Hz",  # median
    "tremor_fast": "mm",  # median rms, 8 to 12 Hz
    "tremor_fast_rate": "Hz",  # median
    "covered": "0 to 1",  # median, of paths and areas
    "steering": "1/s",  # median
    "interval_cv": "no unit",  # of the onsets of squeezes: their unevenness ...
    "interval_cvd": "no unit",  # ... without drift
    "rate": "1/s",
    "beat_r": "0 to 1",  # agreement with the beat
}
SHAKING = ("tremor", "tremor_slow", "tremor_slow_rate", "tremor_fast", "tremor_fast_rate")
MEDIANS = ("reaction", "error", "sparc", "peaks", "path_ratio", *SHAKING, "covered", "steering")


def summary(reps: Sequence[Rep], measures: Sequence[Measured | None]) -> dict[str, float | None]:
    """The numbers named in UNITS for these reps; None for an undefined one, absent for one that does not apply to the game."""
    scored = [(rep, found) for rep, found in zip(reps, measures, strict=True) if found is not None]
    if not scored:
        return {}
    out: dict[str, float | None] = {
        "attempts": len(scored),
        "hits": len([1 for rep, _ in scored if rep.outcome is Outcome.DONE]) / len(scored),
        "time": median([found.movement_time for _, found in scored]),
    }
    for name in MEDIANS:
        values = [getattr(found, name) for _, found in scored if hasattr(found, name)]
        if values:
            out[name] = median([float(value) for value in values if value is not None])
    carried = [found for rep, found in scored if isinstance(rep.task, Carry) and found.valid]
    if carried:
        out |= _aimed(carried) | _put(scored)
    gripped = [(rep, found) for rep, found in scored if isinstance(rep.task, Grip)]
    if gripped:
        out |= _paced(gripped)
    return out


def _aimed(carried: Sequence[Any]) -> dict[str, float | None]:
    """Throughput and effective widths: a sequence is all carries to targets of one width; distances may differ."""
    sequences: dict[float, list[Any]] = {}
    for found in carried:
        sequences.setdefault(round(found.width, 1), []).append(found)
    rates = [
        throughput([f.distance for f in own], [f.along for f in own], [f.movement_time for f in own], width=width)
        for width, own in sorted(sequences.items())
    ]
    longest = max(sequences.values(), key=len)
    return {
        "throughput": session_throughput(rates),
        "effective_width": effective_width([f.along for f in longest]),
        "effective_width_2d": effective_width_2d([(f.along, f.across) for f in longest]),
    }


def _put(scored: Sequence[tuple[Rep, Any]]) -> dict[str, float | None]:
    """Times of placing and of removal, if a block has both; and how far a tower leans."""
    places: set[tuple[float, float]] = set()
    placing: list[float] = []
    removing: list[float] = []
    aside: list[float] = []
    for rep, found in scored:
        if not isinstance(rep.task, Carry):
            continue
        task = rep.task
        (removing if _spot(task.start) in places else placing).append(found.movement_time)
        if rep.outcome is Outcome.DONE:
            places.add(_spot(task.goal))
        for outline in rep.made:
            aside.append(abs(middle(outline).x))
    out: dict[str, float | None] = {}
    if removing:
        out |= {"placing_time": median(placing), "removal_time": median(removing)}
    return out | ({"lean": max(aside)} if aside else {})


def _spot(place: Vec) -> tuple[float, float]:
    return round(place.x, 1), round(place.y, 1)


def _paced(gripped: Sequence[tuple[Rep, Any]]) -> dict[str, float | None]:
    onsets = sorted(found.onset for _, found in gripped if found.onset is not None)
    between = intervals(onsets)
    out = {"interval_cv": variation(between), "interval_cvd": driftless_variation(between), "rate": rate(between)}
    beat = next((rep.task.beat for rep, _ in gripped if isinstance(rep.task, Grip) and rep.task.beat), None)
    if beat is not None:
        out["beat_r"] = circular_r(onsets, beat)
    return out
