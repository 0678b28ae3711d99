"""Contacts without any system's events: a second device follows fingers and a mouse by the same rules.

A window of 1001 by 501 pixels, five to a mm.
"""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

from games.kit.fingers import Sample
from games.launcher.devices.contacts import Contacts, Mouse, Touch

ROOT = Path(__file__).parents[3]
WIDTH, HEIGHT, SCALE = 1001, 501, 5.0
Kind = Literal["down", "move", "up"]


def finger(kind: Kind, x: float, y: float, touch: int = 3, finger_id: int = 0) -> Touch:
    """`x` and `y` as shares of the window."""
    return Touch(kind, (touch, finger_id), x * (WIDTH - 1), y * (HEIGHT - 1))


def mouse(kind: Kind, x: float, y: float, button: int = 1, held: bool = False) -> Mouse:
    return Mouse(kind, x, y, button, held)


def said(samples: list[Sample]) -> list[tuple[str, int, float, float]]:
    return [(s.phase, s.finger, round(s.at.x, 3), round(s.at.y, 3)) for s in samples]


def phases(samples: list[Sample]) -> list[tuple[str, int]]:
    return [(sample.phase, sample.finger) for sample in samples]


@pytest.fixture
def contacts() -> Contacts:
    return Contacts(WIDTH, HEIGHT, SCALE)


def test_fingers_of_any_device_are_followed_in_mm_and_by_small_numbers() -> None:
    contacts = Contacts(1000, 500, 5.0)
    out = contacts.take([Touch("down", ("pad", 77), 100, 50), Touch("down", ("pad", 78), 200, 50)], 1.0)
    out += contacts.take([Touch("up", ("pad", 77), 110, 50)], 1.1)
    said = [(one.phase, one.finger, one.at.x, one.at.y) for one in out]
    assert said == [("down", 1, 20, 10), ("down", 2, 40, 10), ("up", 1, 22, 10)]
    assert contacts.down == 1


def test_a_mouse_that_copies_a_finger_is_none_on_any_device() -> None:
    contacts = Contacts(1000, 500, 5.0)
    contacts.take([Touch("down", (1, 1), 100, 50), Touch("up", (1, 1), 100, 50)], 1.0)
    assert contacts.take([Mouse("down", 102, 50), Mouse("move", 104, 50, held=True), Mouse("up", 104, 50)], 1.2) == []
    (press,) = contacts.take([Mouse("down", 800, 400)], 1.3)
    assert (press.phase, press.device) == ("down", "mouse")


def test_only_the_left_button_is_a_finger(contacts: Contacts) -> None:
    out = contacts.take([mouse("down", 100, 50), mouse("move", 200, 50, held=True), mouse("up", 200, 50)], 1.0)
    assert [s.phase for s in out] == ["down", "move", "up"]
    assert {s.device for s in out} == {"mouse"}
    assert contacts.take([mouse("down", 100, 50, button=3), mouse("up", 100, 50, button=3)], 2.0) == []


def test_ids_are_small_and_ours_however_high_sdl_counts(contacts: Contacts) -> None:
    out = contacts.take([finger("down", 0.1, 0.1, finger_id=40_001), finger("down", 0.3, 0.1, finger_id=40_002)], 1.0)
    assert [s.finger for s in out] == [1, 2]


def test_the_pointer_that_follows_a_finger_does_not_hover(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.5, 0.2)], 1.0)
    assert contacts.take([mouse("move", 500, 100)], 1.05) == []
    contacts.take([finger("up", 0.5, 0.2)], 1.1)
    assert contacts.take([mouse("move", 500, 100)], 1.2) == []
    assert said(contacts.take([mouse("move", 500, 100)], 2.0)) == [("hover", 0, 100, 20)]


def test_a_button_lifted_while_the_window_was_away_is_lifted_at_the_next_motion(contacts: Contacts) -> None:
    contacts.take([mouse("down", 100, 50)], 1.0)
    assert [s.phase for s in contacts.take([mouse("move", 300, 50)], 2.0)] == ["up"]


