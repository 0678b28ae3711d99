"""The week: on which days something was practised, how much, and which days the player had chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.planning.today import asked_by, shares
from games.launcher.progress.dose import Cell, calendar, practised_days
from games.launcher.screens.progress import pages as progress
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, SMALL

WEEKS = 4
FULL = 100  # repetitions that fill a day's disc; on a day with a plan its exercises do
KEPT = 0.9  # share of a day's plan from which on it counts as done
LEAST_FULL = 0.62  # share of the radius after the first repetition
LEAST_HEAD = 48.0  # mm; if lower, the head is one line
CALENDAR = 150.0  # mm, its width at most


class Week(Page):
    """A calendar of four weeks, and this week in numbers."""

    name = "progress"

    def __init__(self, desk: Desk, _place: places.Progress) -> None:
        super().__init__(desk)
        self.weeks: tuple[tuple[Cell, ...], ...] = ()
        self.shares: dict[date, float] = {}  # how much of a day's plan was done, where there was one
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk = self.desk
        today = progress.today(desk)
        self.shares = shares(desk, calendar({}, today, WEEKS)[0][0].day, today)
        self.weeks = calendar(self._days(), progress.today(desk), WEEKS, desk.settings.days, asked_by(desk))
        self._at, self._size = progress.room(desk)
        inner = self._size - Vec(2 * GAP, 2 * LEAST_GAP)
        upright = inner.x < inner.y * 1.25
        said = Vec(inner.x, max(46.0, inner.y * 0.38)) if upright else Vec(max(44.0, inner.x * 0.36), inner.y)
        start = self._at + Vec(GAP, LEAST_GAP)
        days = [
            Item("my plan", desk.say("plan"), self._plan, "list"),
            Item("my days", desk.say("my days"), self._choose, "calendar"),
        ]
        wide = said.x if not upright else min(said.x, 80.0)
        key = row(days, start + Vec((said.x - wide) / 2, said.y - CONTROL), wide, min(desk.em(LABEL), 10.0), fill=True)
        self._said = start, said - Vec(0, CONTROL + LEAST_GAP)
        off = Vec(0, said.y + GAP) if upright else Vec(said.x + GAP, 0)
        self._grid = start + off, inner - off
        self._widgets.lay([*progress.keys(desk, "week", self.go), *key])

    def _days(self) -> dict[str, tuple[int, float]]:
        store, player = self.desk.store, self.desk.player
        since = calendar({}, progress.today(self.desk), WEEKS)[0][0].day.isoformat()
        return {day: (reps, minutes) for day, reps, minutes in store.practised.days(player.id, since)}

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self._at, self._size)
        self._draw_numbers(canvas, *self._said)
        self._draw_grid(canvas, *self._grid)
        self._widgets.draw(canvas, desk.palette)

    def _draw_numbers(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        week, desk = self.weeks[-1], self.desk
        days, reps = practised_days(week), 0
        minutes = 0.0
        for cell in week:
            reps, minutes = reps + cell.reps, minutes + cell.minutes
        count = desk.say("days practised", count=days)
        head: list[tuple[str, float, Weight]] = [
            (desk.say("this week"), desk.em(BODY), "regular"),
            (count, min(desk.em(LABEL) * 1.5, 18.0), "bold"),
        ]
        if size.y < LEAST_HEAD:
            head = [(desk.say("this week days", count=days), desk.em(BODY), "bold")]
        lines: list[tuple[str, float, Weight]] = [
            *head,
            (desk.say("repetitions", count=reps), desk.em(BODY), "bold"),
            (desk.say("whole minutes", count=round(minutes)), desk.em(BODY), "regular"),
        ]
        kept = len([cell for cell in week if self.shares.get(cell.day, 0.0) >= KEPT])
        if kept:  # a day left out is not spoken of
            lines.insert(len(head), (desk.say("days as planned", count=kept), desk.em(BODY), "bold"))
        paper.lines(canvas, desk, at, size, lines, centred=True)

    def _draw_grid(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        """Draw a disc for each day, larger the more was done, and a ring around chosen days."""
        desk, palette = self.desk, self.desk.palette
        wide = min(size.x, CALENDAR, size.y * 1.7)
        head = SMALL * 1.5
        pitch = Vec(wide / 7, (size.y - head) / WEEKS)
        left = at.x + (size.x - wide) / 2
        today = progress.today(desk)
        for place in range(7):
            name = desk.say(f"weekday short {place + 1}")
            middle = Vec(left + (place + 0.5) * pitch.x, at.y + head * 0.4)
            canvas.text(name, middle, SMALL, palette.muted, "bold", "centre")
        radius = min(pitch.x, pitch.y) / 2 - 0.5
        for line, week in enumerate(self.weeks):
            for place, cell in enumerate(week):
                middle = Vec(left + (place + 0.5) * pitch.x, at.y + head + (line + 0.5) * pitch.y)
                if cell.day == today:
                    half = Vec(radius + 0.8, radius + 0.8)
                    canvas.rect(middle - half, half * 2, palette.track, min(3.0, radius))
                self._draw_day(canvas, cell, middle, radius)

    def _draw_day(self, canvas: Canvas, cell: Cell, middle: Vec, radius: float) -> None:
        palette = self.desk.palette
        ink = palette.muted if cell.ahead else palette.ink
        if cell.chosen:
            canvas.circle(middle, radius, palette.primary, border=0.6)
        if cell.played:
            share = self.shares.get(cell.day, min(1.0, cell.reps / FULL))
            full = (radius - 1.0) * (LEAST_FULL + (1 - LEAST_FULL) * share)
            full = max(full, min(radius - 0.9, SMALL * 0.9))  # its number must fit on it
            canvas.circle(middle, full, palette.primary)
            ink = palette.on_primary
        weight: Weight = "bold" if cell.played else "regular"
        canvas.text(str(cell.day.day), middle, SMALL, ink, weight, "centre")

    def _plan(self) -> None:
        self.go(places.MyPlan())

    def _choose(self) -> None:
        self.go(places.PracticeDays())
