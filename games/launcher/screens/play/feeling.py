"""Asks for pain, tightness and tiredness with three faces each, before and after playing; and the page `Enough`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.progress.feeling import ASKED, enough
from games.launcher.records.felt import Felt, keep
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row, strip
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE

FACES = (("face_well", "face none"), ("face_little", "face little"), ("face_lot", "face lot"))
TALLEST = 30.0  # mm, a face's key
NAMED = 0.28  # share of the width for the question
WIDEST = 180.0  # mm


class Feeling(Page):
    """Asks how the hand feels; `when` is "before" or "after". The place on the way to which it was asked follows."""

    name = "feeling"

    def __init__(self, desk: Desk, place: places.Feeling) -> None:
        super().__init__(desk)
        self.when, self.after = place.when, place.then
        self.chosen: dict[str, int] = {}
        self.laid()

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self._skip)
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 110 else GAP
        right = [
            Item("skip", desk.say("skip"), self._skip, "skip", at_once=True),
            Item("go on", desk.say("go on"), self._go_on, "forward", main=True),
        ]
        buttons, self._free = strip([], right, size.x, min(desk.em(LABEL), 11.0))
        wide = min(size.x - 2 * MARGIN, WIDEST)
        left, each = (size.x - wide) / 2, (wide * (1 - NAMED) + gap) / len(FACES)
        tall = (size.y - STRIP - (len(ASKED) + 1) * gap) / len(ASKED)
        tall = min(TALLEST, max(CONTROL, tall))  # on a low screen the margins above and below shrink
        top = STRIP + (size.y - STRIP - len(ASKED) * (tall + gap) + gap) / 2
        self._rows = []
        for number, name in enumerate(ASKED):
            at = Vec(left, top + number * (tall + gap))
            self._rows.append((name, at + Vec(0, tall / 2), wide * NAMED))
            for value, (icon, words) in enumerate(FACES):
                face = Item(
                    f"{name} {value}", desk.say(words), self._choice(name, value), icon, chosen=self._is(name, value)
                )
                corner = at + Vec(wide * NAMED + value * each, 0)
                # Letters too wide to stand beside the face, so that they stand under it, and it is large.
                buttons.append(face.button(corner, Vec(each - gap, tall), max(desk.em(BODY), each * 0.26)))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say(f"feel {self.when}"), self._free)
        for name, at, wide in self._rows:
            em = max(SMALL, paper.fitted(canvas, desk.say(name), wide - 8.0, min(desk.em(LABEL), 11.0)))
            paper.label(canvas, desk, at + Vec(wide / 2 - 2.0, 0), desk.say(name), em)
        self._widgets.draw(canvas, desk.palette)

    def _is(self, name: str, value: int) -> bool:
        return self.chosen.get(name) == value

    def _choice(self, name: str, value: int) -> Callable[[], None]:
        def choose() -> None:
            if self._is(name, value):
                del self.chosen[name]
            else:
                self.chosen[name] = value
            self.laid()

        return choose

    def _go_on(self) -> None:
        desk, moment = self.desk, self.desk.clock()
        said = {"t_utc_ms": moment.utc_ms, "tz_min": moment.tz_min, "when": self.when, **self.chosen}
        felt = Felt.model_validate(said)
        if felt.said:
            try:
                keep(desk.store, desk.player.id, felt)
            except OSError as error:
                desk.report(error)
        before = desk.sitting.felt
        if self.when == "before":
            desk.sitting.felt = felt
        desk.sitting.enough = enough(before, felt)
        self.go(places.Enough(self.after) if desk.sitting.enough else self.after)

    def _skip(self) -> None:
        if self.when == "before":
            moment = self.desk.clock()
            self.desk.sitting.felt = Felt(t_utc_ms=moment.utc_ms, tz_min=moment.tz_min, when="before")
        self.go(self.after)


class Enough(Page):
    """A hand that hurts rests. A helper may allow to go on, and is asked twice."""

    name = "enough"

    def __init__(self, desk: Desk, place: places.Enough) -> None:
        super().__init__(desk)
        self.after = place.then
        self._sure = False
        self.laid()

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self._stop)
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 170.0), min(size.y - MARGIN, 92.0))
        self.at = (size - self.size) * 0.5
        keys = [Item("stop", desk.say("stop"), self._stop, "home", main=True, at_once=True)]
        if self._sure:
            keys.append(Item("carry on", desk.say("helper carries on"), self._carry_on, "play"))
        else:
            keys.append(Item("helper", desk.say("helper is here"), self._helper, "person"))
        foot = self.at + Vec(GAP, self.size.y - GAP - CONTROL)
        self._widgets.lay(row(keys, foot, self.size.x - 2 * GAP, min(desk.em(LABEL), 10.5), fill=True))

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self.at, self.size)
        lines: list[tuple[str, float, Weight]] = [
            (desk.say("enough"), min(desk.em(TITLE), 14.0), "bold"),
            (desk.say("helper sure" if self._sure else "enough why"), desk.em(BODY), "regular"),
        ]
        room = self.size - Vec(2 * GAP, CONTROL + 2 * GAP)
        paper.lines(canvas, desk, self.at + Vec(GAP, LEAST_GAP), room, lines)
        self._widgets.draw(canvas, desk.palette)

    def _helper(self) -> None:
        self._sure = True
        self.laid()

    def _carry_on(self) -> None:
        self.desk.sitting.enough = False
        self.go(self.after)

    def _stop(self) -> None:
        self.home()
