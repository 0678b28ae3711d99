"""What a round of Playdough came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted, mean


def told(round_: Outcomes) -> Told:
    """Shapes made and how like they are to what was asked for: the share of both areas that they have in common."""
    alike = None if round_.mode == "free" else mean(round_.of("overlap"))
    if alike is None:
        return counted(round_, "reps free" if round_.mode == "free" else "reps")
    made = counted(round_, "told like", "short", percent=100 * alike)
    return Told(made.name, made.values, made.short, len(round_.done) + alike / 2)
