"""The look of a rubber band: round, lit from the upper left; it gets thinner and paler as it stretches, and trembles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from games.kit.canvas import Canvas, Colour, Layered
from games.kit.geometry import Vec, between, distance, path_length

SLACK = 4.6  # mm, thickness of a slack band
TAUT = 2.2  # mm, the thinnest
RESTS = 60.0  # mm, length of an unstretched band
PAD = 7.5  # mm from a fingertip's middle to the band
BEND = 0.27  # rad, the largest turn between two points of its path
LIES, SHADOW = Vec(0.9, 1.5), "#1A0C0490"  # where its shadow falls
PALES = 12  # steps in which it gets paler
TREMBLES, RATE = 0.5, 13.0  # mm, most that a taut band trembles; Hz


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
    """A band along these points: round, with a soft shadow, thinner and paler as it stretches."""
    line = [*points, points[0]] if closed else list(points)
    long = path_length(line)
    wide = thickness(long)
    canvas.shade([p + LIES for p in line], wide * 2.3, SHADOW)
    canvas.tube(points, wide, layers(rubber, round(PALES * strain(long))), closed)


def strain(length: float) -> float:
    """How much a band of this length is strained: 0 when slack, 1 at four times its own length."""
    return min(1.0, max(0.0, (length / RESTS - 1.0) / 3.0))


@lru_cache(maxsize=256)
def layers(rubber: Rubber, pale: int) -> tuple[Layered, ...]:
    """The layers of a band; `pale`: how far it has paled, from 0 to PALES."""
    body = _mixed(rubber.body, rubber.shine, 0.42 * pale / PALES)
    light = _mixed(body, rubber.shine, 0.28)
    return (
        (1.0, _mixed(rubber.edge, body, 0.1)),
        (0.84, body),
        (0.5, light),
        (0.17, _mixed(rubber.shine, "#FFFFFF", 0.35)),
    )


def _mixed(a: Colour, b: Colour, part: float) -> Colour:
    """A colour between two opaque ones."""
    mixed = (round(int(a[k : k + 2], 16) * (1 - part) + int(b[k : k + 2], 16) * part) for k in (1, 3, 5))
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def trembling(tips: Sequence[Vec], now: float, calm: bool) -> float:
    """How far a band that is held like this trembles to either side, in mm, at this moment: only where it is taut."""
    if calm or len(tips) < 2:
        return 0.0
    long = path_length([*tips, tips[0]]) + 2 * math.pi * PAD
    return TREMBLES * max(0.0, strain(long) - 0.25) * math.sin(2 * math.pi * RATE * now)


def around(tips: Sequence[Vec], radius: float = PAD, bow: float = 0.0) -> list[Vec]:
    """The path of a band around fingertips: straight between them, or bowed outwards by `bow` mm, round at each."""
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
        steps = max(2, math.ceil(turn / BEND))
        for step in range(steps + 1):
            angle = start + turn * step / steps
            out.append(Vec(here[0] + math.cos(angle) * radius, here[1] + math.sin(angle) * radius))
        if bow:
            out.append(between(here, after, 0.5) + Vec(math.cos(end), math.sin(end)) * (radius + bow))
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
