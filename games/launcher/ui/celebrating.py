"""Celebrates a new best: a few petals drift down once, for less than three seconds; none with "less motion"."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.motion import ease_out, share

SECONDS = 2.6
PETALS = 26
COLOURS = ("#E9A7B4", "#F2CE7A", "#F6E7D0", "#9DBF93")
GOLDEN = 0.618034


def draw(canvas: Canvas, passed: float) -> None:
    """Draw the petals `passed` s after the results appeared. Small, slow, never more than half of them at once."""
    if canvas.calm or not 0.0 <= passed < SECONDS:
        return
    size = canvas.size
    for index in range(PETALS):
        late = 0.9 * ((index * GOLDEN) % 1.0)
        part = share(passed, late, SECONDS - 1.0)
        if not 0.0 < part < 1.0:
            continue
        across = ((index * GOLDEN * 1.7) % 1.0) * size.x
        sway = 6.0 * math.sin(index + 4.0 * part)
        at = Vec(across + sway, -6.0 + (size.y * 0.9) * (0.35 * ease_out(part) + 0.65 * part))
        fade = round(230 * min(1.0, 3.0 * (1.0 - part)))
        turned = 0.45 + 0.55 * abs(math.cos(index + 5.0 * part))
        canvas.ellipse(at, Vec(5.2, 3.4 * turned + 0.8), f"{COLOURS[index % len(COLOURS)]}{fade:02X}")
