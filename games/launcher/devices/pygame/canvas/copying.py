"""Opaque pixels copied and filled so that what is painted over them next finds them in the processor's cache.

SDL copies and fills rows that begin at a multiple of 16 bytes past the cache, straight to memory. That suits whole screens.
For a part of one it costs up to six times as much, once for the ends of its rows and again when the next thing is painted
there. Rows that begin one pixel later are copied through the cache.
"""

from __future__ import annotations

from functools import lru_cache

from pygame import SRCALPHA, Rect, Surface

ALIGNED = 4  # pixels of four bytes in 16 bytes
LARGE = 500_000  # pixels; more than this does not stay in the cache anyway
ROWS = 32  # of a strip of one colour from which parts are filled
FLAT = 4  # rows up to which a fill is a fill


def copy(surface: Surface, picture: Surface, part: Rect, left: int, top: int) -> None:
    """Copy what a picture without alpha, whose corner lies at left, top, shows in this part of a surface."""
    x, y, wide, high = part
    if x % ALIGNED or wide * high > LARGE:
        surface.blit(picture, part, (x - left, y - top, wide, high))
        return
    surface.blit(picture, part, (x - left, y - top, 1, high))
    if wide > 1:
        surface.blit(picture, (x + 1, y), (x + 1 - left, y - top, wide - 1, high))


def fill(surface: Surface, part: Rect, colour: tuple[int, ...]) -> None:
    """Fill a part of a surface with an opaque colour."""
    x, y, wide, high = part
    if high <= FLAT or wide * high > LARGE or surface.get_flags() & SRCALPHA:
        surface.fill(colour, part)
        return
    strip = _strip(colour, surface.get_width(), surface.get_masks())
    for row in range(y, y + high, ROWS):
        copy(surface, strip, Rect(x, row, wide, min(ROWS, y + high - row)), 0, row)


@lru_cache(maxsize=12)
def _strip(colour: tuple[int, ...], wide: int, masks: tuple[int, int, int, int]) -> Surface:
    """Some rows of one colour, without alpha."""
    strip = Surface((wide, ROWS), depth=32, masks=masks)
    strip.fill(colour)
    return strip
