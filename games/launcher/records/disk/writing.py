"""Writes a file so that it exists completely or not at all, even after a power cut."""

from __future__ import annotations

import contextlib
import itertools
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from games.launcher.records.errors import StoreError
from games.launcher.records.folders import make_folder, open_private

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)  # s; Windows refuses a rename while a virus scanner reads the file
_numbers = itertools.count()  # numbers for the temporary names of this process


def write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name, flush to the disk, rename, flush the folder. StoreError with one sentence.

    The thread that draws frames never waits: if a rename is refused there, StoreError is raised at once and the rename
    is tried again on another thread.
    """
    hidden = hidden_name(path)
    try:
        made = missing_above(path.parent)
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
            if BESIDE.may_wait():
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


def hidden_name(path: Path) -> Path:
    """A temporary name beside this one, which no other writer uses."""
    return path.with_name(f".{path.name}.{os.getpid()}-{next(_numbers)}.tmp")


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
    for pause in RETRIES if BESIDE.may_wait() else ():
        try:
            act()
            return
        except PermissionError:
            time.sleep(pause)
    act()


class Retries(Protocol):
    """Does on another thread what the thread that draws frames must not wait for (see games.launcher.devices.system)."""

    def waits_here(self) -> bool:
        """Whether this thread may wait for a file."""

    def later(self, act: Callable[[], None]) -> None:
        """Have this done, as soon as what is due before it is done."""

    def close(self) -> None:
        """What is still due is done when this returns, or given up."""


class Beside:
    """Has renames that were refused on the drawing thread retried on another one; while nothing is drawn, every thread may wait."""

    def __init__(self) -> None:
        self._retries: Retries | None = None

    @contextlib.contextmanager
    def frames(self, retries: Retries) -> Iterator[None]:
        """While this lasts, frames are drawn, and the thread that draws them must not wait for files."""
        self._retries = retries
        try:
            yield
        finally:
            self._retries = None  # the window is closed and waiting is allowed again
            retries.close()

    def may_wait(self) -> bool:
        """Whether the current thread may wait for a file."""
        return self._retries is None or self._retries.waits_here()

    def move(self, hidden: Path, goal: Path) -> None:
        """Rename a written file to its goal as soon as the system allows it."""
        if self._retries is not None:
            self._retries.later(lambda: _move_at_last(hidden, goal))


def _move_at_last(hidden: Path, goal: Path) -> None:
    try:
        move(hidden, goal)
        sync_folder(goal.parent)
    except OSError:  # already reported when first refused; the caller may have retried meanwhile
        with contextlib.suppress(OSError):
            hidden.unlink()


BESIDE = Beside()


def missing_above(folder: Path) -> list[Path]:
    """The folders that must be made so that this one is there, itself first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing
