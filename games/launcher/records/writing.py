"""Writing a file so that it is there whole or not at all, also after a power cut."""

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

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)  # s; Windows refuses a rename for moments while a scanner looks
_numbers = itertools.count()  # of the hidden names of this process


def write_whole(path: Path, content: bytes) -> None:
    """Write under a hidden name, flush to the disk, rename, flush the folder. StoreError with one sentence.

    On the thread that draws frames nothing is waited for: a rename that is refused there is a StoreError at once, and
    is tried again beside the frames.
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
            os.unlink(hidden)
        raise StoreError(f"could not save in {path.parent}: {error.strerror or error}") from error


def write_all(file: int, content: bytes) -> None:
    """Write all bytes, however little the system takes at once."""
    view = memoryview(content)
    while view:
        view = view[os.write(file, view) :]


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def move(source: Path, goal: Path) -> None:
    """Rename within a file system, at once; waits a moment where a scanner is in the way, but never between frames."""
    patiently(lambda: os.replace(source, goal))


def remove(path: Path) -> None:
    """Remove a file, if it is there; waits as `move` does."""
    with contextlib.suppress(FileNotFoundError):
        patiently(lambda: os.unlink(path))


def patiently(act: Callable[[], None]) -> None:
    """Do what Windows refuses for moments, again after a pause if need be. PermissionError when it stays refused."""
    for pause in () if BESIDE.drawn_here() else RETRIES:
        try:
            act()
            return
        except PermissionError:
            time.sleep(pause)
    act()


class Beside:
    """Renames that the thread of the frames was refused, tried again on a thread of their own, in order."""

    def __init__(self) -> None:
        self._drawing: int | None = None
        self._waiting: queue.SimpleQueue[tuple[Path, Path] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def draws_here(self) -> None:
        """From now on this thread draws frames, and waits for no file."""
        self._drawing = threading.get_ident()

    def draws_no_more(self) -> None:
        """The window is closed: waiting disturbs nobody now. What is still due is done when this returns, or given up."""
        self._drawing = None
        if self._worker is not None:
            self._waiting.put(None)
            self._worker.join()
            self._worker = None

    def drawn_here(self) -> bool:
        """Whether this thread draws frames."""
        return self._drawing == threading.get_ident()

    def move(self, hidden: Path, goal: Path) -> None:
        """Give a written file its name as soon as the system allows it."""
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
            except OSError:  # it was said when it was refused first; its owner may have tried again meanwhile
                with contextlib.suppress(OSError):
                    os.unlink(hidden)


BESIDE = Beside()


def _missing_above(folder: Path) -> list[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing
