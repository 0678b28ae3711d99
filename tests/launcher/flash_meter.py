"""Counts flashes in a row of pictures, as WCAG 2.3.1 means them: pairs of opposite changes of a large part's brightness."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

GRID = (32, 20)
STEP = 0.10  # of the greatest relative luminance: a smaller change is no flash
DARK = 0.80  # the darker of the two must be below this
LARGE = 0.06  # of the screen: a quarter of any 10 degrees of sight, at arm's length


def brightness(picture: pygame.Surface) -> list[float]:
    """Relative luminance in each cell of a coarse grid."""
    small = pygame.transform.smoothscale(picture, GRID)
    out = []
    for y in range(GRID[1]):
        for x in range(GRID[0]):
            linear = [(c / 255) ** 2.2 for c in small.get_at((x, y))[:3]]
            out.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return out


def flashes(pictures: Sequence[pygame.Surface], rate: float) -> int:
    """The most flashes within any one second."""
    turns: list[tuple[float, int]] = []  # when a large part began to change, and which way
    extremes = [[value, value] for value in brightness(pictures[0])]
    ways = [0] * len(extremes)
    for number, picture in enumerate(pictures[1:], 1):
        changed = {1: 0, -1: 0}
        for i, value in enumerate(brightness(picture)):
            low, high = extremes[i]
            way = 1 if value - low >= STEP and low < DARK else -1 if high - value >= STEP and value < DARK else 0
            if way and way != ways[i]:
                changed[way] += 1
                ways[i] = way
                extremes[i] = [value, value]
            else:
                extremes[i] = [min(low, value), max(high, value)]
        for way, count in changed.items():
            if count >= LARGE * len(extremes):
                turns.append((number / rate, way))
    most = 0
    for i, (start, _) in enumerate(turns):
        most = max(most, len([t for t, _ in turns[i:] if t < start + 1.0]) // 2)
    return most
