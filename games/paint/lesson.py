"""What is to be done in Finger paint, in a word: see `Game.lesson`."""

from __future__ import annotations

from games.kit.task import Fill, Follow, Track
from games.paint.rules import PaintRules

NAMES = ((Follow, "follow"), (Fill, "fill"), (Track, "track"))


def lesson(rules: PaintRules) -> str:
    """How the piece is painted that is asked for; nothing in the studio."""
    for task in rules.table.asked.values():
        for kind, name in NAMES:
            if isinstance(task, kind):
                return name
    return ""
