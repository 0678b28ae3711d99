"""The timed test: a warm-up and a minute for each hand, first the hand that is not in training; parts can be skipped."""

from __future__ import annotations

from games.catalog import named
from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.round.levels import level_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import title

WARM_UP = 15.0  # s
ROW = 26.5  # mm, the largest height of a part's row
OTHER = {"left": "right", "right": "left"}


class Testing(Page):
    """Shows the four parts and starts the next. `part` counts from 0; earlier parts are done."""

    name = "test"

    def __init__(self, desk: Desk, place: places.Testing) -> None:
        super().__init__(desk)
        self.game, self.number = named(place.game), place.number
        self.part = 0
        self.done: tuple[int, ...] = ()
        hand = desk.player.side
        self.level = level_of(self.game, "test", self.number)
        sides = (hand,) if self.level.hands > 1 else (OTHER[hand], hand)
        self.parts = [(side, warm) for side in sides for warm in (True, False)]
        self.laid()

    def laid(self) -> None:
        size, wanted = self.desk.display.size, min(self.desk.em(LABEL), 11.0)
        left = [Item("back", self.desk.say("back"), self._back, "back")]
        right = [
            Item("skip part", self.desk.say("skip"), self._skip, "skip"),
            Item("start", self.desk.say("start"), self._start, "play", main=True),
        ]
        buttons, self._free = strip(left, right, size.x, wanted)
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size, palette = self.desk, canvas.size, self.desk.palette
        paper.scene(canvas, desk)
        words = title(desk.say, self.game, self.level)
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, palette.ink, "bold")
        gap = LEAST_GAP if size.y < 100 else MARGIN
        room = Vec(min(size.x - 2 * MARGIN, 170.0), min(size.y - STRIP - 2 * gap, 4.0 + ROW * len(self.parts)))
        at = Vec((size.x - room.x) / 2, STRIP + (size.y - STRIP - room.y) / 2)
        paper.card(canvas, desk, at, room)
        tall = (room.y - 4.0) / len(self.parts)
        em = min(desk.em(BODY), tall * 0.6)
        seconds, reps = self.level.seconds, self.level.reps
        whole = (
            desk.say("whole count", count=reps) if seconds is None else desk.say("whole test", seconds=round(seconds))
        )
        both = self.level.hands > 1
        hands = [desk.say("both hands") if both else desk.say(f"hand {side}") for side, _ in self.parts]
        rows = [
            desk.say("hand and what", hand=hand, what=desk.say("warm up") if warm else whole)
            for hand, (_, warm) in zip(hands, self.parts, strict=True)
        ]
        while em > SMALL and any(canvas.text_size(row, em, "bold").x > room.x - 2 * GAP - tall for row in rows):
            em *= 0.95
        for index, row in enumerate(rows):
            middle = at + Vec(GAP + tall * 0.4, 2.0 + tall * (index + 0.5))
            if index == self.part:
                inset = Vec(2.0, 2.0 + tall * index)
                canvas.rect(at + inset, Vec(room.x - 4.0, tall), palette.track + "80", 3.0)
            icon = "check" if index in self.done else f"hand_{self.parts[index][0]}"
            canvas.icon(icon, middle, min(tall * 0.7, 12.0), palette.primary)
            weight: Weight = "bold" if index == self.part else "regular"
            canvas.text(row, middle + Vec(tall * 0.6, 0), max(SMALL, em), palette.ink, weight)
        self._widgets.draw(canvas, palette)

    def _start(self) -> None:
        side, warm = self.parts[self.part]
        then: places.Then = "back" if warm else "more" if self.part + 1 < len(self.parts) else "results"
        seconds = WARM_UP if warm else None
        self.over(places.Playing(self.game.id, "test", self.number, side=side, warm_up=seconds, then=then))

    def answered(self, answer: object) -> Move:
        """A part was played: go on to the next."""
        if answer is not None:
            self.done = (*self.done, self.part)
            self.part = min(self.part + 1, len(self.parts) - 1)
        return None

    def _skip(self) -> None:
        if self.part + 1 < len(self.parts):
            self.part += 1
        else:
            self._back()

    def _back(self) -> None:
        self.go(places.Levels(self.game.id, "test", self.number))
