"""A brush with wet paint: the paint on its tip, how full it is, and the prints of its bristles."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from random import Random

import pygame
from pygame import Rect, Surface, transform

from games.kit.pigment import Light, light, stirred

SPACING = 0.12  # distance between prints, as a share of the radius
LEAST_SPACING = 1.2  # pixels
PICKS = 0.42  # share of the paint ahead that a print picks up, where everything is wet
GIVES = 0.16  # share of its own paint that flows to the tip between prints, while it is full
FULL = 0.42  # opacity of one print of a full brush; prints overlap
DRAGS = 0.20  # how strongly a print of a wet brush drags along the paint beneath; a dry one drags more
DRY = 0.30  # at this share of its filling or less, only its bristles touch
AHEAD = 1.15  # radii ahead of its centre at which it samples the paint
LOOKS = 3  # prints between two samples of the paint beneath
BASE = 128  # pixels; size of the print from which all others are scaled
STREAKS = 0.16  # how much lighter or darker streaks of bristles are, in one print
RIM = 0.035  # strength of light and shadow on the rims of thick paint, lit from the upper left
PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
LINEAR = [(v / 255) / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in range(256)]


class WetBrush:
    """One stroke in the making. Places and lengths in pixels."""

    def __init__(self, at: tuple[float, float], radius: int, colour: str, lasts: float) -> None:
        self._at, self._radius, self._own = at, radius, light(colour)
        self._tip: Light = self._own
        self._fill, self._lasts = 1.0, lasts  # lasts: pixels until it is dry; 0: never
        self._since = 0.0  # distance since the last print
        self._prints = 0
        self._wet = 0.0  # wetness where it last sampled
        self._before: Rect | None = None

    def move(self, surface: Surface, at: tuple[float, float], touch: Callable[[Rect], None]) -> None:
        """Paint from its last place to here; `touch` is called first with the area that will change."""
        (x0, y0), (x1, y1) = self._at, at
        far = math.hypot(x1 - x0, y1 - y0)
        step = max(LEAST_SPACING, SPACING * self._radius)
        first = self._prints == 0
        if not first and self._since + far < step:
            self._since += far
            self._at = at
            return
        r = self._radius + 1
        touch(
            Rect(math.floor(min(x0, x1)) - r, math.floor(min(y0, y1)) - r, 0, 0).union(
                Rect(math.ceil(max(x0, x1)) + r, math.ceil(max(y0, y1)) + r, 0, 0)
            )
        )
        if first:
            self._print(surface, x0, y0, 0.0, 0.0)
        if far <= 0.0:
            return
        ux, uy = (x1 - x0) / far, (y1 - y0) / far
        along = step - self._since
        while along <= far:
            if self._lasts:
                self._fill = max(0.0, self._fill - step / self._lasts)
            self._print(surface, x0 + ux * along, y0 + uy * along, ux, uy)
            along += step
        self._since = far - (along - step)
        self._at = at

    def _print(self, surface: Surface, x: float, y: float, ux: float, uy: float) -> None:
        """One print of the bristles."""
        radius = self._radius
        if self._prints % LOOKS == 0 and (ux or uy):
            ahead = radius * AHEAD
            self._wet = self._look(surface, x + ux * ahead, y + uy * ahead)
        wet = self._wet
        self._prints += 1
        place = Rect(round(x) - radius, round(y) - radius, 2 * radius, 2 * radius)
        prints = _prints_of(radius)
        scratch = prints.scratch
        if wet > 0.06 and self._before is not None and self._before != place:
            strength = round(255 * wet * (DRAGS + (0.9 - DRAGS) * (1 - self._fill)))
            scratch.fill((0, 0, 0, 0))
            scratch.blit(surface, (0, 0), self._before, PREMULTIPLIED)
            scratch.blit(prints.body, (0, 0), None, pygame.BLEND_RGBA_MULT)
            scratch.fill((strength, strength, strength, strength), special_flags=pygame.BLEND_RGBA_MULT)
            if self._prints % 2:
                scratch.fill((1, 1, 1, 0), special_flags=pygame.BLEND_RGB_SUB)  # multiplying rounds up
            surface.blit(scratch, place, None, PREMULTIPLIED)
        self._before = place
        if self._fill > 0.0:
            self._lay(surface, place, prints)

    def _lay(self, surface: Surface, place: Rect, prints: _Prints) -> None:
        """Draw the paint and the light on its rims."""
        full = self._fill > DRY
        cover = FULL if full else FULL * self._fill / DRY
        scratch = prints.scratch
        scratch.fill(_premultiplied(self._tip, cover))
        scratch.blit(prints.body if full else prints.bristles, (0, 0), None, pygame.BLEND_RGBA_MULT)
        if full:
            scratch.blit(prints.relief, (0, 0), None, PREMULTIPLIED)
        surface.blit(scratch, place, None, PREMULTIPLIED)

    def _look(self, surface: Surface, x: float, y: float) -> float:
        """Sample the paint ahead, pick some of it up, and let the brush's own paint flow after; returns the wetness there."""
        half = max(1, self._radius // 4)
        around = Rect(round(x) - half, round(y) - half, 2 * half, 2 * half).clip(surface.get_rect())
        if not around.w or not around.h:
            return 0.0
        red, green, blue, alpha = transform.average_color(surface, around)
        wet = alpha / 255
        tip = self._tip
        if wet > 0.06:
            there = tuple(max(0.004, LINEAR[min(255, round(band / wet))]) for band in (red, green, blue))
            tip = stirred(tip, there, PICKS * wet)  # type: ignore[arg-type]
        if tip is not self._own:
            tip = stirred(tip, self._own, GIVES * self._fill)
        self._tip = tip
        return wet


class _Prints:
    """The prints of a brush of one radius, and a work surface."""

    def __init__(self, radius: int) -> None:
        size = (2 * radius, 2 * radius)
        body, bristles, relief = _base()
        self.body = transform.smoothscale(body, size)
        self.bristles = transform.smoothscale(bristles, size)
        self.relief = transform.smoothscale(relief, size)
        self.scratch = Surface(size, pygame.SRCALPHA)


def prepare() -> None:
    """Make what all brushes share, which takes as long as some frames; call it before the first stroke."""
    _base()


@lru_cache(maxsize=16)
def _prints_of(radius: int) -> _Prints:
    return _Prints(radius)


@lru_cache(maxsize=1)
def _base() -> tuple[Surface, Surface, Surface]:
    """A full print, a dry one, and the light on the rims of thick paint; premultiplied."""
    chance, cells = Random(5), 40
    grid = [[chance.random() for _ in range(cells + 2)] for _ in range(cells + 2)]
    body, bristles, relief = bytearray(), bytearray(), bytearray()
    for row in range(BASE):
        for column in range(BASE):
            x, y = (column + 0.5) * 2 / BASE - 1, (row + 0.5) * 2 / BASE - 1
            d = math.sqrt(x * x + y * y)
            n = _noise(grid, column * cells / BASE, row * cells / BASE)
            edge = _smooth(1.0, 0.80, d + 0.10 * (n - 0.5))
            v = round(255 * edge * (0.70 + 0.30 * n))
            body += bytes((v, v, v, v))
            v = round(255 * edge * min(1.0, max(0.0, (n - 0.52) * 3.0)))
            bristles += bytes((v, v, v, v))
            rim = _smooth(0.50, 0.90, d) * _smooth(1.0, 0.86, d)
            facing = -(0.64 * x + 0.77 * y) / max(0.01, d) * rim * RIM + (n - 0.5) * edge * STREAKS
            v = round(255 * abs(facing))
            relief += bytes((v, v, v, v) if facing > 0 else (0, 0, 0, v))
    size = (BASE, BASE)
    return _surface(body, size), _surface(bristles, size), _surface(relief, size)


def _surface(pixels: bytearray, size: tuple[int, int]) -> Surface:
    """A surface of these pixels in the screen's format, because other formats are drawn many times more slowly."""
    made = Surface(size, pygame.SRCALPHA)
    made.blit(pygame.image.frombytes(bytes(pixels), size, "RGBA"), (0, 0), None, pygame.BLEND_RGBA_ADD)
    return made


def _noise(grid: list[list[float]], x: float, y: float) -> float:
    i, j = int(x), int(y)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    upper = grid[j][i] + (grid[j][i + 1] - grid[j][i]) * u
    lower = grid[j + 1][i] + (grid[j + 1][i + 1] - grid[j + 1][i]) * u
    return upper + (lower - upper) * v


def _smooth(start: float, end: float, value: float) -> float:
    part = min(1.0, max(0.0, (value - start) / (end - start)))
    return part * part * (3 - 2 * part)


def _premultiplied(of: Light, cover: float) -> tuple[int, int, int, int]:
    red, green, blue = (round(255 * cover * _curved(band)) for band in of)
    return red, green, blue, round(255 * cover)


def _curved(band: float) -> float:
    value = min(1.0, max(0.0, band))
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4)) - 0.055
