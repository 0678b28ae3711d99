"""The report: a page for paper, tables, or all data, written on another thread; the page then says into which folder."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.screens.progress import pages as progress
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.handing import handed, saving_folder
from games.launcher.shell.working import Working
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.dates import day_of
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, SMALL
from games.launcher.words.reasons import reason

WEEKS = (4, 12, 52)
WIDE, TALL = 200.0, 84.0  # mm, the card at most: no larger than what it says
LOW = 24.0  # mm, too low for two sentences above the keys


class ReportPage(Working):
    """Chooses how many weeks to cover and what to write."""

    name = "report"

    def __init__(self, desk: Desk, _place: places.Progress) -> None:
        super().__init__(desk)
        self.weeks = 1  # which of WEEKS
        self._saved = False
        self.said = desk.say("report what")
        self._unread = _unread(desk)
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def _found_out(self, result: str) -> None:
        self.said, self._saved = result, True

    def leave(self) -> None:
        """Wait until the file being written is complete."""
        if self._work is not None:
            self._work.result()

    def laid(self) -> None:
        desk = self.desk
        at, room = progress.room(desk)
        self._size = Vec(min(room.x, WIDE), min(room.y, TALL))
        self._at = at + (room - self._size) * 0.5
        gap = LEAST_GAP
        inner, em = self._size.x - 2 * gap, min(desk.em(LABEL), 10.0)
        periods = [
            Item(f"weeks {weeks}", desk.say(f"report weeks {weeks}"), self._choose(index), chosen=index == self.weeks)
            for index, weeks in enumerate(WEEKS)
        ]
        kinds = [
            Item("save report", desk.say("save report"), self._write("report"), "progress", main=True),
            Item("save table", desk.say("save table"), self._write("table"), "list"),
            Item("save all", desk.say("save all"), self._write("all"), "save"),
        ]
        foot = self._at + Vec(gap, self._size.y - gap - CONTROL)
        keys = row(kinds, foot, inner, em, fill=True)
        self._rows = 1 if self._saved else 2  # the sentence on where it was saved needs the room
        if not self._saved:
            keys = [*row(periods, foot - Vec(0, CONTROL + gap), inner, em, fill=True), *keys]
        self._widgets.lay([*progress.keys(desk, "report", self.go), *keys])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self._at, self._size)
        at = self._at + Vec(GAP, LEAST_GAP)
        size = self._size - Vec(2 * GAP, self._rows * (CONTROL + LEAST_GAP) + 2 * LEAST_GAP)
        words = self.said if self._work is None else desk.say("report making", share=round(100 * self._share))
        lines: list[tuple[str, float, Weight]] = [(words, desk.em(BODY), "bold")]
        if self._unread and size.y < LOW and self._work is None and not self._saved:
            lines = [(self._unread, desk.em(SMALL), "regular")]  # there is room for one: the keys speak for themselves
        elif self._unread:
            lines.append((self._unread, desk.em(SMALL), "regular"))
        paper.lines(canvas, desk, at, size, lines, centred=True)
        if self._work is not None:
            foot = at + Vec(0, size.y - 2.0)
            canvas.line((foot, foot + Vec(size.x, 0)), desk.palette.track, 2.0)
            canvas.line((foot, foot + Vec(max(0.01, size.x * self._share), 0)), desk.palette.primary, 2.0)
        self._widgets.draw(canvas, desk.palette)

    def _choose(self, index: int) -> Callable[[], None]:
        def act() -> None:
            self.weeks = index
            self.laid()

        return act

    def _write(self, what: str) -> Callable[[], None]:
        def act() -> None:
            store, player = self.desk.store, self.desk.player
            if self._work is not None:
                return
            from games.launcher.reports.saving import reports_folder, save

            self._share, to = 0.0, saving_folder(self.desk, reports_folder(store.folders))
            day, weeks = progress.today(self.desk), WEEKS[self.weeks]

            def saved() -> str:
                try:
                    path = save(store, player.id, what, day, weeks, self._heard, to, self.desk.words)
                except (OSError, ValueError) as error:
                    self.desk.report(error)
                    return self.desk.say("report not saved", why=reason(self.desk.say, error))
                if handed(self.desk, path):
                    return self.desk.say("handed file", name=path.name)
                return self.desk.say("report saved", folder=path.parent, name=path.name)

            self.begin(saved, self._found_out)

        return act


def _unread(desk: Desk) -> str:
    """A line about rounds whose files could not be read; "" if there are none."""
    from games.launcher.records.unread import unread_of

    left = unread_of(desk.store, desk.player.id)
    if not left:
        return ""
    day = left[-1].file[:8]
    with contextlib.suppress(ValueError):  # a file name may contain an impossible date
        day = day_of(desk.say, f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return desk.say("unread", count=len(left), day=day)
