"""What a browser tells of fingers, mouse and keys."""

from __future__ import annotations

import pytest

from games.kit.fingers import Command, Sample
from games.launcher.devices.web.input.keys import Keys, switches
from games.launcher.devices.web.input.pointers import Pointers

DOWN, MOVE, UP, CANCEL = range(4)


def event(phase: int, pointer: int, x: float, t: float, mouse: bool = False) -> list[float]:
    return [phase, pointer, x, 100.0, t, float(mouse), 1.0, 1.0]


def read(pointers: Pointers, now: float, *events: list[float]) -> list[Sample]:
    return pointers.read([number for one in events for number in one], now)


@pytest.fixture
def pointers() -> Pointers:
    made = Pointers(1000, 800, 5.0)
    made.read([], 1.0)
    return made


def test_every_event_has_the_time_at_which_it_happened(pointers: Pointers) -> None:
    moves = [event(MOVE, 9, 100.0 + n, 1.004 + n / 1000) for n in range(5)]
    found = read(pointers, 1.016, event(DOWN, 9, 100.0, 1.003), *moves)
    assert [one.t for one in found] == pytest.approx([1.003, 1.004, 1.005, 1.006, 1.007, 1.008])
    assert [one.phase for one in found] == ["down"] + ["move"] * 5


def test_no_time_lies_before_the_last_frame_after_now_or_before_the_event_that_it_follows(pointers: Pointers) -> None:
    found = read(
        pointers,
        1.016,
        event(DOWN, 9, 1.0, 0.5),
        event(MOVE, 9, 2.0, 1.01),
        event(MOVE, 9, 3.0, 1.005),
        event(UP, 9, 3.0, 7.0),
    )
    assert [one.t for one in found] == [1.0, 1.01, 1.01, 1.016]


def test_ten_fingers_are_ten_downs_every_move_and_ten_ups(pointers: Pointers) -> None:
    downs = [event(DOWN, 100 + n, 50.0 * n, 1.001) for n in range(10)]
    moves = [event(MOVE, 100 + n, 50.0 * n + step, 1.002 + step / 1000) for step in range(20) for n in range(10)]
    ups = [event(UP, 100 + n, 50.0 * n, 1.1) for n in range(10)]
    found = read(pointers, 1.2, *downs, *moves, *ups)
    count = {phase: sum(one.phase == phase for one in found) for phase in ("down", "move", "up")}
    assert count == {"down": 10, "move": 200, "up": 10}
    assert {one.finger for one in found} == set(range(1, 11))


def test_a_contact_that_the_system_takes_away_is_cancelled_and_not_lifted(pointers: Pointers) -> None:
    read(pointers, 1.016, event(DOWN, 7, 10.0, 1.01), event(DOWN, 8, 500.0, 1.011))
    found = read(pointers, 1.032, event(CANCEL, 7, 10.0, 1.02), event(UP, 8, 500.0, 1.03))
    assert [(one.finger, one.phase, one.t) for one in found] == [(1, "cancel", 1.02), (2, "up", 1.03)]


def test_the_end_of_a_contact_that_is_not_there_is_nothing(pointers: Pointers) -> None:
    assert read(pointers, 1.016, event(CANCEL, 7, 10.0, 1.01), event(UP, 8, 10.0, 1.01)) == []


def test_a_mouse_hovers_until_its_button_is_pressed(pointers: Pointers) -> None:
    hover = [MOVE, 1, 10.0, 100.0, 1.001, 1.0, 0.0, 0.0]
    found = read(
        pointers,
        1.016,
        hover,
        event(DOWN, 1, 10.0, 1.002, True),
        event(MOVE, 1, 20.0, 1.003, True),
        event(UP, 1, 20.0, 1.004, True),
    )
    assert [(one.phase, one.device) for one in found] == [(phase, "mouse") for phase in ("hover", "down", "move", "up")]


@pytest.mark.parametrize(
    ("said", "command"),
    [
        (("down", "Enter", ""), Command(1.0, "key", "enter")),
        (("down", "Tab", "shift"), Command(1.0, "key", "shift tab")),
        (("down", "q", "ctrl"), Command(1.0, "key", "ctrl q")),
        (("up", "ArrowLeft", ""), Command(1.0, "key up", "left")),
        (("wheel", "-1", ""), Command(1.0, "wheel", -1.0)),
    ],
)
def test_keys_have_the_programs_own_names(said: tuple[str, str, str], command: Command) -> None:
    assert Keys().read([said], 1.0) == [command]


def test_a_letter_is_a_key_and_typed_text_in_any_script() -> None:
    assert Keys().read([("down", "a", "")], 1.0) == [Command(1.0, "key", "a"), Command(1.0, "text", "a")]
    assert Keys().read([("down", "é", "")], 1.0) == [Command(1.0, "text", "é")]
    assert Keys().read([("down", "Shift", "shift")], 1.0) == []


def test_no_key_stays_pressed_when_the_page_loses_the_focus() -> None:
    keys = Keys()
    keys.read([("down", "a", ""), ("down", "Enter", ""), ("up", "a", "")], 1.0)
    assert keys.release(2.0) == [Command(2.0, "key up", "enter")]
    assert keys.release(3.0) == []


def test_f11_switches_to_the_whole_screen_and_is_no_key_of_the_program() -> None:
    assert switches([("down", "F11", "")])
    assert not switches([("up", "F11", ""), ("down", "Enter", "")])
    assert Keys().read([("down", "F11", "")], 1.0) == []
