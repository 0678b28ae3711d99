"""When a bean that was let go touches what it falls on."""

from __future__ import annotations

from games.kit.brought import Contact
from games.kit.motion import FALL
from games.kit.task import Cue

FALLING = ("land", "drop")  # cues of beans that are still in the air when they are let go


def contact(_rules: object, cue: Cue) -> Contact:
    """How the bean of a cue comes to lie."""
    return Contact(FALL if cue.name in FALLING else 0.0)
