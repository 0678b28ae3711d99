"""Pictures that a player saves: files in the system's folder for pictures, named by day and number."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

from games.launcher.records.folders import Folders, make_folder, open_private

MOST = 999  # of one day


def pictures_folder(folders: Folders) -> Path:
    """Handplay's folder in the system's folder for pictures, or inside the data folder if the user chose one."""
    if folders.state.parent == folders.data:
        return folders.data / "pictures"
    return Path(platformdirs.user_pictures_dir()) / "Handplay"


def save_picture(write: Callable[[Path], None], folder: Path, day: str, what: str = "Painting") -> Path:
    """Write a picture under the next free name made of `what` and `day`; no file is overwritten. Raises OSError if it fails."""
    make_folder(folder)
    for number in range(1, MOST + 1):
        path = folder / f"{what} {day} {number}.png"
        try:
            os.close(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            continue
        try:
            write(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path
    raise FileExistsError(f"there are {MOST} pictures of {day} in {folder} already")
