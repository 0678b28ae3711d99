"""A picture on its way into the folder of the player's pictures, written beside the frames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from games.kit.brought import PICTURE
from games.kit.game import AnyGame, Rules
from games.kit.geometry import Vec
from games.launcher.records.saved_pictures import pictures_folder, save_picture
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import TakePicture
from games.launcher.shell.work import Work


def save_sheet(desk: Desk, game: AnyGame, rules: Rules, origin: Vec) -> Saving | None:
    """Have the device hand over the picture on a table that lies at `origin`, and keep it; None where there is none."""
    free = game.free_pictures
    there = None if free is None else free.sheet(rules)
    if there is None:
        return None
    saving = Saving(desk, game)
    desk.outbox.ask(TakePicture(origin + there[0], there[1], saving.begin))
    return saving


class Saving:
    """One picture of a game: hand over what writes it, then ask until it says where the picture is."""

    def __init__(self, desk: Desk, game: AnyGame) -> None:
        self._desk, self._what = desk, desk.say(f"{game.id}.{PICTURE}")
        self._work: Work | None = None

    def begin(self, write: Callable[[Path], None]) -> None:
        """Have it written; it is named for its day and for what it shows."""
        folder, day, what = pictures_folder(self._desk.store.folders), self._desk.clock().local_date, self._what
        self._work = self._desk.beside(lambda: save_picture(write, folder, day, what))

    def said(self) -> str | None:
        """Where it is, or why it is not kept, once that is known."""
        if self._work is None or not self._work.done():
            return None
        try:
            path: Path = self._work.result()
        except OSError as error:
            self._desk.report(error)
            return self._desk.say("picture not saved", why=error.strerror or error)
        return self._desk.say("picture saved", folder=path.parent.name, name=path.name)
