"""How a stored day is written for a player."""

from __future__ import annotations

from games.kit.words import Say
from games.launcher.progress.challenges import checked
from games.launcher.words.phrases import whole_day


def day_of(say: Say, day: str) -> str:
    """A stored day (YYYY-MM-DD) in words."""
    return whole_day(say, checked(day))
