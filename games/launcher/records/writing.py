"""Writes a file so that it exists completely or not at all, even after a power cut."""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from games.launcher.records.errors import StoreError
from games.launcher.records.folders import make_folder, open_private

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)  # s; Windows refuses a rename while a virus scanner reads the file
_numbers = itertools.count()  # numbers for the temporary names of this process


def write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name, flush to the disk, rename, flush the folder. StoreError with one sentence.

    The thread that draws frames never waits: if a rename is refused there, StoreError is raised at once and the rename
    is tried again on another thread.
    """
    hidden = path.with_name(f".{path.name}.{os.getpid()}-{next(_numbers)}.tmp")
    try:
        made = _missing_above(path.parent)
        make_folder(path.parent)
        file = open_private(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            write_all(file, content)
            os.fsync(file)
        finally:
            os.close(file)
        try:
            move(hidden, path)
        except PermissionError as error:
            if not BESIDE.drawn_here():
                raise
            BESIDE.move(hidden, path)
            raise StoreError(f"not saved yet in {path.parent}: another program holds it ({error.strerror})") from error
        sync_folder(path.parent)
        for folder in made:
            sync_folder(folder.parent)
    except StoreError:
        raise
    except OSError as error:
        with contextlib.suppress(OSError):
            hidden.unlink()
        raise StoreError(f"could not save in {path.parent}: {error.strerror or error}") from error


def write_all(file: int, content: bytes) -> None:
    """Write all bytes, even if the system takes only a part at a time."""
    view = memoryview(content)
    while view:
        view = view[os.write(file, view) :]


def sync_folder(folder: Path) -> None:
    """Flush the entries of a folder to the disk, if the system supports it."""
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def move(source: Path, goal: Path) -> None:
    """Rename atomically within a file system; retries while a scanner holds the file, except on the drawing thread."""
    patiently(lambda: source.replace(goal))


def remove(path: Path) -> None:
    """Remove a file if it exists; retries as `move` does."""
    with contextlib.suppress(FileNotFoundError):
        patiently(path.unlink)


def patiently(act: Callable[[], object]) -> None:
    """Call `act`, retrying after pauses while Windows refuses it. Raises PermissionError if it stays refused."""
    for pause in () if BESIDE.drawn_here() else RETRIES:
        try:
            act()
            return
        except PermissionError:
            time.sleep(pause)
    act()


class Beside:
    """Retries, in order and on a thread of its own, renames that were refused on the drawing thread."""

    def __init__(self) -> None:
        self._drawing: int | None = None
        self._waiting: queue.SimpleQueue[tuple[Path, Path] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def draws_here(self) -> None:
        """Mark the current thread as the one that draws frames and must not wait for files."""
        self._drawing = threading.get_ident()

    def draws_no_more(self) -> None:
        """The window is closed and waiting is allowed again. Pending renames are done, or given up, when this returns."""
        self._drawing = None
        if self._worker is not None:
            self._waiting.put(None)
            self._worker.join()
            self._worker = None

    def drawn_here(self) -> bool:
        """Whether the current thread draws frames."""
        return self._drawing == threading.get_ident()

    def move(self, hidden: Path, goal: Path) -> None:
        """Rename a written file to its goal as soon as the system allows it."""
        self._waiting.put((hidden, goal))
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="renames", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while (due := self._waiting.get()) is not None:
            hidden, goal = due
            try:
                move(hidden, goal)
                sync_folder(goal.parent)
            except OSError:  # already reported when first refused; the caller may have retried meanwhile
                with contextlib.suppress(OSError):
                    hidden.unlink()


BESIDE = Beside()


def _missing_above(folder: Path) -> list[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing
