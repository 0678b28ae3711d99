"""Ready-made plans: their names, and of the chosen one what it trains, for whom it is not, its exercises and days."""

from __future__ import annotations

from functools import partial

from games.catalog import named
from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.planning.plan import WEEK
from games.launcher.planning.ready import READY, Ready, plan_from
from games.launcher.screens.plan.cards import amount
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import title

LIST = 0.36  # of the width that the list of names takes
LEAST_BESIDE = 150.0  # mm of width from which on the list stands beside the words
LARGEST = Vec(190.0, 110.0)  # mm, the card with the words
LOW = 48.0  # mm; on a lower card there are words only
DOT = 3.0  # mm, the radius of a day's dot at most


class ReadyPage(Page):
    """Take this plan answers with the chosen one."""

    name = "ready plans"

    def __init__(self, desk: Desk, _place: places.ReadyPlans) -> None:
        super().__init__(desk)
        self.chosen = 0
        self._card = Vec(0, 0), Vec(1, 1)
        self.laid()

    def laid(self) -> None:
        desk, size, say = self.desk, self.desk.display.size, self.desk.say
        gap = LEAST_GAP if size.y < 110 else GAP
        left = [Item("back", say("back"), self.back, "back")]
        right = [Item("take plan", say("plan take"), self._take, "check", main=True)]
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 10.0), keep=30.0)
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        if room.x >= LEAST_BESIDE and room.y >= len(READY) * (CONTROL + LEAST_GAP) - LEAST_GAP:
            buttons += self._beside(at, room, gap)
        else:
            before, after = (self.chosen - 1) % len(READY), (self.chosen + 1) % len(READY)
            items = [
                Item(f"ready {READY[before].id}", "", partial(self._choose, before), "left"),
                Item("ready", self._called(READY[self.chosen]), self._take, chosen=True),
                Item(f"ready {READY[after].id}", "", partial(self._choose, after), "right"),
            ]
            buttons += row(items, at, room.x, min(desk.em(BODY), 9.0), fill=True)
            self._card = at + Vec(0, CONTROL + gap), room - Vec(0, CONTROL + gap)
        self._widgets.lay(buttons)

    def _beside(self, at: Vec, room: Vec, gap: float) -> list[Button]:
        """The names below each other, and the card with the words right of them."""
        wide = min(room.x * LIST, 110.0)
        whole = Vec(wide + gap + min(LARGEST.x, room.x - wide - gap), min(room.y, LARGEST.y))
        corner = at + (room - whole) * 0.5
        self._card = corner + Vec(wide + gap, 0), whole - Vec(wide + gap, 0)
        em, out = min(self.desk.em(BODY), 8.5), []
        for index, ready in enumerate(READY):
            place, one = cell(corner, Vec(wide, whole.y), 1, len(READY), index, LEAST_GAP)
            item = Item(
                f"ready {ready.id}",
                self._called(ready),
                partial(self._choose, index),
                chosen=index == self.chosen,
            )
            out.append(item.button(place, one, em))
        return out

    def _called(self, ready: Ready) -> str:
        return self.desk.say(f"plan {ready.id}")

    def draw(self, canvas: Canvas) -> None:
        desk, say, ready = self.desk, self.desk.say, READY[self.chosen]
        paper.scene(canvas, desk)
        paper.title(canvas, desk, say("plan ready"), self._free)
        at, size = self._card
        paper.card(canvas, desk, at, size)
        picture = min(size.y * 0.26, size.x * 0.17, 30.0) if size.y > LOW else 0.0
        for index, exercise in enumerate(ready.exercises):
            if desk.pictures and picture:
                middle = at + Vec(GAP / 2 + picture * 1.25 * (index + 0.5), 2.0 + picture / 2)
                named(exercise.game).tile(canvas, middle, picture * 1.2)
        dots = GAP + picture * 1.25 * len(ready.exercises)
        self._draw_week(canvas, at + Vec(dots, 2.0), Vec(size.x - dots - 3.0, picture), ready)
        exercises = " · ".join(
            say("plan of item", game=title(say, named(one.game)), amount=amount(say, one)) for one in ready.exercises
        )
        words: list[tuple[str, float, Weight]] = [
            (say(f"plan {ready.id} trains"), desk.em(BODY), "bold"),
            (say(f"plan {ready.id} not for"), desk.em(BODY), "regular"),
            (exercises, desk.em(BODY), "bold"),
        ]
        head = picture + 3.0
        paper.lines(canvas, desk, at + Vec(GAP / 2, head), size - Vec(GAP, head + 1.5), words)
        self._widgets.draw(canvas, desk.palette)

    def _draw_week(self, canvas: Canvas, at: Vec, room: Vec, ready: Ready) -> None:
        """A dot for each day of the week with its name: full where something is to be done."""
        pitch, palette = min(room.x / WEEK, 14.0), self.desk.palette
        radius = min(pitch * 0.4, room.y * 0.5, DOT)
        if radius < 1.2:
            return
        named = pitch >= SMALL * 1.7 and room.y >= SMALL * 1.4 + 2 * radius
        for day in range(WEEK):
            middle = at + Vec(room.x - (WEEK - day - 0.5) * pitch, room.y / 2 + (SMALL * 0.7 if named else 0.0))
            if named:
                words = self.desk.say(f"weekday short {day + 1}")
                canvas.text(words, middle - Vec(0, radius + SMALL * 0.8), SMALL, palette.muted, "bold", "centre")
            if day in ready.days:
                canvas.circle(middle, radius, palette.primary)
            else:
                canvas.circle(middle, radius, palette.border, border=0.5)

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.laid()

    def _take(self) -> None:
        moment = self.desk.clock()
        self.back(plan_from(READY[self.chosen], moment.local_date, moment.utc_ms))
