"""Two who are one person: whoever else is meant is picked from all, asked about once, and can be separated again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.people import Person
from games.launcher.screens import paper
from games.launcher.screens.arranging import Item, strip
from games.launcher.screens.dialog import Dialog
from games.launcher.screens.people import Tiles, Who, label_of
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import LABEL, SMALL, STRIP
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say


class Joining:
    """Everybody but `person`, who keeps name, picture, hand and settings."""

    name = "join"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, person: Person) -> None:
        self.desk, self.person = desk, person
        self._tiles = Tiles()
        self._widgets = Controls(desk)
        self._next: Screen = self
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._widgets.feed(readings, escape=self._back)
        return self._next

    def leave(self) -> None:
        """Nobody is joined before it was asked."""

    def laid(self) -> None:
        desk, people = self.desk, self.desk.people
        cells: list[tuple[str, str, str, Callable[[], None]]] = []
        for one in [] if people is None else people.all():
            if one.id != self.person.id:
                act = lambda one=one: self._ask(one)  # noqa: E731
                cells.append((f"player {one.picture} {one.id[:6]}", one.picture, self._called(one, ""), act))
        tiles = self._tiles.lay(desk, cells, None)
        right = [Item("more", say("more"), self._turn, "forward")] if self._tiles.pages > 1 else []
        left = [Item("back", say("back"), self._back, "back")]
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = say("join whom", name=self._called(self.person))
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    def _called(self, person: Person, nobody: str | None = None) -> str:
        people = self.desk.people
        nobody = say("this player") if nobody is None else nobody
        return nobody if people is None else label_of(people, person) or nobody

    def _ask(self, other: Person) -> None:
        again = Joining(self.desk, self.person)
        more = say("join what", other=self._called(other), name=self._called(self.person))
        yes = lambda: self._join(other)  # noqa: E731
        self._next = Dialog(self.desk, say("join question"), more, yes, lambda: again, "people")

    def _join(self, other: Person) -> Screen:
        desk, people = self.desk, self.desk.people
        if people is None:
            return Who(desk)
        try:
            people.join(self.person.id, other.id)
        except (OSError, ValueError) as error:
            desk.report(error)
            return Joining(desk, self.person)
        if desk.player is not None and desk.player.id == other.id:
            desk.become(self.person)
        return Who(desk, editing=True, undo=lambda: people.separate_one(other.id))

    def _turn(self) -> None:
        self._tiles.page = (self._tiles.page + 1) % self._tiles.pages
        self.laid()

    def _back(self) -> None:
        from games.launcher.screens.one_person import OnePerson

        self._next = OnePerson(self.desk, self.person)
