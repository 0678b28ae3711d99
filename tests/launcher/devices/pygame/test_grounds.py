"""What the games lie on, in pixels: as light as a table in the sun, and the darker palettes leave it dark or plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest
from visitor import Visit

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.shell.assets import assets_folder
from games.launcher.ui import paper

SIZE = Vec(180.0, 100.0)  # mm
LIGHTEST, DARKEST = 0.40, 0.25  # luminance of a table in the sun: things of paper and of walnut both stand out from it


def luminance(folder: Path, game: AnyGame, palette: str) -> float:
    """The median luminance (0 to 1) of the ground of a game."""
    desk = Visit(folder, SIZE, told=False).desk
    desk.settings = replace(desk.settings, palette=palette)
    screen = pygame.display.set_mode((360, 200))
    canvas = SurfaceCanvas(screen, 2.0, Pictures(assets_folder() / "images"))
    canvas.begin()
    paper.ground(canvas, desk, game)
    canvas.show()
    shown = pygame.surfarray.array3d(screen).astype(float) / 255
    linear = np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)
    return float(np.median(linear @ (0.2126, 0.7152, 0.0722)))


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_the_ground_of_every_game_is_a_table_in_the_sun(game: AnyGame, tmp_path: Path) -> None:
    assert DARKEST <= luminance(tmp_path, game, "meadow") <= LIGHTEST


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_the_ground_is_dark_in_the_evening(game: AnyGame, tmp_path: Path) -> None:
    assert luminance(tmp_path, game, "evening") <= 0.05


def test_there_is_no_ground_with_the_strongest_contrast(tmp_path: Path) -> None:
    assert luminance(tmp_path, GAMES[0], "signal") == 0
