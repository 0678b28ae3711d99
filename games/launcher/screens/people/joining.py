"""Joins two profiles of one person: the other one is picked, confirmed once, and can be separated again later."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.people.everybody import Person
from games.launcher.screens.people.tiles import Tiles, label_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Go, Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.theme import LABEL, SMALL, STRIP


class Joining(Page):
    """Everybody except `person`, who keeps name, picture, hand and settings."""

    name = "join"

    def __init__(self, desk: Desk, place: places.Joining) -> None:
        super().__init__(desk)
        self.person = place.person
        self._other: Person | None = None  # who was picked
        self._tiles = Tiles()
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self._back}

    def laid(self) -> None:
        desk, people = self.desk, self.desk.people
        cells: list[tuple[str, str, str, Callable[[], None]]] = []
        for one in people.all():
            if one.id != self.person.id:
                act = lambda one=one: self._ask(one)  # noqa: E731
                cells.append((f"player {one.picture} {one.id[:6]}", one.picture, self._called(one, ""), act))
        tiles = self._tiles.lay(desk, cells, None)
        right = [Item("more", desk.say("more"), self._turn, "forward")] if self._tiles.pages > 1 else []
        left = [Item("back", desk.say("back"), self._back, "back")]
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = desk.say("join whom", name=self._called(self.person))
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    def _called(self, person: Person, nobody: str | None = None) -> str:
        people = self.desk.people
        nobody = self.desk.say("this player") if nobody is None else nobody
        return label_of(self.desk.say, people, person) or nobody

    def _ask(self, other: Person) -> None:
        self._other = other
        more = self.desk.say("join what", other=self._called(other), name=self._called(self.person))
        self.over(places.Question(self.desk.say("join question"), more, "people"))

    def answered(self, answer: object) -> Move:
        """The answer to the question whether to join them."""
        return self._join(self._other) if answer is True and self._other is not None else None

    def _join(self, other: Person) -> Move:
        desk, people = self.desk, self.desk.people
        try:
            people.join(self.person.id, other.id)
        except (OSError, ValueError) as error:
            desk.report(error)
            return None
        if desk.player.id == other.id:
            desk.become(self.person)
        return Go(places.Players(editing=True, undo=lambda: people.separate_one(other.id)))

    def _turn(self) -> None:
        self._tiles.page = (self._tiles.page + 1) % self._tiles.pages
        self.laid()

    def _back(self) -> None:
        self.go(places.Person(self.person))
