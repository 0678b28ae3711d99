"""Before the first game, and in Help: how to stay well. One page, one tap to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP

SENTENCES = (
    ("stop", "safe hurts"),
    ("pinch", "safe tight"),
    ("rest", "safe tired"),
    ("chair", "safe sit"),
    ("person", "safe ask"),
    ("phone", "safe emergency"),
)


class Safety(Page):
    """Six sentences with pictures, then the game."""

    name = "safety"

    def __init__(self, desk: Desk, place: places.Safety) -> None:
        super().__init__(desk)
        self._then = place.then
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        size, wanted = self.desk.display.size, min(self.desk.em(LABEL), 11.0)
        left = [Item("back", self.desk.say("back"), self.home, "back")]
        right = [Item("start", self.desk.say("start"), self._start, "play", main=True)]
        buttons, self._free = strip(left, right, size.x, wanted)
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        wide = self._free.y - self._free.x
        title = paper.fitted(canvas, desk.say("safety"), wide, min(desk.em(LABEL), 12.0))
        canvas.text(desk.say("safety"), Vec(self._free.x, STRIP / 2 - 0.4), max(SMALL, title), desk.palette.ink, "bold")
        gap = LEAST_GAP if size.y < 100 else MARGIN
        at = Vec(MARGIN, STRIP + gap)
        draw_safety(canvas, desk, at, Vec(size.x - 2 * MARGIN, size.y - at.y - gap))
        self._widgets.draw(canvas, desk.palette)

    def _start(self) -> None:
        self.desk.choose(replace(self.desk.settings, told=True))
        self.go(self._then)


def draw_safety(canvas: Canvas, desk: Desk, at: Vec, room: Vec) -> None:
    """Draw the sentences on a card in one or two columns; the last one, the longest and most urgent, spans both."""
    columns = 2 if room.x > 150 and room.y < room.x else 1
    first, last = SENTENCES[:-1], SENTENCES[-1]
    lines = -(-len(first) // columns)
    wide = min(room.x, 240.0 if columns == 2 else 180.0) - 2 * GAP
    icon = min(12.0, room.y / (lines + 3))
    em = desk.em(BODY)
    while True:  # find the largest letters at which everything fits
        sizes = [canvas.text_size(desk.say(key), em, "bold", wide / columns - icon - GAP).y for _, key in first]
        rows = [max(sizes[line::lines]) for line in range(lines)]
        end = canvas.text_size(desk.say(last[1]), em, "bold", wide - icon - GAP).y
        whole = end
        for row in rows:
            whole += row
        if whole <= room.y - 4.0 or em <= SMALL:
            break
        em = max(SMALL, em * 0.95)
    if whole > room.y - 4.0:  # long words in a small window: up to its edges
        at, room = at - Vec(0, 2.0), room + Vec(0, 4.0)
    air = min(9.0, max(0.0, (room.y - 4.0 - whole) / (lines + 1)))
    size = Vec(wide + 2 * GAP, min(room.y, whole + air * (lines + 1) + 4.0))
    at = at + (room - size) * 0.5
    paper.card(canvas, desk, at, size)
    y = at.y + max(0.0, min(2.0, (room.y - whole) / 2)) + air / 2
    for line, tall in enumerate([*rows, end]):
        for column, (name, key) in enumerate(first[line::lines] if line < lines else [last]):
            corner = Vec(at.x + GAP + column * wide / columns, y + tall / 2)
            across = wide / columns if line < lines else wide
            canvas.icon(name, corner + Vec(icon / 2, 0), icon, desk.palette.primary)
            middle = corner + Vec(icon + GAP * 0.7, 0)
            canvas.text(desk.say(key), middle, em, desk.palette.ink, _weight(key), "left", across - icon - GAP)
        y += tall + air


def _weight(key: str) -> Weight:
    return "bold" if key in ("safe hurts", "safe emergency") else "regular"
