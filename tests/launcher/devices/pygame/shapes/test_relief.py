"""Soft bodies on the screen: lit from the upper left, empty where they have holes, dented where fingers are."""

from __future__ import annotations

import math
import os

import pygame
import pytest
from pygame import Surface

from games.kit.canvas import Clay
from games.kit.geometry import Vec
from games.launcher.devices.pygame.shapes.relief import Relief
from games.launcher.drawing.faint import Faint
from games.launcher.drawing.recording import Recording

CLAY = Clay("#C0A080", "#FFF0E0", "#604020", "#00000080", 10.0, 3.0)
SIDE = 120


def ring(radius: float) -> list[tuple[float, float]]:
    return [(60 + radius * math.cos(k * math.pi / 40), 60 + radius * math.sin(k * math.pi / 40)) for k in range(80)]


def brightness(surface: Surface, x: int, y: int) -> int:
    return sum(surface.get_at((x, y))[:3])


@pytest.fixture(autouse=True)
def _screen() -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()


def body(dents: tuple[tuple[tuple[float, float], float, float], ...] = (), hole: float = 0.0) -> Surface:
    holes = [ring(hole)] if hole else []
    return Relief((SIDE, SIDE), [ring(50)], holes).body(dents, CLAY, 20.0)


def test_a_body_is_paler_towards_the_light_and_deeper_away_from_it() -> None:
    lit = body()
    assert brightness(lit, 35, 28) > brightness(lit, 60, 60) > brightness(lit, 85, 92)


def test_a_body_is_whole_inside_its_rim_and_nothing_is_drawn_outside_or_in_a_hole() -> None:
    lit = body(hole=15)
    assert lit.get_at((60, 25))[3] == 255
    assert tuple(lit.get_at((60, 60))) == (0, 0, 0, 0)
    assert tuple(lit.get_at((3, 3))) == (0, 0, 0, 0)


def test_the_rim_of_a_body_is_smooth() -> None:
    lit = body()
    along = {lit.get_at((x, 20))[3] for x in range(SIDE)}
    assert any(0 < alpha < 255 for alpha in along)


def test_a_dent_shows_on_both_of_its_sides() -> None:
    flat, dented = body(), body((((60.0, 60.0), 12.0, 1.0),))
    assert brightness(dented, 55, 52) < brightness(flat, 55, 52)  # its near wall is turned from the light
    assert brightness(dented, 65, 69) > brightness(flat, 65, 69)


def test_a_shadow_is_soft_and_as_strong_as_its_colour() -> None:
    shade = Relief((SIDE, SIDE), [ring(40)], []).shadow(CLAY, 9.0)
    assert shade.get_at((60, 60))[3] == pytest.approx(128, abs=2)
    assert 0 < shade.get_at((60 + 40, 60))[3] < 128


def test_a_recorded_body_lies_where_the_table_does_and_a_ghost_is_mirrored_and_fainter() -> None:
    canvas = Recording(Vec(100, 80))
    with canvas.shifted(Vec(10, 5), Vec(50, 50)):
        canvas.relief([[Vec(0, 0), Vec(4, 0), Vec(0, 4)]], [], [(Vec(1, 1), 2.0, 0.5)], CLAY)
    assert canvas.drawn[-1] == (
        "relief",
        ((Vec(10, 5), Vec(14, 5), Vec(10, 9)),),
        (),
        ((Vec(11, 6), 2.0, 0.5),),
        CLAY,
    )
    Faint(canvas, 0.5, 100.0).relief([[Vec(0, 0), Vec(4, 0), Vec(0, 4)]], [], [], CLAY)
    _, rims, _, _, clay = canvas.drawn[-1]
    assert rims == ((Vec(100, 0), Vec(96, 0), Vec(100, 4)),)
    assert clay.shadow == "#00000040"
