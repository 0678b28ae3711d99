"""The wall clock: the only place that reads date and time. Durations are never measured with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """A moment as it is stored: UTC for ordering, the player's local date for the day."""

    utc_ms: int
    tz_min: int  # minutes east of UTC
    local_date: str  # YYYY-MM-DD
    hour: int


def wall_moment() -> Moment:
    """Now, by this machine's clock and time zone."""
    seconds = time.time()
    local = time.localtime(seconds)
    offset = round((local.tm_gmtoff or 0) / 60)
    return Moment(max(0, int(seconds * 1000)), offset, time.strftime("%Y-%m-%d", local), local.tm_hour)


Clock = Callable[[], Moment]
