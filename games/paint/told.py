"""What a round of Finger paint came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted, mean


def told(round_: Outcomes) -> Told:
    """How far the paint lies from the line or the dot on average, in mm; of areas, how much of them is filled."""
    if round_.mode == "free":
        return counted(round_, "reps free")
    from_line, from_dot, filled = round_.of("mean_deviation"), round_.of("mean_error"), _filled(round_)
    if from_line:
        off = mean(from_line) or 0.0
        return Told("told line", {"mm": off}, "short line", -off)
    if from_dot:
        off = mean(from_dot) or 0.0
        return Told("told dot", {"mm": off}, "short line", -off)
    if filled is not None:
        return Told("told filled", {"percent": 100 * filled}, "short filled", filled)
    return counted(round_)


def _filled(round_: Outcomes) -> float | None:
    """The mean share of the areas that is painted."""
    return mean([share for one in round_.done if one.kind == "fill" and (share := one.number("covered")) is not None])
