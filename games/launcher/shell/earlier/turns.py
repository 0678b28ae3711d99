"""Work beside the frames that leaves them their time, and waits while somebody plays."""

from __future__ import annotations

from time import perf_counter, sleep

WAIT = 0.1  # s between two looks whether somebody still plays
TURN = 0.004  # s of work, after which the frames have as long for themselves


class Turns:
    """Taken between two pieces of work on another thread. `busy`: somebody plays or touches something."""

    def __init__(self) -> None:
        self.busy = True
        self._since = 0.0

    def take(self) -> None:
        """Wait while somebody plays; else let the frames have every other moment."""
        worked = perf_counter() - self._since
        if worked >= TURN:
            sleep(min(worked, 0.05))
        while self.busy:
            sleep(WAIT)
        self._since = perf_counter()
