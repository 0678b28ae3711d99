"""Things that look different in every frame, drawn straight onto the screen instead of from sprites: round bands, soft
bodies, soft shadows along a line. In pixels; edges are smoothed by lines along them."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple, Protocol

import pygame
from pygame import Surface, gfxdraw

from games.launcher.devices.pygame.shapes.colours import Channels
from games.launcher.devices.pygame.shapes.outlines import Point, beside_ways, runs

LIGHT = (-0.24, -0.37)  # way from the middle of a round band towards the light, in shares of what a layer is narrower
THIN = 3.5  # pixels; a thinner layer is a few smooth lines beside each other, without round ends
SMOOTHED = 2  # outer layers with smooth edges; further in, colours differ too little for steps to be seen
INSIDE = 1.25  # pixels from an edge to the fill, which may extend up to a pixel more
SPACED = 0.5  # distance of the spots of a shadow as a share of their radius


class Stroke(Protocol):
    """Something that can be drawn; equal ones look equal."""

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """Draw it, moved by so many pixels, within the surface's clip."""


class Tube(NamedTuple):
    """A round band along a polyline. `layers`: from the outside in, how wide each one is, and its colour; the inner ones
    are moved towards the light."""

    points: tuple[Point, ...]
    layers: tuple[tuple[float, Channels], ...]
    closed: bool

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """See Stroke."""
        whole = self.layers[0][0]
        # The drawing functions count from the middles of pixels.
        points = [(x + right - 0.5, y + down - 0.5) for x, y in self.points]
        parts = [points] if self.closed else runs(points)
        aside = [beside_ways(part, self.closed) for part in parts]
        for depth, (wide, colour) in enumerate(self.layers):
            x, y = (whole - wide) * LIGHT[0], (whole - wide) * LIGHT[1]
            for part, ways in zip(parts, aside, strict=True):
                if not self.closed and wide > THIN:
                    for ax, ay in (part[0], part[-1]):
                        pygame.draw.aacircle(surface, colour, (ax + x, ay + y), wide / 2)
                run = [(ax + x, ay + y, u, v) for (ax, ay), (u, v) in zip(part, ways, strict=True)]
                if wide <= THIN:
                    _fine(surface, run, wide, self.closed, colour)
                    continue
                if depth < SMOOTHED:
                    far = wide / 2 - 0.5
                    pygame.draw.aalines(
                        surface, colour, self.closed, [(p + u * far, q + v * far) for p, q, u, v in run]
                    )
                    pygame.draw.aalines(
                        surface, colour, self.closed, [(p - u * far, q - v * far) for p, q, u, v in run]
                    )
                _fill(surface, run, wide / 2 - (INSIDE if depth < SMOOTHED else 0.5), self.closed, colour)


Sides = list[tuple[float, float, float, float]]  # points, and by how much each moves for a parallel line at distance 1


def _fine(surface: Surface, run: Sides, wide: float, closed: bool, colour: Channels) -> None:
    """A thin layer: a few smooth lines beside each other."""
    count = max(1, round(wide))
    for k in range(count):
        far = k - (count - 1) / 2
        pygame.draw.aalines(surface, colour, closed, [(x + u * far, y + v * far) for x, y, u, v in run])


def _fill(surface: Surface, run: Sides, far: float, closed: bool, colour: Channels) -> None:
    """What lies no farther than this from a line."""
    far = max(0.5, far)
    left = [(round(x + u * far), round(y + v * far)) for x, y, u, v in run]
    right = [(round(x - u * far), round(y - v * far)) for x, y, u, v in run]
    if closed:
        left.append(left[0])
        right.append(right[0])
    right.reverse()
    pygame.draw.polygon(surface, colour, left + right)


class Ring(NamedTuple):
    """A ring of whole pixels."""

    middle: tuple[int, int]
    radius: int  # of the smooth line at its outer edge
    wide: int  # from that to the one at its inner edge
    colour: Channels

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """See Stroke. Two rings beside each other fill what two smooth circles enclose: the ring of pygame has its middle
        between pixels, the smooth circle in one."""
        x, y = self.middle[0] + right, self.middle[1] + down
        radius, colour = self.radius, self.colour
        if (
            surface.get_flags() & pygame.SRCALPHA
        ):  # where nothing lies beneath, only this leaves edges as they should be
            pygame.draw.aacircle(surface, colour, (x, y), radius + 0.5, self.wide + 1)
            return
        if self.wide > 1:
            thick = max(1, self.wide - 1)
            pygame.draw.circle(surface, colour, (x, y), radius - 1 if thick > 1 else radius, thick)
            pygame.draw.circle(surface, colour, (x + 1, y + 1), radius - 1 if thick > 1 else radius, thick)
        gfxdraw.aacircle(surface, x, y, radius, colour)
        if self.wide > 1:
            gfxdraw.aacircle(surface, x, y, radius - self.wide, colour)


class Body(NamedTuple):
    """An outline filled with an opaque picture, whose upper left corner lies at `corner`; its edge in one colour."""

    points: tuple[Point, ...]
    filling: Surface
    corner: tuple[int, int]
    edge: Channels

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """See Stroke."""
        points = _moved(self.points, right, down)
        left, top = self.corner[0] + right, self.corner[1] + down
        gfxdraw.textured_polygon(surface, points, self.filling, left, -top)
        pygame.draw.aalines(surface, self.edge, True, [(x - 0.5, y - 0.5) for x, y in points])


class Shade(NamedTuple):
    """A soft shadow along a polyline, made of spots, each this premultiplied picture."""

    points: tuple[Point, ...]
    spot: Surface

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """See Stroke."""
        half = self.spot.get_width() / 2
        right, down = round(right - half), round(down - half)
        spot, step = self.spot, max(2.0, half * SPACED)
        spots: list[tuple[Surface, tuple[int, int]]] = []
        due = 0.0
        for (ax, ay), (bx, by) in pairwise(self.points):
            x, y = bx - ax, by - ay
            long = math.sqrt(x * x + y * y)
            while due < long:
                part = due / long
                spots.append((spot, (int(ax + x * part) + right, int(ay + y * part) + down)))
                due += step
            due -= long
        surface.fblits(spots, pygame.BLEND_PREMULTIPLIED)


def _moved(points: tuple[Point, ...], right: int, down: int) -> list[Point]:
    return [(x + right, y + down) for x, y in points] if right or down else list(points)
