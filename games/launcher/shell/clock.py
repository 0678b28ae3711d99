"""The wall clock: the one place that asks what day it is. Durations never come from here."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """A moment as it is stored: UTC for order, the player's own date for the day."""

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
