"""Things that look different in every frame, drawn straight onto the screen instead of from sprites: rings, soft bodies,
soft shadows along a line; round bands are in `tubes.py`. In pixels; edges are smoothed by lines along them."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple, Protocol

import pygame
from pygame import Surface, gfxdraw

from games.launcher.devices.pygame.shapes.colours import Channels
from games.launcher.devices.pygame.shapes.outlines import Point

SPACED = 0.5  # distance of the spots of a shadow as a share of their radius


class Stroke(Protocol):
    """Something that can be drawn; equal ones look equal."""

    def draw(self, surface: Surface, right: int, down: int) -> None:
        """Draw it, moved by so many pixels, within the surface's clip."""


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
