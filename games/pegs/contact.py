"""When a peg that was let go touches the wood."""

from __future__ import annotations

from games.kit.brought import Contact
from games.kit.motion import FALL
from games.kit.task import Cue

FALLING = ("seat", "rest", "complete")  # cues of pegs that still sink when they are let go


def contact(_rules: object, cue: Cue) -> Contact:
    """How the peg of a cue comes to stand."""
    return Contact(FALL if cue.name in FALLING else 0.0)
