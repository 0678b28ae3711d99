"""What pygame's events say of fingers and mouse; how contacts follow from it: ../test_contacts_of_a_window.py."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from games.kit.fingers import Sample
from games.launcher.devices.pygame.input.keys import name_of
from games.launcher.devices.pygame.input.pointers import MOST_EVENTS, Pointers, thinned

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


def test_the_mouse_that_sdl_makes_of_a_touch_is_left_out(pointers: Pointers) -> None:
    events = [mouse("move", 500, 100, touch=True), mouse("down", 500, 100, touch=True), finger("down", 0.5, 0.2)]
    assert len(pointers.read(events, 1.0)) == 1


def test_the_left_button_is_a_finger_and_others_are_nothing(pointers: Pointers) -> None:
    out = pointers.read([mouse("down", 100, 50), mouse("move", 200, 50, held=True), mouse("up", 200, 50)], 1.0)
    assert [s.phase for s in out] == ["down", "move", "up"]
    assert {s.device for s in out} == {"mouse"}
    assert pointers.read([mouse("down", 100, 50, button=3), mouse("up", 100, 50, button=3)], 2.0) == []


def test_the_same_finger_number_of_two_panels_is_two_fingers(pointers: Pointers) -> None:
    out = pointers.read([finger("down", 0.1, 0.1, touch=1), finger("down", 0.3, 0.1, touch=2)], 1.0)
    assert [s.finger for s in out] == [1, 2]


def test_what_is_no_finger_and_no_mouse_is_nothing(pointers: Pointers) -> None:
    assert pointers.read([Event(pygame.QUIT), Event(pygame.KEYDOWN, key=pygame.K_a)], 1.0) == []


def test_motions_are_spread_over_the_time_that_the_device_names(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1, 0.1)], 1.0)
    out = pointers.read([finger("move", 0.2, 0.1), finger("move", 0.3, 0.1)], 2.0, 1.6)
    assert [sample.t for sample in out] == [pytest.approx(1.8), 2.0]


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


def test_a_flood_loses_motions_only_and_what_is_no_flood_loses_nothing() -> None:
    moves = [finger("move", 0.1, 0.1)] * MOST_EVENTS
    assert thinned(moves) == moves
    flood = [*moves, finger("up", 0.1, 0.1), mouse("move", 1, 1), mouse("up", 1, 1), Event(pygame.QUIT)]
    kept = thinned(flood)
    assert len(kept) <= MOST_EVENTS / 2
    assert kept[0].type == pygame.FINGERMOTION
    assert [event.type for event in kept if event.type not in (pygame.FINGERMOTION, pygame.MOUSEMOTION)] == [
        pygame.FINGERUP,
        pygame.MOUSEBUTTONUP,
        pygame.QUIT,
    ]
    assert len(thinned(moves * 10)) == MOST_EVENTS / 2
