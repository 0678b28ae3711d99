"""Reads earlier rounds into an index that was made anew: beside the frames, newest first, never while somebody plays."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from games.launcher.shell.earlier.turns import Turns
from games.launcher.shell.work import Beside, Done, Work

if TYPE_CHECKING:
    from games.launcher.records.index.rows import Found, Waiting
    from games.launcher.records.store import Store

FIRST = 300  # rounds that are read before the player's files are there: the newest, which the coach goes on from
AT_ONCE = 50  # rounds in one piece of work, and entered in one frame ...
ALONE = 4  # ... and without threads, where frames wait for it


class Indexing:
    """Rounds that are stored and not yet in the index, and how many.

    They are read `apart`, and what was read is entered in `frame`, on the thread of the index, a piece at a time: each is
    whole on the disk before the next one is begun. What is left when the program ends is read at the next start.
    """

    def __init__(self, store: Store, apart: Beside, report: Callable[[BaseException], None]) -> None:
        self._store, self._apart, self._report = store, apart, report
        self._turns = Turns()
        self._work: Work | None = None
        self._given_up = False
        self.whole = self.left

    @property
    def left(self) -> int:
        """How many rounds are still to be read."""
        return 0 if self._given_up else len(self._store.index.waiting)

    def frame(self, busy: bool) -> bool:
        """Enter what was read, and go on; True if this was the last. `busy`: somebody plays or touches something, and all
        work waits."""
        self._turns.busy = busy
        if not self.left or busy:
            return False
        self.whole = max(self.whole, self.left)
        if self._work is None:
            chosen = list(islice(self._store.index.waiting.values(), ALONE if self._apart is Done else AT_ONCE))
            self._work = self._apart(lambda: self._read(chosen))
        if self._work.done():
            self._enter(self._work)
        return not self.left

    def _enter(self, work: Work) -> None:
        self._work = None
        try:
            self._store.index.enter(work.result())
        except Exception as error:  # such as a full disk: the rest is tried again at the next start
            self._report(error)
            self._given_up = True

    def _read(self, chosen: list[Waiting]) -> list[Found]:
        """Read these rounds; runs apart."""
        read = []
        for waiting in chosen:
            if self._apart is not Done:
                self._turns.take()
            read.append(self._store.read_waiting(waiting))
        return read
