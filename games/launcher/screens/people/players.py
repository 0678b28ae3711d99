"""Who plays: a picture for each person, the guest, and "new". A picture is enough, nobody has to type."""

from __future__ import annotations

from collections.abc import Callable

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.people.everybody import Person
from games.launcher.people.portraits import PORTRAITS
from games.launcher.screens.people.tiles import Tiles, label_of
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.theme import LABEL, SMALL, STRIP


class Who(Page):
    """Everybody who plays here, most recent first. With `editing`, a key opens that person's page."""

    name = "players"

    def __init__(self, desk: Desk, place: places.Players) -> None:
        super().__init__(desk)
        self.editing, self._undone_by = place.editing, place.undo
        self._tiles = Tiles()
        self.laid()

    def laid(self) -> None:
        desk, people = self.desk, self.desk.people
        cells: list[tuple[str, str, str, Callable[[], None]]] = []
        for person in people.all():
            act = lambda person=person: self._pick(person)  # noqa: E731
            cells.append(
                (f"player {person.picture} {person.id[:6]}", person.picture, label_of(desk.say, people, person), act)
            )
        if not self.editing:
            cells.append(("guest", "guest", desk.say("guest"), lambda: self._pick(people.guest())))
        cells.append(("add", "add", desk.say("add"), self._add))
        here = desk.player
        chosen = None
        if not self.editing:
            chosen = f"player {here.picture} {here.id[:6]}" if here.picture != "guest" or here.name else "guest"
        tiles = self._tiles.lay(desk, cells, chosen)
        right = [Item("undo", desk.say("undo"), self._undo, "undo", main=True)] if self._undone_by is not None else []
        if self._tiles.pages > 1:
            right.append(Item("more", desk.say("more"), self._turn, "forward"))
        if not self.editing:
            right.append(Item("two", desk.say("two players"), self._two, "people"))
        if people.all():
            right.append(Item("edit", desk.say("edit"), self._edit, "edit", chosen=self.editing))
        left = [Item("back", desk.say("back"), self._back, "back")]
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = desk.say("whom to change") if self.editing else desk.say("who plays")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    def _two(self) -> None:
        self.go(places.TwoPlayers())

    def _pick(self, person: Person) -> None:
        if self.editing:
            self.go(places.Person(person))
            return
        self.desk.become(person)
        self.home()

    def _add(self) -> None:
        self.go(places.Portraits())

    def _edit(self) -> None:
        self.editing = not self.editing
        self.laid()

    def _undo(self) -> None:
        if self._undone_by is not None:
            try:
                self._undone_by()
            except OSError as error:  # such as a file held by another program: the key can be pressed again
                self.desk.report(error)
                return
            self._undone_by = None
            self.laid()

    def _turn(self) -> None:
        self._tiles.page = (self._tiles.page + 1) % self._tiles.pages
        self.laid()

    def _back(self) -> None:
        if self.editing:
            self._edit()
        else:
            self.home()


class Portraits(Page):
    """All pictures, to choose one for a new player or for `person`."""

    name = "pictures"

    def __init__(self, desk: Desk, place: places.Portraits) -> None:
        super().__init__(desk)
        self.person = place.person
        self._tiles = Tiles()
        self.laid()

    def laid(self) -> None:
        desk = self.desk
        taken = {person.picture for person in desk.people.all()}
        free = [name for name in PORTRAITS if name not in taken] or list(PORTRAITS)
        cells = [(f"picture {name}", name, "", lambda name=name: self._take(name)) for name in free]
        tiles = self._tiles.lay(desk, cells, None)
        left = [Item("back", desk.say("back"), self._back, "back")]
        right = [Item("more", desk.say("more"), self._turn, "forward")] if self._tiles.pages > 1 else []
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = desk.say("pick picture")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    def _take(self, picture: str) -> None:
        people = self.desk.people
        try:
            if self.person is not None:
                changed = people.repicture(self.person.id, picture)
                if self.desk.player.id == changed.id:
                    self.desk.become(changed)
                self.go(places.Person(changed))
                return
            self.desk.welcome(people.add(picture))
        except OSError as error:  # it could not be stored: the present player stays
            self.desk.report(error)
        self.home()

    def _turn(self) -> None:
        self._tiles.page = (self._tiles.page + 1) % self._tiles.pages
        self.laid()

    def _back(self) -> None:
        self.go(places.Players(editing=self.person is not None))
