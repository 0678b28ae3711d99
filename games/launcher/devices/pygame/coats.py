"""Soft things: an outline filled with several radial gradients ("coats"). Lengths in pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame
from pygame import Surface

from games.launcher.devices.pygame.colours import channels
from games.launcher.devices.pygame.outlines import Point, decoded, polygon

# Centre, radii, clockwise turn in radians, colours on the way outwards.
Coat = tuple[Point, Point, float, tuple[tuple[float, str], ...]]

COARSE = 3  # screen pixels for each pixel of the gradients, which have no sharp edges


def soft(points: Sequence[Point], width: int, height: int, coats: Sequence[Coat]) -> Surface:
    """An outline filled with gradients, the first one lowest, as a premultiplied surface."""
    runs, fills = [], []
    for index, ((x, y), (across, down), turn, stops) in enumerate(coats):
        colours = []
        for share, colour in stops:
            red, green, blue, alpha = channels(colour)
            colours.append(
                f'<stop offset="{share:.3f}" stop-color="rgb({red},{green},{blue})" stop-opacity="{alpha / 255:.3f}"/>'
            )
        cos, sin = math.cos(turn), math.sin(turn)
        way = f"{across * cos:.2f} {across * sin:.2f} {-down * sin:.2f} {down * cos:.2f} {x:.2f} {y:.2f}"
        runs.append(
            f'<radialGradient id="c{index}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" '
            f'gradientTransform="matrix({way})">{"".join(colours)}</radialGradient>'
        )
        fills.append(f'<path d="{_box(x, y, max(across, down), width, height, stops)}" fill="url(#c{index})"/>')
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><defs>{"".join(runs)}</defs>'
    small = max(1, width // COARSE), max(1, height // COARSE)
    sheet = pygame.transform.smoothscale(decoded(f"{svg}{''.join(fills)}</svg>", *small), (width, height))
    sheet.blit(polygon(points, width, height), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return sheet


def _box(x: float, y: float, far: float, width: int, height: int, stops: tuple[tuple[float, str], ...]) -> str:
    """The SVG rectangle that a coat colours: only as far as it reaches if its outermost colour is transparent."""
    left, top, right, foot = 0.0, 0.0, float(width), float(height)
    if channels(stops[-1][1])[3] == 0:
        left, top = max(left, x - far), max(top, y - far)
        right, foot = max(left, min(right, x + far)), max(top, min(foot, y + far))
    return f"M{left:.1f},{top:.1f}H{right:.1f}V{foot:.1f}H{left:.1f}Z"
