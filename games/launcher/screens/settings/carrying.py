"""What the pages on a player's data share: a card with sentences, and below them keys, in pages if there are many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.shell.working import Working
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, STRIP

KEY = Vec(66.0, CONTROL)  # mm, the least size of a key
TALL = 20.0  # mm, a key at most
WIDE, HIGH = 190.0, 112.0  # mm, the card at most
WORDS = 22.0  # mm kept free for the sentences
Lines = list[tuple[str, float, Weight]]


class Carrying(Working):
    """A subclass says its title (`titled`), its sentences (`told`) and its keys (`keys`)."""

    titled = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = 0

    def told(self) -> Lines:
        """The sentences now, the most important first."""
        raise NotImplementedError

    def keys(self) -> Sequence[Item]:
        """The keys now."""
        raise NotImplementedError

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.back}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else GAP
        self._size = Vec(min(size.x - 2 * MARGIN, WIDE), min(size.y - STRIP - 2 * gap, HIGH))
        self._at = Vec((size.x - self._size.x) / 2, STRIP + (size.y - STRIP - self._size.y) / 2)
        keys = self.keys()
        inside = self._size - Vec(2 * LEAST_GAP, 2 * LEAST_GAP)
        words = min(WORDS * desk.settings.text / 100, inside.y - CONTROL - LEAST_GAP)
        room = Vec(inside.x, inside.y - words)
        least = Vec(min(room.x, KEY.x * (1 + 0.35 * (desk.settings.text / 100 - 1))), KEY.y)
        columns, rows = grid(room, least, max(1, len(keys)), LEAST_GAP)
        rows = min(rows, max(1, -(-len(keys) // columns)))
        pages = max(1, -(-len(keys) // (columns * rows)))
        self.page %= pages
        tall = min(TALL, (room.y - LEAST_GAP * (rows - 1)) / rows)
        below = rows * (tall + LEAST_GAP) if keys else 0.0
        self._words = Vec(inside.x, inside.y - below)
        at = self._at + Vec(LEAST_GAP, LEAST_GAP + self._words.y + LEAST_GAP)
        left = [Item("back", desk.say("back"), self.back, "back")]
        right = [Item("more", desk.say("more"), self._turn, "forward")] if pages > 1 else []
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        shown = keys[self.page * columns * rows : (self.page + 1) * columns * rows]
        whole = Vec(room.x, rows * (tall + LEAST_GAP) - LEAST_GAP)
        for index, item in enumerate(shown):
            corner, one = cell(at, whole, columns, rows, index, LEAST_GAP)
            buttons.append(item.button(corner, one, min(desk.em(BODY) * 0.88, 8.0)))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say(self.titled), self._free)
        paper.card(canvas, desk, self._at, self._size)
        at = self._at + Vec(LEAST_GAP + 1.0, LEAST_GAP)
        room = self._words - Vec(2.0, 0)
        paper.lines(canvas, desk, at, room, self.told(), centred=True)
        if self._work is not None:
            foot = at + Vec(0, room.y - 2.0)
            canvas.line((foot, foot + Vec(room.x, 0)), desk.palette.track, 2.0)
            canvas.line((foot, foot + Vec(max(0.01, room.x * self._share), 0)), desk.palette.primary, 2.0)
        self._widgets.draw(canvas, desk.palette)

    def lines(self, first: str, *more: str) -> Lines:
        """The first sentence in bold, the others below it."""
        desk = self.desk
        return [(first, desk.em(LABEL), "bold"), *((one, desk.em(BODY), "regular") for one in more if one)]

    def _turn(self) -> None:
        self.page += 1
        self.laid()
