"""A new lump on the board."""

from __future__ import annotations

from games.dough.grain import grain_of
from games.dough.layout import Layout
from games.dough.levels import DoughSettings
from games.dough.lump import Lump
from games.dough.shapes import form
from games.kit.chance import within
from games.kit.game import Table
from games.kit.geometry import Vec

SPREAD = 0.86  # of the lump's radius, squared: they lie inside this


def fresh(table: Table[DoughSettings], layout: Layout, start: str) -> Lump:
    """A lump of the form `start`, all of the board's dough, with seeds that lie as chance has it."""
    flecks: list[Vec] = []
    grain = grain_of(table.edition)
    while len(flecks) < grain.seeds:
        x, y = within(table.rng, -1.0, 1.0), within(table.rng, -1.0, 1.0)
        if x * x + y * y < SPREAD:
            flecks.append(layout.centre + Vec(x, y) * layout.radius)
    lump = Lump(form(start, layout.whole, layout.centre), table.size, flecks, grain)
    lump.whole = layout.whole
    return lump
