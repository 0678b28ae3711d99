"""Names of any length in their room."""

from __future__ import annotations

import pygame
import pytest

from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.shell.assets import assets_folder
from games.launcher.ui.paper import DOTS, seen, shortened
from games.launcher.ui.theme import SMALL


@pytest.fixture
def canvas() -> SurfaceCanvas:
    pygame.display.init()
    surface = pygame.display.set_mode((800, 480))
    return SurfaceCanvas(surface, 5.0, Pictures(assets_folder() / "images"))


@pytest.mark.parametrize(
    "name", ["W" * 40, "Maximiliane-Friederike von Hohenlohe-Lan", "ж" * 40, "a\u0301" * 20, "王" * 40]
)
@pytest.mark.parametrize("width", [18.0, 40.0, 90.0])
def test_forty_letters_fit_in_letters_that_can_be_read(canvas: SurfaceCanvas, name: str, width: float) -> None:
    words, em = shortened(canvas, name, width, 10.0)
    assert canvas.text_size(words, em, "bold").x <= width
    assert em >= SMALL
    assert words == name or (words.endswith(DOTS) and name.startswith(words.removesuffix(DOTS)))
    assert len(words) >= 2


def test_a_short_name_stays_as_large_as_it_may_be(canvas: SurfaceCanvas) -> None:
    assert shortened(canvas, "Zoë", 60.0, 8.0) == ("Zoë", 8.0)


def test_a_name_without_a_letter_that_can_be_shown_is_said_otherwise(canvas: SurfaceCanvas) -> None:
    assert seen(canvas, "\ue000\ue001", "Player 2") == "Player 2"
    assert seen(canvas, "Жанна", "Player 2") == "Жанна"


@pytest.mark.parametrize("width", [-5.0, 0.0, 0.1])
def test_where_there_is_no_room_nothing_is_divided_by_nothing(canvas: SurfaceCanvas, width: float) -> None:
    assert shortened(canvas, "Anna", width, 0.0)[0]
    assert shortened(canvas, "Anna", width, 8.0)[0] == DOTS
