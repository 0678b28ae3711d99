"""Where challenge files for friends are written, and where challenge files from friends are searched."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from games.launcher.records.challenges.files import found_in
from games.launcher.records.disk.sticks import removable
from games.launcher.records.folders import Folders

MOST_NAMES = 3000  # looked at in one folder
MOST_FOUND = 60


def sending_folder(folders: Folders) -> Path:
    """Where a challenge for a friend is written: Downloads, or inside the data folder if the user chose one."""
    if folders.state.parent == folders.data:
        return folders.data / "sent"
    return Path(platformdirs.user_downloads_dir())


def challenge_files(folders: Folders) -> list[Path]:
    """Challenge files on USB sticks and cards, in Downloads, Documents, on the desktop, and in the data folder; newest first."""
    places = [sending_folder(folders), folders.data / "challenges", *_own(), *removable()]
    found: dict[Path, float] = {}
    for folder in dict.fromkeys(places):
        for path in found_in(folder, MOST_NAMES):
            try:
                found[path] = path.stat().st_mtime
            except OSError:
                continue
    return sorted(found, key=lambda path: (-found[path], str(path)))[:MOST_FOUND]


def _own() -> list[Path]:
    names = (platformdirs.user_downloads_dir(), platformdirs.user_documents_dir(), platformdirs.user_desktop_dir())
    return [Path(name) for name in names]
