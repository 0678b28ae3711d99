"""Colours as the canvas gives them ("#RRGGBB", "#RRGGBBAA") in the forms that painting needs."""

from __future__ import annotations

from functools import lru_cache

Channels = tuple[int, int, int, int]  # 0 to 255


@lru_cache(maxsize=4096)
def channels(colour: str) -> Channels:
    """Red, green, blue, alpha. Raises ValueError for anything that is not a colour."""
    if len(colour) not in (7, 9) or colour[0] != "#":
        raise ValueError(f"{colour!r} is no colour: write #RRGGBB or #RRGGBBAA")
    try:
        red, green, blue = int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
        return red, green, blue, int(colour[7:9] or "FF", 16)
    except ValueError:
        raise ValueError(f"{colour!r} is no colour: write #RRGGBB or #RRGGBBAA") from None


@lru_cache(maxsize=4096)
def premultiplied(colour: str) -> Channels:
    """The same with red, green and blue multiplied by alpha."""
    red, green, blue, alpha = channels(colour)
    return (red * alpha + 127) // 255, (green * alpha + 127) // 255, (blue * alpha + 127) // 255, alpha
