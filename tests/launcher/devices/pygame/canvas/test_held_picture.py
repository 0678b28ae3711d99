"""The picture that was seen is held, and shown around or within the next one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures

SCALE = 4.0  # px per mm


@pytest.fixture
def surface() -> Surface:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    return Surface((180, 140)).convert()


@pytest.fixture
def canvas(surface: Surface, tmp_path: Path) -> SurfaceCanvas:
    """It holds a red picture with a white square of 4 mm."""
    canvas = SurfaceCanvas(surface, SCALE, Pictures(tmp_path))
    canvas.rect(Vec(0, 0), canvas.size, "#FF0000")
    canvas.rect(Vec(2, 2), Vec(4, 4), "#FFFFFF")
    canvas.show()
    canvas.hold()
    return canvas


def show_blue(canvas: SurfaceCanvas, draw: Callable[[], None]) -> None:
    canvas.begin()
    canvas.rect(Vec(0, 0), canvas.size, "#0000FF")
    draw()
    canvas.show()


def test_it_is_seen_around_a_rectangle_that_grows_and_in_its_corners(surface: Surface, canvas: SurfaceCanvas) -> None:
    for wide in (16.0, 20.0):
        show_blue(canvas, lambda wide=wide: canvas.held_around(Vec(10, 10), Vec(wide, 16), 2.0))
        right = round((10 + wide) * SCALE)
        assert surface.get_at((right - 2, 70))[:3] == (0, 0, 255)
        assert surface.get_at((right + 1, 70))[:3] == (255, 0, 0)
        assert surface.get_at((40, 40))[:3] == (255, 0, 0)
        assert surface.get_at((10, 10))[:3] == (255, 255, 255)


def test_nothing_is_seen_of_it_once_it_is_released(surface: Surface, canvas: SurfaceCanvas) -> None:
    canvas.release()
    show_blue(canvas, lambda: canvas.held_around(Vec(10, 10), Vec(20, 16), 2.0))
    assert surface.get_at((1, 1))[:3] == (0, 0, 255)


def test_a_part_of_it_is_stretched_and_faded(surface: Surface, canvas: SurfaceCanvas) -> None:
    show_blue(canvas, lambda: canvas.held_part((Vec(2, 2), Vec(4, 4)), Vec(10, 10), Vec(20, 20), 0.5))
    red, green, blue = surface.get_at((80, 80))[:3]
    assert (abs(red - 128) <= 1, abs(green - 128) <= 1, blue) == (True, True, 255)
    assert surface.get_at((20, 20))[:3] == (0, 0, 255)
