"""What a round has made, as a picture beside its results: the bowl with its beans, the board, the tower, the painting."""

from __future__ import annotations

from functools import partial

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.launcher.drawing.sketch import Sketch, Stroke, painted
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper

FRAME = 1.6  # mm of paper around it
SETTLED = 5.0  # s after its end at which it is shown
LARGEST = 1.6  # times its size on the table
TOWER = 0.26  # of the picture's width, a tower's width at most ...
WIDEST = 26.0  # ... and in mm
FOOT, HEAD = 0.10, 0.14  # of the picture's height below and above towers


class Made:
    """The table of a round that is over. `tower`: its height and that of the highest before, in mm; None without one."""

    def __init__(self, desk: Desk, block: Block, tower: tuple[float, float] | None) -> None:
        self._desk, self._block, self._tower = desk, block, tower
        self._left = None if block.game.made is None else block.game.made(block.rules)
        self._paint: dict[str, tuple[Stroke, ...]] | None = None

    def draw(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        """Draw it into this room, framed like a print."""
        desk = self._desk
        key = (at, size, desk.pictures, desk.settings.palette)
        canvas.kept("made", key, lambda kept: self._draw(kept, at, size))

    def _draw(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        desk, frame = self._desk, Vec(FRAME, FRAME)
        paper.card(canvas, desk, at, size)
        corner, room = at + frame, size - frame * 2
        with canvas.clip(corner, room), canvas.shifted(corner, room):  # a table is never mirrored
            if self._tower is None or not self._towers(canvas, room, *self._tower):
                self._table(canvas, room)

    @property
    def shape(self) -> float:
        """Width over height of what it shows."""
        if self._tower is not None or self._left is None:
            return 1.0 if self._tower is not None else self._block.table.size.x / self._block.table.size.y
        return self._left.size.x / self._left.size.y

    def _table(self, canvas: Canvas, room: Vec) -> None:
        block, game, table, left = self._block, self._block.game, self._block.table, self._left
        where, part = (ORIGIN, table.size) if left is None else (left.at, left.size)
        ended, table.now = table.now, table.now + SETTLED  # what still moved lies at rest
        try:
            if left is not None and left.draw is not None:
                draw, where = left.draw, ORIGIN
                size = part
            else:
                draw, size = partial(game.draw, block.rules), table.size
            if self._paint is None:
                self._paint = painted(size, draw)
            scale = min(LARGEST, room.x / part.x, room.y / part.y)
            paper.ground(Sketch(canvas, ORIGIN, room * (1 / scale), scale), self._desk, game)
            start = room * 0.5 - (where + part * 0.5) * scale
            draw(Sketch(canvas, start, size, scale, self._paint))
        finally:
            table.now = ended

    def _towers(self, canvas: Canvas, room: Vec, high: float, before: float) -> bool:
        """Draw the tower, and to its left the highest before it; False if the game draws none."""
        game = self._block.game
        build = None if game.gallery is None else game.gallery.tower
        if build is None or not self._desk.pictures:
            return False
        paper.ground(Sketch(canvas, ORIGIN, room, 1.0), self._desk, game)
        towers = [tall for tall in (before, high) if tall > 0]
        scale = min(1.0, room.y * (1 - FOOT - HEAD) / max(towers))
        wide = min(WIDEST * scale, room.x * TOWER)
        foot = room.y * (1 - FOOT)
        canvas.rect(Vec(0.0, foot), Vec(room.x, room.y), "#2F5A4A")
        canvas.rect(Vec(0.0, foot), Vec(room.x, 0.8), "#14261F80")
        for index, tall in enumerate(towers):
            x = room.x * (index + 1) / (len(towers) + 1)
            build(canvas, Vec(x, foot + 0.8), wide, tall * scale, index)
        return True
