"""Challenge a friend: the code of a round in large letters, as a QR code, and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.challenge.choosing import free_name
from games.launcher.challenge.exchange import NotSent, code_of_record, export, head_of
from games.launcher.progress.challenges import how_of
from games.launcher.progress.codes import GROUP, grouped
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
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.reasons import reason

if TYPE_CHECKING:
    pass

WIDEST, TALLEST = 230.0, 120.0  # mm, the card
LARGEST = 17.0  # mm, the largest em of the code
BLANK = 1.05  # em between two groups of the code


class ChallengeFriend(Page):
    """`back` makes the screen that follows."""

    name = "challenge friend"

    def __init__(self, desk: Desk, place: places.Challenging) -> None:
        super().__init__(desk)
        self._record, self._trace = place.record, place.trace
        self.code = code_of_record(place.record)
        self._saving: Work | None = None
        self._said: str | None = None  # the sentence on where the file was saved, or why it was not
        self.laid()

    @property
    def lively(self) -> bool:
        return self._saving is not None

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        self._widgets.feed(readings, escape=self.back)
        if self._saving is not None and self._saving.done():
            path, why = self._saving.result()
            self._saving = None
            if path is None:
                self._said = why
            elif handed(self.desk, path):
                self._said = self.desk.say("handed file", name=plain(path.name))
            else:
                self._said = self.desk.say("file saved", folder=plain(path.parent.name), name=plain(path.name))
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
        paper.title(canvas, desk, desk.say("challenge friend"), self._free)
        gap = LEAST_GAP if size.y < 100 else MARGIN
        whole = Vec(min(size.x - 2 * MARGIN, WIDEST), min(size.y - STRIP - 2 * gap, TALLEST))
        if size.y > size.x:
            whole = Vec(whole.x, min(size.y - STRIP - 2 * gap, 1.5 * TALLEST))
        at = Vec((size.x - whole.x) / 2, STRIP + (size.y - STRIP - whole.y) / 2)
        paper.card(canvas, desk, at, whole)
        code = self.code
        if code is None:
            words: list[tuple[str, float, Weight]] = [(self._said or desk.say("no code"), desk.em(LABEL), "bold")]
            paper.lines(canvas, desk, at + Vec(GAP, GAP), whole - Vec(2 * GAP, 2 * GAP), words, True)
            self._widgets.draw(canvas, desk.palette)
            return
        upright = whole.y > whole.x
        side = min(whole.y * 0.5, whole.x * 0.62) if upright else min(whole.y - 2 * LEAST_GAP - 2, whole.x * 0.36)
        if upright:
            place = at + Vec((whole.x - side) / 2, whole.y - side - GAP)
            room = Vec(whole.x - 2 * GAP, whole.y - side - 2 * GAP)
        else:
            place = at + Vec(whole.x - side - LEAST_GAP - 1, (whole.y - side) / 2)
            room = Vec(whole.x - side - 2 * GAP - LEAST_GAP - 1, whole.y - 2 * LEAST_GAP)
        # The modules of the QR code are aligned with the pixels of the present scale.
        key = (code, place, side, desk.display.px_per_mm)
        canvas.kept("qr", key, lambda kept: qr.draw(kept, grouped(code), place, side, desk.display.px_per_mm))
        self._draw_code(canvas, code, at + Vec(GAP, LEAST_GAP), room)
        self._widgets.draw(canvas, desk.palette)

    def _draw_code(self, canvas: Canvas, code: str, at: Vec, room: Vec) -> None:
        """Draw the code in groups, and the sentence below it."""
        desk = self.desk
        groups = [code[start : start + GROUP] for start in range(0, len(code), GROUP)]
        wide = canvas.text_size(grouped(code), 10.0, "bold").x / 10.0
        em = min(LARGEST, room.x / wide)
        lines = [grouped(code)] if em >= 9.0 or room.y < 60.0 else groups
        if len(lines) > 1:
            em = min(LARGEST, room.y * 0.16, room.x / (wide / 3.0))
        tall = em * 1.35 * len(lines) + em * 0.3
        for index, words in enumerate(lines):
            middle = at + Vec(room.x / 2, em * 0.85 + index * em * 1.35)
            canvas.text(words, middle, em, desk.palette.primary, "bold", "centre")
        told: list[tuple[str, float, Weight]]
        if self._said is not None:
            told = [(self._said, desk.em(BODY), "bold")]
        else:
            points = desk.say("same for both", count=self._record.score)
            told = [(desk.say("read aloud"), desk.em(BODY), "bold"), (points, desk.em(BODY), "regular")]
            how = how_of(self._record.input, self._record.form, self._record.fit.side)
            told += [] if how is None else [(how.said(desk.say), desk.em(BODY), "regular")]
            told += [(desk.say("scan it"), desk.em(BODY), "regular"), (desk.say("file too"), desk.em(BODY), "regular")]
        left = room - Vec(0, tall)
        if left.y >= SMALL * 1.3:
            paper.lines(canvas, desk, at + Vec(0, tall), left, told, True)

    def _save(self) -> None:
        record, trace, store, say = self._record, self._trace, self.desk.store, self.desk.say
        if self._saving is not None:
            return
        folder = saving_folder(self.desk, sending_folder(store.folders))

        def saved() -> tuple[Path | None, str]:
            try:
                path = free_name(folder, head_of(record, trace), record.local_date)
                export(record, trace, path)
            except NotSent as error:
                return None, say(f"not sent {error.reason}")
            except (ValueError, OSError) as error:
                self.desk.report(error)
                return None, say("file not saved", why=reason(say, error))
            return path, ""

        self._saving = self.desk.beside(saved)