def test_a_down_that_is_repeated_ends_the_first(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1)], 1.0)
    assert [s.phase for s in contacts.take([finger("down", 0.5, 0.1)], 2.0)] == ["cancel", "down"]
    assert contacts.down == 1


def test_a_motion_without_a_down_is_a_new_finger_and_an_up_without_one_is_nothing(contacts: Contacts) -> None:
    assert [s.phase for s in contacts.take([finger("move", 0.1, 0.1)], 1.0)] == ["down"]
    assert contacts.take([finger("up", 0.1, 0.1, finger_id=9)], 1.1) == []


def test_the_same_finger_number_of_two_panels_is_two_fingers(contacts: Contacts) -> None:
    out = contacts.take([finger("down", 0.1, 0.1, touch=1), finger("down", 0.3, 0.1, touch=2)], 1.0)
    assert [s.finger for s in out] == [1, 2]


def test_losing_the_window_cancels_every_contact(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1), finger("down", 0.3, 0.1, finger_id=1), mouse("down", 9, 9)], 1.0)
    out = contacts.cancel_all(2.0)
    assert [s.phase for s in out] == ["cancel"] * 3
    assert [s.device for s in out] == ["touch", "touch", "mouse"]
    assert contacts.take([finger("up", 0.1, 0.1)], 2.1) == []


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_place_that_is_no_number_is_left_out(contacts: Contacts, value: float) -> None:
    assert contacts.take([finger("down", value, 0.1)], 1.0) == []


def test_a_finger_dragged_out_of_the_window_stays_near_it(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.5, 0.5)], 1.0)
    (sample,) = contacts.take([finger("move", -7.0, 0.5)], 1.1)
    assert -110 < sample.at.x < 0


def test_a_still_finger_is_kept_and_one_that_is_silent_beside_a_busy_one_is_taken_for_lost(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1)], 1.0)
    assert contacts.take([], 60.0) == []
    assert contacts.down == 1
    out = contacts.take([finger("down", 0.5, 0.5, finger_id=2)], 61.0)
    assert [(s.phase, s.finger) for s in out] == [("down", 2), ("cancel", 1)]


def test_several_motions_of_one_poll_are_spread_over_it(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1)], 1.0)
    out = contacts.take([finger("move", 0.1 + i / 100, 0.1) for i in range(1, 5)], 1.04)
    assert [s.t for s in out] == [pytest.approx(1.01 * 1 + 0.01 * i) for i in range(4)]
    assert len({s.t for s in out}) == 4


def test_times_never_run_backwards_within_a_poll(contacts: Contacts) -> None:
    contacts.take([], 1.0)
    events = [finger("down", 0.1, 0.1), finger("move", 0.2, 0.1), finger("move", 0.3, 0.1), finger("up", 0.3, 0.1)]
    times = [s.t for s in contacts.take(events, 1.03)]
    assert times == sorted(times)


@pytest.mark.parametrize("after", [0.0, 0.05, 0.3, 0.6, 1.5])
def test_an_unmarked_mouse_copy_of_a_finger_is_no_second_contact(contacts: Contacts, after: float) -> None:
    contacts.take([finger("down", 0.5, 0.2)], 1.0)
    contacts.take([finger("up", 0.52, 0.2)], 1.1)
    t = 1.1 + after
    assert contacts.take([mouse("down", 512, 104)], t) == []
    assert contacts.take([mouse("move", 520, 104, held=True)], t + 0.05) == []
    assert contacts.take([mouse("up", 520, 104)], t + 0.1) == []
    assert contacts.down == 0


