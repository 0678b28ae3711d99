"""Shapes for what looks different in every frame: bands, soft bodies, shadows, lights, rings, and pieces moved about."""

from __future__ import annotations

import math
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.drawing.faint import Faint
from games.launcher.drawing.recording import Recording

SCALE = 5.0  # px per mm
SIZE = (300, 240)
GROUND = "#808080"
RUN = ((0.0, "#FFFFFF"), (1.0, "#FFFFFF00"))
BAND = ((1.0, "#400000"), (0.6, "#C00000"), (0.2, "#FFC0C0"))


def shown(draw: object, frames: int = 1) -> Surface:
    """What this draws on an even ground."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    surface = Surface(SIZE).convert()
    canvas = SurfaceCanvas(surface, SCALE, Pictures(Path()))
    for _ in range(frames):
        canvas.begin()
        canvas.rect(Vec(0, 0), canvas.size, GROUND)
        draw(canvas)  # type: ignore[operator]
        canvas.show()
    return surface


def at(surface: Surface, x: float, y: float) -> tuple[int, int, int]:
    red, green, blue, _ = surface.get_at((int(x * SCALE), int(y * SCALE)))
    return red, green, blue


def changed(surface: Surface) -> float:
    """The area in mm2 that is not the ground."""
    plain = tuple(pygame.Color(GROUND))[:3]
    wide, high = surface.get_size()
    data = pygame.image.tobytes(surface, "RGB")
    return sum(tuple(data[k : k + 3]) != plain for k in range(0, wide * high * 3, 3)) / SCALE**2


PLAIN = (128, 128, 128)


def test_a_light_is_strongest_in_its_middle_and_ends_at_its_ellipse() -> None:
    surface = shown(lambda canvas: canvas.glow(Vec(30, 24), Vec(30, 16), RUN))
    along = [at(surface, 30 + x, 24)[0] for x in (0, 5, 10, 14)]
    assert along == sorted(along, reverse=True)
    assert along[0] > 240
    assert at(surface, 30, 24 + 8.6) == at(surface, 30 + 15.8, 24) == PLAIN


def test_a_turned_light_reaches_along_its_own_way() -> None:
    surface = shown(lambda canvas: canvas.glow(Vec(30, 24), Vec(36, 8), RUN, math.pi / 4))
    assert at(surface, 30 + 9, 24 + 9)[0] > 150  # to the lower right, for turns are clockwise
    assert at(surface, 30 + 9, 24 - 9) == PLAIN


def test_a_shadow_along_a_line_is_darkest_along_it_and_gone_at_half_its_width() -> None:
    surface = shown(lambda canvas: canvas.shade([Vec(10, 20), Vec(50, 20)], 10, "#000000A0"))
    down = [at(surface, 30, 20 + y)[0] for y in (0, 1.5, 3.0)]
    assert down == sorted(down)
    assert down[0] < 70
    assert at(surface, 30, 20 + 5.6) == PLAIN
    even = [at(surface, 15 + step, 20)[0] for step in range(30)]
    assert max(even) - min(even) < 12  # the spots that it is made of are not seen


@pytest.mark.parametrize("width", [0.8, 4.0, 9.0])
def test_a_flat_band_covers_its_length_times_its_width(width: float) -> None:
    surface = shown(lambda canvas: canvas.tube([Vec(20, 12), Vec(40, 36)], width, ((1.0, "#FFFFFF"),)))
    data = pygame.image.tobytes(surface, "RGB")
    covered = sum((level - 128) / 127 for level in data[::3]) / SCALE**2
    long = math.hypot(20, 24)
    rounded = math.pi * width**2 / 4 if width * SCALE > 3.5 else 0.0
    assert covered == pytest.approx(long * width + rounded, rel=0.08)


def test_a_round_band_is_lit_from_the_upper_left_and_dark_on_the_other_side() -> None:
    surface = shown(lambda canvas: canvas.tube([Vec(10, 24), Vec(50, 24)], 8, BAND))
    above, below = [at(surface, 30, 24 + y * 3.7) for y in (-1, 1)]
    assert above[0] >= below[0]
    column = [at(surface, 30, 20 + k / 5) for k in range(40)]
    assert column.index((255, 192, 192)) < 20  # the shine lies above the middle
    assert column[-2] == (64, 0, 0)


def test_a_closed_band_has_a_hole_and_no_gap() -> None:
    ring = [Vec(30 + 14 * math.cos(k * math.tau / 40), 24 + 14 * math.sin(k * math.tau / 40)) for k in range(40)]
    surface = shown(lambda canvas: canvas.tube(ring, 3, ((1.0, "#000000"),), closed=True))
    assert at(surface, 30, 24) == PLAIN
    for k in range(120):
        turn = k * math.tau / 120
        assert at(surface, 30 + 14 * math.cos(turn), 24 + 14 * math.sin(turn)) == (0, 0, 0)


@pytest.mark.parametrize(("radius", "width"), [(4.0, 0.4), (15.0, 1.4), (20.3, 3.0)])
def test_a_ring_is_as_large_and_as_thick_as_asked_to_a_pixel(radius: float, width: float) -> None:
    surface = shown(lambda canvas: canvas.ring(Vec(30, 24), radius, "#FFFFFF", width))
    row = [surface.get_at((x, int(24 * SCALE)))[0] > 200 for x in range(SIZE[0])]
    right = [x for x in range(int(30 * SCALE), SIZE[0]) if row[x]]
    assert len(right) == pytest.approx(width * SCALE, abs=1.6)
    assert max(right) + 1 == pytest.approx((30 + radius) * SCALE, abs=1.6)
    assert at(surface, 30, 24) == PLAIN


def square(x: float, half: float) -> list[Vec]:
    return [Vec(x - half, 24 - half), Vec(x + half, 24 - half), Vec(x + half, 24 + half), Vec(x - half, 24 + half)]


def test_an_opaque_body_fills_its_outline_and_nothing_else() -> None:
    body = ((0.0, "#FFFFFF"), (1.0, "#204060"))
    disc = [Vec(30 + 15 * math.cos(k * math.tau / 60), 24 + 15 * math.sin(k * math.tau / 60)) for k in range(60)]
    surface = shown(lambda canvas: canvas.soft(disc, [(Vec(30, 24), Vec(36, 36), 0.0, body)]))
    assert at(surface, 30, 24)[0] > 230
    assert at(surface, 16.0, 24)[0] < 100
    assert at(surface, 14.6, 24) == PLAIN
    assert changed(surface) == pytest.approx(math.pi * 15**2, rel=0.02)


def test_a_body_that_grows_keeps_its_light() -> None:
    """Its colours lie as its coats say, however large the outline has become meanwhile."""
    body = ((0.0, "#FFFFFF"), (1.0, "#204060"))

    def middle(half: float) -> list[tuple[int, int, int]]:
        surface = shown(lambda canvas: canvas.soft(square(30, half), [(Vec(30, 24), Vec(24, 24), 0.0, body)]))
        return [at(surface, 30 + x, 24) for x in (0, 3, 6)]

    small, large = middle(8.0), middle(13.0)
    for one, other in zip(small, large, strict=True):
        assert all(abs(a - b) <= 10 for a, b in zip(one, other, strict=True))


def test_a_translucent_body_shows_what_lies_beneath() -> None:
    glass = ((0.0, "#FFFFFF40"), (1.0, "#FFFFFF40"))
    surface = shown(lambda canvas: canvas.soft(square(30, 10), [(Vec(30, 24), Vec(40, 40), 0.0, glass)]))
    assert at(surface, 30, 24)[0] == pytest.approx(128 + 127 / 4, abs=3)
    assert at(surface, 18, 24) == PLAIN


def test_a_piece_is_drawn_once_and_then_only_moved() -> None:
    drawn: list[Vec] = []

    def draw(piece: Canvas) -> None:
        drawn.append(piece.size)
        piece.rect(Vec(0, 0), Vec(4, 4), "#FF0000")
        piece.rect(Vec(8, 0), Vec(9, 4), "#0000FF")  # half of it lies outside

    places = iter((5.0, 9.0, 20.0))
    surface = shown(lambda canvas: canvas.piece("two", 1, Vec(next(places), 10), Vec(12, 6), draw), frames=3)
    assert drawn == [Vec(12, 6)]
    assert at(surface, 22, 12) == (255, 0, 0)
    assert at(surface, 26, 12) == PLAIN
    assert at(surface, 30, 12) == (0, 0, 255)
    assert at(surface, 33, 12) == PLAIN
    shown(
        lambda canvas: (
            canvas.piece("two", 1, Vec(1, 1), Vec(12, 6), draw),
            canvas.piece("two", 2, Vec(1, 9), Vec(12, 6), draw),
        )
    )
    assert len(drawn) == 1 + 2


def test_within_a_kept_part_such_shapes_lie_where_they_belong() -> None:
    def draw(canvas: Canvas) -> None:
        with canvas.clip(Vec(12, 0), Vec(40, 48)):
            canvas.tube([Vec(20, 24), Vec(40, 24)], 4, ((1.0, "#000000"),))
            canvas.ring(Vec(30, 12), 5, "#FFFFFF", 1)

    direct = shown(draw)
    kept = shown(lambda canvas: canvas.kept("part", 1, draw))
    pairs = list(zip(pygame.image.tobytes(kept, "RGB"), pygame.image.tobytes(direct, "RGB"), strict=True))
    off = [abs(a - b) for a, b in pairs if a != b]
    assert len(off) < 0.02 * len(pairs)  # edges that are smoothed another way, and nothing else
    assert sum(off) / len(pairs) < 0.6


def test_a_ghost_of_such_shapes_is_faint_and_may_be_mirrored() -> None:
    canvas = Recording(Vec(100, 60))
    ghost = Faint(canvas, 0.5, across=100.0)
    ghost.tube([Vec(10, 5), Vec(30, 5)], 2, BAND, closed=True)
    ghost.glow(Vec(20, 8), Vec(6, 4), RUN, 0.3)
    ghost.ring(Vec(40, 9), 5, "#FFFFFF", 1)
    ghost.shade([Vec(10, 5), Vec(30, 5)], 3, "#000000")
    line, glow, ring, shade = canvas.drawn
    assert line[:3] == ("line", (Vec(90, 5), Vec(70, 5), Vec(90, 5)), "#FFC0C080")
    assert glow[1] == Vec(80, 8)
    assert glow[4] == -0.3
    assert glow[3][0] == (0.0, "#FFFFFF80")
    assert ring[:3] == ("circle", Vec(60, 9), 5)
    assert shade[3] == "#00000080"
