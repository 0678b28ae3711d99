"""Fingers and mouse from recorded events: every trap that SDL lays."""

from __future__ import annotations

import math

import pygame
import pytest
from pygame.event import Event

from games.kit.fingers import Sample
from games.launcher.device.keys import name_of
from games.launcher.device.pointers import MOST_EVENTS, Pointers, thinned

WIDTH, HEIGHT, SCALE = 1001, 501, 5.0


def finger(kind: str, x: float, y: float, touch: int = 3, finger_id: int = 0) -> Event:
    types = {"down": pygame.FINGERDOWN, "move": pygame.FINGERMOTION, "up": pygame.FINGERUP}
    return Event(types[kind], touch_id=touch, finger_id=finger_id, x=x, y=y, dx=0.0, dy=0.0, pressure=0.3)


def mouse(kind: str, x: int, y: int, button: int = 1, held: bool = False, touch: bool = False) -> Event:
    if kind == "move":
        return Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(int(held), 0, 0), touch=touch)
    types = {"down": pygame.MOUSEBUTTONDOWN, "up": pygame.MOUSEBUTTONUP}
    return Event(types[kind], pos=(x, y), button=button, touch=touch)


def said(samples: list[Sample]) -> list[tuple[str, int, float, float]]:
    return [(s.phase, s.finger, round(s.at.x, 3), round(s.at.y, 3)) for s in samples]


@pytest.fixture
def pointers() -> Pointers:
    return Pointers(WIDTH, HEIGHT, SCALE)


def test_a_finger_is_measured_in_mm_from_the_windows_corner(pointers: Pointers) -> None:
    out = pointers.read([finger("down", 0.5, 0.2), finger("move", 0.6, 0.2), finger("up", 1.0, 1.0)], 1.0)
    assert said(out) == [("down", 1, 100, 20), ("move", 1, 120, 20), ("up", 1, 200, 100)]
    assert {s.device for s in out} == {"touch"}
    assert pointers.down == 0


def test_ids_are_small_and_ours_however_high_sdl_counts(pointers: Pointers) -> None:
    out = pointers.read([finger("down", 0.1, 0.1, finger_id=40_001), finger("down", 0.3, 0.1, finger_id=40_002)], 1.0)
    assert [s.finger for s in out] == [1, 2]


def test_the_mouse_that_sdl_makes_of_a_touch_is_left_out(pointers: Pointers) -> None:
    events = [mouse("move", 500, 100, touch=True), mouse("down", 500, 100, touch=True), finger("down", 0.5, 0.2)]
    assert len(pointers.read(events, 1.0)) == 1


def test_the_pointer_that_follows_a_finger_does_not_hover(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.5, 0.2)], 1.0)
    assert pointers.read([mouse("move", 500, 100)], 1.05) == []
    pointers.read([finger("up", 0.5, 0.2)], 1.1)
    assert pointers.read([mouse("move", 500, 100)], 1.2) == []
    assert said(pointers.read([mouse("move", 500, 100)], 2.0)) == [("hover", 0, 100, 20)]


def test_the_left_button_is_a_finger_and_others_are_nothing(pointers: Pointers) -> None:
    out = pointers.read([mouse("down", 100, 50), mouse("move", 200, 50, held=True), mouse("up", 200, 50)], 1.0)
    assert [s.phase for s in out] == ["down", "move", "up"]
    assert {s.device for s in out} == {"mouse"}
    assert pointers.read([mouse("down", 100, 50, button=3), mouse("up", 100, 50, button=3)], 2.0) == []


def test_a_button_lifted_while_the_window_was_away_is_lifted_at_the_next_motion(pointers: Pointers) -> None:
    pointers.read([mouse("down", 100, 50)], 1.0)
    assert [s.phase for s in pointers.read([mouse("move", 300, 50)], 2.0)] == ["up"]


def test_a_down_that_is_repeated_ends_the_first(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1, 0.1)], 1.0)
    assert [s.phase for s in pointers.read([finger("down", 0.5, 0.1)], 2.0)] == ["cancel", "down"]
    assert pointers.down == 1


def test_a_motion_without_a_down_is_a_new_finger_and_an_up_without_one_is_nothing(pointers: Pointers) -> None:
    assert [s.phase for s in pointers.read([finger("move", 0.1, 0.1)], 1.0)] == ["down"]
    assert pointers.read([finger("up", 0.1, 0.1, finger_id=9)], 1.1) == []


def test_the_same_finger_number_of_two_panels_is_two_fingers(pointers: Pointers) -> None:
    out = pointers.read([finger("down", 0.1, 0.1, touch=1), finger("down", 0.3, 0.1, touch=2)], 1.0)
    assert [s.finger for s in out] == [1, 2]


def test_losing_the_window_cancels_every_contact(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1, 0.1), finger("down", 0.3, 0.1, finger_id=1), mouse("down", 9, 9)], 1.0)
    out = pointers.cancel_all(2.0)
    assert [s.phase for s in out] == ["cancel"] * 3
    assert [s.device for s in out] == ["touch", "touch", "mouse"]
    assert pointers.read([finger("up", 0.1, 0.1)], 2.1) == []


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_place_that_is_no_number_is_left_out(pointers: Pointers, value: float) -> None:
    assert pointers.read([finger("down", value, 0.1)], 1.0) == []


