"""Writing a file so that it is there whole or not at all, also after a power cut."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from games.launcher.records.errors import StoreError
from games.launcher.records.folders import make_folder

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)  # s; Windows refuses a rename for moments while a scanner looks


def write_whole(path: Path, content: bytes) -> None:
    """Write under a hidden name, flush to the disk, rename, flush the folder. StoreError with one sentence."""
    hidden = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        made = _missing_above(path.parent)
        make_folder(path.parent)
        file = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            write_all(file, content)
            os.fsync(file)
        finally:
            os.close(file)
        move(hidden, path)
        sync_folder(path.parent)
        for folder in made:
            sync_folder(folder.parent)
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


def _missing_above(folder: Path) -> list[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def move(source: Path, goal: Path) -> None:
    """Rename within a file system, at once; waits a moment where a scanner is in the way."""
    for pause in RETRIES:
        try:
            os.replace(source, goal)
            return
        except PermissionError:
            time.sleep(pause)
    os.replace(source, goal)
