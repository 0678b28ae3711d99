"""Saving what a player takes away: under a free name of its day, among the documents of this system."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import platformdirs

from games.launcher.records.folders import Folders, make_folder
from games.launcher.records.store import Store
from games.launcher.records.writing import write_whole
from games.launcher.reports import customs
from games.launcher.reports.everything import write_everything
from games.launcher.reports.page import page, since_weeks
from games.launcher.reports.tables import write_tables
from games.launcher.words.saying import Words

MOST = 999  # of one day
Heard = Callable[[int, int], None]
NAMES = {"report": ("Report", ".html"), "table": ("Tables", ""), "all": ("All data", ".json")}


def reports_folder(folders: Folders) -> Path:
    """Handplay's part of the system's documents; beside the rest where all is kept in one chosen place."""
    if folders.state.parent == folders.data:
        return folders.data / "reports"
    return Path(platformdirs.user_documents_dir()) / "Handplay"


def save(
    store: Store,
    profile: str,
    what: str,
    day: date,
    weeks: int,
    heard: Heard | None = None,
    to: Path | None = None,
    words: Words | None = None,
) -> Path:
    """Write "report", "table" or "all" of the weeks that end on a day (all is always everything) into a folder; a report in
    these words, or in English.

    Paper is of the size that is usual here; tables are as a spreadsheet here opens them.

    Returns the file, or for tables the folder they are in. OSError where nothing can be written.
    """
    folder = reports_folder(store.folders) if to is None else to
    make_folder(folder)
    path = free_name(folder, what, day)
    since = since_weeks(day, weeks)
    if what == "report":
        write_whole(path, page(store, profile, since, day, heard, words=words).encode())
    elif what == "table":
        make_folder(path)
        write_tables(store, profile, since.isoformat(), day.isoformat(), path, heard, customs.decimal_comma())
    else:
        write_everything(store, profile, path, heard)
    return path


def free_name(folder: Path, what: str, day: date) -> Path:
    """A name of this day that nothing has; nothing is ever written over. FileExistsError after 999."""
    name, ending = NAMES[what]
    for number in range(1, MOST + 1):
        again = f" {number}" if number > 1 else ""
        path = folder / f"{name} {day.isoformat()}{again}{ending}"
        if not path.exists():
            return path
    raise FileExistsError(f"there are {MOST} files of {day.isoformat()} in {folder} already")
