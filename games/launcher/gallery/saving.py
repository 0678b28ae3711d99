"""Saves a picture into the folder of the player's pictures, on another thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from games.kit.brought import PICTURE
from games.kit.game import AnyGame, Rules
from games.kit.geometry import Vec
from games.launcher.records.pictures.saved import pictures_folder, save_picture
from games.launcher.shell.desk import Desk
from games.launcher.shell.handing import handed, saving_folder
from games.launcher.shell.outbox import TakePicture
from games.launcher.shell.work import Work
from games.launcher.words.reasons import reason


def save_sheet(desk: Desk, game: AnyGame, rules: Rules, origin: Vec) -> Saving | None:
    """Have the picture on the table at `origin` copied by the device and saved; None if there is no picture."""
    free = game.free_pictures
    there = None if free is None else free.sheet(rules)
    if there is None:
        return None
    saving = Saving(desk, game)
    desk.outbox.ask(TakePicture(origin + there[0], there[1], saving.begin))
    return saving


class Saving:
    """The saving of one picture: call `begin` with a function that writes it, then poll `said`."""

    def __init__(self, desk: Desk, game: AnyGame) -> None:
        self._desk, self._what = desk, desk.say(f"{game.id}.{PICTURE}")
        self._work: Work | None = None

    def begin(self, write: Callable[[Path], None]) -> None:
        """Start writing; the file is named by date and content."""
        folder = saving_folder(self._desk, pictures_folder(self._desk.store.folders))
        day, what = self._desk.clock().local_date, self._what
        self._work = self._desk.beside(lambda: save_picture(write, folder, day, what))

    def said(self) -> str | None:
        """The sentence on where it was saved or why it was not; None until that is known."""
        if self._work is None or not self._work.done():
            return None
        try:
            path: Path = self._work.result()
        except OSError as error:
            self._desk.report(error)
            return self._desk.say("picture not saved", why=reason(self._desk.say, error))
        if handed(self._desk, path):
            return self._desk.say("handed file", name=path.name)
        return self._desk.say("picture saved", folder=path.parent.name, name=path.name)
