"""One person's page: picture, name, hand, and Erase, which asks once and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.people.everybody import Person
from games.launcher.screens.people.tiles import label_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Go, Move
from games.launcher.shell.work import Work
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.paper import draw_portrait
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP

SHARES = (0.32, 0.2, 0.1)  # sizes of the portrait as shares of the width, tried in order until the keys have room
KEYS = (52.0, 40.0, 32.0, CONTROL)  # mm, least widths of a key, tried in order


class OnePerson(Page):
    """Changes one person's profile."""

    name = "player"

    def __init__(self, desk: Desk, place: places.Person) -> None:
        super().__init__(desk)
        self.person = place.person
        self._erasing: Work | None = None
        self.laid()

    @property
    def lively(self) -> bool:
        """Whether frames are needed without input: while somebody is being erased."""
        return self._erasing is not None

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self._back}

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        if self._erasing is not None:
            return self._after_erasing(self._erasing) if self._erasing.done() else None
        return super().frame(now, readings)

    def laid(self) -> None:
        if self._erasing is not None:
            return
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        side = self.person.side
        self._called = label_of(desk.say, desk.people, self.person)
        items = [
            Item("name", desk.say("name"), self._rename, "edit", note=self.person.name or desk.say("no name")),
            Item("picture", desk.say("picture"), self._picture, "picture"),
            Item("hand", desk.say(f"hand {side}"), self._hand, f"hand_{side}"),
        ]
        people = desk.people
        if len(people.all()) > 1:
            items.append(Item("join", desk.say("join"), self._join, "people"))
        if people.joined(self.person.id):
            items.append(Item("separate", desk.say("separate"), self._separate, "person"))
        items.append(Item("erase", desk.say("erase"), self._erase, "erase", at_once=True))
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
        left = [Item("back", desk.say("back"), self._back, "back")]
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
        words = self._called or desk.say("no name")
        words = paper.seen(canvas, words, desk.say("name not shown"))
        words, em = paper.shortened(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if self._free.y - self._free.x >= 3 * SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        x = MARGIN + self._portrait / 2 if size.x > size.y else size.x / 2
        middle = Vec(x, STRIP + 2 * self._gap + self._portrait / 2)
        draw_portrait(canvas, self.person.picture, middle, self._portrait)
        self._widgets.draw(canvas, desk.palette)

    def _changed(self, person: Person) -> None:
        self.person = person
        if self.desk.player.id == person.id:
            self.desk.become(person)
        self.laid()

    def _rename(self) -> None:
        self.over(places.Naming(self.person.name or ""))

    def answered(self, answer: object) -> Move:
        """A name was typed, or a question answered."""
        if isinstance(answer, str):
            self._named(answer)
        return self._erased() if answer is True else None

    def _named(self, name: str) -> None:
        people = self.desk.people
        try:
            self._changed(people.rename(self.person.id, name or None))
        except (OSError, ValueError) as error:
            self.desk.report(error)

    def _picture(self) -> None:
        self.go(places.Portraits(self.person))

    def _hand(self) -> None:
        people = self.desk.people
        try:
            self._changed(people.take_side(self.person.id, "right" if self.person.side == "left" else "left"))
        except OSError as error:
            self.desk.report(error)

    def _join(self) -> None:
        self.go(places.Joining(self.person))

    def _separate(self) -> None:
        people = self.desk.people
        try:
            people.separate(self.person.id)
        except OSError as error:
            self.desk.report(error)
        self.go(places.Players(editing=True))

    def _erase(self) -> None:
        people = self.desk.people
        blocks, reps = people.counts(self.person.id)
        question = self.desk.say("erase question", name=self._called or self.desk.say("this player"))
        more = self.desk.say("erase what", rounds=blocks, reps=reps)
        self.over(places.Question(question, more, "erase"))

    def _erased(self) -> Move:
        """Go on once erasing is done; it runs on another thread, because other programs may hold the files for a moment."""
        self._erasing = self.desk.beside(lambda: self.desk.people.erase(self.person.id))
        self._widgets.lay([])
        return self._after_erasing(self._erasing) if self._erasing.done() else None

    def _after_erasing(self, work: Work) -> Move:
        people, self._erasing = self.desk.people, None
        try:
            erased = work.result()
        except OSError as error:
            self.desk.report(error)
            self.laid()  # its keys are back
            return None
        if self.desk.player.id == self.person.id:
            self.desk.become(people.guest())
        return Go(places.Players(undo=lambda: people.undo(erased)))

    def _back(self) -> None:
        self.go(places.Players(editing=True))
