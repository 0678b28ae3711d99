"""Operations on outlines of dough: smoothing, telling rims from holes, cutting with a knife."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.dough.loops import Loop
from games.kit.geometry import Vec

SMOOTH = 0.10  # share of the way to the middle of its neighbours that a point is moved after it has moved by 1 mm
SPIKE = 0.4  # the share for a point where the outline turns back on itself
CRUMB = 12.0  # mm²; smaller pieces and holes disappear

CIRCLE = (
    (1.0, 0.0),
    (0.866, 0.5),
    (0.5, 0.866),
    (0.0, 1.0),
    (-0.5, 0.866),
    (-0.866, 0.5),
    (-1.0, 0.0),
    (-0.866, -0.5),
    (-0.5, -0.866),
    (0.0, -1.0),
    (0.5, -0.866),
    (0.866, -0.5),
)


def smooth(loop: Loop, was: Loop) -> None:
    """Move points that have changed a little towards the middle of their neighbours."""
    x, y = loop.x, loop.y
    nx: list[float] = []
    ny: list[float] = []
    px, py = x[-1], y[-1]
    ux, uy = x[0] - px, y[0] - py  # from the point before
    for ax, ay, bx, by, wx, wy in zip(x, y, (*x[1:], x[0]), (*y[1:], y[0]), was.x, was.y, strict=True):
        vx, vy, dx, dy = bx - ax, by - ay, ax - wx, ay - wy
        square = dx * dx + dy * dy
        if ux * vx + uy * vy < 0.0:
            nx.append(ax + SPIKE * ((px + bx) / 2 - ax))
            ny.append(ay + SPIKE * ((py + by) / 2 - ay))
        elif square > 1e-4:
            part = SMOOTH * math.sqrt(square) if square < 1.0 else SMOOTH
            nx.append(ax + part * ((px + bx) / 2 - ax))
            ny.append(ay + part * ((py + by) / 2 - ay))
        else:
            nx.append(ax)
            ny.append(ay)
        px, py, ux, uy = ax, ay, vx, vy
    loop.x, loop.y = nx, ny


def nested(outlines: Sequence[Sequence[Vec]]) -> list[tuple[Sequence[Vec], bool]]:
    """Each outline, and whether it is a hole in another."""
    loops = [Loop.of(outline) for outline in outlines]
    out = []
    for index, outline in enumerate(outlines):
        odd = False
        for other, loop in enumerate(loops):
            if other != index:
                odd ^= loop.around(outline[0][0], outline[0][1])
        out.append((outline, odd))
    return out


def parted(loop: Loop, start: Vec, end: Vec, kerf: float) -> tuple[Loop, Loop, Loop] | None:
    """A rim and the two rims that result from a cut along a line, `kerf` mm apart; None if not crossed."""
    if loop.area < 0:
        return None
    way = end - start
    long = way.length
    if long <= 0:
        return None
    count, hits = len(loop.x), _crossings(loop, start, way, long)
    if len(hits) < 2:
        return None
    (p, i), (q, j) = hits[0], hits[1]
    if q * long - p * long < kerf:
        return None
    first, last = start + way * p, start + way * q
    side = Vec(-way.y / long, way.x / long) * (kerf / 2)
    parts = []
    for (a, b), (begin, finish) in (((i, j), (first, last)), ((j, i), (last, first))):
        at = [k % count for k in range(a, a + (b - a) % count)]  # the points between the two crossings
        xs, ys = [loop.x[k] for k in at], [loop.y[k] for k in at]
        if len(xs) < 2:
            return None
        mx, my = xs[len(xs) // 2] - first.x, ys[len(ys) // 2] - first.y
        away = side if mx * side.x + my * side.y > 0 else side * -1.0
        xs = [begin.x + away.x, *xs, finish.x + away.x]
        ys = [begin.y + away.y, *ys, finish.y + away.y]
        part = Loop(xs, ys)
        if part.area < CRUMB:
            return None
        parts.append(part)
    return loop, parts[0], parts[1]


def _crossings(loop: Loop, start: Vec, way: Vec, long: float) -> list[tuple[float, int]]:
    """Where a line of this way and length crosses a rim: the share of the line, and the point of the rim after it."""
    hits: list[tuple[float, int]] = []
    for i in range(len(loop.x)):
        ax, ay, bx, by = loop.x[i - 1], loop.y[i - 1], loop.x[i], loop.y[i]
        one = way.x * (ay - start.y) - way.y * (ax - start.x)
        two = way.x * (by - start.y) - way.y * (bx - start.x)
        if (one > 0) == (two > 0):
            continue
        share = one / (one - two)
        px, py = ax + (bx - ax) * share, ay + (by - ay) * share
        along = ((px - start.x) * way.x + (py - start.y) * way.y) / (long * long)
        if 0.0 <= along <= 1.0:
            hits.append((along, i))
    hits.sort()
    return hits
