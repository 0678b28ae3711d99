"""The visual guides of Rubber bands: the board of cork with its pins, dots for fingertips, the ring, words on a slip."""

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
CORK, CORK_TILE = "#8A6236", 72.0  # its colour where its picture is missing; mm that the picture is wide
OAK = ("#B98952", "#96683A", "#5A3A1E")  # a frame's lit edge, its face, its side in the shade
FRAME = 3.4  # mm
SUN = ((0.0, "#FFE9B830"), (0.6, "#FFE9B812"), (1.0, "#FFE9B800"))
LINE = 1.3  # mm, the line of the ring
SMOOTH = 1.7  # points of an arc for each radian, and each root of a mm of its radius


def board(canvas: Canvas) -> None:
    """A board of cork in a frame of oak, lit from the upper left."""
    size, rim = canvas.size, min(5.0, canvas.size.y * 0.04)

    def lay(kept: Canvas) -> None:
        at, room = Vec(rim, rim), size - Vec(2 * rim, 2 * rim)
        kept.rect(at + Vec(0.9, 1.5), room, "#140A0468", 4.0)
        kept.rect(at, room, OAK[2], 4.0)
        kept.rect(at, room - Vec(0.5, 0.6), OAK[0], 3.6)
        kept.rect(at + Vec(0.5, 0.6), room - Vec(1.2, 1.4), OAK[1], 3.2)
        inner, cork = at + Vec(FRAME, FRAME), room - Vec(FRAME, FRAME) * 2
        kept.rect(inner - Vec(0.6, 0.6), cork + Vec(1.2, 1.2), OAK[2], 1.4)
        kept.rect(inner, cork, CORK, 1.0)
        kept.tile("bands/cork", inner, cork, CORK_TILE, 1.0)
        for step in range(4):  # the frame's shadow on the cork
            wide = 0.5 + 0.75 * step
            kept.rect(inner, Vec(cork.x, wide), "#1A0C0418")
            kept.rect(inner, Vec(wide, cork.y), "#1A0C0418")
        kept.glow(inner + Vec(cork.x * 0.28, cork.y * 0.2), Vec(cork.x * 1.1, cork.y * 1.4), SUN)

    canvas.kept("bands board", (size,), lay)


def pin(canvas: Canvas, at: Vec, radius: float = 2.3) -> None:
    """A brass pin in the cork."""
    canvas.glow(
        at + Vec(0.34, 0.5) * radius,
        Vec(radius, radius) * 2.9,
        ((0.0, "#1A0C04C0"), (0.6, "#1A0C0488"), (1.0, "#1A0C0400")),
    )
    canvas.circle(at, radius, "#5E3E0E")
    canvas.circle(at, radius * 0.9, "#B07E26")
    canvas.glow(
        at - Vec(0.18, 0.22) * radius,
        Vec(radius, radius) * 1.7,
        ((0.0, "#FFE9A8"), (0.35, "#E2B552"), (1.0, "#E2B55200")),
    )
    canvas.glow(
        at - Vec(0.34, 0.40) * radius,
        Vec(radius, radius) * 0.8,
        ((0.0, "#FFFDF4"), (0.4, "#FFF4D0C0"), (1.0, "#FFF4D000")),
    )


def ring(canvas: Canvas, at: Vec, goal: float, width: float, met: bool) -> None:
    """Draw the ring for the fingertips: a line of light, in the middle of a soft band as wide as what counts."""
    outer, inner = (goal + width / 2) / 2, max(0.0, (goal - width / 2) / 2)
    colour = MET if met else PALE
    strong, edge = 0x8C if met else 0x62, inner / outer
    soft = min(0.04, (1.0 - edge) / 4)
    fades = [(0.0, 0.0), (edge, 0.0), (edge + soft, 1.0)] if edge > 0 else [(0.0, 1.0)]
    fades += [((edge + 1.0) / 2, 0.8), (1.0 - soft, 1.0), (1.0, 0.0)]
    canvas.glow(
        at, Vec(outer, outer) * 2, tuple((round(k, 3), f"{colour}{round(strong * part):02X}") for k, part in fades)
    )
    canvas.circle(at, goal / 2 + LINE * 0.9, DEEP + "70", border=LINE * 1.8)
    canvas.circle(at, goal / 2 + LINE / 2, colour, border=LINE)


def stay_arc(canvas: Canvas, at: Vec, radius: float, part: float) -> None:
    """Draw the finished part of the hold: the ring itself fills."""
    if part > 0.01:
        end = 2 * math.pi * min(1.0, part)
        count = max(3, math.ceil(SMOOTH * math.sqrt(radius) * end))
        turns = [end * k / (count - 1) for k in range(count)]
        points = [Vec(at.x + radius * math.sin(turn), at.y - radius * math.cos(turn)) for turn in turns]
        canvas.tube(points, 3.4, ((1.0, DEEP), (0.76, "#7FDDB8")))


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
        label(canvas, at - Vec(0, PAD + LEAST_EM * 0.8), name)


def label(canvas: Canvas, at: Vec, name: str) -> None:
    """The name of a finger on a small dark plate."""
    wide = canvas.text_size(name, LEAST_EM, "bold").x
    canvas.rect(at - Vec(wide / 2 + 1.4, LEAST_EM * 0.62), Vec(wide + 2.8, LEAST_EM * 1.24), DEEP + "D0", 1.6)
    canvas.text(name, at, LEAST_EM, "#FFFFFF", "bold", "centre")


def dots(canvas: Canvas, places: Sequence[Vec], names: Sequence[str]) -> None:
    """All dots of a hand."""
    for at, name in zip(places, names, strict=False):
        dot(canvas, at, name)
