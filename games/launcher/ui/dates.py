"""Days as a player reads them."""

from __future__ import annotations

from games.launcher.progress.challenges import checked
from games.launcher.ui.words import say


def day_of(day: str) -> str:
    """A stored day (YYYY-MM-DD) in words."""
    date = checked(day)
    return say("whole day", day=date.day, month=say("months").split()[date.month - 1], year=date.year)
