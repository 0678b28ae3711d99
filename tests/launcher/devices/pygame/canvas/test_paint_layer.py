"""Wet paint: dabs, smears, and taking them back."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pygame import Rect

from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.paint_layer import MARKS, PaintLayer

SIZE = (300, 200)


@pytest.fixture(autouse=True)
def screen() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))


def layer() -> PaintLayer:
    return PaintLayer(Rect((40, 30), SIZE), 4.0)


def seen(on: PaintLayer) -> bytes:
    return pygame.image.tobytes(on.surface, "RGBA")


def test_a_dab_is_full_in_the_middle_and_fades_to_nothing_at_its_rim() -> None:
    on = layer()
    on.dab(Vec(30, 20), 5, "#C80000")
    assert on.surface.get_at((120, 80)) == (200, 0, 0, 255)
    along = [on.surface.get_at((120 + x, 80))[3] for x in range(22)]
    assert along == sorted(along, reverse=True)
    assert along[20] == 0
    assert len({alpha for alpha in along if 0 < alpha < 255}) >= 6


def test_a_dab_dirties_its_own_place_on_the_screen() -> None:
    on = layer()
    on.dab(Vec(30, 20), 5, "#C80000")
    (place,) = on.dirty
    assert Rect(40 + 100, 30 + 60, 40, 40).inflate(2, 2).contains(place)


def test_a_dab_outside_changes_nothing() -> None:
    on = layer()
    on.dab(Vec(-50, -50), 5, "#C80000")
    assert not any(seen(on))
    assert on.dirty == []


def test_a_smear_drags_colour_along_and_leaves_the_source() -> None:
    on = layer()
    on.dab(Vec(20, 25), 6, "#C80000")
    on.dab(Vec(40, 25), 6, "#0000C8")
    before = on.surface.get_at((148, 100))
    assert before[2] == 200
    on.smear(Vec(20, 25), Vec(38, 25), 4, 0.9)
    red, _, blue, alpha = on.surface.get_at((148, 100))
    assert alpha == 255
    assert red > 60
    assert blue < 150
    assert on.surface.get_at((80, 100))[0] > 190


def test_a_smear_does_not_change_one_even_colour() -> None:
    on = layer()
    on.surface.fill((90, 140, 60, 255))
    for step in range(30):
        on.smear(Vec(10 + step, 25), Vec(11 + step, 25 + step % 3), 5, 0.8)
    for x in range(60, 200, 7):
        assert all(abs(a - b) <= 6 for a, b in zip(on.surface.get_at((x, 100)), (90, 140, 60, 255), strict=True))


def test_a_smear_without_way_or_strength_does_nothing() -> None:
    on = layer()
    on.dab(Vec(20, 25), 6, "#C8000080")
    before = seen(on)
    on.smear(Vec(20, 25), Vec(20, 25), 4, 0.9)
    on.smear(Vec(20, 25), Vec(30, 25), 4, 0.0)
    assert seen(on) == before


STROKES = st.lists(
    st.tuples(st.floats(-10, 90), st.floats(-10, 60), st.floats(0.3, 9), st.sampled_from(["dab", "smear"])), max_size=6
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=st.lists(STROKES, min_size=1, max_size=6))
def test_each_step_back_restores_what_was_there_before_the_mark(
    strokes: list[list[tuple[float, float, float, str]]],
) -> None:
    on = layer()
    pictures = []
    for stroke in strokes:
        pictures.append(seen(on))
        on.mark()
        for x, y, radius, kind in stroke:
            if kind == "dab":
                on.dab(Vec(x, y), radius, "#2060A0C0")
            else:
                on.smear(Vec(x, y), Vec(x + 4, y - 3), radius, 0.7)
    for picture in reversed(pictures):
        on.back()
        assert seen(on) == picture
    on.back()
    assert seen(on) == pictures[0]


def test_at_least_fifty_steps_can_be_taken_back() -> None:
    on = layer()
    pictures = []
    for step in range(MARKS):
        pictures.append(seen(on))
        on.mark()
        on.dab(Vec(1 + step, 20), 2, "#2060A0")
    assert MARKS >= 50
    for picture in reversed(pictures):
        on.back()
        assert seen(on) == picture


def test_taking_back_dirties_the_place() -> None:
    on = layer()
    on.mark()
    on.dab(Vec(30, 20), 5, "#C80000")
    on.dirty.clear()
    on.back()
    assert on.dirty[0].unionall(on.dirty).contains(Rect(140, 90, 40, 40))
