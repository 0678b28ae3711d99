"""A breath of dust where a peg was seated."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.motion import ease_out, share
from games.pegs.stack import FLAT

DUST = 0.42  # s
MOTES = 7  # clouds of it
GOLDEN = 2.39996  # radians from one to the next
STEPS, STRONGEST = 8, 150  # strengths, because each is a gradient of its own; the highest, of 255
COLOUR = "#E8D6B4"


def draw_dust(canvas: Canvas, at: Vec, thick: float, now: float, seated: float) -> None:
    """What the wood gives off around a peg of this thickness: it drifts outwards, low over the board, and is gone."""
    part = share(now, seated, DUST)
    if not 0.0 < part < 1.0:
        return
    strength = round(STEPS * (1.0 - part)) * STRONGEST // STEPS
    run = ((0.0, f"{COLOUR}{strength:02X}"), (0.45, f"{COLOUR}{strength // 2:02X}"), (1.0, f"{COLOUR}00"))
    for number in range(MOTES):
        turn = number * GOLDEN + at.x
        far = thick * (0.62 + 0.55 * ease_out(part) * (0.7 + 0.3 * math.sin(3 * turn)))
        there = at + Vec(far * math.cos(turn), FLAT * far * math.sin(turn) - 0.16 * thick * part)
        wide = thick * (0.34 + 0.5 * ease_out(part))
        canvas.glow(there, Vec(wide, wide * 0.8), run)
