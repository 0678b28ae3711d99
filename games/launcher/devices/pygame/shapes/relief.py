"""Soft bodies of dough or clay: a height field, lit from the upper left at a coarse scale and scaled up smoothly. Pixels.

The height comes from the blurred form: it rises from the rim inwards. Dents are pressed into it. Light is the difference
of the height on both sides of a place, so that slopes towards the light are pale and the others deep.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

import pygame
from pygame import Surface, transform

from games.kit.canvas import Clay
from games.launcher.devices.pygame.shapes.colours import channels
from games.launcher.devices.pygame.shapes.outlines import Point

CELLS_PER_ROUND = 9.0  # cells of the height field in the width of a rounded rim
ASIDE = (0.55, 0.83)  # where a shadow falls, for each mm that it falls aside
FILLED = 0.8  # pixels between the smooth line round a form and its filling, which pygame draws that much too large
OUTSIDE = 104  # of 255: the blurred form at its rim
EDGE = 2  # cells round the box, so that its outermost cells have neighbours
FLAT = 128  # the light of what is level
DARKER, PALER = 3, 3  # how much steep slopes are coloured
FADED = 0.28  # light that the rim loses because it is thin
DENT = 48  # pixels across, of the dent that all others are scaled from

Dents = Sequence[tuple[Point, float, float]]  # centre, radius, depth from 0 to 1; below 0 it is raised


Placed = tuple[Surface, int, int]  # a premultiplied sprite and where its upper left corner lies


def bodies(
    outlines: tuple[Sequence[Sequence[Point]], Sequence[Sequence[Point]]],
    dents: Dents,
    clay: Clay,
    origin: Point,
    scale: float,
) -> Iterator[Placed]:
    """The shadow of all bodies together, then the bodies. outlines: rims and holes, mm; origin, scale: pixels, pixels to a mm."""
    left, top = origin
    rims, holes = ([[(left + x * scale, top + y * scale) for x, y in one] for one in some] for some in outlines)
    places = [point for rim in rims for point in rim]
    if not places:
        return
    low, high = math.floor(min(x for x, _ in places)), math.floor(min(y for _, y in places))
    wide, tall = math.ceil(max(x for x, _ in places)) - low, math.ceil(max(y for _, y in places)) - high
    blur = clay.lift * scale
    for margin, shaded in ((math.ceil(2.0 * blur) + 2, True), (2, False)):
        x0, y0 = low - margin, high - margin
        solid, hollow = ([[(x - x0, y - y0) for x, y in one] for one in some] for some in (rims, holes))
        made = Relief((wide + 2 * margin, tall + 2 * margin), solid, hollow)
        if shaded:
            yield made.shadow(clay, blur), x0 + round(ASIDE[0] * blur), y0 + round(ASIDE[1] * blur)
        else:
            near = [
                ((left + at[0] * scale - x0, top + at[1] * scale - y0), radius * scale, depth)
                for at, radius, depth in dents
            ]
            yield made.body(near, clay, clay.round * scale), x0, y0


class Relief:
    """One body in a box: `body` and `shadow` are premultiplied sprites, each as large as the box."""

    def __init__(
        self, size: tuple[int, int], rims: Sequence[Sequence[Point]], holes: Sequence[Sequence[Point]]
    ) -> None:
        self._size, self._rims, self._holes = size, rims, holes

    def body(self, dents: Dents, clay: Clay, round_: float) -> Surface:
        """The lit body; round_: pixels from its rim within which it curves down."""
        cell = max(1.0, round_ / CELLS_PER_ROUND)
        height = self._height(cell, round_, dents)
        lit = _lit(height, clay)
        inner = lit.subsurface((EDGE, EDGE, lit.get_width() - 2 * EDGE, lit.get_height() - 2 * EDGE))
        sheet = _grown(inner, self._size)
        sheet.blit(self._mask(), (0, 0), None, pygame.BLEND_RGBA_MULT)
        return sheet

    def shadow(self, clay: Clay, blur: float) -> Surface:
        """The blurred shadow, not yet moved aside; blur: pixels."""
        cell = max(2.0, blur / 3.0)
        small = self._form(cell)
        half = max(1, round(blur / cell / 2))
        small = transform.box_blur(transform.box_blur(small, half), half)
        red, green, blue, alpha = channels(clay.shadow)
        small.fill((red * alpha // 255, green * alpha // 255, blue * alpha // 255, alpha), None, pygame.BLEND_RGBA_MULT)
        return _grown(small, self._size)

    def _form(self, cell: float, beside: int = 0) -> Surface:
        """The form in white on nothing, so many pixels to a cell; beside: empty cells on each side of the box."""
        wide, high = max(1, math.ceil(self._size[0] / cell)), max(1, math.ceil(self._size[1] / cell))
        form = Surface((wide + 2 * beside, high + 2 * beside), pygame.SRCALPHA)
        across, down = wide / self._size[0], high / self._size[1]
        for outlines, colour in ((self._rims, (255, 255, 255, 255)), (self._holes, (0, 0, 0, 0))):
            for outline in outlines:
                pygame.draw.polygon(form, colour, [(x * across + beside, y * down + beside) for x, y in outline])
        return form

    def _mask(self) -> Surface:
        """The form at the size of the box, with smooth edges: filled up to the smooth line that goes round it."""
        mask = Surface(self._size, pygame.SRCALPHA)
        for outline in self._rims:
            pygame.draw.polygon(mask, (255, 255, 255, 255), _narrowed(outline, FILLED))
        for outline in self._holes:
            pygame.draw.polygon(mask, (0, 0, 0, 0), outline)
        for outline in (*self._rims, *self._holes):
            pygame.draw.aalines(mask, (255, 255, 255, 255), True, outline)
        return mask

    def _height(self, cell: float, round_: float, dents: Dents) -> Surface:
        half = max(1, round(round_ / cell / 2))
        beside = 2 * half + 2
        form = self._form(cell, beside)
        height = transform.box_blur(transform.box_blur(form, half), half)
        height.fill((OUTSIDE, OUTSIDE, OUTSIDE, 0), None, pygame.BLEND_RGBA_SUB)  # nearly half of it lies outside
        rest = height.copy()
        part = round(255 * OUTSIDE / (255 - OUTSIDE))
        rest.fill((part, part, part, 255), None, pygame.BLEND_RGBA_MULT)
        height.blit(rest, (0, 0), None, pygame.BLEND_RGB_ADD)
        across = (form.get_width() - 2 * beside) / self._size[0]
        for (x, y), radius, depth in dents:
            dent = _dent(max(3, round(3.0 * radius * across)), round(depth * 32))
            left, top = beside + x * across - dent.get_width() / 2, beside + y * across - dent.get_height() / 2
            height.blit(
                dent, (round(left), round(top)), None, pygame.BLEND_RGB_SUB if depth > 0 else pygame.BLEND_RGB_ADD
            )
        height = transform.box_blur(height, 1)
        wide, high = form.get_width() - 2 * beside, form.get_height() - 2 * beside
        return height.subsurface((beside - EDGE, beside - EDGE, wide + 2 * EDGE, high + 2 * EDGE))


def _grown(small: Surface, size: tuple[int, int]) -> Surface:
    """Scaled up smoothly in steps of two pixels, which no eye finds in what is as soft as this; four times as quick."""
    return transform.scale(transform.smoothscale(small, ((size[0] + 1) // 2, (size[1] + 1) // 2)), size)


def _narrowed(outline: Sequence[Point], by: float) -> list[Point]:
    """An outline that lies so many pixels farther inside."""
    turn = 0.0
    (ax, ay), out = outline[-1], []
    for bx, by_ in outline:
        turn += ax * by_ - bx * ay
        ax, ay = bx, by_
    way = -by if turn > 0 else by
    for (px, py), (x, y), (nx, ny) in zip((outline[-1], *outline), outline, (*outline[1:], outline[0]), strict=False):
        tx, ty = nx - px, ny - py
        long = math.sqrt(tx * tx + ty * ty) or 1.0
        out.append((x + way * ty / long, y - way * tx / long))
    return out


def _lit(height: Surface, clay: Clay) -> Surface:
    """The colours of a height field."""
    half = height.copy()
    half.fill((127, 127, 127, 255), None, pygame.BLEND_RGBA_MULT)
    light = Surface(height.get_size())
    light.fill((FLAT, FLAT, FLAT))
    light.blit(half, (1, 2), None, pygame.BLEND_RGB_ADD)  # the height nearer to the light ...
    light.blit(
        half, (-1, -2), None, pygame.BLEND_RGB_SUB
    )  # ... less that farther from it: below FLAT it faces the light
    away, towards = Surface(height.get_size()), Surface(height.get_size())
    away.blit(light, (0, 0))
    away.fill((FLAT, FLAT, FLAT), None, pygame.BLEND_RGB_SUB)
    towards.fill((FLAT, FLAT, FLAT))
    towards.blit(light, (0, 0), None, pygame.BLEND_RGB_SUB)
    thin = Surface(height.get_size())
    thin.fill((255, 255, 255))
    thin.blit(height, (0, 0), None, pygame.BLEND_RGB_SUB)
    body, pale, deep = channels(clay.body), channels(clay.pale), channels(clay.deep)
    sheet = Surface(height.get_size(), pygame.SRCALPHA)
    sheet.fill((*body[:3], 255))
    down = tuple(min(255, DARKER * max(0, b - d)) for b, d in zip(body[:3], deep[:3], strict=True))
    up = tuple(min(255, PALER * max(0, p - b)) for p, b in zip(pale[:3], body[:3], strict=True))
    thin.fill(
        tuple(round(FADED * max(0, b - d)) for b, d in zip(body[:3], deep[:3], strict=True)),
        None,
        pygame.BLEND_RGB_MULT,
    )
    away.fill(down, None, pygame.BLEND_RGB_MULT)
    towards.fill(up, None, pygame.BLEND_RGB_MULT)
    for part, flag in ((thin, pygame.BLEND_RGB_SUB), (away, pygame.BLEND_RGB_SUB), (towards, pygame.BLEND_RGB_ADD)):
        sheet.blit(part, (0, 0), None, flag)
    return sheet


@lru_cache(maxsize=256)
def _dent(across: int, parts: int) -> Surface:
    """A round dent, deepest in its middle, of a depth in 32nds of the full height."""
    dent = transform.smoothscale(_whole_dent(), (across, across))
    part = min(255, abs(parts) * 8)
    dent.fill((part, part, part), None, pygame.BLEND_RGB_MULT)
    return dent


@lru_cache(maxsize=1)
def _whole_dent() -> Surface:
    dent = Surface((DENT, DENT))
    for y in range(DENT):
        for x in range(DENT):
            far = math.hypot(x - DENT / 2 + 0.5, y - DENT / 2 + 0.5) / (DENT / 2)
            value = round(255 * max(0.0, 1.0 - far * far) ** 2)
            dent.set_at((x, y), (value, value, value))
    return dent
