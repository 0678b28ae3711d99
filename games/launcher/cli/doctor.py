"""`doctor`: what this machine offers, and what to do about what is missing."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from games import VERSION
from games.launcher.records.challenges.files import plain
from games.launcher.records.folders import Folders

if TYPE_CHECKING:
    from games.launcher.records.store import Store

MOST = 20  # most names in a list
PACKAGES = ("pygame-ce", "pydantic", "platformdirs", "jinja2")


def doctor(data_dir: Path | None) -> int:
    """Print everything; returns 1 if something prevents Handplay from saving."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from games.launcher.devices.pygame.facts import facts

    folders = Folders.standard(data_dir)
    why = folders.writable()
    lines = [("handplay", VERSION), ("python", f"{platform.python_version()} on {platform.platform(terse=True)}")]
    lines += [(name, _version(name)) for name in PACKAGES[1:]]
    lines += facts()
    lines += [("data", str(folders.data)), ("state", str(folders.state)), ("cache", str(folders.cache))]
    if why is None:
        free = shutil.disk_usage(folders.data).free
        lines.append(("free", f"{free // 1_000_000} MB{'' if folders.free() is None else ' (50 MB are needed)'}"))
    lines.append(("saving", "works" if why is None else why))
    if why is None:
        lines += records(folders)
    width = max(len(name) for name, _ in lines)
    for name, words in lines:
        print(f"{name:{width}}  {words}")
    return 0 if why is None else 1


def records(folders: Folders) -> list[tuple[str, str]]:
    """The state of the player's files: which are unreadable, how many people were erased, which rounds are not stored yet."""
    from games.launcher.devices.system.files import SharedFiles
    from games.launcher.planning import kept as plans
    from games.launcher.records import felt
    from games.launcher.records.blocks.journal import waiting
    from games.launcher.records.store import Store

    files = SharedFiles()
    try:
        store = Store.open(folders, files)
        bad = [plain(f"{one.folder}/{one.file}: {one.why}", 300) for one in store.index.unread()]
        small = store.people.refused()
        small += [
            path for one in _homes(store) for refused in (felt.refused, plans.refused) for path in refused(store, one)
        ]
        bad += [plain(f"{path.relative_to(folders.data)}: damaged, or made by a newer version", 300) for path in small]
        due = [plain(path.name) for path in waiting(folders.state / "journal", files)]
    except (OSError, ValueError, sqlite3.Error) as error:
        return [("records", f"cannot be opened: {error}")]
    lines = [("unreadable", f"files: {len(bad)}" if bad else "none"), *(("", one) for one in bad[:MOST])]
    lines += [("", f"and {len(bad) - MOST} more")] if len(bad) > MOST else []
    gone = store.gone.ids()
    lines.append(("erased", f"people: {len(gone)}; no copy of the data brings them back" if gone else "nobody"))
    lines.append(("unsaved", f"rounds: {len(due)}; tried again at the next start" if due else "none"))
    return [*lines, *(("", one) for one in due[:MOST])]


def _homes(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folders.data / "profiles").glob("*") if store.people.get(path.name))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing: run `python3 run.py` once"
