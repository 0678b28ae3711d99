"""Where the stand, the heap and the ledge of Pennies are: a function of the table, the settings and the hand."""

from __future__ import annotations

from random import Random

from games.kit.chance import within
from games.kit.geometry import Vec
from games.pennies.coin import THICK
from games.pennies.levels import PenniesSettings
from games.pennies.plan import Plan, plan

EDGE = 10.0  # mm; everything needed for play keeps this distance from the table's edge
LEDGE = 17.0  # mm; the ledge along the table's lower edge, with the heap on it
LIP = 8.5  # mm, height of its front
SEEN_FROM = 0.122  # apparent height / width of a lying coin: the view is from 7 degrees above
STAND = 2.5  # mm that the rim of the stand rises above the ledge; and ...
STAND_RIM = 0.095  # ... plus this share of its width, because it is seen from above
LEAST_COIN = 7.0  # mm, the least width of a coin
SMALL = 10.0  # mm; if coins would have to be smaller, a smaller tower is built
TALLEST_COIN = 0.36  # largest width of a coin, as a share of the table's height
HEAP = 2.0  # coin widths, width of the heap
APART = 0.75  # coin widths between the heap and the outermost coins of the tower
BRIM = 0.35  # coin widths by which the stand extends beyond the tower on either side
CLEARANCE = 7.0  # mm; the hint's path passes this high above the tower
HEADROOM = 8.0  # mm between the upper edge of the table and a coin that is carried along that path
LOWER = 0.34  # share of the room for a tower that becomes free when the stand sinks
HEAP_UP = 12.0  # mm, least distance of the heap from the lower edge, where resting hands are ignored
BEHIND = 0.13  # coin widths by which the back row appears higher
ASTRAY = 0.04  # coin widths; random offset of a coin from its place


class Layout:
    """The layout; mirrored for the left hand, so that the heap is on the side of the playing hand."""

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
        # Spare room is divided: a third beyond the tower, a third between tower and heap, a third beyond the heap.
        free = max(0.0, room - self.coin * widths(self.plan)) / 3
        far_end = EDGE + free + settings.drift + self.coin * BRIM
        # The plan's right side is the one away from the heap, so that overhanging coins are not in the hand's way.
        self.mirror = -self.side
        middle = far_end + self.coin * self.plan.right
        heap = EDGE + free + self.coin * HEAP / 2
        lying = size.y - max(LIP + self.coin * (THICK + SEEN_FROM) / 2, HEAP_UP)
        self.heap = Vec(round(size.x - heap if self.side > 0 else heap, 2), round(lying, 2))
        left, right = self.plan.left - BRIM, self.plan.right + BRIM
        if settings.shape == "overhang":
            right = 0.0
        ends = [self.mirror * left * self.coin, self.mirror * right * self.coin]
        self.stand = min(ends), max(ends)  # ends of the stand, relative to the middle of the foot
        rises = STAND + STAND_RIM * (self.stand[1] - self.stand[0])
        x, y = middle if self.side > 0 else size.x - middle, size.y - LEDGE - min(rises, size.y * 0.12)
        self.foot = Vec(round(x, 2), round(y, 2))
        self.ceiling = (
            HEADROOM + self.coin * THICK / 2 + CLEARANCE + self.coin * THICK
        )  # the top of a tower stays below this

    @property
    def room(self) -> float:
        """The height in mm that a tower can have before the stand sinks."""
        return max(6.0, self.foot.y - self.ceiling)

    def sunk(self, height: float) -> float:
        """How far (mm) the stand has sunk under a tower of this height: in steps, so that it rests in between."""
        step = self.room * LOWER
        over = height - self.room
        if over <= 0:
            return 0.0
        steps = int(over / step) + 1
        return steps * step

    def spots(self, rng: Random) -> list[Vec]:
        """Places for the coins that can be taken: two in the back row, then one in front."""
        out = []
        for across, behind in ((-0.5, BEHIND), (0.5, BEHIND), (0.0, 0.0)):
            off = across + within(rng, -ASTRAY, ASTRAY)
            out.append(Vec(round(self.heap.x + off * self.coin, 2), round(self.heap.y - behind * self.coin, 2)))
        return out


def widths(built: Plan) -> float:
    """The coin widths needed on the table: the tower, the margins of its stand, the heap and the room between."""
    return built.right - built.left + BRIM + APART + HEAP
