"""Folders that a person knows (Downloads, Documents, USB sticks), and carrying files there and finding them there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from games.launcher.devices.system.threads import apart
from games.launcher.records.disk.sticks import removable
from games.launcher.records.disk.writing import sync_folder
from games.launcher.shell.outbox import Give, Pick
from games.launcher.shell.spots import Given, Spot

MOST_NAMES = 3000  # looked at in one folder
MOST_FOUND = 60
MOST = 999  # copies of the same name


def found() -> list[Spot]:
    """The folders into which this user may write: sticks first, because whoever has put one in means it."""
    drives = [Spot("drive", path, path.name or str(path).rstrip("/\\")) for path in removable() if _is_drive(path)]
    own = [
        Spot("downloads", Path(platformdirs.user_downloads_dir())),
        Spot("documents", Path(platformdirs.user_documents_dir())),
    ]
    return [*drives, *(spot for spot in own if spot.folder is not None and _writable(spot.folder))]


def carry(request: Give | Pick) -> None:
    """Carry out such a request on a thread of its own: a stick may be slow, or gone."""
    if isinstance(request, Give):
        apart(lambda: request.told(given(request.spot, request.file)))
    else:
        apart(lambda: request.take(files(request.spot, request.endings)))


def given(spot: Spot, file: Path) -> Given:
    """Copy a file to a spot under a free name: whole, or not at all."""
    try:
        return Given(_copied(file, spot.folder or file.parent))
    except OSError as error:
        return Given(why=error)


def files(spot: Spot, endings: tuple[str, ...]) -> list[Path]:
    """The files of a spot whose names end so, the newest first; none if it cannot be read."""
    out: list[tuple[float, str, Path]] = []
    try:
        for number, path in enumerate((spot.folder or Path("/nowhere")).iterdir()):
            if number >= MOST_NAMES:
                break
            if path.suffix.lower() in endings and not path.name.startswith(".") and path.is_file():
                out.append((-path.stat().st_mtime, path.name, path))
    except OSError:
        pass  # it was taken out while it was read: what was seen is shown
    return [path for _, _, path in sorted(out)[:MOST_FOUND]]


def _copied(file: Path, folder: Path) -> Path:
    for path in _names(folder, file):
        try:
            with path.open("xb") as goal, file.open("rb") as source:
                shutil.copyfileobj(source, goal)
                goal.flush()
                os.fsync(goal.fileno())  # a stick is pulled out as soon as the screen says that it is there
        except FileExistsError:
            continue
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        sync_folder(folder)
        return path
    raise FileExistsError(f"there are {MOST} files called {file.name} in {folder} already")


def _names(folder: Path, file: Path) -> Iterator[Path]:
    yield folder / file.name
    for number in range(2, MOST + 1):
        yield folder / f"{file.stem} {number}{file.suffix}"


def _writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)


def _is_drive(path: Path) -> bool:
    try:
        return (os.name == "nt" or path.is_mount()) and _writable(path)
    except OSError:
        return False
