"""Whether blocks that come from elsewhere are what their recordings give: played again, as far as there is time."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Reading
from games.launcher.records.models import Record
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored
from games.launcher.scoring.score import MEASURES_VERSION

MOST = 432_000  # steps, and as many readings: an hour of play, which takes some seconds


class Verifier:
    """Plays blocks again until it has played so much."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    def verified(self, record: Record, trace: Sequence[Reading]) -> bool:
        """Whether the recording gives this record. False also for what cannot be played: other rules, older measures, too long."""
        cost = max(record.steps, len(trace))
        if record.measures_version != MEASURES_VERSION or cost > self._left:
            return False
        self._left -= cost
        try:
            return next(differences(record, rescored(record, trace)), None) is None
        except (
            Exception
        ):  # rules are made for what hands do: whatever a forged recording does to them, it is not verified
            return False
