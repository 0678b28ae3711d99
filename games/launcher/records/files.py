"""What records need of the machine for a file that stays open: that nobody else takes it, and its flush to the disk.

An ordinary computer, on which several windows may have one folder and a flush may take long, hands in its own locks and
threads (games.launcher.devices.system). Without them everything is done at once, and a file is safe from everybody else
in this process: enough where there is only one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Protocol


class Flushing(Protocol):
    """One open file that is flushed to the disk again and again."""

    @property
    def flushed(self) -> int:
        """The last count that a flush which succeeded was due for."""

    def due(self, count: int) -> None:
        """What has been written by now is to be flushed; it is known as `count`."""

    def close(self) -> None:
        """Nothing more is due. When this returns, all that was due is flushed, or could not be."""


class Files(Protocol):
    """Takes files for this process alone."""

    def take(self, path: Path) -> int | None:
        """Open a file of ours for this process alone; None when somebody else has it. OSError when it cannot be opened."""

    def lock(self, file: int) -> bool:
        """Take an open file for this process alone; False when somebody else has it."""

    def let_go(self, file: int) -> None:
        """Close a file that was taken."""

    def flushing(self, file: int) -> Flushing:
        """See to it that an open file is flushed."""


class FlushedAtOnce:
    """Flushes whenever something is due, and waits for it."""

    def __init__(self, file: int) -> None:
        self._file = file
        self.flushed = 0

    def due(self, count: int) -> None:
        with contextlib.suppress(OSError):
            os.fsync(self._file)
            self.flushed = count

    def close(self) -> None:
        """All is flushed already."""


class OneProcess:
    """Files of which only this process knows."""

    def __init__(self) -> None:
        self._taken: dict[int, tuple[int, int]] = {}  # an open file -> which file on which disk it is

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


ALONE = OneProcess()


def open_file(path: Path) -> int:
    """Open a file to be read and written. Raises OSError if it cannot be opened, or is none: a pipe or a device may never end."""
    file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "not a file", str(path))
    return file
