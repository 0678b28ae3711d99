"""Scenes of levels: each level's table as it lies there before the first touch, drawn small by its game."""

from __future__ import annotations

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.game import AnyGame, AnyLevel, Fit
from games.kit.geometry import ORIGIN, Vec
from games.kit.task import Carry, Follow, Task
from games.launcher.drawing.small import Small
from games.launcher.round.levels import AIDS, table_of
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.theme import STRIP

SEED = 1
STILL = 0.8  # s after which what appears at the beginning has appeared
RATE = 30  # steps of a second
ROOM = Vec(150.0, 84.0)  # mm, a table of the size that scenes show best, whatever the screen, ...
TALLEST = 118.0  # ... or higher, where a scene is
CUT = 0.05  # of a table's width that may be cut off on either side, so that nothing is left free above and below it


class Scenes:
    """The scenes of one game for a player with this hand; made one at a time, because that can take longer than a frame."""

    def __init__(self, desk: Desk, game: AnyGame) -> None:
        self._game, self._desk = game, desk
        self._made: dict[tuple[str, int, str], Block] = {}

    def has(self, mode: str, number: int) -> bool:
        """Whether this scene can be drawn."""
        return (mode, number, self._desk.player.side) in self._made

    def make(self, mode: str, number: int, level: AnyLevel, shape: float) -> None:
        """Lay this level's table, for a scene of this width over height."""
        side, size = self._desk.player.side, self._desk.display.size - Vec(0, STRIP)
        wide = min(size.x, ROOM.x)
        room = table_of(Vec(wide, min(size.y, max(ROOM.y, min(wide / shape, TALLEST)))), mode)
        block = Block(self._game, level, SEED, room, AIDS, None, Fit(side))
        for tick in range(round(STILL * RATE)):
            block.advance(tick / RATE)
        self._made[mode, number, side] = block

    def draw(self, canvas: Canvas, mode: str, number: int, at: Vec, size: Vec) -> None:
        """Draw a scene into this room, as wide as the room; what is asked for lies in the middle of its height."""
        desk = self._desk
        block = self._made[mode, number, desk.player.side]

        def scene(onto: Canvas) -> None:
            table = block.table.size
            scale = max(size.x / table.x, min(size.y / table.y, size.x / table.x / (1 - 2 * CUT)))
            over = Vec(size.x - table.x * scale, size.y - table.y * scale)
            middle = _middle(next(iter(block.table.asked.values()), None), table)
            down = over.y / 2 if over.y > 0 else min(0.0, max(over.y, size.y / 2 - middle * scale))
            with onto.shifted(at, size):  # a table is never mirrored
                paper.ground(Small(onto, ORIGIN, size * (1 / scale), scale), desk, self._game)
                self._game.draw(block.rules, Small(onto, Vec(over.x / 2, down), table, scale))

        with canvas.clip(at, size):
            canvas.kept(
                f"scene {self._game.id} {number}",
                (self._game.id, mode, number, at, size, desk.player.side, desk.settings),
                scene,
            )


def _middle(task: Task | None, table: Vec) -> float:
    """The height in mm at which the eye should fall."""
    match task:
        case Carry(start=start, goal=goal):
            return (start.y + goal.y) / 2
        case Follow(path=path) if path:
            return sum(point.y for point in path) / len(path)
        case _:
            return table.y / 2
