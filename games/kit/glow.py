"""The ring of light around what has just come off."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.motion import GLOW, ease_out, share
from games.kit.task import Outcome

LIGHT = "#FFF3CF"
STEPS = 8  # strengths of it, because each is a gradient of its own
EDGE = 0.91  # of the way outwards: where it is brightest


def glow(
    canvas: Canvas, at: Vec, radius: float, ended: tuple[float, Outcome] | None, now: float, grows: float = 0.2
) -> None:
    """Draw a ring around this place that widens, by this share, and fades after a success; nothing after anything else.

    `ended`: when the last movement ended, and how; None before the first.
    """
    if ended is None or ended[1] is not Outcome.DONE:
        return
    glow_round(canvas, at, Vec(radius, radius) * 2, share(now, ended[0], GLOW), grows)


def glow_round(canvas: Canvas, at: Vec, size: Vec, part: float, grows: float = 0.2) -> None:
    """Draw such a ring around a thing of this full width and height; `part`: how much of its time is over, 0 to 1."""
    if 0 < part < 1:
        grown = 1.0 if canvas.calm else 1.0 + grows * ease_out(part)
        strength = round(STEPS * (1 - part)) * 200 // STEPS
        run = ((0.0, f"{LIGHT}00"), (EDGE - 0.09, f"{LIGHT}00"), (EDGE, f"{LIGHT}{strength:02X}"), (1.0, f"{LIGHT}00"))
        canvas.glow(at, (size * grown + Vec(4.0, 4.0)) * (1 / EDGE), run)
