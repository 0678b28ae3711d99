"""A grid of keys with portraits, and the name beside a person's picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.people.everybody import People, Person
from games.launcher.records.people.profiles import NO_PICTURE
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, cell, grid
from games.launcher.ui.button import Button
from games.launcher.ui.paper import draw_portrait
from games.launcher.ui.theme import BODY, CORNER, GAP, MARGIN, STRIP

TILE = Vec(30.0, 34.0)  # mm, the least size of a person's key
LARGEST = 46.0


class Tiles:
    """A grid of keys with portraits, one page at a time; used by Who and Portraits."""

    def __init__(self) -> None:
        self.page = self.pages = 0
        self._shown: list[tuple[Button, str]] = []

    def lay(
        self, desk: Desk, cells: Sequence[tuple[str, str, str, Callable[[], None]]], chosen: str | None
    ) -> list[Button]:
        """Lay out cells, each (id, picture, name, action)."""
        size = desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        tall = TILE.y if any(name for _, _, name, _ in cells) else TILE.x
        columns, rows = grid(room, Vec(TILE.x, min(tall, room.y)), len(cells), gap)
        rows = max(1, min(rows, -(-len(cells) // columns)))
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
        """Draw slips of paper with portraits and names."""
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
                words = paper.seen(canvas, button.label, desk.say("player number", number=number))
                words, em = paper.shortened(canvas, words, button.size.x - 3.0, em)
                canvas.text(words, place, em, desk.palette.ink, "bold", "centre")


def label_of(say: Say, people: People, person: Person) -> str:
    """The words beside a person's picture: the name, or a neutral word if neither name nor picture is known."""
    name = people.known_as(person)
    return name or ("" if person.picture != NO_PICTURE else say("somebody"))
