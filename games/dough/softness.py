"""The look of dough: warm and matt, rounded at its rim, with dents, seeds and a soft shadow."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.dough.loops import Loop
from games.dough.lump import Lump
from games.kit.canvas import Canvas, Coat, Colour
from games.kit.geometry import Vec

BODY, PALE, DEEP, RIM = "#F0C189", "#FFEBC8", "#AD6A33", "#874A22"
BAKED = "#E0A562"
SHADOW = "#1E0E05"
SEED, SEED_LIGHT = "#8A5428", "#FFE9C4"
LIGHT = Vec(-0.55, -0.83)  # towards the window
ROUND = 8.5  # mm from the rim within which dough curves down
RIMS = 4.6  # mm between the places where that is painted


def draw(canvas: Canvas, lump: Lump, tips: Sequence[tuple[Vec, float, bool]], share: float) -> None:
    """Draw the lump. tips: (place, radius, whether it pulls) of fingers; share: scale relative to the usual size."""
    pieces = [lump.piece(loop) for loop in lump.loops if loop.area > 0]
    for piece in pieces:
        _shadow(canvas, piece, share)
    for piece in pieces:
        rim = piece[0]
        points = keyhole(piece)
        canvas.soft(points, [*_body(rim), *_rims(piece, share), *_prints(lump, share), *_hollows(tips)])
    _seeds(canvas, lump)


def rounded(loop: Loop) -> list[Vec]:
    """A loop rounded by cutting its corners twice."""
    xs, ys = loop.x, loop.y
    for _ in range(2):
        nx: list[float] = []
        ny: list[float] = []
        for i in range(len(xs)):
            ax, ay, bx, by = xs[i - 1], ys[i - 1], xs[i], ys[i]
            nx += (0.75 * ax + 0.25 * bx, 0.25 * ax + 0.75 * bx)
            ny += (0.75 * ay + 0.25 * by, 0.25 * ay + 0.75 * by)
        xs, ys = nx, ny
    return [Vec(x, y) for x, y in zip(xs, ys, strict=True)]


def keyhole(piece: Sequence[Loop]) -> list[Vec]:
    """One outline around a piece and its holes, connected by lines of zero width."""
    points = rounded(piece[0])
    for hole in piece[1:]:
        inner = rounded(hole)
        best, at, into = math.inf, 0, 0
        for i in range(0, len(points), 8):
            for j in range(0, len(inner), 8):
                far = (points[i].x - inner[j].x) ** 2 + (points[i].y - inner[j].y) ** 2
                if far < best:
                    best, at, into = far, i, j
        around = [*inner[into:], *inner[: into + 1]]
        points = [*points[: at + 1], *around, *points[at:]]
    return points


def _faded(colour: Colour, share: float) -> Colour:
    return f"{colour}{round(255 * min(1.0, max(0.0, share))):02X}"


def _box(rim: Loop) -> tuple[Vec, Vec]:
    low, high = Vec(min(rim.x), min(rim.y)), Vec(max(rim.x), max(rim.y))
    return (low + high) * 0.5, high - low


def _shadow(canvas: Canvas, piece: Sequence[Loop], share: float) -> None:
    """Three times, each a little farther off and wider."""
    for off, by, strength in ((0.7, 0.1, 0.30), (1.6, 0.7, 0.17), (2.6, 1.5, 0.10)):
        wide = [loop.copy() for loop in piece]
        for loop in wide:
            loop.grow(by * share)
        aside = Vec(-LIGHT.x, -LIGHT.y) * (off * share)
        canvas.polygon([p + aside for p in keyhole(wide)], _faded(SHADOW, strength))


def _body(rim: Loop) -> list[Coat]:
    hub, size = _box(rim)
    wide = Vec(max(size.x, size.y), max(size.x, size.y))
    lit = hub + Vec(LIGHT.x * size.x, LIGHT.y * size.y) * 0.28
    run = ((0.0, "#F8D5A4"), (0.45, BODY), (1.0, BAKED))
    return [(lit, wide * 1.7, 0.0, run)]


def _rims(piece: Sequence[Loop], share: float) -> list[Coat]:
    """Along the rim: dark where it turns from the light, pale where it faces it, a fine dark edge all round."""
    coats: list[Coat] = []
    for loop in piece:
        count = len(loop.x)
        left = 0.0
        for i in range(count):
            j = i + 1 if i + 1 < count else 0
            tx, ty = loop.x[j] - loop.x[i - 1], loop.y[j] - loop.y[i - 1]
            long = math.sqrt(tx * tx + ty * ty) or 1.0
            left -= long / 2
            if left > 0:
                continue
            left += RIMS * share
            out = Vec(ty / long, -tx / long)
            at = Vec(loop.x[i], loop.y[i])
            facing = out.x * LIGHT.x + out.y * LIGHT.y
            if facing < 0.25:
                strength = 0.10 + 0.26 * min(1.0, 0.25 - facing)
                run = ((0.0, _faded(DEEP, strength)), (0.4, _faded(DEEP, strength * 0.55)), (1.0, _faded(DEEP, 0)))
                coats.append((at + out * 0.6, Vec(1, 1) * (2 * ROUND * share), 0.0, run))
            else:
                strength = 0.34 * facing
                run = ((0.0, _faded(PALE, strength)), (0.5, _faded(PALE, strength * 0.6)), (1.0, _faded(PALE, 0)))
                coats.append((at - out * (2.6 * share), Vec(1, 1) * (1.7 * ROUND * share), 0.0, run))
            edge = 0.30 if facing < 0.25 else 0.12
            coats.append(
                (at + out * 0.5, Vec(1, 1) * (4.6 * share), 0.0, ((0.0, _faded(RIM, edge)), (1.0, _faded(RIM, 0))))
            )
    return coats


def _prints(lump: Lump, share: float) -> list[Coat]:
    """Where fingertips have been: shallow hollows, lit on the far side."""
    coats: list[Coat] = []
    for x, y in zip(lump.prints.x, lump.prints.y, strict=True):
        coats += _hollow(Vec(x, y), 4.6 * share + 1.0, 0.30)
    return coats


def _hollows(tips: Sequence[tuple[Vec, float, bool]]) -> list[Coat]:
    coats: list[Coat] = []
    for at, radius, pulls in tips:
        coats += _hollow(at, radius * (1.0 if pulls else 1.25), 0.62)
    return coats


def _hollow(at: Vec, radius: float, strength: float) -> list[Coat]:
    dark = ((0.0, _faded(DEEP, 0.55 * strength)), (0.5, _faded(DEEP, 0.40 * strength)), (1.0, _faded(DEEP, 0)))
    pale = ((0.0, _faded(PALE, 0.0)), (0.55, _faded(PALE, 0.85 * strength)), (1.0, _faded(PALE, 0)))
    ahead = at - LIGHT * (radius * 0.42)
    return [(ahead, Vec(1, 1) * (radius * 2.1), 0.0, pale), (at, Vec(1, 1) * (radius * 2.0), 0.0, dark)]


def _seeds(canvas: Canvas, lump: Lump) -> None:
    """Seeds in the dough, that show how it flows."""
    for index, (x, y) in enumerate(zip(lump.flecks.x, lump.flecks.y, strict=True)):
        at = Vec(x, y)
        if lump.inside(at) and lump.gap(at, 1.6) >= 1.6:
            canvas.circle(at + Vec(0.22, 0.3), 0.62, SEED_LIGHT + "70")
            canvas.circle(at, 0.5 + 0.06 * (index % 4), SEED + "C8")
