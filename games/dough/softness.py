"""The look of dough: a lit body, thick in its middle, with the prints of fingers, pores and a soft shadow."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from games.dough.loops import Loop
from games.dough.lump import Lump
from games.kit.canvas import Canvas, Clay, Dent
from games.kit.geometry import Vec

BODY, PALE, DEEP, SHADOW = "#EBC08C", "#FFF3DC", "#A9703C", "#1E0E0590"
ROUND, LIFT = 9.0, 2.6  # mm from the rim within which dough curves down; by which its shadow falls aside
TIP, PRINT, PORE = 0.9, 0.34, 0.12  # depth under a finger, of a print that one has left, of a pore
PORES = (0.9, 1.3, 1.8)  # mm, their radii
FLOUR = (-0.05, 6.0)  # how high a dusting of flour stands, and its radius in mm; it lies on every few pores
DUSTED = 4


def draw(canvas: Canvas, lump: Lump, tips: Sequence[tuple[Vec, float, bool]], share: float) -> None:
    """Draw the lump. tips: (place, radius, whether it pulls) of fingers; share: scale relative to the usual size."""
    rims = [rounded(loop) for loop in lump.loops if loop.area > 0]
    holes = [rounded(loop) for loop in lump.loops if loop.area <= 0]
    canvas.relief(rims, holes, [*_pores(lump, share), *prints(lump, share), *_hollows(tips)], clay(share))


def clay(share: float) -> Clay:
    """What dough is made of; share: scale relative to the usual size."""
    return Clay(BODY, PALE, DEEP, SHADOW, ROUND * share, LIFT * share)


def rounded(loop: Loop) -> list[Vec]:
    """A loop rounded by cutting its corners."""
    xs, ys = loop.x, loop.y
    out: list[Vec] = []
    for ax, ay, bx, by in zip((xs[-1], *xs), (ys[-1], *ys), xs, ys, strict=False):
        out.append(Vec(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by))
        out.append(Vec(0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))
    return out


def _pores(lump: Lump, share: float) -> Iterator[Dent]:
    """The seeds of the dough show how it flows: pores, and flour here and there."""
    for index, (x, y) in enumerate(zip(lump.flecks.x, lump.flecks.y, strict=True)):
        if index % DUSTED == 0:
            yield Vec(x, y), FLOUR[1] * share, FLOUR[0]
        yield Vec(x, y), PORES[index % len(PORES)] * math.sqrt(share), PORE


def prints(lump: Lump, share: float) -> Iterator[Dent]:
    """Where fingertips have been."""
    for x, y in zip(lump.prints.x, lump.prints.y, strict=True):
        yield Vec(x, y), 4.6 * share + 1.0, PRINT


def _hollows(tips: Sequence[tuple[Vec, float, bool]]) -> Iterator[Dent]:
    for at, radius, pulls in tips:
        yield at, radius * (1.0 if pulls else 1.25), TIP
