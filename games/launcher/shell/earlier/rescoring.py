"""Measures old rounds anew beside the frames: quietly, newest first, never while somebody plays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from games.launcher.shell.earlier.turns import Turns
from games.launcher.shell.work import Beside, Done, Work

if TYPE_CHECKING:
    from games.launcher.records.models import Record
    from games.launcher.records.store import Store

Anew = Callable[[Path, Callable[[], None]], "Record | None"]
AT_ONCE = 50  # rounds in one piece of work; without threads one, since frames wait for it
COUNTED = 5  # rounds that one frame counts at most


class Rescoring:
    """Rounds that older measures judged, and how many are left.

    The work (replaying, measuring, writing beside the round's file) is done `apart`, and may be abandoned at any time:
    what is not yet written is done at the next start. What is done is counted in `frame`, on the thread of the index.
    """

    def __init__(self, store: Store, anew: Anew, apart: Beside, report: Callable[[BaseException], None]) -> None:
        self._store, self._anew, self._apart, self._report = store, anew, apart, report
        self._done: deque[tuple[Path, Record | None, bool]] = deque()  # filled apart, emptied by frames
        self._turns = Turns()
        self._work: Work | None = None
        self.look()

    def look(self) -> None:
        """See which rounds there are: all that the index knows."""
        self._waiting = self._store.outdated()
        self.left = self.whole = len(self._waiting)

    def frame(self, busy: bool) -> bool:
        """Count what is done, and go on; True if this was the last. `busy`: somebody plays or touches something, and all
        work waits."""
        self._turns.busy = busy
        if not self.left or busy:
            return False
        self._count()
        if self._work is not None and self._work.done():
            self._finish(self._work)
        if self._work is None and self._waiting:
            most = 1 if self._apart is Done else AT_ONCE
            chosen, self._waiting = self._waiting[:most], self._waiting[most:]
            self._work = self._apart(lambda: self._measure(chosen))
        return not self.left

    def _finish(self, work: Work) -> None:
        self._work = None
        try:
            work.result()
        except Exception as error:  # the rest is tried again at the next start
            self._report(error)
            self._waiting, self.left = [], 0

    def _count(self) -> None:
        for _ in range(min(COUNTED, len(self._done))):
            path, record, known = self._done.popleft()
            if known:
                self._store.note_anew(path, record)
            self.left -= 1

    def _measure(self, paths: list[Path]) -> None:
        """Measure these rounds; runs apart."""
        for path in paths:
            self._turn()
            record, known = None, False
            try:
                record = self._anew(path, self._turn)
                known = record is None or self._store.put_anew(path, record)
            except OSError as error:  # a full disk, a file that is held: tried again at the next start
                self._report(error)
            self._done.append((path, record, known))

    def _turn(self) -> None:
        """Let the frames have their time, and wait while somebody plays."""
        if self._apart is not Done:
            self._turns.take()
