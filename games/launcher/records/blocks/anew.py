"""What a newer version of scoring measured of a stored block: a file beside the block's own, which never changes.

Beside BLOCK.hps lies BLOCK.4.hpm once measures version 4 has measured it anew: the whole record without the trace, sealed
and written like a block. Each version has a file of its own. So programs of different versions that share a folder never
write the same file, and each finds its own measures or the ones that were stored first. Such a file may be deleted: it
is made again from the trace.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from games.kit.fingers import Reading
from games.launcher.records.blocks.vault import ANEW, encoded, read, read_header, read_played, read_record
from games.launcher.records.disk.writing import remove, write_whole
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Header, Record

KEPT = 1  # so many versions before the newest keep their files: a program not yet updated may still read them


def place(path: Path, version: int) -> Path:
    """Where the measures of this version lie, of the block in this file."""
    return path.with_name(f"{path.stem}.{version}.hpm")


def beside(path: Path) -> list[Path]:
    """The files with measures of any version beside a block's file."""
    return sorted(one for one in path.parent.glob(f"{path.stem}.*.hpm") if ANEW.match(one.name))


def put(path: Path, record: Record) -> None:
    """Store the measures of the block in this file; when this returns, they survive a power cut. StoreError if that fails.

    Files of versions before the last one are then removed.
    """
    version = record.measures_version
    write_whole(place(path, version), encoded(record, ()))
    for one in beside(path):
        match = ANEW.match(one.name)
        if match is not None and int(match.group(2)) < version - KEPT:
            with contextlib.suppress(OSError):
                remove(one)


def current(path: Path, version: int | None) -> Record:
    """The record of the block in this file, by measures of this version if they lie beside it, else as it was stored.

    Raises Unreadable or OSError as `vault.read_record` does.
    """
    return next(_newer(path, version), None) or read_record(path)


def current_header(path: Path, version: int | None) -> Header:
    """The same without reps."""
    return next(_newer(path, version), None) or read_header(path)


def current_block(path: Path, version: int | None) -> tuple[Record, list[Reading]]:
    """The same with the trace."""
    for record in _newer(path, version):
        return record, read_played(path)[1]
    return read(path)


def _newer(path: Path, version: int | None) -> Iterator[Record]:
    """The record beside the block, if there is a valid one."""
    if version is None:
        return
    try:
        record = read_record(place(path, version))
    except (Unreadable, OSError):
        return
    if record.measures_version == version and path.stem.endswith(record.id):
        yield record
