"""Controls: how far they reach, who presses them, where keys and arrows go, sliders, and what is seen of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

import pytest

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.people.settings import Settings
from games.launcher.shell.sound import Sound
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CORNER, FOCUS, MEADOW
from games.launcher.ui.widgets import Controls


class Room:
    """A host of controls that notes what sounded; a pointer that rests may press."""

    def __init__(self, dwell: bool = False) -> None:
        self.settings = Settings(dwell=dwell)
        self.heard: list[Sound] = []

    def hear(self, sound: Sound) -> None:
        self.heard.append(sound)


def button(name: str, x: float, y: float, pressed: list[str], **how: Any) -> Button:
    return Button(name, name, Vec(x, y), Vec(24, 18), lambda: pressed.append(name), **how)


def slider(moved: list[float], share: float = 0.5) -> Button:
    """A slider 118 mm wide at (10, 0): its track is 100 mm long and begins at 19."""
    return Button("slider", "", Vec(10, 0), Vec(118, 18), lambda: None, share=share, slide=moved.append)


def grid(pressed: list[str]) -> Controls:
    """Nine controls a, b, c / d, e, f / g, h, i, 30 mm apart."""
    controls = Controls()
    controls.lay([button("abcdefghi"[i], 30 * (i % 3), 30 * (i // 3), pressed) for i in range(9)])
    return controls


def keyed(controls: Controls, *keys: str) -> str | None:
    for i, key in enumerate(keys):
        controls.read(Command(float(i), "key", key))
    return controls.focus


def pressed_at(controls: Controls, t: float, place: Vec, finger: int = 1) -> bool:
    took = controls.read(Sample(t, finger, "down", place))
    controls.read(Sample(t + 0.01, finger, "up", place))
    return took


def test_a_button_reaches_as_far_as_its_face_and_no_farther() -> None:
    one = button("one", 10, 20, [])
    assert one.middle == Vec(22, 29)
    assert [one.holds(Vec(x, 29)) for x in (9.9, 10, 34, 34.1)] == [False, True, True, False]
    assert [one.holds(Vec(22, y)) for y in (19.9, 20, 38, 38.1)] == [False, True, True, False]


def test_of_two_controls_in_one_place_the_upper_one_is_pressed() -> None:
    for controls, presses in ((Controls(), pressed_at), (Controls(Room(dwell=True)), rested_at)):
        pressed: list[str] = []
        controls.lay([button("below", 0, 0, pressed), button("above", 10, 0, pressed)])
        presses(controls, 1.0, Vec(15, 9))
        assert pressed == ["above"]


def rested_at(controls: Controls, t: float, place: Vec) -> None:
    """A mouse that comes and rests."""
    for k in range(30):
        controls.read(Sample(t + k * 0.05, 0, "hover", place, "mouse"))


def test_a_pointer_that_rests_presses_only_for_those_who_asked_for_it() -> None:
    pressed: list[str] = []
    for dwell, count in ((False, 0), (True, 1)):
        controls = Controls(Room(dwell))
        controls.lay([button("one", 0, 0, pressed)])
        rested_at(controls, 1.0, Vec(10, 9))
        rested_at(controls, 3.0, Vec(60, 9))  # beside it nothing happens
        assert len(pressed) == count


def test_a_pointer_that_rests_on_a_slider_moves_it() -> None:
    moved: list[float] = []
    controls = Controls(Room(dwell=True))
    controls.lay([slider(moved)])
    rested_at(controls, 1.0, Vec(44, 9))
    assert moved == [0.25]


def test_letting_go_beside_a_button_presses_nothing() -> None:
    pressed: list[str] = []
    controls = grid(pressed)
    controls.read(Sample(1.0, 1, "down", Vec(10, 9)))
    controls.read(Sample(1.1, 1, "up", Vec(27, 9)))
    assert pressed == []
    assert not controls.owns(1)


def test_a_finger_that_moves_on_its_button_still_presses_it() -> None:
    pressed: list[str] = []
    controls = grid(pressed)
    assert controls.read(Sample(1.0, 1, "down", Vec(10, 9))) is True
    assert controls.owns(1)
    assert controls.read(Sample(1.1, 1, "move", Vec(20, 9))) is True
    assert controls.read(Sample(1.2, 1, "up", Vec(20, 9))) is True
    assert pressed == ["a"]


def test_the_guard_is_for_one_control_and_for_half_a_second() -> None:
    pressed: list[str] = []
    controls = Controls()
    controls.lay([button("one", 0, 0, pressed), button("two", 30, 0, pressed)])
    pressed_at(controls, 0.0, Vec(10, 9))
    pressed_at(controls, 0.1, Vec(40, 9))
    pressed_at(controls, 0.6, Vec(40, 9))
    assert pressed == ["one", "two", "two"]


def test_a_control_that_goes_away_takes_its_press_and_its_focus_along() -> None:
    pressed: list[str] = []
    controls = Controls()
    one, two = button("one", 0, 0, pressed), button("two", 30, 0, pressed)
    controls.lay([one, two])
    controls.read(Sample(1.0, 1, "down", Vec(10, 9)))
    controls.read(Sample(1.0, 2, "down", Vec(40, 9)))
    controls.focus = "two"
    controls.lay([button("two", 30, 0, pressed, chosen=True), button("new", 0, 0, pressed)])
    assert (controls.owns(1), controls.owns(2), controls.focus) == (False, True, "two")
    assert controls.read(Sample(1.1, 1, "up", Vec(10, 9))) is False
    controls.read(Sample(1.1, 2, "up", Vec(40, 9)))
    assert pressed == ["two"]
    controls.lay([one])
    assert controls.focus is None
    assert controls.named("two") is None
    assert controls.named("one") is one
    assert controls.named(None) is None


def test_a_touch_takes_the_focus_away() -> None:
    controls = grid([])
    keyed(controls, "tab")
    pressed_at(controls, 1.0, Vec(27, 9))  # beside all buttons
    assert controls.focus == "a"
    pressed_at(controls, 2.0, Vec(40, 9))
    assert controls.focus is None


def test_tab_goes_round_both_ways() -> None:
    assert keyed(grid([]), "tab") == "a"
    assert keyed(grid([]), "tab", "tab") == "b"
    assert keyed(grid([]), "shift tab") == "i"
    assert keyed(grid([]), "shift tab", "shift tab") == "h"
    assert keyed(grid([]), "shift tab", "tab") == "a"
    assert keyed(grid([]), "tab", "shift tab") == "i"


def test_arrows_go_to_the_next_control_that_way_and_stay_at_the_rim() -> None:
    assert keyed(grid([]), "down") == "a"
    assert keyed(grid([]), "tab", "right", "down") == "e"
    assert keyed(grid([]), "tab", "right", "down", "left") == "d"
    assert keyed(grid([]), "tab", "right", "down", "up") == "b"
    assert keyed(grid([]), "tab", "left") == "a"
    assert keyed(grid([]), "shift tab", "right") == "i"
    assert keyed(grid([]), "shift tab", "down") == "i"


def test_an_arrow_prefers_what_lies_straight_ahead() -> None:
    controls = Controls()
    controls.lay([button("here", 0, 0, []), button("aside", 30, 20, []), button("ahead", 60, 0, [])])
    assert keyed(controls, "tab", "right") == "ahead"  # 30 ahead and 20 aside is as 70 ahead
    controls.lay([button("here", 0, 0, []), button("aside", 30, 12, []), button("ahead", 60, 0, [])])
    controls.focus = "here"
    assert keyed(controls, "right") == "aside"


def test_enter_presses_the_first_where_none_is_the_main_one_and_without_controls_keys_are_for_others() -> None:
    pressed: list[str] = []
    keyed(grid(pressed), "enter")
    assert pressed == ["a"]
    assert Controls().read(Command(0.0, "key", "enter")) is False
    assert grid(pressed).read(Command(0.0, "turn", "enter")) is False
    assert grid(pressed).read(Command(0.0, "key", "tab")) is True


def test_a_key_that_no_control_takes_does_what_the_screen_says() -> None:
    pressed: list[str] = []
    gone: list[str] = []
    grid(pressed).feed(
        [Command(0.0, "key", "escape"), Command(0.1, "key", "enter"), Command(0.2, "key", "x"), Command(0.3, "escape")],
        escape=lambda: gone.append("escape"),
        enter=lambda: gone.append("enter"),
    )
    assert (pressed, gone) == (["a"], ["escape"])
    Controls().feed([Sample(0.0, 1, "down", Vec(5, 5))], escape=lambda: gone.append("again"))
    assert gone == ["escape"]


def test_a_slider_goes_where_the_finger_is_and_not_beyond_its_ends() -> None:
    moved: list[float] = []
    controls = Controls()
    controls.lay([slider(moved)])
    for phase, x in (("down", 44), ("move", 69), ("move", 11), ("move", 500), ("up", 500)):
        controls.read(Sample(1.0, 1, phase, Vec(x, 9)))  # type: ignore[arg-type]
    assert moved == [0.25, 0.5, 0.0, 1.0]


def test_arrows_move_a_slider_by_tenths_within_its_ends() -> None:
    for share, key, there in ((0.5, "right", 0.6), (0.5, "left", 0.4), (0.95, "right", 1.0), (0.05, "left", 0.0)):
        moved: list[float] = []
        controls = Controls()
        controls.lay([slider(moved, share), button("next", 10, 30, [])])
        keyed(controls, "tab", key)
        assert moved == [pytest.approx(there)]
        assert keyed(controls, "down") == "next"


def test_a_slider_has_no_guard_against_repeats_and_every_press_is_heard() -> None:
    room, moved = Room(), list[float]()
    controls = Controls(room)
    controls.lay([slider(moved), button("one", 150, 0, [])])
    for t in (1.0, 1.1, 1.2):
        pressed_at(controls, t, Vec(69, 9))
    pressed_at(controls, 1.3, Vec(160, 9))
    assert [(sound.name, sound.loudness) for sound in room.heard] == [("press", 1.0)] * 4


class Counting(Recording):
    """A canvas that notes which pictures were kept."""

    def __init__(self) -> None:
        super().__init__(Vec(200, 120))
        self.kept_keys: list[Hashable] = []

    def kept(self, name: str, key: Hashable, draw: Callable[[Canvas], None]) -> None:
        self.kept_keys.append(key)
        super().kept(name, key, draw)


def seen(controls: Controls) -> list[tuple[Any, ...]]:
    canvas = Counting()
    controls.draw(canvas, MEADOW)
    return canvas.drawn


def test_a_pressed_control_sinks_until_the_finger_slides_off() -> None:
    controls = grid([])
    at_rest = seen(controls)
    controls.read(Sample(1.0, 1, "down", Vec(5, 5)))
    assert seen(controls) != at_rest
    controls.read(Sample(1.1, 1, "move", Vec(27, 5)))
    assert seen(controls) == at_rest


def test_the_focused_control_alone_has_a_ring_a_little_larger_than_itself() -> None:
    controls = grid([])
    plain = seen(controls)
    keyed(controls, "tab", "right")
    ring = [entry for entry in seen(controls) if entry not in plain]
    assert ring == [("rect", Vec(30 - 2.2, -2.2), Vec(28.4, 22.4), MEADOW.focus, CORNER + 2.2, FOCUS)]


def test_a_picture_of_the_keys_is_kept_while_nothing_seen_changes_and_they_lie_close() -> None:
    canvas, pressed = Counting(), list[str]()
    controls = Controls()
    for label in ("one", "one", "uno"):
        controls.lay([button("one", 60, 40, pressed), replace(button("two", 90, 40, pressed), label=label)])
        controls.draw(canvas, MEADOW)
    first, second, third = canvas.kept_keys
    assert first == second != third
    far = [button("one", 60, 40, pressed), button("two", 60 + 24 * 5 + 0.1, 40, pressed)]
    for buttons, count in ((far, 0), ([*far[:1], replace(far[1], at=Vec(60 + 24 * 5 - 0.1, 40))], 1)):
        canvas = Counting()
        controls.lay(buttons)
        controls.draw(canvas, MEADOW)
        assert len(canvas.kept_keys) == count, "three times their area is the most that is kept"
    canvas = Counting()
    controls.lay([far[0], replace(far[1], bare=True)])  # what draws no face takes no room
    controls.draw(canvas, MEADOW)
    assert len(canvas.kept_keys) == 1
