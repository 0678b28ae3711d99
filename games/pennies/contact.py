"""When a coin that was let go touches, and how cleanly it lies then."""

from __future__ import annotations

import math

from games.kit.brought import Contact
from games.kit.task import Carry, Cue
from games.pennies.layout import LIP
from games.pennies.rules import PenniesRules

DROPS = 2600.0  # mm/s2 with which a coin that was let go is shown to fall
SOONEST, LATEST = 0.06, 0.28  # s


def seconds(high: float) -> float:
    """How long a coin is shown to fall from this many mm."""
    return min(LATEST, max(SOONEST, math.sqrt(2 * max(0.0, high) / DROPS)))


def contact(rules: PenniesRules, cue: Cue) -> Contact:
    """How the coin of a cue comes to lie; a coin that lies right over its place rings longest."""
    if cue.name == "drop":
        return Contact(seconds(rules.table.size.y - LIP - cue.at.y))
    if cue.name not in ("land", "tower") or not rules.table.reps:
        return Contact()
    task = rules.table.reps[-1].task
    if not isinstance(task, Carry):
        return Contact()
    clean = max(0.0, 1.0 - abs(cue.at.x - task.goal.x) / (task.width / 2)) if cue.name == "land" else 0.0
    return Contact(seconds(task.goal.y - cue.at.y), clean)
