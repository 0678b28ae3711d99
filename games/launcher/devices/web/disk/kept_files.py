"""What is kept: files lie in memory, and the page commits what has changed, file by file, after each frame.

A commit is one transaction: all that one frame wrote, appended, renamed and removed is kept, or none of it. Nothing
waits for it. Whoever must know (a rep that is told, a line for a script) asks for the number of the commit and looks
later whether it has come through.
"""

from __future__ import annotations

import os
from collections import deque
from io import StringIO
from typing import Protocol

from games.launcher.records.disk.files import OneProcess


class Commits(Protocol):
    """The part of the page that keeps files (see games.launcher.devices.web.page)."""

    def commit(self) -> int:
        """Begin to keep what has changed; returns the number of that transaction."""

    def committed(self) -> int:
        """The number of the last transaction that is kept."""


class KeptFiles(OneProcess):
    """Files of one page: the lock between pages is taken before Python starts."""

    def __init__(self, commits: Commits) -> None:
        super().__init__()
        self._commits = commits

    def flushing(self, file: int) -> KeptLater:
        """What was written to this file counts as flushed once the page has committed it."""
        return KeptLater(file, self._commits)


class KeptLater:
    """One open file whose lines are committed by the page (see games.launcher.records.disk.files.Flushing)."""

    def __init__(self, file: int, commits: Commits) -> None:
        self._file, self._commits = file, commits
        self._due: deque[tuple[int, int]] = deque()  # number of a commit, count that is flushed then
        self._flushed = 0

    @property
    def flushed(self) -> int:
        """The count passed to `due` for the last commit that came through."""
        done = self._commits.committed() if self._due else 0
        while self._due and self._due[0][0] <= done:
            self._flushed = self._due.popleft()[1]
        return self._flushed

    def due(self, count: int) -> None:
        """Commit what has been written so far."""
        os.fsync(self._file)  # into the memory that the page commits
        self._due.append((self._commits.commit(), count))

    def close(self) -> None:
        """Nothing waits here: what is due is already on its way."""


class ToldWhenKept(StringIO):
    """A file of lines for a script (`--tell`): each line is passed on only when what it speaks of is kept."""

    def __init__(self, commits: Commits) -> None:
        super().__init__()
        self._commits = commits
        self._lines: deque[tuple[int, str]] = deque()

    def write(self, lines: str) -> int:
        """Take lines; they wait for what this frame has changed."""
        self._lines.append((-1, lines))
        return len(lines)

    def flush(self) -> None:
        """Nothing to do: see `frame_over`."""

    def frame_over(self) -> str:
        """A frame is over: its lines wait for its commit. Returns the lines whose commit came through, in order."""
        number = self._commits.commit()
        self._lines = deque((number if of < 0 else of, line) for of, line in self._lines)
        done, out = self._commits.committed(), []
        while self._lines and self._lines[0][0] <= done:
            out.append(self._lines.popleft()[1])
        return "".join(out)
