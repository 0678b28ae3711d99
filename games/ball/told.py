"""What a round of Stress ball came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted, mean


def told(round_: Outcomes) -> Told:
    """Squeezes, and how even they were; how near to the ring a held or moving one stayed; glasses, bubbles."""
    settings = round_.settings
    if not round_.done or round_.mode == "free":
        return counted(round_)
    if settings.play == "juice":
        return counted(round_, "told juice", whole=round_.reps)
    if settings.play == "bubbles":
        return counted(round_, "told bubbles", seconds=round_.took)
    if settings.play == "real":
        return counted(round_, "told real")
    if settings.curve:
        off = mean(round_.of("mean_error")) or 0.0
        values = {"mm": off, "percent": 100 * (mean(round_.of("inside")) or 0.0)}
        return Told("told curve", values, "short curve", -off)
    even = _even(round_)
    if round_.seconds is not None:
        seconds = round(round_.seconds)
        if even is None:
            return counted(round_, "told test", "short", seconds=seconds)
        return counted(round_, "told even", "short", seconds=seconds, percent=even)
    if settings.beat and even is not None:
        return counted(round_, "told beat", percent=even)
    return counted(round_, "told hold", mm=mean(round_.of("error")) or 0.0)


def _even(round_: Outcomes) -> float | None:
    """How even the squeezes came, in per cent: 100 less the variation of the time from one to the next, slow drift left
    out. None for too few."""
    varied = round_.measures.get("interval_cvd")
    return None if varied is None else max(0.0, 100 * (1 - varied))
