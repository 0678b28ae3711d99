"""A round band along a polyline, drawn straight onto the screen. In pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame
from pygame import Surface

from games.launcher.devices.pygame.shapes.colours import Channels
from games.launcher.devices.pygame.shapes.outlines import Point, beside_ways, runs

LIGHT = (-0.24, -0.37)  # way from the middle of a round band towards the light, in shares of what a layer is narrower
THIN = 3.5  # pixels; a thinner layer is a few smooth lines beside each other, without round ends
SMOOTHED = 2  # outer layers with smooth edges; further in, colours differ too little for steps to be seen
INSIDE = 1.25  # pixels from an edge to the fill, which may extend up to a pixel more

Sides = list[tuple[float, float, float, float]]  # points, and by how much each moves for a parallel line at distance 1


class Layer(NamedTuple):
    """What one layer is drawn from."""

    colour: Channels
    ends: list[Point]  # middles of round ends
    radius: float  # of those
    lines: list[list[Point]]  # smooth lines along the edges
    fills: list[list[tuple[int, int]]]  # polygons


class Tube:
    """A round band along a polyline. `layers`: from the outside in, how wide each one is, and its colour; the inner ones
    are moved towards the light. Equal ones look equal."""

    __slots__ = ("_hash", "_laid", "_moved", "closed", "layers", "points")

    def __init__(self, points: tuple[Point, ...], layers: tuple[tuple[float, Channels], ...], closed: bool) -> None:
        self.points, self.layers, self.closed = points, layers, closed
        self._moved: tuple[int, int] | None = None  # the way for which it is laid out
        self._laid: list[Layer] = []
        self._hash: int | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tube):
            return NotImplemented
        return self.points == other.points and self.layers == other.layers and self.closed == other.closed

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash((self.points, self.layers, self.closed))
        return self._hash

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """See Stroke. It is laid out once, even if several parts of the screen show it."""
        if self._moved != (right, down):
            self._moved, self._laid = (right, down), self._lay(right, down)
        for colour, ends, radius, lines, fills in self._laid:
            for end in ends:
                pygame.draw.aacircle(surface, colour, end, radius)
            for line in lines:
                pygame.draw.aalines(surface, colour, self.closed, line)
            for corners in fills:
                pygame.draw.polygon(surface, colour, corners)

    def _lay(self, right: int, down: int) -> list[Layer]:
        whole = self.layers[0][0]
        # The drawing functions count from the middles of pixels.
        points = [(x + right - 0.5, y + down - 0.5) for x, y in self.points]
        parts = [_sides(part, self.closed) for part in ([points] if self.closed else runs(points))]
        out = []
        for depth, (wide, colour) in enumerate(self.layers):
            x, y = (whole - wide) * LIGHT[0], (whole - wide) * LIGHT[1]
            layer = Layer(colour, [], wide / 2, [], [])
            for sides in parts:
                if wide <= THIN:
                    _fine(layer, sides, wide, (x, y))
                    continue
                if not self.closed:
                    layer.ends.extend((ax + x, ay + y) for ax, ay, _, _ in (sides[0], sides[-1]))
                if depth < SMOOTHED:
                    far = wide / 2 - 0.5
                    layer.lines.extend((_beside(sides, far, x, y), _beside(sides, -far, x, y)))
                far = wide / 2 - (INSIDE if depth < SMOOTHED else 0.5)
                layer.fills.append(_filled(sides, max(0.5, far), (x, y), self.closed))
            out.append(layer)
        return out


def _sides(part: Sequence[Point], closed: bool) -> Sides:
    return [(x, y, u, v) for (x, y), (u, v) in zip(part, beside_ways(part, closed), strict=True)]


def _fine(layer: Layer, sides: Sides, wide: float, off: Point) -> None:
    """A thin layer: a few smooth lines beside each other."""
    count = max(1, round(wide))
    for k in range(count):
        layer.lines.append(_beside(sides, k - (count - 1) / 2, *off))


def _beside(sides: Sides, far: float, right: float, down: float) -> list[Point]:
    """A line at this distance, moved."""
    return [(x + u * far + right, y + v * far + down) for x, y, u, v in sides]


def _filled(sides: Sides, far: float, off: Point, closed: bool) -> list[tuple[int, int]]:
    """The corners of what lies no farther than this from a line, rounded: the drawing function would truncate them."""
    one = [(round(x), round(y)) for x, y in _beside(sides, far, *off)]
    other = [(round(x), round(y)) for x, y in _beside(sides, -far, *off)]
    if closed:
        one.append(one[0])
        other.append(other[0])
    other.reverse()
    return one + other
