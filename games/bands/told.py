"""What a round of Rubber bands came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted, mean


def told(round_: Outcomes) -> Told:
    """How wide the hand opened, in mm and as a share of its own span; of the other exercises how many and how exactly."""
    settings, wide = round_.settings, _widest(round_)
    if not round_.done or round_.mode == "free":
        return counted(round_)
    if settings.play == "lift":
        return counted(round_, "told lift", mm=mean(round_.of("others")) or 0.0)
    if settings.gallery:
        return counted(round_, "told tins", whole=round_.reps)
    if settings.play in ("sling", "pegs"):
        name = "told pull" if settings.play == "sling" else "told loops"
        off = "error" if settings.play == "sling" else "mean_deviation"
        return counted(round_, name, mm=mean(round_.of(off)) or 0.0)
    if round_.seconds is not None:
        return counted(round_, "told cycles", "short", seconds=round(round_.seconds))
    if settings.tune:
        return counted(round_, "told harp", mm=wide)
    span, opened = _span(round_), max(round_.of("farthest"), default=0.0)
    if not span:
        return Told("told widest", {"mm": wide}, "short wide", wide)
    return Told("told wide", {"mm": wide, "percent": 100 * opened / span}, "short wide", wide)


def _widest(round_: Outcomes) -> float:
    """mm between two fingertips at the widest; of a single finger, twice its distance from the middle."""
    return max(round_.of("widest") or round_.of("farthest"), default=0.0)


def _span(round_: Outcomes) -> float | None:
    """The hand's own span in mm as far as the round has found it out: each ring but the first is a share of it, and whoever
    opens wider has a wider one."""
    rings = [
        one.task["goal"] / one.settings["share"]
        for one in round_.movements[1:]
        if one.kind == "grip" and one.settings.get("share")
    ]
    return max([*rings, *round_.of("farthest")]) if rings else None
