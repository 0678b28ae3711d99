"""Verifies imported blocks by replaying their recordings, within a limit on the total time."""

from __future__ import annotations

from games.launcher.records.blocks.trace import unpacked
from games.launcher.records.blocks.trace_checked import Checked
from games.launcher.records.models import Record
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

MOST = 108_000  # steps, and as many readings: a quarter of an hour of play, which takes some seconds to replay


class Verifier:
    """Replays blocks until its limit is used up."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    def verified(self, record: Record, trace: Checked) -> bool:
        """Whether the recording gives this record. False also if it cannot be replayed: other rules, older measures, too long."""
        cost = max(record.steps, trace.readings)
        if record.measures_version != MEASURES_VERSION or cost > self._left:
            return False
        self._left -= cost
        try:
            return next(differences(record, rescored(record, unpacked(trace.content))), None) is None
        except Exception:  # rules expect real hands; if a forged recording makes them raise, it is not verified
            return False
