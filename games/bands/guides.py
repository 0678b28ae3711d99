"""The visual guides of Rubber bands: the cloth, dots for fingertips, the ring, words on a slip."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.geometry import Vec

PALE = "#FFF1C4"
DEEP = "#14261F"
MET = "#BFF3DF"  # the ring's colour while the band is in it
PAD = 6.5  # mm, the radius of a fingertip
LEAST_EM = 4.94  # mm, letters on a small table
CLOTH, STITCH = "#2C4A45", "#6F9388"


def cloth(canvas: Canvas) -> None:
    """A cloth on the table, with a stitched hem."""
    size, rim = canvas.size, min(5.0, canvas.size.y * 0.04)

    def lay(kept: Canvas) -> None:
        at, room = Vec(rim, rim), size - Vec(2 * rim, 2 * rim)
        kept.rect(at + Vec(0.8, 1.3), room, "#140A0450", 5.0)
        kept.rect(at, room, CLOTH, 5.0)
        for step in range(int(room.y // 2.2)):  # the weave
            y = at.y + 1.4 + step * 2.2
            kept.line((Vec(at.x + 2, y), Vec(at.x + room.x - 2, y)), "#FFFFFF07", 0.7)
        kept.rect(at, room, "#0A1A1740", 5.0, border=1.6)
        inner, wide = at + Vec(2.6, 2.6), room - Vec(5.2, 5.2)
        for step in range(int(wide.x // 4.0)):
            for y in (inner.y, inner.y + wide.y):
                x = inner.x + 1.0 + step * 4.0
                kept.line((Vec(x, y), Vec(x + 2.0, y)), STITCH + "90", 0.5)
        for step in range(int(wide.y // 4.0)):
            for x in (inner.x, inner.x + wide.x):
                y = inner.y + 1.0 + step * 4.0
                kept.line((Vec(x, y), Vec(x, y + 2.0)), STITCH + "90", 0.5)

    canvas.kept("bands cloth", (size,), lay)


def ring(canvas: Canvas, at: Vec, goal: float, width: float, met: bool) -> None:
    """Draw the goal as a ring of light for the fingertips."""
    outer, inner = (goal + width / 2) / 2, max(0.8, (goal - width / 2) / 2)
    colour = MET if met else PALE
    canvas.circle(at, outer, colour + ("3A" if met else "22"), border=outer - inner)
    canvas.circle(at, outer + 0.35, DEEP + "60", border=1.5)
    canvas.circle(at, outer, colour, border=0.8)
    if inner > 1.5:
        canvas.circle(at, inner + 0.4, colour + "B0", border=0.6)


def stay_arc(canvas: Canvas, at: Vec, radius: float, part: float, reached: bool) -> None:
    """Draw the finished part of the hold."""
    if part > 0.01:
        canvas.circle(at, radius + 1.3, DEEP + "60", border=2.6)
        canvas.arc(at, radius, 0.0, 2 * math.pi * min(1.0, part), MET if reached else PALE, 2.4)


def dot(canvas: Canvas, at: Vec, name: str, glows: bool = False, taken: bool = False) -> None:
    """Draw the place for a fingertip, and the finger's name."""
    colour = MET if taken else PALE
    canvas.circle(at + Vec(0.3, 0.5), PAD + 0.4, DEEP + "70", border=1.8)
    if glows:
        canvas.circle(at, PAD + 4.0, PALE + "38")
        canvas.circle(at, PAD, PALE)
    else:
        canvas.circle(at, PAD, colour + "38")
    canvas.circle(at, PAD, colour, border=1.1)
    if name:
        high = LEAST_EM
        wide = canvas.text_size(name, high, "bold").x
        above = at - Vec(0, PAD + high * 0.8)
        canvas.rect(above - Vec(wide / 2 + 1.2, high * 0.6), Vec(wide + 2.4, high * 1.2), DEEP + "B8", 1.6)
        canvas.text(name, above, high, "#FFFFFF", "bold", "centre")


def dots(canvas: Canvas, places: Sequence[Vec], names: Sequence[str]) -> None:
    """All dots of a hand."""
    for at, name in zip(places, names, strict=False):
        dot(canvas, at, name)