def test_a_finger_dragged_out_of_the_window_stays_near_it(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.5, 0.5)], 1.0)
    (sample,) = pointers.read([finger("move", -7.0, 0.5)], 1.1)
    assert -110 < sample.at.x < 0


def test_a_still_finger_is_kept_and_one_that_is_silent_beside_a_busy_one_is_taken_for_lost(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1, 0.1)], 1.0)
    assert pointers.read([], 60.0) == []
    assert pointers.down == 1
    out = pointers.read([finger("down", 0.5, 0.5, finger_id=2)], 61.0)
    assert [(s.phase, s.finger) for s in out] == [("down", 2), ("cancel", 1)]


def test_several_motions_of_one_poll_are_spread_over_it(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1, 0.1)], 1.0)
    out = pointers.read([finger("move", 0.1 + i / 100, 0.1) for i in range(1, 5)], 1.04)
    assert [s.t for s in out] == [pytest.approx(1.01 * 1 + 0.01 * i) for i in range(4)]
    assert len({s.t for s in out}) == 4


def test_times_never_run_backwards_within_a_poll(pointers: Pointers) -> None:
    pointers.read([], 1.0)
    events = [finger("down", 0.1, 0.1), finger("move", 0.2, 0.1), finger("move", 0.3, 0.1), finger("up", 0.3, 0.1)]
    times = [s.t for s in pointers.read(events, 1.03)]
    assert times == sorted(times)


def test_of_a_flood_only_motions_are_left_out() -> None:
    flood = [finger("move", 0.1, 0.1)] * 20_000
    flood[777], flood[9001] = finger("down", 0.2, 0.2), finger("up", 0.2, 0.2)
    left = thinned(flood)
    assert len(left) <= MOST_EVENTS
    assert [e.type for e in left if e.type != pygame.FINGERMOTION] == [pygame.FINGERDOWN, pygame.FINGERUP]
    few = [finger("move", 0.1, 0.1)] * 10
    assert thinned(few) == few


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (pygame.K_RETURN, 0, "enter"),
        (pygame.K_KP_ENTER, 0, "enter"),
        (pygame.K_TAB, pygame.KMOD_LSHIFT, "shift tab"),
        (pygame.K_q, pygame.KMOD_LCTRL, "ctrl q"),
        (pygame.K_RETURN, pygame.KMOD_RALT, "alt enter"),
        (pygame.K_p, 0, "p"),
        (pygame.K_7, 0, "7"),
        (pygame.K_F11, 0, "f11"),
        (pygame.K_F7, 0, None),
    ],
)
def test_keys_have_our_names(key: int, modifiers: int, name: str | None) -> None:
    assert name_of(key, modifiers) == name


@pytest.mark.parametrize("after", [0.0, 0.05, 0.3, 0.6, 1.5])
def test_an_unmarked_mouse_copy_of_a_finger_is_no_second_contact(pointers: Pointers, after: float) -> None:
    pointers.read([finger("down", 0.5, 0.2)], 1.0)
    pointers.read([finger("up", 0.52, 0.2)], 1.1)
    t = 1.1 + after
    assert pointers.read([mouse("down", 512, 104)], t) == []
    assert pointers.read([mouse("move", 520, 104, held=True)], t + 0.05) == []
    assert pointers.read([mouse("up", 520, 104)], t + 0.1) == []
    assert pointers.down == 0


def test_a_copy_that_comes_while_the_finger_drags_or_where_it_once_landed_is_none(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.2, 0.2)], 1.0)
    pointers.read([finger("move", 0.8, 0.8)], 4.0)
    assert pointers.read([mouse("down", 800, 400), mouse("up", 800, 400)], 4.1) == []
    assert said(pointers.read([finger("up", 0.8, 0.8)], 4.2)) == [("up", 1, 160, 80)]
    assert pointers.read([mouse("down", 200, 100), mouse("up", 200, 100)], 4.5) == []


def test_a_copy_that_comes_before_its_finger_ends_where_the_finger_lands(pointers: Pointers) -> None:
    out = pointers.read([mouse("down", 500, 100), finger("down", 0.5, 0.2)], 1.0)
    assert [(s.phase, s.device) for s in out] == [("down", "mouse"), ("cancel", "mouse"), ("down", "touch")]
    assert pointers.down == 1
    assert pointers.read([mouse("up", 500, 100)], 1.2) == []


def test_a_real_mouse_elsewhere_or_later_is_heard(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.2, 0.2), finger("up", 0.2, 0.2)], 1.0)
    assert [s.device for s in pointers.read([mouse("down", 800, 400), mouse("up", 800, 400)], 1.5)] == ["mouse"] * 2
    assert [s.device for s in pointers.read([mouse("down", 200, 100), mouse("up", 200, 100)], 3.5)] == ["mouse"] * 2
