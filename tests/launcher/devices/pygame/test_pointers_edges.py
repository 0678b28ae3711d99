"""Pointers at the edges: of the window, of a poll, of a silence, of a flood."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from games.kit.fingers import Sample
from games.launcher.devices.pygame.pointers import MOST_EVENTS, Pointers, thinned

FINGER = {"down": pygame.FINGERDOWN, "move": pygame.FINGERMOTION, "up": pygame.FINGERUP}
MOUSE = {"down": pygame.MOUSEBUTTONDOWN, "up": pygame.MOUSEBUTTONUP}


def finger(kind: str, x: float, y: float = 0.1, number: int = 0) -> Event:
    return Event(FINGER[kind], touch_id=3, finger_id=number, x=x, y=y, dx=0.0, dy=0.0, pressure=0.3)


def motion(x: int, y: int, *, held: bool = False) -> Event:
    return Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(int(held), 0, 0), touch=False)


def click(kind: str, x: int, y: int) -> Event:
    return Event(MOUSE[kind], pos=(x, y), button=1, touch=False)


@pytest.fixture
def pointers() -> Pointers:
    """A window of 200 by 100 mm."""
    return Pointers(1000, 500, 5.0)


def phases(samples: list[Sample]) -> list[tuple[str, int]]:
    return [(sample.phase, sample.finger) for sample in samples]


def test_a_finger_is_followed_half_a_window_beyond_each_edge(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.5, 0.5)], 1.0)
    seen = []
    for step, (x, y) in enumerate(((-9.0, 0.5), (9.0, 0.5), (0.5, -9.0), (0.5, 9.0))):
        (sample,) = pointers.read([finger("move", x, y)], 1.1 + step / 10)
        seen.append((sample.at.x, sample.at.y))
    assert [x for x, _ in seen[:2]] == [-100.0, 300.0]
    assert [y for _, y in seen[2:]] == [-50.0, 150.0]
    (sample,) = pointers.read([finger("move", 1.2, 1.2)], 2.0)
    assert (sample.at.x, sample.at.y) == (pytest.approx(1.2 * 999 / 5), pytest.approx(1.2 * 499 / 5))


def test_motions_are_spread_over_a_tenth_of_a_second_at_most(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1)], 1.0)
    out = pointers.read([finger("move", 0.2), finger("move", 0.3)], 5.0)
    assert [sample.t for sample in out] == [pytest.approx(4.95), 5.0]
    out = pointers.read([finger("move", 0.4), finger("move", 0.5)], 5.04)
    assert [sample.t for sample in out] == [pytest.approx(5.02), pytest.approx(5.04)]


def test_in_the_first_poll_everything_happened_at_its_end(pointers: Pointers) -> None:
    events = [finger("down", 0.1), finger("move", 0.2), finger("move", 0.3), finger("up", 0.3)]
    assert [sample.t for sample in pointers.read(events, 7.0)] == [7.0] * 4


def test_motions_of_two_fingers_are_spread_each_by_themselves_and_no_lift_is_overtaken(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1), finger("down", 0.8, number=1)], 1.0)
    events = [
        finger("move", 0.2),
        finger("move", 0.7, number=1),
        finger("move", 0.3),
        finger("up", 0.3),
        finger("move", 0.6, number=1),
    ]
    out = pointers.read(events, 1.1)
    assert [round(sample.t, 9) for sample in out] == [1.05, 1.05, 1.1, 1.1, 1.1]
    assert phases(out) == [("move", 1), ("move", 2), ("move", 1), ("up", 1), ("move", 2)]


def test_motions_of_the_mouse_are_spread_too(pointers: Pointers) -> None:
    pointers.read([click("down", 10, 10)], 1.0)
    out = pointers.read([motion(20, 10, held=True), motion(30, 10, held=True)], 1.1)
    assert [round(sample.t, 9) for sample in out] == [1.05, 1.1]


def test_a_finger_is_lost_after_twenty_silent_seconds_beside_a_busy_one(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1)], 1.0)
    assert phases(pointers.read([finger("down", 0.5, number=2)], 21.0)) == [("down", 2)]
    assert phases(pointers.read([finger("move", 0.6, number=2)], 21.5)) == [("move", 2), ("cancel", 1)]
    assert pointers.down == 1


def test_while_nobody_is_heard_no_finger_is_lost(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.1), finger("down", 0.5, number=2)], 1.0)
    pointers.read([finger("move", 0.6, number=2)], 20.5)
    assert pointers.read([], 21.6) == [], "the other was heard more than a second ago"
    assert phases(pointers.read([finger("move", 0.7, number=2)], 21.7)) == [("move", 2), ("cancel", 1)]


def test_a_busy_finger_loses_no_button_of_the_mouse(pointers: Pointers) -> None:
    pointers.read([click("down", 10, 10), finger("down", 0.5)], 1.0)
    assert phases(pointers.read([finger("move", 0.6)], 60.0)) == [("move", 2)]
    assert phases(pointers.read([click("up", 10, 10)], 61.0)) == [("up", 1)]


def test_a_lift_is_where_it_was_lifted_and_of_the_mouse_too(pointers: Pointers) -> None:
    pointers.read([click("down", 10, 10)], 1.0)
    (sample,) = pointers.read([click("up", 50, 100)], 2.0)
    assert (sample.at.x, sample.at.y, sample.device, sample.t) == (10.0, 20.0, "mouse", 2.0)


def test_a_mouse_hovers_only_while_nothing_is_pressed_and_no_finger_was_just_there(pointers: Pointers) -> None:
    assert phases(pointers.read([motion(10, 10)], 1.0)) == [("hover", 0)]
    assert pointers.read([motion(10, 10, held=True)], 1.1) == []
    pointers.read([finger("down", 0.5)], 2.0)
    assert pointers.read([motion(10, 10)], 3.0) == []
    pointers.read([finger("up", 0.5)], 4.0)
    assert pointers.read([motion(10, 10)], 4.29) == []
    assert phases(pointers.read([motion(10, 10)], 4.31)) == [("hover", 0)]


def test_when_all_have_lifted_numbers_begin_again_and_not_before(pointers: Pointers) -> None:
    assert phases(pointers.read([finger("down", 0.1), finger("down", 0.2, number=1)], 1.0)) == [
        ("down", 1),
        ("down", 2),
    ]
    assert phases(pointers.read([finger("up", 0.1), finger("down", 0.1, number=2)], 2.0)) == [("up", 1), ("down", 3)]
    pointers.read([finger("up", 0.1, number=1), finger("up", 0.1, number=2)], 3.0)
    assert phases(pointers.read([finger("down", 0.1, number=7)], 4.0)) == [("down", 1)]


def test_what_loses_the_window_is_told_where_each_finger_was(pointers: Pointers) -> None:
    pointers.read([finger("down", 0.5, 0.5)], 1.0)
    pointers.read([finger("move", 0.6, 0.5)], 1.1)
    (sample,) = pointers.cancel_all(2.0)
    assert (sample.phase, sample.finger, sample.t) == ("cancel", 1, 2.0)
    assert sample.at.x == pytest.approx(0.6 * 999 / 5)
    assert pointers.down == 0
    assert pointers.cancel_all(3.0) == []


def test_a_flood_loses_motions_only_and_what_is_no_flood_loses_nothing() -> None:
    moves = [finger("move", 0.1)] * MOST_EVENTS
    assert thinned(moves) == moves
    flood = [*moves, finger("up", 0.1), motion(1, 1), click("up", 1, 1), Event(pygame.QUIT)]
    kept = thinned(flood)
    assert len(kept) <= MOST_EVENTS / 2
    assert kept[0].type == pygame.FINGERMOTION
    assert [event.type for event in kept if event.type not in (pygame.FINGERMOTION, pygame.MOUSEMOTION)] == [
        pygame.FINGERUP,
        pygame.MOUSEBUTTONUP,
        pygame.QUIT,
    ]
    assert len(thinned(moves * 10)) == MOST_EVENTS / 2
