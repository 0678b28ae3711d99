"""Challenges from friends: the files found on this device, and a key to enter a code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.records.challenges.files import ENDING, plain
from games.launcher.records.challenges.places import challenge_files
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import Pick
from games.launcher.shell.places import Move
from games.launcher.shell.working import Working
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, STRIP

LEAST = Vec(88.0, CONTROL)  # mm, the least size of a file's key
TALL = 20.0  # mm, at most


class ChallengeFiles(Working):
    """A key for each file; `back` makes the screen that it came from."""

    name = "challenge files"

    def __init__(self, desk: Desk, _place: places.Friends) -> None:
        super().__init__(desk)
        self.found: list[Path] = []
        self.page = 0
        self._chosen: list[list[Path]] = []  # files chosen in the system's sheet
        self._look()
        self.laid()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        columns, rows = grid(room, LEAST, max(1, len(self.found)), gap)
        fit = columns * rows
        pages = max(1, -(-len(self.found) // fit))
        self.page %= pages
        left = [Item("back", desk.say("back"), self.back, "back")]
        sheet = desk.sheet
        right = [Item("choose", desk.say("choose file"), self._choose, "list")] if sheet is not None else []
        right += [Item("enter code", desk.say("enter code"), self._code, "keyboard", main=True)]
        if pages > 1:
            right.insert(0, Item("more", desk.say("more"), self._turn, "forward"))
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        shown = self.found[self.page * fit : (self.page + 1) * fit]
        tall = min(TALL, (room.y - gap * (rows - 1)) / rows)
        for index, path in enumerate(shown):
            corner, one = cell(at, room, columns, rows, index, gap)
            corner = Vec(corner.x, at.y + (index // columns) * (tall + gap))
            act = lambda path=path: self._open(path)  # noqa: E731
            name = plain(path.stem, 30)
            item = Item(f"file {self.page * fit + index}", name, act, "trophy", note=plain(path.parent.name, 24))
            buttons.append(item.button(corner, Vec(one.x, tall), min(desk.em(BODY) * 0.88, 6.0)))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say("from a friend"), self._free)
        if not self.found:
            whole = Vec(min(size.x - 2 * MARGIN, 150.0), min(size.y - STRIP - 2 * LEAST_GAP, 60.0))
            at = Vec((size.x - whole.x) / 2, STRIP + (size.y - STRIP - whole.y) / 2)
            paper.card(canvas, desk, at, whole)
            words: list[tuple[str, float, Weight]] = [(desk.say("looking"), desk.em(LABEL), "bold")]
            if self._work is None:
                words = [
                    (desk.say("no files"), desk.em(LABEL), "bold"),
                    (desk.say("no files where"), desk.em(BODY), "regular"),
                ]
            paper.lines(canvas, desk, at + Vec(GAP, 3.0), whole - Vec(2 * GAP, 6.0), words, True)
        self._widgets.draw(canvas, desk.palette)

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        move = super().frame(now, readings)
        if self._chosen and (chosen := self._chosen.pop()):
            self._open(chosen[0])
            return self.moved()
        return move

    def answered(self, _answer: object) -> Move:
        """Look for files again: some may have appeared or gone."""
        self._look()
        return None

    def _found_out(self, result: list[Path]) -> None:
        self.found = result

    def _look(self) -> None:
        store = self.desk.store
        self.found = []
        self.begin(lambda: challenge_files(store.folders), self._found_out)

    def _open(self, path: Path) -> None:
        self.over(places.Received(path=path))

    def _choose(self) -> None:
        if self.desk.sheet is not None:
            self.desk.outbox.ask(Pick(self.desk.sheet, (ENDING,), self._chosen.append))

    def _code(self) -> None:
        self.over(places.CodeEntry())

    def _turn(self) -> None:
        self.page += 1
        self.laid()
