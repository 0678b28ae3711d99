"""The easel and the PNG writer: pictures painted beside the window, written as they are."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pygame
import pytest

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.pictures.easel import Easel
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.devices.pygame.pictures.png import BAND, write_png
from games.launcher.drawing.commission import Write
from games.launcher.shell.assets import assets_folder


@pytest.fixture(autouse=True)
def screen() -> None:
    pygame.display.init()
    pygame.display.set_mode((320, 200))


class Wanted:
    """A picture that takes three frames: a stroke of wet paint in each."""

    def __init__(self) -> None:
        self.size, self.pixels, self.frames = Vec(60, 30), 240, 0
        self.write: Write | None = None

    def draw(self, canvas: Canvas) -> bool:
        assert canvas.size == self.size
        canvas.rect(Vec(0, 0), self.size, "#FFFFFF")
        layer = canvas.layer("wanted")
        layer.dab(Vec(10 + 20 * self.frames, 15), 6, "#2255AA")
        self.frames += 1
        return self.frames == 3

    def take(self, write: Write) -> None:
        self.write = write


def painted() -> Wanted:
    """The second of two, each of which is painted in three frames."""
    wanted = [Wanted(), Wanted()]
    easel = Easel(Pictures(assets_folder() / "images"), assets_folder() / "fonts", deque(wanted))
    assert [easel.paint() for _ in range(7)] == [False, False, True, False, False, True, False]
    return wanted[1]


def test_what_is_painted_over_several_frames_is_whole_in_the_end(tmp_path: Path) -> None:
    wanted = painted()
    assert wanted.write is not None
    wanted.write(tmp_path / "a.png", 1000)
    picture = pygame.image.load(tmp_path / "a.png")
    assert picture.get_size() == (240, 120)
    for x in (40, 120, 200):
        assert picture.get_at((x, 60))[2] > picture.get_at((x, 60))[0] + 60
    assert picture.get_at((80, 10))[:3] == (255, 255, 255)


def test_a_picture_is_made_smaller_where_that_is_wanted(tmp_path: Path) -> None:
    wanted = painted()
    assert wanted.write is not None
    wanted.write(tmp_path / "a.png", 60)
    assert pygame.image.load(tmp_path / "a.png").get_size() == (60, 30)


@pytest.mark.parametrize("high", [1, BAND - 1, BAND, BAND + 1, 3 * BAND + 7])
def test_a_png_holds_every_pixel_as_it_was(tmp_path: Path, high: int) -> None:
    surface = pygame.Surface((37, high)).convert()
    for y in range(high):
        for x in range(37):
            surface.set_at((x, y), ((x * 7) % 256, (y * 5) % 256, (x * y) % 256))
    write_png(surface, tmp_path / "a.png")
    again = pygame.image.load(tmp_path / "a.png")
    assert again.get_size() == (37, high)
    assert pygame.image.tobytes(again, "RGB") == pygame.image.tobytes(surface, "RGB")


def test_a_png_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_png(pygame.Surface((4, 4)), tmp_path / "nowhere" / "a.png")
