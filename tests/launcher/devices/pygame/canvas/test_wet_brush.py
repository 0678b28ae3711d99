"""Wet brushes on the layer: they mix as pigments do, drag, run dry, and are taken back pixel for pixel."""

from __future__ import annotations

import colorsys

import pygame
import pytest
from pygame import Rect

from games.kit.geometry import Vec
from games.kit.pigment import mixed
from games.launcher.devices.pygame.canvas.paint_layer import PaintLayer

SIZE = (500, 360)
YELLOW, BLUE, RED = "#F4C21F", "#1F5FAE", "#C8332F"
PAPER = (248, 244, 234)


@pytest.fixture(autouse=True)
def screen() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))


def layer(px: float = 6.0) -> PaintLayer:
    return PaintLayer(Rect((0, 0), SIZE), px)


def seen(on: PaintLayer) -> bytes:
    return pygame.image.tobytes(on.surface, "RGBA")


def stroke(on: PaintLayer, number: int, start: Vec, end: Vec, size: float, colour: str, lasts: float = 0.0) -> None:
    for part in range(41):
        on.brush(number, start + (end - start) * (part / 40), size / 2, colour, lasts)
    on.lift(number)


def shown(on: PaintLayer, x: float, y: float) -> tuple[int, int, int]:
    """What the eye sees there, on paper."""
    sheet = pygame.Surface(SIZE)
    sheet.fill(PAPER)
    sheet.blit(on.surface, (0, 0), None, pygame.BLEND_PREMULTIPLIED)
    red, green, blue, _ = sheet.get_at((round(x), round(y)))
    return red, green, blue


def hue(colour: tuple[int, int, int]) -> float:
    return 360 * colorsys.rgb_to_hsv(*(band / 255 for band in colour))[0]


@pytest.mark.parametrize("size", [4, 8, 14, 22, 30])
@pytest.mark.parametrize("px", [4.0, 5.9, 9.0])
@pytest.mark.parametrize("under", [YELLOW, BLUE])
def test_blue_and_wet_yellow_give_green_not_grey(size: float, px: float, under: str) -> None:
    on = layer(px)
    middle = Vec(SIZE[0] / 2 / px, SIZE[1] / 2 / px)
    stroke(on, 1, Vec(2, middle.y), Vec(2 * middle.x - 2, middle.y), size, under, 34 * size)
    stroke(
        on, 2, Vec(middle.x, 2), Vec(middle.x, 2 * middle.y - 2), size, BLUE if under == YELLOW else YELLOW, 34 * size
    )
    there = shown(on, SIZE[0] / 2, SIZE[1] / 2)
    assert 90 <= hue(there) <= 170
    assert max(there) - min(there) > 40


def test_paints_mix_as_pigments_do() -> None:
    for share in (0.3, 0.5, 0.7):
        green = mixed(BLUE, YELLOW, share)
        assert 90 <= hue((int(green[1:3], 16), int(green[3:5], 16), int(green[5:7], 16))) <= 170
    assert mixed(RED, BLUE, 0.0) == RED
    assert mixed(RED, BLUE, 1.0) == BLUE
    assert mixed(RED, RED, 0.5) in (RED, "#C8332F")


def test_a_brush_that_lasts_for_ever_covers_to_the_end_and_one_that_does_not_runs_dry() -> None:
    for lasts, covered in ((0.0, True), (40.0, False)):
        on = layer()
        stroke(on, 1, Vec(6, 30), Vec(78, 30), 8, RED, lasts)
        assert on.surface.get_at((60, 180))[3] > 230
        assert (on.surface.get_at((440, 180))[3] > 230) is covered


def test_a_brush_carries_along_what_it_went_through() -> None:
    on = layer()
    stroke(on, 1, Vec(40, 5), Vec(40, 55), 14, YELLOW)
    stroke(on, 2, Vec(10, 30), Vec(64, 30), 8, BLUE)
    before, after = shown(on, 100, 180), shown(on, 310, 180)
    assert hue(before) > 200
    assert hue(after) < hue(before) - 10


def test_the_same_strokes_make_the_same_picture_however_they_are_cut() -> None:
    whole, cut = layer(), layer()
    for part in range(11):
        whole.brush(1, Vec(10 + 5 * part, 20), 4, RED)
        cut.brush(1, Vec(10 + 5 * part, 20), 4, RED)
        cut.brush(1, Vec(10 + 5 * part, 20), 4, RED)
    assert seen(whole) == seen(cut)


def test_steps_go_back_and_forth_pixel_for_pixel() -> None:
    on = layer()
    pictures = [seen(on)]
    for step in range(55):
        on.mark()
        if step % 20 == 19:
            on.clear()
        else:
            colour = (YELLOW, BLUE, RED)[step % 3]
            stroke(on, step, Vec(10 + step, 10), Vec(70 - step, 50), 6, colour, 60)
        pictures.append(seen(on))
    for before in reversed(pictures[-51:-1]):
        on.back()
        assert seen(on) == before
    for after in pictures[-50:]:
        on.forth()
        assert seen(on) == after
    on.forth()
    assert seen(on) == pictures[-1]


def test_a_new_step_forgets_what_was_undone() -> None:
    on = layer()
    on.mark()
    stroke(on, 1, Vec(10, 10), Vec(50, 10), 6, RED)
    on.back()
    on.mark()
    stroke(on, 2, Vec(10, 30), Vec(50, 30), 6, BLUE)
    before = seen(on)
    on.forth()
    assert seen(on) == before


def test_clear_takes_all_off_and_back_brings_it_again() -> None:
    on = layer()
    stroke(on, 1, Vec(10, 10), Vec(70, 50), 9, RED)
    before = seen(on)
    on.mark()
    on.clear()
    assert not any(seen(on))
    on.back()
    assert seen(on) == before


def test_a_stroke_dirties_only_where_it_goes() -> None:
    on = layer()
    stroke(on, 1, Vec(10, 10), Vec(20, 10), 4, RED)
    assert on.dirty[0].unionall(on.dirty).width < 6 * 10 + 6 * 4 + 12
    on.dirty.clear()
    on.brush(2, Vec(500, 500), 5, RED)
    assert on.dirty == []


def test_the_work_of_a_stroke_does_not_grow_with_the_picture() -> None:
    on = layer()
    counts = []
    for step in range(30):
        on.mark()
        stroke(on, step, Vec(10, 10), Vec(50, 10), 6, RED)
        counts.append(len(on._marks[-1]))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("place", [Vec(-40, -40), Vec(0, 0), Vec(83, 59), Vec(300, 20)])
def test_a_brush_beyond_the_edge_breaks_nothing(place: Vec) -> None:
    on = layer()
    on.mark()
    stroke(on, 1, Vec(40, 30), place, 30, RED, 200)
    stroke(on, 2, place, Vec(40, 30), 4, BLUE)
    on.back()
    assert not any(seen(on))
