"""The file that the index lies in: opened, checked against what this program makes, emptied where it is another's."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from functools import cache
from pathlib import Path

from games.launcher.records.folders import make_folder, open_private
from games.launcher.records.index_rows import TABLES, VERSION, take_in
from games.launcher.records.vault import Vault

PATIENCE = 2.0  # s that another program may hold the database


def ready(path: Path | None, vault: Vault) -> sqlite3.Connection:
    """The database in this file; where it is not what it should be it is made anew, with all files taken in.

    Without a path it is in memory. sqlite3.Error or OSError where no database can be there.
    """
    if path is not None:
        make_folder(path.parent)
        os.close(open_private(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)))
    base = sqlite3.connect(":memory:" if path is None else path, check_same_thread=False, timeout=PATIENCE)
    try:
        base.execute("PRAGMA secure_delete = ON")  # what is erased leaves nothing readable behind
        if base.execute("PRAGMA user_version").fetchone()[0] != VERSION or _schema(base) != _wanted():
            with base:
                _empty(base)
                base.executescript(TABLES)
                base.execute(f"PRAGMA user_version = {VERSION}")
            take_in(base, vault)
        with base:
            base.execute("DELETE FROM bad WHERE file = ''")  # whether it can be written, before it is relied on
    except BaseException:
        base.close()
        raise
    return base


def busy(error: Exception) -> bool:
    """Whether another program has the database just now: it is left alone."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _schema(base: sqlite3.Connection) -> list[tuple[str]]:
    return base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()


@cache
def _wanted() -> list[tuple[str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as base:
        base.executescript(TABLES)
        return _schema(base)


def _empty(base: sqlite3.Connection) -> None:
    """Take out all that an older program, or another, has put there."""
    for kind in ("view", "trigger", "table"):
        named = base.execute("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'", (kind,))
        for (name,) in named.fetchall():
            base.execute('DROP {} IF EXISTS "{}"'.format(kind, name.replace('"', '""')))
