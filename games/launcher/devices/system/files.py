"""Files shared by several processes: only one process holds a file at a time, and a thread flushes what it writes."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]

from games.launcher.records.disk.files import open_file

AT_ONCE = 16  # flushes that wait for the disk together


class SharedFiles:
    """Locks files for this process; they are released when it ends, however it ends (see games.launcher.records.disk.files)."""

    def take(self, path: Path) -> int | None:
        """Open a file exclusively for this process; None if another process holds it. Raises OSError if it cannot be opened."""
        if fcntl is None:
            try:
                path.replace(path)  # Windows renames nothing that is open anywhere, not even to the same name
            except PermissionError:
                return None
        file = open_file(path)
        if self.lock(file):
            return file
        os.close(file)
        return None

    def lock(self, file: int) -> bool:
        """Lock an open file for this process; False if another process holds it. Windows needs no lock: see `take`."""
        if fcntl is None:
            return True
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def let_go(self, file: int) -> None:
        """Close a locked file, which releases the lock."""
        os.close(file)

    def flushing(self, file: int) -> FlushedBeside:
        """Flush an open file on a thread of its own."""
        return FlushedBeside(file)

    def flush(self, files: Sequence[int]) -> None:
        """Flush these open files to the disk, several at once: a disk writes down many for the price of one. Raises
        OSError if one of them cannot be."""
        if len(files) < 2:
            for file in files:
                os.fsync(file)
            return
        with ThreadPoolExecutor(AT_ONCE, "flush") as workers:
            for _ in workers.map(os.fsync, files):
                pass


class FlushedBeside:
    """Flushes an open file on a thread, so that no frame waits for the disk: `flushed` says how far it has come."""

    def __init__(self, file: int) -> None:
        self._file = file
        self.flushed = 0
        self._due: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def due(self, count: int) -> None:
        """Request a flush of what has been written so far; `flushed` becomes `count` when it is done."""
        self._due.put(count)

    def close(self) -> None:
        """Wait for the requested flushes and end the thread."""
        self._due.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (count := self._due.get()) is not None:
            with contextlib.suppress(OSError):
                os.fsync(self._file)
                self.flushed = count
