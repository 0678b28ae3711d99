"""What records need from the machine for files that stay open: exclusive access, and flushing to the disk.

An ordinary computer, where several windows may share a folder and a flush may take long, hands in its own locks and
threads (games.launcher.devices.system). The versions here flush at once, and protect files only within this process,
which is enough if there is only one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Flushing(Protocol):
    """One open file that is flushed to the disk repeatedly."""

    @property
    def flushed(self) -> int:
        """The count passed to `due` for the last flush that has succeeded."""

    def due(self, count: int) -> None:
        """Request a flush of what has been written so far; `flushed` becomes `count` when it is done."""

    def close(self) -> None:
        """Finish: when this returns, everything due is flushed, or could not be."""


class Files(Protocol):
    """Gives this process exclusive access to files."""

    def take(self, path: Path) -> int | None:
        """Open a file exclusively for this process; None if another one holds it. Raises OSError if it cannot be opened."""

    def lock(self, file: int) -> bool:
        """Lock an open file for this process; False if another one holds it."""

    def let_go(self, file: int) -> None:
        """Close a file and release its lock."""

    def flushing(self, file: int) -> Flushing:
        """The object that flushes this open file."""

    def flush(self, files: Sequence[int]) -> None:
        """Flush these open files to the disk. Raises OSError if one of them cannot be."""


class FlushedAtOnce:
    """Flushes at once, and waits for it."""

    def __init__(self, file: int) -> None:
        self._file = file
        self.flushed = 0

    def due(self, count: int) -> None:
        with contextlib.suppress(OSError):
            os.fsync(self._file)
            self.flushed = count

    def close(self) -> None:
        """Nothing to do: everything is flushed already."""


class OneProcess:
    """Files that only this process uses."""

    def __init__(self) -> None:
        self._taken: dict[int, tuple[int, int]] = {}  # open file -> (device, inode)

    def take(self, path: Path) -> int | None:
        file = open_file(path)
        if self.lock(file):
            return file
        os.close(file)
        return None

    def lock(self, file: int) -> bool:
        found = os.fstat(file)
        if (found.st_dev, found.st_ino) in self._taken.values():
            return False
        self._taken[file] = found.st_dev, found.st_ino
        return True

    def let_go(self, file: int) -> None:
        self._taken.pop(file, None)
        os.close(file)

    def flushing(self, file: int) -> Flushing:
        return FlushedAtOnce(file)

    def flush(self, files: Sequence[int]) -> None:
        for file in files:
            os.fsync(file)


ALONE = OneProcess()


def open_file(path: Path) -> int:
    """Open a regular file for reading and writing. Raises OSError otherwise: a pipe or a device may never end."""
    file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "not a file", str(path))
    return file
