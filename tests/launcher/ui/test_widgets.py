"""Buttons under fingers, mouse and keys."""

from __future__ import annotations

import pytest

from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.ui.button import Button
from games.launcher.ui.theme import PALETTES
from games.launcher.ui.widgets import Controls


class Row:
    """Two buttons side by side that note what was pressed."""

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.controls = Controls()
        buttons = [
            Button(name, name, Vec(30 * i, 0), Vec(24, 18), lambda name=name: self.pressed.append(name), main=i == 1)
            for i, name in enumerate(("one", "two"))
        ]
        self.controls.lay(buttons)
        self.t = 0.0

    def do(self, phase: str, x: float, finger: int = 0, after: float = 0.1) -> bool:
        self.t += after
        return self.controls.read(Sample(self.t, finger, phase, Vec(x, 9)))  # type: ignore[arg-type]

    def key(self, name: str) -> bool:
        self.t += 1.0
        return self.controls.read(Command(self.t, "key", name))


def test_a_button_acts_on_release_inside_not_on_touch() -> None:
    row = Row()
    row.do("down", 10)
    assert row.pressed == []
    row.do("up", 12)
    assert row.pressed == ["one"]


@pytest.mark.parametrize("slip", [[24.8], [27, 24.1, 27], [-1, -60]])
def test_a_slip_out_of_a_button_and_back_in_still_presses_it(slip: list[float]) -> None:
    row = Row()
    row.do("down", 10)
    for x in [*slip, 23]:
        row.do("move", x)
    row.do("up", 23)
    assert row.pressed == ["one"]


@pytest.mark.parametrize("end", [24.8, 40, -1])
def test_a_lift_outside_presses_nothing(end: float) -> None:
    row = Row()
    row.do("down", 10)
    row.do("move", end)
    row.do("up", end)
    assert row.pressed == []


@pytest.mark.parametrize("way", [[10], [10, 25, 23], [10, 27, 60, 1]])
def test_a_button_looks_pressed_as_long_as_a_lift_would_press_it(way: list[float]) -> None:
    row, sunk = Row(), []
    row.do("down", way[0])
    sunk.append(looks_pressed(row))
    for x in way[1:]:
        row.do("move", x)
        sunk.append(looks_pressed(row))
    assert sunk == [0 <= x <= 24 for x in way]
    row.do("up", way[-1])
    assert row.pressed == ["one"]
    assert not looks_pressed(row)


def looks_pressed(row: Row) -> bool:
    """Whether button one is drawn as it is when a finger has just come down on it."""
    pressed, free = Row(), Row()
    pressed.do("down", 10)
    pictures = []
    for one in (row, pressed, free):
        canvas = Recording(Vec(100, 60))
        one.controls.draw(canvas, PALETTES["meadow"])
        pictures.append(canvas.drawn)
    now, down, up = pictures
    assert now in (down, up)
    assert down != up
    return now == down


def test_a_cancelled_contact_presses_nothing() -> None:
    row = Row()
    row.do("down", 10)
    row.do("cancel", 10)
    assert row.pressed == []
    assert not row.controls.owns(0)


def test_the_same_button_acts_once_in_half_a_second() -> None:
    row = Row()
    for _ in range(3):
        row.do("down", 10, after=0.05)
        row.do("up", 10, after=0.05)
    assert row.pressed == ["one"]
    row.do("down", 10, after=0.6)
    row.do("up", 10)
    assert row.pressed == ["one", "one"]


def test_a_touch_beside_all_buttons_belongs_to_somebody_else() -> None:
    row = Row()
    assert row.do("down", 27) is False
    assert row.do("move", 10) is False
    assert row.do("up", 10) is False
    assert row.pressed == []


def test_two_fingers_press_two_buttons() -> None:
    row = Row()
    row.do("down", 10, 0)
    row.do("down", 40, 1)
    row.do("up", 10, 0)
    row.do("up", 40, 1)
    assert row.pressed == ["one", "two"]


def test_keys_move_the_focus_round_and_enter_presses() -> None:
    row = Row()
    assert row.controls.focus is None
    row.key("tab")
    assert row.controls.focus == "one"
    row.key("right")
    row.key("space")
    row.key("tab")
    row.key("shift tab")
    row.key("enter")
    assert row.pressed == ["two", "two"]


def test_enter_without_focus_presses_the_main_button() -> None:
    row = Row()
    row.key("enter")
    assert row.pressed == ["two"]


@pytest.mark.parametrize("key", ["escape", "a", "f1"])
def test_other_keys_are_left_to_the_screen(key: str) -> None:
    assert Row().key(key) is False
