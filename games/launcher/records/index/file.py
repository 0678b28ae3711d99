"""The file of the index: opened, its schema compared with this program's, and emptied if it differs."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from functools import cache
from pathlib import Path

from games.launcher.records.blocks.vault import Vault
from games.launcher.records.folders import make_folder, open_private
from games.launcher.records.index.rows import TABLES, VERSION, Waiting, take_in

PATIENCE = 2.0  # s to wait while another program holds the database


def ready(path: Path | None, vault: Vault, most: int | None = None) -> tuple[sqlite3.Connection, list[Waiting] | None]:
    """The database in this file; if its schema is not this program's, it is rebuilt from all block files, or from the
    newest `most`. Also those that are then left; None if it was not rebuilt.

    Without a path it is in memory. Raises sqlite3.Error or OSError if no database can be opened there.
    """
    if path is not None:
        make_folder(path.parent)
        os.close(open_private(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)))
    base = sqlite3.connect(":memory:" if path is None else path, check_same_thread=False, timeout=PATIENCE)
    left: list[Waiting] | None = None
    try:
        base.execute("PRAGMA secure_delete = ON")  # deleted rows are overwritten, so that nothing readable remains
        if base.execute("PRAGMA user_version").fetchone()[0] != VERSION or _schema(base) != _wanted():
            with base:
                _empty(base)
                base.executescript(TABLES)
                base.execute(f"PRAGMA user_version = {VERSION}")
            left = take_in(base, vault, most=most)
        with base:
            base.execute("DELETE FROM bad WHERE file = ''")  # tests that it can be written
    except BaseException:
        base.close()
        raise
    return base, left


def busy(error: Exception) -> bool:
    """Whether another program is using the database, which is then left alone."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _schema(base: sqlite3.Connection) -> list[tuple[str]]:
    return base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()


@cache
def _wanted() -> list[tuple[str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as base:
        base.executescript(TABLES)
        return _schema(base)


def _empty(base: sqlite3.Connection) -> None:
    """Drop all tables and other objects that an older or another program made."""
    for kind in ("view", "trigger", "table"):
        named = base.execute("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'", (kind,))
        for (name,) in named.fetchall():
            base.execute('DROP {} IF EXISTS "{}"'.format(kind, name.replace('"', '""')))
