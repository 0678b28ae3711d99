"""Giving a plan on: its code to be read, a picture of it for a phone, and its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.planning import files
from games.launcher.planning.codes import code_of, grouped
from games.launcher.records.challenges.files import plain
from games.launcher.records.challenges.places import sending_folder
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.handing import handed, saving_folder
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.shell.work import Work
from games.launcher.ui import paper, qr
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, STRIP
from games.launcher.words.reasons import reason

WIDEST, TALLEST = 240.0, 130.0  # mm, the card
LONGEST = 120  # characters of a code that is shown to be typed
MOST_NAMES = 1000


class GivingPage(Page):
    """What a plan is carried by."""

    name = "give plan"

    def __init__(self, desk: Desk, place: places.GivePlan) -> None:
        super().__init__(desk)
        self.plan = place.plan
        try:
            self.code: str | None = code_of(place.plan)
        except ValueError as error:
            desk.report(error)
            self.code = None
        self._noted = any(one.note for day in place.plan.days for one in day)
        self._saving: Work | None = None
        self._said: str | None = None
        self.laid()

    @property
    def lively(self) -> bool:
        return self._saving is not None

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self.back)
        if self._saving is not None and self._saving.done():
            path, why = self._saving.result()
            self._saving = None
            say = self.desk.say
            if path is None:
                self._said = say("file not saved", why=why)
            elif handed(self.desk, path):
                self._said = say("handed file", name=plain(path.name))
            else:
                self._said = say("file saved", folder=plain(path.parent.name), name=plain(path.name))
        return self.moved()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", desk.say("back"), self.back, "back")]
        right = [Item("save file", desk.say("save file"), self._save, "save", main=True)]
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say("plan give"), self._free)
        gap = LEAST_GAP if size.y < 100 else MARGIN
        room = Vec(size.x - 2 * MARGIN, size.y - STRIP - 2 * gap)
        whole = Vec(min(room.x, WIDEST), min(room.y, TALLEST if size.x > size.y else 1.5 * TALLEST))
        at = Vec((size.x - whole.x) / 2, STRIP + (size.y - STRIP - whole.y) / 2)
        paper.card(canvas, desk, at, whole)
        upright = whole.y > whole.x
        side = 0.0
        if self.code is not None:
            side = min(whole.y * 0.5, whole.x * 0.62) if upright else min(whole.y - 2 * LEAST_GAP, whole.x * 0.4)
            place = at + (
                Vec((whole.x - side) / 2, whole.y - side - GAP) if upright else Vec(LEAST_GAP, (whole.y - side) / 2)
            )
            px, code = desk.display.px_per_mm, grouped(self.code)
            canvas.kept("plan qr", (code, place, side, px), lambda kept: qr.draw(kept, code, place, side, px))
        words = self._words()
        corner = at + (Vec(GAP, LEAST_GAP) if upright else Vec(side + GAP, LEAST_GAP))
        inner = (
            Vec(whole.x - 2 * GAP, whole.y - side - 2 * GAP)
            if upright
            else Vec(whole.x - side - 2 * GAP, whole.y - 2 * LEAST_GAP)
        )
        paper.lines(canvas, desk, corner, inner, words, centred=True)
        self._widgets.draw(canvas, desk.palette)

    def _words(self) -> list[tuple[str, float, Weight]]:
        desk = self.desk
        out: list[tuple[str, float, Weight]] = []
        if self.code is not None and len(self.code) <= LONGEST:
            out.append((grouped(self.code), min(desk.em(LABEL) * 1.3, 11.0), "bold"))
            out.append((desk.say("plan code notes" if self._noted else "plan code"), desk.em(BODY), "regular"))
        if self.code is not None:
            out.append((desk.say("scan it"), desk.em(BODY), "regular"))
        if self._said is not None:
            out.insert(0, (self._said, desk.em(BODY), "bold"))
        return out

    def _save(self) -> None:
        if self._saving is not None:
            return
        desk, plan, say = self.desk, self.plan, self.desk.say
        folder, day = saving_folder(desk, sending_folder(desk.store.folders)), desk.clock().local_date

        def saved() -> tuple[Path | None, str]:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                path = _free(folder, f"Plan {day}")
                files.write(path, plan)
            except OSError as error:
                desk.report(error)
                return None, reason(say, error)
            return path, ""

        self._saving = desk.beside(saved)


def _free(folder: Path, stem: str) -> Path:
    """A name in a folder that no file has yet."""
    names = [stem, *(f"{stem} ({number})" for number in range(2, MOST_NAMES))]
    return next(path for name in names if not (path := folder / f"{name}{files.ENDING}").exists())
