"""A rehearsal: while a level's page is shown, a hand plays the level unseen, so that no frame of the round itself has to make
pictures of new sizes."""

from __future__ import annotations

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.game import AnyGame, AnyLevel, Fit
from games.kit.geometry import Vec
from games.kit.task import Grip, Track
from games.launcher.hand import HANDS, Hand
from games.launcher.round.levels import AIDS, table_of
from games.launcher.screens.play.play_drawn import table_at
from games.launcher.shell.desk import Desk
from games.launcher.ui.theme import STRIP

SEED = 1
LASTS = 9.0  # s of the level that are played
EACH = 0.3  # s of it that pass from one frame of the page to the next
RATE = 60  # steps of a second


class Rehearsal:
    """The first seconds of a level, for a player with this hand on a screen of this size."""

    def __init__(self, desk: Desk, game: AnyGame, level: AnyLevel, mode: str) -> None:
        self._game = game
        room = desk.display.size - Vec(0, STRIP)
        self._block = Block(game, level, SEED, table_of(room, mode), AIDS, None, Fit(desk.player.side))
        self._origin = table_at(desk.display.size, self._block.table.size)
        asked = next(iter(self._block.table.asked.values()), None)
        together = isinstance(asked, Grip | Track) and asked.fingers > 1
        self._hand = Hand(HANDS["steady"], SEED, form="pinch" if together else "drag", rate=RATE)
        self._tick = 0

    @property
    def over(self) -> bool:
        """Whether enough was played."""
        return self._tick >= LASTS * RATE or self._block.finished

    def advance(self) -> None:
        """Play on for a moment."""
        for _ in range(round(EACH * RATE)):
            if self.over:
                return
            self._tick += 1
            now = self._tick / RATE
            self._block.advance(now, self._hand.readings(self._block, now))

    def draw(self, canvas: Canvas) -> None:
        """Draw the table as it is now, where a round will show it."""
        with canvas.shifted(self._origin, self._block.table.size):
            self._game.draw(self._block.rules, canvas)
