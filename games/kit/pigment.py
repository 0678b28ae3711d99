"""Mixing of paints as pigments that absorb and scatter light (Kubelka and Munk), for red, green and blue."""

from __future__ import annotations

import math
from functools import lru_cache

from games.kit.canvas import Colour

BLACKEST = 0.004  # least linear reflectance: no paint absorbs all light
BRIGHT = 0.22  # share of light reflected by the paper through thin mixed paint; it keeps mixtures from looking dull

Light = tuple[float, float, float]  # linear, 0 to 1


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """The mixture of two paints with this share (0 to 1) of the other. Blue and yellow give green."""
    return code(stirred(light(one), light(other), share))


def stirred(one: Light, other: Light, share: float) -> Light:
    """The same for linear reflected light."""
    if share <= 0.0:
        return one
    if share >= 1.0:
        return other
    bands = []
    for a, b in zip(one, other, strict=True):
        a, b = max(BLACKEST, a), max(BLACKEST, b)
        swallowed = (1 - share) * (1 - a) * (1 - a) / (2 * a) + share * (1 - b) * (1 - b) / (2 * b)
        thrown = 1 + swallowed - math.sqrt(swallowed * swallowed + 2 * swallowed)
        between = math.exp((1 - share) * math.log(a) + share * math.log(b))
        bands.append(thrown + (between - thrown) * BRIGHT)
    return bands[0], bands[1], bands[2]


@lru_cache(maxsize=4096)
def light(colour: Colour) -> Light:
    """The linear light of "#RRGGBB"."""
    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def code(of: Light) -> Colour:
    """Linear light as "#RRGGBB"."""
    red, green, blue = (round(255 * shown(band)) for band in of)
    return f"#{red:02X}{green:02X}{blue:02X}"


def linear(value: float) -> float:
    """The light of one band of a colour on the screen; both 0 to 1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def shown(light: float) -> float:
    """How one band of light is shown on the screen, 0 to 1; light that is no such amount is limited to one."""
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= 0.0031308 else 1.055 * float(light ** (1 / 2.4)) - 0.055
