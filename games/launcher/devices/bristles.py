"""The prints of a round brush, as bytes: all bristles, only the longest ones, and the light on the rims of thick paint."""

from __future__ import annotations

import math
from random import Random

SIDE = 128  # pixels; size of the print from which all others are scaled
STREAKS = 0.16  # how much lighter or darker streaks of bristles are, in one print
RIM = 0.035  # strength of light and shadow on the rims of thick paint, lit from the upper left
CELLS = 40  # of the noise, across a print


def prints() -> tuple[bytes, bytes, bytes]:
    """A full print, a dry one, and the light on the rims of thick paint: premultiplied RGBA, SIDE by SIDE pixels."""
    chance = Random(5)
    grid = [[chance.random() for _ in range(CELLS + 2)] for _ in range(CELLS + 2)]
    body, bristles, relief = bytearray(), bytearray(), bytearray()
    for row in range(SIDE):
        for column in range(SIDE):
            x, y = (column + 0.5) * 2 / SIDE - 1, (row + 0.5) * 2 / SIDE - 1
            d = math.sqrt(x * x + y * y)
            n = _noise(grid, column * CELLS / SIDE, row * CELLS / SIDE)
            edge = _smooth(1.0, 0.80, d + 0.10 * (n - 0.5))
            v = round(255 * edge * (0.70 + 0.30 * n))
            body += bytes((v, v, v, v))
            v = round(255 * edge * min(1.0, max(0.0, (n - 0.52) * 3.0)))
            bristles += bytes((v, v, v, v))
            rim = _smooth(0.50, 0.90, d) * _smooth(1.0, 0.86, d)
            facing = -(0.64 * x + 0.77 * y) / max(0.01, d) * rim * RIM + (n - 0.5) * edge * STREAKS
            v = round(255 * abs(facing))
            relief += bytes((v, v, v, v) if facing > 0 else (0, 0, 0, v))
    return bytes(body), bytes(bristles), bytes(relief)


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
