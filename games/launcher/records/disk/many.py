"""Writes many files, each completely or not at all, with one wait for the disk: flushing each by itself would take most of
the time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from games.launcher.records.disk.files import Files
from games.launcher.records.disk.writing import hidden_name, missing_above, move, sync_folder, write_all
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import make_folder, open_private

AT_ONCE = 64  # files kept open; Windows allows some hundreds


def write_many(wanted: Sequence[tuple[Path, bytes]], files: Files) -> None:
    """Write these files under temporary names, flush them together, rename each, flush the folders.

    Nothing may be told of any of them before this returns; then all of them survive a power cut. Raises StoreError with
    one sentence; those that were renamed by then stay, each of them whole, and of the others nothing is left.
    """
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        try:
            _write(part, files)
        except OSError as error:
            folder = part[0][0].parent
            raise StoreError(f"could not save in {folder}: {error.strerror or error}") from error


def _write(wanted: Sequence[tuple[Path, bytes]], files: Files) -> None:
    """Write at most as many as may be open. Raises OSError."""
    opened, hidden = list[int](), list[Path]()
    made = [folder for path, _ in wanted for folder in missing_above(path.parent)]
    try:
        try:
            for path, content in wanted:
                make_folder(path.parent)
                name = hidden_name(path)
                opened.append(open_private(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
                hidden.append(name)
                write_all(opened[-1], content)
            files.flush(opened)
        finally:
            for file in opened:
                os.close(file)
        for name, (path, _) in zip(hidden, wanted, strict=True):
            move(name, path)
    except BaseException:
        for name in hidden:
            with contextlib.suppress(OSError):
                name.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path, _ in wanted} | {folder.parent for folder in made}:
        sync_folder(folder)
