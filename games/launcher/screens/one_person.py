"""Somebody's own page: picture, name, hand, and erase, which asks once and can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.people import People, Person
from games.launcher.screens import paper
from games.launcher.screens.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.screens.dialog import Dialog
from games.launcher.screens.keypad import Keypad
from games.launcher.screens.people import Portraits, Who, label_of
from games.launcher.screens.portraits import draw_portrait
from games.launcher.screens.screen import Desk, Screen, Work
from games.launcher.screens.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say

SHARES = (0.32, 0.2, 0.1)  # of the width, how large the portrait is at most, as the keys leave room
KEYS = (52.0, 40.0, 32.0, CONTROL)  # mm, the least width of a key, as there is room


class OnePerson:
    """What can be changed of one person."""

    name = "player"
    waiting = False

    def __init__(self, desk: Desk, person: Person) -> None:
        self.desk, self.person = desk, person
        self._widgets = Controls(desk)
        self._next: Screen = self
        self._erasing: Work | None = None
        self.laid()

    @property
    def lively(self) -> bool:
        """Whether frames are wanted without input: while somebody is erased."""
        return self._erasing is not None

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        if self._erasing is not None and self.desk.people is not None:
            return self._after_erasing(self.desk.people) if self._erasing.done() else self
        self._widgets.feed(readings, escape=self._back)
        return self._next

    def leave(self) -> None:
        """Every change is kept already."""

    def laid(self) -> None:
        if self._erasing is not None:
            return
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        side = self.person.side
        self._called = "" if desk.people is None else label_of(desk.people, self.person)
        items = [
            Item("name", say("name"), self._rename, "edit", note=self.person.name or say("no name")),
            Item("picture", say("picture"), self._picture, "picture"),
            Item("hand", say(f"hand {side}"), self._hand, f"hand_{side}"),
        ]
        people = desk.people
        if people is not None and len(people.all()) > 1:
            items.append(Item("join", say("join"), self._join, "people"))
        if people is not None and people.joined(self.person.id):
            items.append(Item("separate", say("separate"), self._separate, "person"))
        items.append(Item("erase", say("erase"), self._erase, "erase"))
        for share in SHARES:
            self._portrait = min(54.0, size.y - STRIP - 4 * gap, size.x * share)
            wide = size.x > size.y
            at = Vec(
                MARGIN + (self._portrait + 3 * gap if wide else 0.0),
                STRIP + 2 * gap + (0 if wide else self._portrait + gap),
            )
            room = Vec(size.x - MARGIN - at.x, size.y - at.y - gap)
            fit = [(least, *grid(room, Vec(least, CONTROL), len(items), gap)) for least in KEYS]
            least, columns, rows = next((one for one in fit if one[1] * one[2] >= len(items)), fit[-1])
            if least > CONTROL:
                break
        rows = min(rows, -(-len(items) // columns))
        area = Vec(min(room.x, columns * (100.0 + gap) - gap), min(room.y, rows * (24.0 + gap) - gap))
        left = [Item("back", say("back"), self._back, "back")]
        bar, self._free = strip(left, [], size.x, min(desk.em(LABEL), 11.0))
        keys = []
        for index, item in enumerate(items):
            corner, one = cell(at, area, columns, rows, index, gap)
            keys.append(item.button(corner, one, min(desk.em(BODY), 9.5)))
        self._gap = gap
        self._widgets.lay([*bar, *keys])

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        words = self._called or say("no name")
        words = paper.seen(canvas, words, say("name not shown"))
        words, em = paper.shortened(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if self._free.y - self._free.x >= 3 * SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        x = MARGIN + self._portrait / 2 if size.x > size.y else size.x / 2
        middle = Vec(x, STRIP + 2 * self._gap + self._portrait / 2)
        draw_portrait(canvas, self.person.picture, middle, self._portrait)
        self._widgets.draw(canvas, desk.palette)

    def _changed(self, person: Person) -> None:
        self.person = person
        if self.desk.player is not None and self.desk.player.id == person.id:
            self.desk.become(person)
        self.laid()

    def _rename(self) -> None:
        self._next = Keypad(self.desk, self.person.name or "", self._named, lambda: OnePerson(self.desk, self.person))

    def _named(self, name: str) -> Screen:
        people = self.desk.people
        if people is not None:
            try:
                self._changed(people.rename(self.person.id, name or None))
            except (OSError, ValueError) as error:
                self.desk.report(error)
        return OnePerson(self.desk, self.person)

    def _picture(self) -> None:
        self._next = Portraits(self.desk, self.person)

    def _hand(self) -> None:
        people = self.desk.people
        if people is not None:
            try:
                self._changed(people.take_side(self.person.id, "right" if self.person.side == "left" else "left"))
            except OSError as error:
                self.desk.report(error)

    def _join(self) -> None:
        from games.launcher.screens.joining import Joining

        self._next = Joining(self.desk, self.person)

    def _separate(self) -> None:
        people = self.desk.people
        if people is not None:
            try:
                people.separate(self.person.id)
            except OSError as error:
                self.desk.report(error)
            self._next = Who(self.desk, editing=True)

    def _erase(self) -> None:
        people = self.desk.people
        if people is None:
            return
        blocks, reps = people.counts(self.person.id)
        question = say("erase question", name=self._called or say("this player"))
        more = say("erase what", rounds=blocks, reps=reps)
        self._next = Dialog(self.desk, question, more, self._erased, lambda: OnePerson(self.desk, self.person), "erase")

    def _erased(self) -> Screen:
        """Erasing moves files, which other programs may hold for a moment: it is done beside the frames."""
        people = self.desk.people
        if people is None:
            return Who(self.desk)
        self._erasing = self.desk.beside(lambda: people.erase(self.person.id))
        self._widgets.lay([])
        self._next = self
        return self._after_erasing(people) if self._erasing.done() else self

    def _after_erasing(self, people: People) -> Screen:
        work, self._erasing = self._erasing, None
        if work is None:
            return self
        try:
            erased = work.result()
        except OSError as error:
            self.desk.report(error)
            return OnePerson(self.desk, self.person)
        if self.desk.player is not None and self.desk.player.id == self.person.id:
            self.desk.become(people.guest())
        return Who(self.desk, undo=lambda: people.undo(erased))

    def _back(self) -> None:
        self._next = Who(self.desk, editing=True)
