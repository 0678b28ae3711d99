"""Saves reports and exports under an unused name with the date, in the system's folder for documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import platformdirs

from games.launcher.records.disk.writing import write_whole
from games.launcher.records.folders import Folders, make_folder
from games.launcher.records.store import Store
from games.launcher.reports import customs
from games.launcher.reports.everything import write_everything
from games.launcher.reports.page import page, since_weeks
from games.launcher.reports.tables import write_tables
from games.launcher.words.saying import Words

MOST = 999  # most files of one day
Heard = Callable[[int, int], None]
NAMES = {"report": ("Report", ".html"), "table": ("Tables", ""), "all": ("All data", ".json")}


def reports_folder(folders: Folders) -> Path:
    """Handplay's folder in the system's documents, or inside the data folder if the user chose one."""
    if folders.state.parent == folders.data:
        return folders.data / "reports"
    return Path(platformdirs.user_documents_dir()) / "Handplay"


def save(  # noqa: PLR0913 (what, of whom, of when, and three choices that are said by name)
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

    Paper size and the format of tables follow the region. Returns the file, or for tables their folder. Raises OSError
    if nothing can be written.
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


def file_of(name: str | None, day: str) -> str:
    """The name of the file in which somebody takes all data along on a day; letters only that every system allows."""
    who = "".join(letter for letter in name or "" if letter.isalnum() or letter in " -_").strip()[:40]
    return " ".join(["Handplay", *([who] if who else []), day]) + ".json"


def free_name(folder: Path, what: str, day: date) -> Path:
    """An unused name with this date; no file is overwritten. Raises FileExistsError after 999 names."""
    name, ending = NAMES[what]
    for number in range(1, MOST + 1):
        again = f" {number}" if number > 1 else ""
        path = folder / f"{name} {day.isoformat()}{again}{ending}"
        if not path.exists():
            return path
    raise FileExistsError(f"there are {MOST} files of {day.isoformat()} in {folder} already")