def test_a_copy_that_comes_while_the_finger_drags_or_where_it_once_landed_is_none(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.2, 0.2)], 1.0)
    contacts.take([finger("move", 0.8, 0.8)], 4.0)
    assert contacts.take([mouse("down", 800, 400), mouse("up", 800, 400)], 4.1) == []
    assert said(contacts.take([finger("up", 0.8, 0.8)], 4.2)) == [("up", 1, 160, 80)]
    assert contacts.take([mouse("down", 200, 100), mouse("up", 200, 100)], 4.5) == []


def test_a_copy_that_comes_before_its_finger_ends_where_the_finger_lands(contacts: Contacts) -> None:
    out = contacts.take([mouse("down", 500, 100), finger("down", 0.5, 0.2)], 1.0)
    assert [(s.phase, s.device) for s in out] == [("down", "mouse"), ("cancel", "mouse"), ("down", "touch")]
    assert contacts.down == 1
    assert contacts.take([mouse("up", 500, 100)], 1.2) == []


def test_a_real_mouse_elsewhere_or_later_is_heard(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.2, 0.2), finger("up", 0.2, 0.2)], 1.0)
    assert [s.device for s in contacts.take([mouse("down", 800, 400), mouse("up", 800, 400)], 1.5)] == ["mouse"] * 2
    assert [s.device for s in contacts.take([mouse("down", 200, 100), mouse("up", 200, 100)], 3.5)] == ["mouse"] * 2


def test_a_finger_is_followed_half_a_window_beyond_each_edge(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.5, 0.5)], 1.0)
    seen = []
    for step, (x, y) in enumerate(((-9.0, 0.5), (9.0, 0.5), (0.5, -9.0), (0.5, 9.0))):
        (sample,) = contacts.take([finger("move", x, y)], 1.1 + step / 10)
        seen.append((sample.at.x, sample.at.y))
    assert [x for x, _ in seen[:2]] == [pytest.approx(-100.1), pytest.approx(300.3)]
    assert [y for _, y in seen[2:]] == [pytest.approx(-50.1), pytest.approx(150.3)]


def test_motions_are_spread_over_a_tenth_of_a_second_at_most(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1)], 1.0)
    out = contacts.take([finger("move", 0.2, 0.1), finger("move", 0.3, 0.1)], 5.0)
    assert [sample.t for sample in out] == [pytest.approx(4.95), 5.0]
    out = contacts.take([finger("move", 0.4, 0.1), finger("move", 0.5, 0.1)], 5.04)
    assert [sample.t for sample in out] == [pytest.approx(5.02), pytest.approx(5.04)]


def test_in_the_first_poll_everything_happened_at_its_end(contacts: Contacts) -> None:
    events = [finger("down", 0.1, 0.1), finger("move", 0.2, 0.1), finger("move", 0.3, 0.1), finger("up", 0.3, 0.1)]
    assert [sample.t for sample in contacts.take(events, 7.0)] == [7.0] * 4


def test_motions_of_two_fingers_are_spread_each_by_themselves_and_no_lift_is_overtaken(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1), finger("down", 0.8, 0.1, finger_id=1)], 1.0)
    events = [
        finger("move", 0.2, 0.1),
        finger("move", 0.7, 0.1, finger_id=1),
        finger("move", 0.3, 0.1),
        finger("up", 0.3, 0.1),
        finger("move", 0.6, 0.1, finger_id=1),
    ]
    out = contacts.take(events, 1.1)
    assert [round(sample.t, 9) for sample in out] == [1.05, 1.05, 1.1, 1.1, 1.1]
    assert phases(out) == [("move", 1), ("move", 2), ("move", 1), ("up", 1), ("move", 2)]


def test_motions_of_the_mouse_are_spread_too(contacts: Contacts) -> None:
    contacts.take([mouse("down", 10, 10)], 1.0)
    out = contacts.take([mouse("move", 20, 10, held=True), mouse("move", 30, 10, held=True)], 1.1)
    assert [round(sample.t, 9) for sample in out] == [1.05, 1.1]


