"""Copying and filling parts of a surface through the cache shows what plain blits and fills show."""

from __future__ import annotations

import pytest
from pygame import SRCALPHA, Rect, Surface
from pygame.image import tobytes

from games.launcher.devices.pygame.canvas.copying import LARGE, copy, fill

PARTS = [Rect(x, 5, wide, high) for x in (0, 3, 4, 16, 17) for wide in (1, 2, 15, 64) for high in (1, 4, 40, 70)]


@pytest.mark.parametrize("corner", [(0, 0), (-3, 2), (4, -4)])
def test_a_copied_part_shows_the_picture_there_and_nothing_else_changes(corner: tuple[int, int]) -> None:
    picture = Surface((100, 100), depth=32)
    for x in range(100):
        picture.fill((x, 255 - x, 2 * x), (x, 0, 1, x + 1))
    for part in PARTS:
        here, there = Surface((100, 100), depth=32), Surface((100, 100), depth=32)
        copy(here, picture, part, *corner)
        there.set_clip(part)
        there.blit(picture, corner)
        assert tobytes(here, "RGB") == tobytes(there, "RGB"), part


@pytest.mark.parametrize("flags", [0, SRCALPHA])
def test_a_filled_part_has_its_colour_and_nothing_else_changes(flags: int) -> None:
    for part in PARTS:
        here, there = Surface((100, 100), flags, 32), Surface((100, 100), flags, 32)
        fill(here, part, (20, 140, 60, 255))
        there.fill((20, 140, 60, 255), part)
        assert tobytes(here, "RGBA") == tobytes(there, "RGBA"), part


def test_a_whole_screen_is_filled_too() -> None:
    screen = Surface((1000, LARGE // 1000 + 1), depth=32)
    fill(screen, screen.get_rect(), (9, 8, 7, 255))
    assert screen.get_at((999, LARGE // 1000))[:3] == (9, 8, 7)
