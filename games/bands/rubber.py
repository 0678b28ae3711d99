"""The look of a rubber band: it gets thinner as it stretches, is lit from above and casts a shadow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from games.kit.canvas import Canvas
from games.kit.geometry import Vec, distance, path_length

SLACK = 4.6  # mm, thickness of a slack band
TAUT = 2.2  # mm, the thinnest
RESTS = 60.0  # mm, length of an unstretched band
PAD = 7.5  # mm from a fingertip's middle to the band


class Rubber(NamedTuple):
    """The colours of one band."""

    body: str
    edge: str
    shine: str


CORAL = Rubber("#E0603F", "#9C3A22", "#FFC4A8")
TEAL = Rubber("#2F9C8C", "#17635A", "#B8F0E2")
PLUM = Rubber("#9A5BA6", "#623469", "#EBC6F0")
AMBER = Rubber("#E5A21F", "#9A6708", "#FFE9AE")


def thickness(length: float) -> float:
    """The thickness in mm of a band of this length: its volume is constant."""
    return max(TAUT, min(SLACK, SLACK * math.sqrt(RESTS / max(RESTS, length))))


def draw(canvas: Canvas, points: Sequence[Vec], rubber: Rubber, closed: bool = True) -> None:
    """A band along these points."""
    line = [*points, points[0]] if closed else list(points)
    wide = thickness(path_length(line))
    canvas.line([p + Vec(0.7, 1.4) for p in line], "#1A0C0438", wide + 0.6)
    canvas.line(line, rubber.edge, wide)
    canvas.line([p - Vec(0.1, 0.2) for p in line], rubber.body, wide * 0.74)
    canvas.line([p - Vec(0.2, 0.5 * wide * 0.42) for p in line], rubber.shine + "A0", wide * 0.2)


def around(tips: Sequence[Vec], radius: float = PAD) -> list[Vec]:
    """The path of a band around fingertips: straight between them, round at each."""
    if len(tips) < 2 or all(distance(tips[0], tip) < 0.5 for tip in tips):
        at = tips[0] if tips else Vec(0, 0)
        return [at + Vec(math.cos(a * math.pi / 12), math.sin(a * math.pi / 12)) * radius for a in range(24)]
    rim = _hull(tips)
    out: list[Vec] = []
    count = len(rim)
    for index in range(count):
        before, here, after = rim[index - 1], rim[index], rim[(index + 1) % count]
        start, end = _normal(before, here), _normal(here, after)
        turn = (end - start) % (2 * math.pi)
        steps = max(2, math.ceil(turn / 0.22))
        for step in range(steps + 1):
            angle = start + turn * step / steps
            out.append(here + Vec(math.cos(angle), math.sin(angle)) * radius)
    return out


def _normal(a: Vec, b: Vec) -> float:
    """The outward direction at an edge of a loop that runs clockwise on the table (y down), in radians."""
    way = b - a
    return math.atan2(-way.x, way.y)


def _hull(points: Sequence[Vec]) -> list[Vec]:
    """The convex hull, clockwise on the table (y down); two points give a loop there and back."""
    spots = sorted({(round(p[0], 4), round(p[1], 4)) for p in points})
    if len(spots) < 3:
        return [Vec(*spot) for spot in spots]
    halves: list[list[tuple[float, float]]] = []
    for run in (spots, spots[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], (x, y)) <= 0:
                chain.pop()
            chain.append((x, y))
        halves.append(chain[:-1])
    return [Vec(*spot) for spot in halves[0] + halves[1]]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