def test_a_finger_is_lost_after_twenty_silent_seconds_beside_a_busy_one(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1)], 1.0)
    assert phases(contacts.take([finger("down", 0.5, 0.1, finger_id=2)], 21.0)) == [("down", 2)]
    assert phases(contacts.take([finger("move", 0.6, 0.1, finger_id=2)], 21.5)) == [("move", 2), ("cancel", 1)]
    assert contacts.down == 1


def test_while_nobody_is_heard_no_finger_is_lost(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.1, 0.1), finger("down", 0.5, 0.1, finger_id=2)], 1.0)
    contacts.take([finger("move", 0.6, 0.1, finger_id=2)], 20.5)
    assert contacts.take([], 21.6) == [], "the other was heard more than a second ago"
    assert phases(contacts.take([finger("move", 0.7, 0.1, finger_id=2)], 21.7)) == [("move", 2), ("cancel", 1)]


def test_a_busy_finger_loses_no_button_of_the_mouse(contacts: Contacts) -> None:
    contacts.take([mouse("down", 10, 10), finger("down", 0.5, 0.1)], 1.0)
    assert phases(contacts.take([finger("move", 0.6, 0.1)], 60.0)) == [("move", 2)]
    assert phases(contacts.take([mouse("up", 10, 10)], 61.0)) == [("up", 1)]


def test_a_lift_is_where_it_was_lifted_and_of_the_mouse_too(contacts: Contacts) -> None:
    contacts.take([mouse("down", 10, 10)], 1.0)
    (sample,) = contacts.take([mouse("up", 50, 100)], 2.0)
    assert (sample.at.x, sample.at.y, sample.device, sample.t) == (10.0, 20.0, "mouse", 2.0)


def test_a_mouse_hovers_only_while_nothing_is_pressed_and_no_finger_was_just_there(contacts: Contacts) -> None:
    assert phases(contacts.take([mouse("move", 10, 10)], 1.0)) == [("hover", 0)]
    assert contacts.take([mouse("move", 10, 10, held=True)], 1.1) == []
    contacts.take([finger("down", 0.5, 0.1)], 2.0)
    assert contacts.take([mouse("move", 10, 10)], 3.0) == []
    contacts.take([finger("up", 0.5, 0.1)], 4.0)
    assert contacts.take([mouse("move", 10, 10)], 4.29) == []
    assert phases(contacts.take([mouse("move", 10, 10)], 4.31)) == [("hover", 0)]


def test_when_all_have_lifted_numbers_begin_again_and_not_before(contacts: Contacts) -> None:
    assert phases(contacts.take([finger("down", 0.1, 0.1), finger("down", 0.2, 0.1, finger_id=1)], 1.0)) == [
        ("down", 1),
        ("down", 2),
    ]
    assert phases(contacts.take([finger("up", 0.1, 0.1), finger("down", 0.1, 0.1, finger_id=2)], 2.0)) == [
        ("up", 1),
        ("down", 3),
    ]
    contacts.take([finger("up", 0.1, 0.1, finger_id=1), finger("up", 0.1, 0.1, finger_id=2)], 3.0)
    assert phases(contacts.take([finger("down", 0.1, 0.1, finger_id=7)], 4.0)) == [("down", 1)]


def test_what_loses_the_window_is_told_where_each_finger_was(contacts: Contacts) -> None:
    contacts.take([finger("down", 0.5, 0.5)], 1.0)
    contacts.take([finger("move", 0.6, 0.5)], 1.1)
    (sample,) = contacts.cancel_all(2.0)
    assert (sample.phase, sample.finger, sample.t) == ("cancel", 1, 2.0)
    assert sample.at.x == pytest.approx(0.6 * 1000 / 5)
    assert contacts.down == 0
    assert contacts.cancel_all(3.0) == []


def test_they_are_followed_without_pygame() -> None:
    script = "import games.launcher.devices.contacts, sys; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
