"""Verifies imported blocks by replaying their recordings, within a limit on the total time."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Reading
from games.launcher.records.models import Record
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

MOST = 432_000  # steps, and as many readings: an hour of play, which takes some seconds to replay


class Verifier:
    """Replays blocks until its limit is used up."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    def verified(self, record: Record, trace: Sequence[Reading]) -> bool:
        """Whether the recording gives this record. False also if it cannot be replayed: other rules, older measures, too long."""
        cost = max(record.steps, len(trace))
        if record.measures_version != MEASURES_VERSION or cost > self._left:
            return False
        self._left -= cost
        try:
            return next(differences(record, rescored(record, trace)), None) is None
        except Exception:  # rules expect real hands; if a forged recording makes them raise, it is not verified
            return False
