"""Taking data along: all rounds of the player in one file, and a key for each place where it may go."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Sequence
from pathlib import Path

from games.kit.fingers import Reading
from games.launcher.records.folders import make_folder
from games.launcher.screens.settings.carrying import Carrying, Lines
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Give
from games.launcher.shell.places import Move
from games.launcher.shell.spots import Given, Spot
from games.launcher.ui.arranging import Item
from games.launcher.words.reasons import reason

ICONS = {"downloads": "down", "documents": "list", "drive": "save", "sheet": "up"}


class TakeAlong(Carrying):
    """First the file is written, then it is asked where to: a browser's sheet opens only right after a touch."""

    name = "take along"
    titled = "take along"

    def __init__(self, desk: Desk, _place: places.TakeAlong) -> None:
        super().__init__(desk)
        self.spots: list[Spot] = []
        self.rounds = 0
        self._file: Path | None = None  # once it is written
        self._said: list[str] = []  # what came of the last key
        self._going: list[Given] | None = None  # what is told of a file that is on its way
        self.begin_steps(self._gather(), self._gathered)
        self.laid()

    @property
    def working(self) -> bool:
        return super().working or self._going is not None

    def told(self) -> Lines:
        say = self.desk.say
        if self._work is not None:
            return self.lines(say("gathering", share=round(100 * self._share)))
        if self._going is not None:
            return self.lines(say("giving"))
        if self._said:
            return self.lines(*self._said)
        if self._file is not None and not self.spots:
            return self.lines(say("no spot"))
        return self.lines(say("take where", count=self.rounds), say("take what for"))

    def keys(self) -> Sequence[Item]:
        if self._work is not None or self._going is not None or self._file is None:
            return []
        say = self.desk.say
        return [
            Item(
                f"spot {number}",
                spot.name or say(f"spot {spot.kind}"),
                lambda spot=spot: self._give(spot),  # type: ignore[misc]
                ICONS[spot.kind],
                main=number == 0,
                note=say("spot drive") if spot.name else "",
            )
            for number, spot in enumerate(self.spots)
        ]

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        move = super().frame(now, readings)
        if self._going:
            (given,), self._going = self._going, None
            self._said = self._outcome(given)
            self.laid()
        return move

    def back(self, answer: object = None) -> None:
        self._clear()
        super().back(answer)

    def leave(self) -> None:
        self._clear()

    def _gather(self) -> Generator[tuple[int, int], None, tuple[Path, int, list[Spot]]]:
        from games.launcher.reports.everything import writing
        from games.launcher.reports.saving import file_of

        desk, folder = self.desk, self._folder
        self._clear()
        make_folder(folder)
        path = folder / file_of(desk.player.name, desk.clock().local_date)
        rounds = yield from writing(desk.store, desk.player.id, path)
        return path, rounds, desk.spots()

    def _gathered(self, found: tuple[Path, int, list[Spot]]) -> None:
        self._file, self.rounds, self.spots = found

    def _give(self, spot: Spot) -> None:
        if self._file is None or self._going is not None:
            return
        going: list[Given] = []
        self._going = going
        self.desk.outbox.ask(Give(spot, self._file, going.append))
        self.laid()

    def _outcome(self, given: Given) -> list[str]:
        say = self.desk.say
        if given.why is not None:
            self.desk.report(given.why)
            return [say("not taken", why=reason(say, given.why))]
        if given.left:
            return [say("sheet left"), say("sheet again")]
        if given.path is None:
            return [say("handed over"), say("taken how")]
        return [say("taken to", folder=given.path.parent.name, name=given.path.name), say("taken how")]

    @property
    def _folder(self) -> Path:
        return self.desk.store.folders.cache / "given"

    def _clear(self) -> None:
        """Remove the file: what lies where the player put it is the player's."""
        if self._work is None:
            shutil.rmtree(self._folder, ignore_errors=True)
