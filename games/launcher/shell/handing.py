"""Files that a page has saved for the player: they lie in a folder, or are handed over where no folder can be reached."""

from __future__ import annotations

import shutil
from pathlib import Path

from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Give
from games.launcher.shell.spots import Given


def saving_folder(desk: Desk, usual: Path) -> Path:
    """The folder to save in: the usual one, or where files wait that the system's sheet hands over."""
    return desk.store.folders.cache / "handed" if desk.sheet is not None else usual


def handed(desk: Desk, path: Path) -> bool:
    """Hand a saved file over, a folder as one archive, if it has to be; whether it had to be."""
    sheet = desk.sheet
    if sheet is None:
        return False
    if path.is_dir():
        archive = Path(shutil.make_archive(str(path), "zip", path))
        shutil.rmtree(path)
        path = archive

    def told(given: Given) -> None:
        path.unlink(missing_ok=True)
        if given.why is not None:
            desk.report(given.why)

    desk.outbox.ask(Give(sheet, path, told))
    return True
