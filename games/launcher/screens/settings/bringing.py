"""Bringing data in: files with rounds of other devices, chosen by a key or in the system's own sheet, and taking one in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from games.kit.fingers import Reading
from games.launcher.records.errors import Unreadable
from games.launcher.screens.settings.carrying import Carrying, Lines
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Pick
from games.launcher.shell.places import Move
from games.launcher.shell.spots import Spot
from games.launcher.shell.work import Steps
from games.launcher.ui.arranging import Item
from games.launcher.words.reasons import reason

if TYPE_CHECKING:
    from games.launcher.reports.everything import Taken

ENDINGS = (".json",)


class BringIn(Carrying):
    """Looks for files first; then one is taken in: what is here already is not doubled."""

    name = "bring in"
    titled = "bring in"

    def __init__(self, desk: Desk, _place: places.BringIn) -> None:
        super().__init__(desk)
        self.spots: list[Spot] = []
        self.found: list[Path] = []
        self._said: list[str] = []
        self._looking: list[list[Path]] = []  # what was found, a list for each spot
        self._awaited = 0  # spots that have not answered
        self._chosen: Path | None = None
        self.begin(desk.spots, self._look)
        self.laid()

    @property
    def working(self) -> bool:
        return super().working or self._awaited > 0

    def told(self) -> Lines:
        say = self.desk.say
        if self._work is not None and self._chosen is not None:
            return self.lines(say("taking in", share=round(100 * self._share)))
        if self._work is not None or (self._awaited and not self._sheet):
            return self.lines(say("looking"))
        if self._said:
            return self.lines(*self._said)
        if not self.found and not self._sheet:
            return self.lines(say("no data files"), say("no data files where"))
        return self.lines(say("which file"), say("bring in what"))

    def keys(self) -> Sequence[Item]:
        if self._work is not None:
            return []
        say = self.desk.say
        if self._sheet is not None:
            return [Item("choose", say("choose file"), self._choose, "list", main=True)]
        return [
            Item(f"file {number}", path.stem, lambda path=path: self._open(path), "save", note=path.parent.name)  # type: ignore[misc]
            for number, path in enumerate(self.found)
        ]

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        move = super().frame(now, readings)
        while self._looking:
            self._awaited -= 1
            self.found += self._looking.pop(0)
            if self._sheet is not None and self.found:
                self._open(self.found.pop())
            self.laid()
        return move

    def answered(self, answer: object) -> Move:
        """Whether somebody who was erased here shall come back."""
        if answer is True and self._chosen is not None:
            self._read(self._chosen, erased_too=True)
        else:
            self._chosen = None
        return None

    @property
    def _sheet(self) -> Spot | None:
        return next((spot for spot in self.spots if spot.kind == "sheet"), None)

    def _look(self, spots: list[Spot]) -> None:
        self.spots = spots
        if self._sheet is None:
            for spot in spots:
                self._pick(spot)

    def _choose(self) -> None:
        if self._sheet is not None and not self._awaited:
            self._pick(self._sheet)

    def _pick(self, spot: Spot) -> None:
        self._awaited += 1
        self.desk.outbox.ask(Pick(spot, ENDINGS, self._looking.append))

    def _open(self, path: Path) -> None:
        from games.launcher.reports.everything import of_erased

        if self._work is not None:
            return
        self._chosen = path
        try:
            erased = of_erased(self.desk.store, path)
        except (Unreadable, OSError) as error:
            self._refuse(error)
            return
        if erased:
            say = self.desk.say
            self.over(places.Question(say("bring back question"), say("bring back what"), "person"))
        else:
            self._read(path)

    def _read(self, path: Path, erased_too: bool = False) -> None:
        from games.launcher.reports.everything import reading

        def safely() -> Steps[Taken | Exception]:
            try:
                return (yield from reading(self.desk.store, path, erased_too=erased_too))
            except (Unreadable, OSError, ValueError) as error:
                return error

        self.begin_steps(safely(), self._taken)
        self.laid()

    def _taken(self, found: Taken | Exception) -> None:
        say = self.desk.say
        self._chosen = None
        if isinstance(found, Exception):
            self._refuse(found)
            return
        self._said = [
            say("taken in", count=found.new, name=found.name or say("guest")),
            say("known already", count=found.known) if found.known else "",
            say("damaged part", count=found.damaged) if found.damaged else "",
        ]

    def _refuse(self, error: Exception) -> None:
        """Say why nothing was taken in."""
        say, self._chosen = self.desk.say, None
        self.desk.report(error)
        why = reason(say, error) if isinstance(error, OSError) else say("not data how")
        self._said = [say("not taken in") if isinstance(error, OSError) else say("not data"), why]
        self.laid()
