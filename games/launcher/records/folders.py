"""Where the player's files lie, and whether they can be written."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

import platformdirs

LEAST_FREE = 50_000_000  # bytes


@dataclass(frozen=True)
class Folders:
    """Three folders: data (must be kept), state (belongs to this machine), cache (can be made again)."""

    data: Path
    state: Path
    cache: Path

    @staticmethod
    def standard(data_dir: Path | None = None) -> Folders:
        """The system's own places, or all three within `data_dir` (or the variable HANDPLAY_DATA).

        Raises ValueError with one sentence for the home of a user that does not exist (~nobody/x).
        """
        chosen = data_dir or (Path(os.environ["HANDPLAY_DATA"]) if os.environ.get("HANDPLAY_DATA") else None)
        if chosen is not None:
            try:
                root = chosen.expanduser().absolute()
            except RuntimeError as error:
                raise ValueError(
                    f"no user of this computer has the folder {chosen.parts[0]}: give a folder that exists"
                ) from error
            return Folders(root, root / "state", root / "cache")
        name = "handplay"
        return Folders(
            Path(platformdirs.user_data_dir(name, appauthor=False)),
            Path(platformdirs.user_state_dir(name, appauthor=False)),
            Path(platformdirs.user_cache_dir(name, appauthor=False)),
        )

    def writable(self) -> str | None:
        """None if files can be written, else one sentence that says why not."""
        for folder in (self.data, self.state, self.cache):
            probe = folder / f".probe.{os.getpid()}"
            try:
                make_folder(folder)
                os.close(open_private(probe, os.O_WRONLY | os.O_CREAT))
                probe.unlink()
            except OSError as error:
                return f"nothing can be saved in {folder}: {error.strerror or error}"
        return None

    def free(self) -> str | None:
        """None if there is enough free space, else one sentence."""
        left = shutil.disk_usage(self.data).free
        if left < LEAST_FREE:
            return f"only {left // 1_000_000} MB are free in {self.data}: 50 MB are needed"
        return None


def system_data() -> Path:
    """The folder in which all programs of this system keep a user's data."""
    return Path(platformdirs.user_data_dir())


def make_folder(folder: Path) -> None:
    """Make a folder and its parents, readable by this user only (mode 0700), whatever the umask."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        try:
            each.mkdir(0o700)
        except FileExistsError:
            continue
        each.chmod(0o700)


def open_private(path: str | Path, flags: int) -> int:
    """Open a file in binary mode; if it is new, only this user may read it (mode 0600), whatever the umask."""
    file = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
    if flags & os.O_CREAT and os.name != "nt" and os.fstat(file).st_mode & 0o777 != 0o600:
        os.fchmod(file, 0o600)
    return file


def close_to_others(folder: Path) -> None:
    """Remove other users' access to a folder of ours and its files, which an earlier version may have left open."""
    if os.name == "nt":
        return
    for path, mode in ((folder, 0o700), *((one, 0o600) for one in folder.glob("*") if one.is_file())):
        try:
            state = path.lstat()
            if stat.S_IMODE(state.st_mode) & 0o077 and not stat.S_ISLNK(state.st_mode):
                path.chmod(mode)
        except OSError:
            continue
