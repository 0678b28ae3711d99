"""If a resting hand keeps the fingers from taking anything: say so kindly, and show which contacts the screen sees."""

from __future__ import annotations

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.shell.desk import Desk
from games.launcher.ui import over_table

PATIENCE = 3.0  # s that contacts are down without holding anything
SEVERAL = 2  # contacts; a single resting finger blocks nothing
RING = 9.0  # mm, the radius of the ring round a contact


class Seen:
    """Watches one block for contacts that can take nothing."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._since: float | None = None  # block time
        self.places: list[Vec] = []  # of the contacts, once they are to be shown

    def look(self) -> None:
        """Check the contacts; called after the steps of each frame."""
        block, self.places = self._block, []
        down = [finger for finger in block.fingers if finger.state == "down" and finger.device == "touch"]
        down = [finger for finger in down if not finger.hovering]
        taken = block.game.taken(block.rules) if block.game.taken is not None else None
        if block.paused or block.finished or taken is None or len(taken) or len(down) < SEVERAL:
            self._since = None
            return
        if self._since is None:
            self._since = block.now
        if block.now - self._since >= PATIENCE:
            self.places = [finger.shown for finger in down]

    def draw(self, canvas: Canvas, desk: Desk, origin: Vec) -> None:
        """Draw a soft ring around each contact, and the sentence at the foot of the table."""
        if not self.places:
            return
        with canvas.shifted(origin, self._block.table.size):
            for at in self.places:
                canvas.circle(at, RING + 0.9, "#00000048", border=2.4)
                canvas.circle(at, RING, desk.palette.light + "B0", border=1.4)
        over_table.draw_said(canvas, desk, desk.say("rest the others"))
