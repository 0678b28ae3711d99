"""When a level is over: its reps are made or its seconds have passed, or somebody has tried for long enough."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.game import AnyLevel
from games.kit.task import Outcome, Rep

ATTEMPTS = 3  # a level of n reps ends after this many times n attempts, so that nobody gets stuck
PATIENCE = 240.0  # s; a level of n reps ends after this many times n as well


class Ending:
    """Counts what was done in a block. Times are s of block time; a level may be changed while it is played."""

    def __init__(self, edition: int) -> None:
        self._edition = edition
        self.touched: float | None = None  # time of the first touch, which starts the clock of a timed level
        self.done = 0  # reps that count towards the end
        self.tried = 0  # attempts, skipped ones included
        self.counted = 0  # reps counted so far

    def count(self, reps: Sequence[Rep], level: AnyLevel) -> None:
        """Count the reps that have ended since the last time."""
        for rep in reps[self.counted :]:
            self.tried += rep.outcome is not Outcome.INTERRUPTED
            self.done += rep.outcome is Outcome.DONE if level.only_done else rep.outcome is not Outcome.INTERRUPTED
        self.counted = len(reps)

    def gone(self, now: float) -> float:
        """Seconds since the first touch; 0 before it."""
        return 0.0 if self.touched is None else now - self.touched

    def progress(self, level: AnyLevel, now: float) -> tuple[float, float]:
        """(done, whole): seconds of a timed level, else reps; (reps, 0) in free play."""
        if level.seconds is not None:
            return min(self.gone(now), level.seconds), level.seconds
        return self.done, level.reps or 0

    def over(self, level: AnyLevel, now: float) -> bool:
        """Whether the level is done, or has been tried for as long as it may be."""
        if level.seconds is None:
            over = bool(level.reps) and self.done >= (level.reps or 0)
        else:
            over = bool(level.seconds) and self.touched is not None and self.gone(now) >= level.seconds
        return over or self._too_long(level, now)

    def _too_long(self, level: AnyLevel, now: float) -> bool:
        longest, reps = level.longest, level.reps
        if reps is not None and self._edition >= 2:
            if self.tried >= ATTEMPTS * reps:
                return True
            longest = PATIENCE * reps if longest is None else longest
        return longest is not None and self.touched is not None and self.gone(now) >= longest
