"""Radial gradients: each run of colours is baked once as a small picture, and scaled, turned and laid over others. In pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import pygame
from pygame import Surface

from games.launcher.devices.pygame.pictures.sprites import Memory, Sprites, bytes_of
from games.launcher.devices.pygame.shapes.colours import channels, premultiplied
from games.launcher.devices.pygame.shapes.outlines import decoded

Point = tuple[float, float]
Stops = tuple[tuple[float, str], ...]  # shares of the way outwards from 0 to 1, and colours
# Centre, radii, clockwise turn in radians, colours on the way outwards.
Coat = tuple[Point, Point, float, Stops]

BAKED = 96  # pixels from the middle of a baked gradient to where its colours end
BEYOND = 1.6  # radii to which the last colour goes on, unless it is transparent
COARSE = 110  # pixels; several gradients over each other are laid out this large, and scaled up
TURNED = 110.0  # pixels; a gradient is turned at most this large, and scaled up
OVERLAP = 0.42  # one over the number of spots of a soft shadow that lie over each other where it is darkest
COARSEST = 8.0


class Gradients:
    """The gradients of one screen."""

    def __init__(self, memory: Memory) -> None:
        self._baked: Sprites[Surface] = Sprites(memory)

    def scaled(self, stops: Stops, across: float, down: float, turn: float, reach: float = 1.0) -> Surface:
        """A gradient that ends at an ellipse with these radii, premultiplied; its middle is that of the surface. Beyond,
        its last colour goes on to `reach` times that far."""
        wide, high = max(1.0, 2 * across * reach), max(1.0, 2 * down * reach)
        baked = self._bake(stops, reach)
        if not turn or abs(across - down) <= 0.5:
            return pygame.transform.smoothscale(baked, (round(wide), round(high)))
        times = max(1.0, max(wide, high) / TURNED)  # turning costs far more than scaling
        small = pygame.transform.smoothscale(baked, (max(1, round(wide / times)), max(1, round(high / times))))
        small = pygame.transform.rotozoom(small, -math.degrees(turn), 1.0)
        return small if times == 1.0 else pygame.transform.smoothscale_by(small, times)

    def laid(self, coats: Sequence[Coat], width: int, height: int) -> Surface:
        """Gradients over each other, the first one lowest, on a surface of this size: opaque if the first one is, else
        premultiplied. Beyond an opaque first one lies its last colour."""
        times = min(COARSEST, max(1.0, min(width, height) / COARSE))
        sheet = Surface((max(1, round(width / times)), max(1, round(height / times))), pygame.SRCALPHA)
        solid = opaque(coats[0][3])
        if solid:
            sheet.fill(premultiplied(coats[0][3][-1][1]))
        for index, ((x, y), (across, down), turn, stops) in enumerate(coats):
            reach = BEYOND if (index or not solid) and channels(stops[-1][1])[3] else 1.0
            blob = self.scaled(stops, across / times, down / times, turn, reach)
            wide, high = blob.get_size()
            at = (round(x / times - wide / 2), round(y / times - high / 2))
            sheet.blit(blob, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        whole = pygame.transform.smoothscale(sheet, (width, height)) if sheet.get_size() != (width, height) else sheet
        return whole.convert() if solid else whole

    def _bake(self, stops: Stops, reach: float) -> Surface:
        found = self._baked.get((stops, reach))
        if found is None:
            side = round(2 * BAKED * reach)
            runs = []
            for share, colour in stops:
                red, green, blue, alpha = channels(colour)
                runs.append(
                    f'<stop offset="{share:.3f}" stop-color="rgb({red},{green},{blue})" stop-opacity="{alpha / 255:.3f}"/>'
                )
            middle = side / 2
            found = decoded(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}"><defs>'
                f'<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="{middle}" cy="{middle}" r="{BAKED}">'
                f"{''.join(runs)}</radialGradient></defs>"
                f'<circle cx="{middle}" cy="{middle}" r="{middle}" fill="url(#g)"/></svg>',
                side,
                side,
            )
            self._baked.put((stops, reach), found, bytes_of(found))
        return found


@lru_cache(maxsize=64)
def spot(colour: str) -> Stops:
    """The gradient of one of the spots that a soft shadow along a line is made of: they overlap, so each is faint."""
    red_green_blue, alpha = colour[:7], channels(colour)[3] / 255
    each = 1.0 - (1.0 - alpha) ** OVERLAP
    fades = ((0.0, 1.0), (0.3, 0.86), (0.55, 0.5), (0.8, 0.14), (1.0, 0.0))
    return tuple((share, f"{red_green_blue}{round(255 * each * part):02X}") for share, part in fades)


def opaque(stops: Stops) -> bool:
    """Whether no colour of a gradient lets anything through."""
    return all(channels(colour)[3] == 255 for _, colour in stops)
