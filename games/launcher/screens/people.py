"""Who plays: a picture for everybody, the guest, and somebody new; a picture is enough, nobody has to type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.people import People, Person
from games.launcher.records.profiles import NO_PICTURE
from games.launcher.screens import home, paper
from games.launcher.screens.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.screens.portraits import PORTRAITS, draw_portrait
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CORNER, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say

TILE = Vec(30.0, 34.0)  # mm, the least of somebody's key
LARGEST = 46.0


class Tiles:
    """Keys with portraits in a grid, a page at a time: what Who and Portraits are made of."""

    def __init__(self) -> None:
        self.page = self.pages = 0
        self._shown: list[tuple[Button, str]] = []

    def lay(
        self, desk: Desk, cells: Sequence[tuple[str, str, str, Callable[[], None]]], chosen: str | None
    ) -> list[Button]:
        """Cells are (id, picture, name, what it does)."""
        size = desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        tall = TILE.y if any(name for _, _, name, _ in cells) else TILE.x
        columns, rows = grid(room, Vec(TILE.x, min(tall, room.y)), len(cells), gap)
        rows = min(rows, -(-len(cells) // columns))
        fit = columns * rows
        self.pages = max(1, -(-len(cells) // fit))
        self.page = min(self.page, self.pages - 1)
        area = Vec(min(room.x, columns * (LARGEST + gap) - gap), min(room.y, rows * (LARGEST + 4 + gap) - gap))
        at = at + (room - area) * 0.5
        self._shown = []
        for index, (name, picture, label, act) in enumerate(cells[self.page * fit : (self.page + 1) * fit]):
            corner, one = cell(at, area, columns, rows, index, gap)
            self._shown.append((Button(name, label, corner, one, act, bare=True, chosen=name == chosen), picture))
        return [button for button, _ in self._shown]

    def draw(self, canvas: Canvas, desk: Desk) -> None:
        """Slips of paper with portraits and names."""
        for number, (button, picture) in enumerate(self._shown, 1):
            paper.card(canvas, desk, button.at, button.size)
            if button.chosen:
                canvas.rect(button.at, button.size, desk.palette.primary, CORNER, border=1.6)
            named = bool(button.label)
            em = min(desk.em(BODY), button.size.y * 0.24)
            room = button.size.y - (em * 1.5 if named else 0.0) - 4.0
            width = min(room, button.size.x - 6.0)
            middle = button.at + Vec(button.size.x / 2, 2.5 + room / 2)
            if picture == "add":
                canvas.icon("add", middle, width * 0.8, desk.palette.primary)
            else:
                draw_portrait(canvas, picture, middle, width)
            if named:
                place = button.at + Vec(button.size.x / 2, button.size.y - em * 0.9)
                words = paper.seen(canvas, button.label, say("player number", number=number))
                words, em = paper.shortened(canvas, words, button.size.x - 3.0, em)
                canvas.text(words, place, em, desk.palette.ink, "bold", "centre")


def label_of(people: People, person: Person) -> str:
    """What is written beside somebody's picture; of whom neither name nor picture is known, that it is somebody."""
    name = people.known_as(person)
    return name or ("" if person.picture != NO_PICTURE else say("somebody"))


class Who:
    """Everybody who plays here, who played last first. With `editing`, a key opens somebody's own page."""

    name = "players"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, editing: bool = False, undo: Callable[[], object] | None = None) -> None:
        self.desk, self.editing, self._undone_by = desk, editing, undo
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
        """Every change is kept already."""

    def laid(self) -> None:
        desk, people = self.desk, self._people
        cells: list[tuple[str, str, str, Callable[[], None]]] = []
        for person in people.all():
            act = lambda person=person: self._pick(person)  # noqa: E731
            cells.append((f"player {person.picture} {person.id[:6]}", person.picture, label_of(people, person), act))
        if not self.editing:
            cells.append(("guest", "guest", say("guest"), lambda: self._pick(people.guest())))
        cells.append(("add", "add", say("add"), self._add))
        here = desk.player
        chosen = None
        if here is not None and not self.editing:
            chosen = f"player {here.picture} {here.id[:6]}" if here.picture != "guest" or here.name else "guest"
        tiles = self._tiles.lay(desk, cells, chosen)
        right = [Item("undo", say("undo"), self._undo, "undo", main=True)] if self._undone_by is not None else []
        if self._tiles.pages > 1:
            right.append(Item("more", say("more"), self._turn, "forward"))
        if not self.editing:
            right.append(Item("two", say("two players"), self._two, "people"))
        if people.all():
            right.append(Item("edit", say("edit"), self._edit, "edit", chosen=self.editing))
        left = [Item("back", say("back"), self._back, "back")]
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = say("whom to change") if self.editing else say("who plays")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    @property
    def _people(self) -> People:
        if self.desk.people is None:
            raise ValueError("who plays is asked for before the players' files are loaded")
        return self.desk.people

    def _two(self) -> None:
        from games.launcher.screens.two.choosing import Choosing

        self._next = Choosing(self.desk)

    def _pick(self, person: Person) -> None:
        if self.editing:
            from games.launcher.screens.one_person import OnePerson

            self._next = OnePerson(self.desk, person)
            return
        self.desk.become(person)
        self._next = home.Home(self.desk)

    def _add(self) -> None:
        self._next = Portraits(self.desk)

    def _edit(self) -> None:
        self.editing = not self.editing
        self.laid()

    def _undo(self) -> None:
        if self._undone_by is not None:
            try:
                self._undone_by()
            except OSError as error:  # such as a file that another program holds: it can be pressed again
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
            self._next = home.Home(self.desk)


class Portraits:
    """All pictures: for somebody new, or a new one for `person`."""

    name = "pictures"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, person: Person | None = None) -> None:
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
        """Nothing is begun before a picture is chosen."""

    def laid(self) -> None:
        desk = self.desk
        taken = set() if desk.people is None else {person.picture for person in desk.people.all()}
        free = [name for name in PORTRAITS if name not in taken] or list(PORTRAITS)
        cells = [(f"picture {name}", name, "", lambda name=name: self._take(name)) for name in free]
        tiles = self._tiles.lay(desk, cells, None)
        left = [Item("back", say("back"), self._back, "back")]
        right = [Item("more", say("more"), self._turn, "forward")] if self._tiles.pages > 1 else []
        bar, self._free = strip(left, right, desk.display.size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay([*bar, *tiles])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = say("pick picture")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._tiles.draw(canvas, desk)
        self._widgets.draw(canvas, desk.palette)

    def _take(self, picture: str) -> None:
        from games.launcher.screens.one_person import OnePerson

        people = self.desk.people
        if people is None:
            return
        try:
            if self.person is not None:
                changed = people.repicture(self.person.id, picture)
                if self.desk.player is not None and self.desk.player.id == changed.id:
                    self.desk.become(changed)
                self._next = OnePerson(self.desk, changed)
                return
            self.desk.become(people.add(picture))
        except OSError as error:  # the disk refuses: whoever played goes on
            self.desk.report(error)
        self._next = home.Home(self.desk)

    def _turn(self) -> None:
        self._tiles.page = (self._tiles.page + 1) % self._tiles.pages
        self.laid()

    def _back(self) -> None:
        self._next = Who(self.desk, editing=self.person is not None)
