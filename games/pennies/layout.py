"""Where the stand, the heap and the ledge of Pennies are: a function of the table, the settings and the hand."""

from __future__ import annotations

from random import Random

from games.kit.chance import within
from games.kit.geometry import Vec
from games.pennies.coin import THICK
from games.pennies.levels import PenniesSettings
from games.pennies.plan import Plan, plan

EDGE = 10.0  # mm; nothing vital lies nearer to the edge of the table
LEDGE = 17.0  # mm; the ledge along the table's lower edge, with the heap on it
LIP = 8.5  # mm of it that are its front
SEEN_FROM = 0.122  # a coin that lies is this much of its width high, as it is seen: the eye is 7 degrees above it
STAND = 2.5  # mm that the rim of the stand rises above the ledge; and ...
STAND_RIM = 0.095  # ... of its width, because it is seen from above
LEAST_COIN = 7.0  # mm; no screen is too small for this
SMALL = 10.0  # mm; where coins would have to be smaller, less is built
TALLEST_COIN = 0.36  # of the table's height that a coin may be wide
HEAP = 2.0  # coin widths that the heap takes
APART = 0.75  # coin widths between the heap and the outermost coins of the tower
BRIM = 0.35  # coin widths that the stand is wider than what is built on it, on either side
CLEARANCE = 7.0  # mm; the path that is shown passes this high above the tower
HEADROOM = 8.0  # mm between the upper edge of the table and a coin that is carried along that path
LOWER = 0.34  # of the room for a tower that is free again once the stand has sunk
HEAP_UP = 12.0  # mm from the table's lower edge at least, where a resting hand is not taken for a finger
BEHIND = 0.13  # coin widths: how much higher the coins of the back row are seen
ASTRAY = 0.04  # coin widths that a coin may lie off its place


class Layout:
    """Mirrored for the left hand: the heap lies on the side of the hand in use."""

    def __init__(self, size: Vec, settings: PenniesSettings, side: str) -> None:
        self.size, self.settings = size, settings
        self.side = -1.0 if side == "left" else 1.0  # where the heap lies: to the right is 1
        spare = 2 * settings.drift
        room = size.x - 2 * EDGE - spare
        self.plan: Plan = plan(settings.shape, settings.tower)
        if room / widths(self.plan) < SMALL:
            self.plan = plan(settings.shape, settings.tower, small=True)
        widest = room / widths(self.plan)
        self.coin = max(LEAST_COIN, min(settings.coin, widest, size.y * TALLEST_COIN))
        self.scale = self.coin / settings.coin
        self.least = settings.least * self.scale if settings.least else self.coin
        # What is spare is shared out: a third beyond the tower, a third between, a third beyond the heap.
        free = max(0.0, room - self.coin * widths(self.plan)) / 3
        far_end = EDGE + free + settings.drift + self.coin * BRIM
        # The plan's right is the far side from the heap: what stands out does so where no hand comes along.
        self.mirror = -self.side
        middle = far_end + self.coin * self.plan.right
        heap = EDGE + free + self.coin * HEAP / 2
        lying = size.y - max(LIP + self.coin * (THICK + SEEN_FROM) / 2, HEAP_UP)
        self.heap = Vec(round(size.x - heap if self.side > 0 else heap, 2), round(lying, 2))
        left, right = self.plan.left - BRIM, self.plan.right + BRIM
        if settings.shape == "overhang":
            right = 0.0
        ends = [self.mirror * left * self.coin, self.mirror * right * self.coin]
        self.stand = min(ends), max(ends)  # from the middle of the foot, where coins find ground
        rises = STAND + STAND_RIM * (self.stand[1] - self.stand[0])
        x, y = middle if self.side > 0 else size.x - middle, size.y - LEDGE - min(rises, size.y * 0.12)
        self.foot = Vec(round(x, 2), round(y, 2))
        self.ceiling = (
            HEADROOM + self.coin * THICK / 2 + CLEARANCE + self.coin * THICK
        )  # a tower's top stays below this

    @property
    def room(self) -> float:
        """How high, in mm, a tower may be before the stand sinks."""
        return max(6.0, self.foot.y - self.ceiling)

    def sunk(self, height: float) -> float:
        """How deep the stand has sunk under a tower of this height: by whole steps, so that it rests in between."""
        step = self.room * LOWER
        over = height - self.room
        if over <= 0:
            return 0.0
        steps = int(over / step) + 1
        return steps * step

    def spots(self, rng: Random) -> list[Vec]:
        """Places for the coins that can be taken, those behind first: two behind and one before them."""
        out = []
        for across, behind in ((-0.5, BEHIND), (0.5, BEHIND), (0.0, 0.0)):
            off = across + within(rng, -ASTRAY, ASTRAY)
            out.append(Vec(round(self.heap.x + off * self.coin, 2), round(self.heap.y - behind * self.coin, 2)))
        return out


def widths(built: Plan) -> float:
    """How many coin widths the table must take: what is built, its brim, the heap and the room between."""
    return built.right - built.left + BRIM + APART + HEAP
