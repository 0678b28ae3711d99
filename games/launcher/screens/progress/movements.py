"""The movements that each hand made: the left hand's bars point left, the right hand's point right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.records.index.movements import MOVEMENTS
from games.launcher.records.index.practised import Dose
from games.launcher.screens.progress import pages as progress
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, SMALL

BAR = 11.0  # mm, the largest height of a bar
ALWAYS = MOVEMENTS[:-1]  # taps have a row only if there are any


class Moves(Page):
    """One row for each movement, of today or of all days."""

    name = "movements"

    def __init__(self, desk: Desk, _place: places.Progress) -> None:
        super().__init__(desk)
        self.all = False
        self.doses: dict[str, Dose] = {}
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk = self.desk
        store, player = desk.store, desk.player
        since = "" if self.all else progress.today(desk).isoformat()
        self.doses = store.practised.doses(player.id, since)
        foot = CONTROL + LEAST_GAP
        self._at, self._size = progress.room(desk, foot)
        wide = min(self._size.x, 160.0)
        at = Vec(self._at.x + (self._size.x - wide) / 2, self._at.y + self._size.y + LEAST_GAP)
        which = [
            Item("day today", desk.say("day today"), lambda: self._show(False), "sun", chosen=not self.all),
            Item("in all", desk.say("in all"), lambda: self._show(True), "list", chosen=self.all),
        ]
        keys = row(which, at, wide, min(desk.em(LABEL), 10.0), fill=True)
        self._widgets.lay([*progress.keys(desk, "movements", self.go), *keys])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self._at, self._size)
        at, size = self._at + Vec(GAP, LEAST_GAP), self._size - Vec(2 * GAP, 2 * LEAST_GAP)
        if not any(dose.blocks for dose in self.doses.values()):
            words = desk.say("no practice") if self.all else self.desk.say("repetitions", count=0)
            paper.lines(canvas, desk, at, size, [(words, desk.em(LABEL), "bold")], centred=True)
        else:
            self._draw_rows(canvas, at, size)
        self._widgets.draw(canvas, desk.palette)

    def _draw_rows(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        left, right = self.doses["left"].moved, self.doses["right"].moved
        names = [name for name in MOVEMENTS if name in ALWAYS or left[name] or right[name]]
        if size.y < SMALL * 1.3 * (len(names) + 1.4):  # no room: movements that were not made are left out
            names = [name for name in names if left[name] or right[name]] or names[:1]
        em = max(SMALL, min(self.desk.em(BODY), size.y / (len(names) + 1.4) * 0.62, 8.5))
        head = em * 1.3 + 1.0
        pitch = (size.y - head) / len(names)
        middle = at.x + size.x / 2
        half = max(canvas.text_size(self.desk.say(f"move {name}"), em, "bold").x for name in names) / 2 + 2.5
        most = max(1, *left.values(), *right.values())
        number = canvas.text_size(self.desk.words.number(most, ","), em, "bold").x + 2.5
        wide = size.x / 2 - half - number
        self._draw_heads(canvas, at, size, em, half)
        for line, name in enumerate(names):
            y = at.y + head + (line + 0.5) * pitch
            for side, count in ((-1, left[name]), (1, right[name])):
                self._draw_bar(canvas, Vec(middle + side * half, y), side, count, wide * count / most, pitch, em)
            canvas.text(self.desk.say(f"move {name}"), Vec(middle, y), em, self.desk.palette.ink, "bold", "centre")

    def _draw_bar(self, canvas: Canvas, foot: Vec, side: int, count: int, long: float, pitch: float, em: float) -> None:
        palette, tall = self.desk.palette, min(BAR, pitch * 0.74)
        if count:
            long = max(long, 1.2)
            corner = Vec(foot.x if side > 0 else foot.x - long, foot.y - tall / 2)
            canvas.rect(corner, Vec(long, tall), palette.primary, min(1.6, long / 2, tall / 2))
        ink = palette.ink if count else palette.muted
        anchor = Vec(foot.x + side * ((long if count else 0.0) + 1.6), foot.y)
        canvas.text(
            self.desk.words.number(count, ","),
            anchor,
            em,
            ink,
            "bold" if count else "regular",
            "left" if side > 0 else "right",
        )

    def _draw_heads(self, canvas: Canvas, at: Vec, size: Vec, em: float, half: float) -> None:
        """Draw above each side the hand, its repetitions and its minutes, as far as there is room."""
        palette, say = self.desk.palette, self.desk.say
        room = size.x / 2 - half
        for side, name in ((-1, "left"), (1, "right")):
            dose = self.doses[name]
            hand = say(f"{name} short")
            done, minutes = say("repetitions", count=dose.reps), say("minutes", count=round(dose.minutes))
            whole = say("hand in all", hand=hand, repetitions=done, minutes=minutes)
            short = say("hand in short", hand=hand, count=dose.reps)
            words = whole if canvas.text_size(whole, em, "bold").x <= room else short
            middle = Vec(at.x + size.x / 2 + side * (half + size.x / 2) / 2, at.y + em * 0.6)
            canvas.text(words, middle, em, palette.primary, "bold", "centre")

    def _show(self, everything: bool) -> None:
        self.all = everything
        self.laid()
