"""Draws the prints of a brush with wet paint (see games/launcher/devices/brush.py) on a surface."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame
from pygame import Rect, Surface, transform

from games.launcher.devices import bristles
from games.launcher.devices.brush import Box, Brush, Place, Print

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED


class WetBrush:
    """One stroke in the making. Places and lengths in pixels."""

    def __init__(self, at: tuple[float, float], radius: int, colour: str, lasts: float) -> None:
        self._brush = Brush(at, radius, colour, lasts)
        self._prints = _prints_of(radius)

    def move(self, surface: Surface, at: tuple[float, float], touch: Callable[[Rect], None]) -> None:
        """Paint from its last place to here; `touch` is called first with the area that will change."""
        area = self._brush.area(at)
        if area is not None:
            touch(Rect(area))
        for one in self._brush.move(at):
            if isinstance(one, Print):
                self._draw(surface, one)
            else:
                self._look(surface, one)

    def _look(self, surface: Surface, box: Box) -> None:
        around = Rect(box).clip(surface.get_rect())
        if around.w and around.h:
            red, green, blue, alpha = transform.average_color(surface, around)
            self._brush.saw(red, green, blue, alpha)

    def _draw(self, surface: Surface, one: Print) -> None:
        scratch = self._prints.scratch
        if one.drags is not None and one.before is not None:
            self._drag(surface, one.before, one.at, one.drags, one.fades)
        if one.colour is None:
            return
        scratch.fill(one.colour)
        scratch.blit(self._prints.body if one.full else self._prints.bristles, (0, 0), None, pygame.BLEND_RGBA_MULT)
        if one.full:
            scratch.blit(self._prints.relief, (0, 0), None, PREMULTIPLIED)
        surface.blit(scratch, one.at, None, PREMULTIPLIED)

    def _drag(self, surface: Surface, before: Place, at: Place, strength: int, fades: bool) -> None:
        """Draw what lay beneath the last print once more, fainter, beneath this one."""
        scratch = self._prints.scratch
        scratch.fill((0, 0, 0, 0))
        scratch.blit(surface, (0, 0), Rect(before, scratch.get_size()), PREMULTIPLIED)
        scratch.blit(self._prints.body, (0, 0), None, pygame.BLEND_RGBA_MULT)
        scratch.fill((strength, strength, strength, strength), special_flags=pygame.BLEND_RGBA_MULT)
        if fades:
            scratch.fill((1, 1, 1, 0), special_flags=pygame.BLEND_RGB_SUB)
        surface.blit(scratch, at, None, PREMULTIPLIED)


class _Prints:
    """The prints of a brush of one radius, and a work surface."""

    def __init__(self, radius: int) -> None:
        size = (2 * radius, 2 * radius)
        body, longest, relief = _base()
        self.body = transform.smoothscale(body, size)
        self.bristles = transform.smoothscale(longest, size)
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
    body, longest, relief = bristles.prints()
    return _surface(body), _surface(longest), _surface(relief)


def _surface(pixels: bytes) -> Surface:
    """A surface of these pixels in the screen's format, because other formats are drawn many times more slowly."""
    size = (bristles.SIDE, bristles.SIDE)
    made = Surface(size, pygame.SRCALPHA)
    made.blit(pygame.image.frombytes(pixels, size, "RGBA"), (0, 0), None, pygame.BLEND_RGBA_ADD)
    return made
