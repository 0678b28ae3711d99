"""My days: a key for each day of the week. Chosen days are marked in the calendar; missing one has no consequence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.progress.dose import is_chosen, turned
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, strip, width_of
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, STRIP

WIDE, TALL = 64.0, 34.0  # mm, a key at most


class PracticeDays(Page):
    """Seven keys; those of chosen days are filled."""

    name = "practice days"

    def __init__(self, desk: Desk, _place: places.PracticeDays) -> None:
        super().__init__(desk)
        self.laid()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        buttons, self._free = strip([Item("back", desk.say("back"), self._back, "back")], [], size.x, desk.em(LABEL))
        gap = LEAST_GAP if size.y < 100 else GAP
        at, room = Vec(MARGIN, STRIP + gap), Vec(size.x - 2 * MARGIN, size.y - STRIP - 2 * gap)
        names = [desk.say(f"weekday {day}") for day in range(1, 8)]
        columns = 2 if room.x < room.y else 4
        rows = -(-7 // columns)
        whole = Vec(min(room.x, columns * WIDE + (columns - 1) * gap), min(room.y, rows * TALL + (rows - 1) * gap))
        corner = at + (room - whole) * 0.5
        beside = (whole.x / columns - gap - 8.5) / (
            max(width_of(name, 1.0) for name in names) + 1.25
        )  # em at which all fit
        em = min(desk.em(BODY), 9.0, beside) if beside >= BODY * 0.9 else BODY
        for day, name in enumerate(names):
            place, area = cell(corner, whole, columns, rows, day, gap)
            chosen = is_chosen(desk.settings.days, day)
            item = Item(f"day {day}", name, self._turn(day), "check" if chosen else "plus", chosen=chosen)
            place = place + Vec((area.x + gap) / 2 if columns == 4 and day >= 4 else 0.0, 0)
            buttons.append(item.button(place, area, em))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        paper.scene(canvas, self.desk)
        paper.title(canvas, self.desk, self.desk.say("my days how"), self._free)
        self._widgets.draw(canvas, self.desk.palette)

    def _turn(self, day: int) -> Callable[[], None]:
        def act() -> None:
            chosen = self.desk.settings
            self.desk.choose(replace(chosen, days=turned(chosen.days, day)))
            self.laid()

        return act

    def _back(self) -> None:
        self.go(places.Progress())
