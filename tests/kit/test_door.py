"""What enters a block has a place that can be stored; a contact whose time nobody knows is noticed."""

from __future__ import annotations

import math

import pytest

from games.kit.door import FARTHEST, Door, timeless
from games.kit.fingers import Command, Device, Phase, Sample
from games.kit.geometry import Vec


def sample(phase: Phase, x: float, y: float = 5.0, finger: int = 1, t: float = 1.0, device: Device = "touch") -> Sample:
    return Sample(t, finger, phase, Vec(x, y), device)


NAN = math.nan


def test_a_place_is_kept_to_a_hundredth_of_a_mm() -> None:
    assert Door().place_of(sample("down", 1.23456, 7.891)) == (1.23, 7.89)


def test_a_place_far_outside_is_moved_to_twenty_metres() -> None:
    assert FARTHEST == 20_000
    assert Door().place_of(sample("down", 20_500, -1e9)) == (20_000, -20_000)
    assert Door().place_of(sample("down", -math.nextafter(20_000, 0), 19_999.5)) == (-20_000, 19_999.5)


@pytest.mark.parametrize(("x", "y"), [(NAN, 1), (1, NAN), (math.inf, 1), (1, -math.inf)])
@pytest.mark.parametrize("phase", ["down", "move", "hover"])
def test_a_reading_without_a_place_is_none(phase: Phase, x: float, y: float) -> None:
    door = Door()
    door.place_of(sample("down", 3, 4))
    assert door.place_of(sample(phase, x, y)) is None


@pytest.mark.parametrize("phase", ["up", "cancel"])
def test_a_finger_that_lifts_nowhere_lifts_where_it_was_last(phase: Phase) -> None:
    door = Door()
    door.place_of(sample("down", 3, 4))
    door.place_of(sample("move", 6, 4))
    door.place_of(sample("down", 50, 50, finger=2))
    door.place_of(sample("hover", 70, 70))
    assert door.place_of(sample(phase, NAN)) == (6, 4)
    assert door.place_of(sample(phase, NAN)) is None, "it has lifted: its next contact is another one"


def test_a_finger_that_has_lifted_somewhere_has_no_last_place() -> None:
    door = Door()
    door.place_of(sample("down", 3, 4))
    assert door.place_of(sample("up", 9, 4)) == (9, 4)
    assert door.place_of(sample("up", NAN)) is None


@pytest.mark.parametrize("phase", ["down", "move", "up"])
@pytest.mark.parametrize("device", ["touch", "mouse"])
def test_a_contact_with_the_time_of_the_frame_has_none_of_its_own(phase: Phase, device: Device) -> None:
    assert timeless([sample("move", 1, t=0.5), sample(phase, 1, device=device)], 1.0)
    assert timeless([sample(phase, 1, t=1.5, device=device)], 1.0)
    assert not timeless([sample(phase, 1, t=0.99, device=device)], 1.0)


def test_what_is_no_contact_and_what_keys_move_needs_no_time() -> None:
    assert not timeless([sample("hover", 1), sample("cancel", 1), Command(1.0, "skip")], 1.0)
    assert not timeless([sample("move", 1, device="keys")], 1.0)
    assert timeless([sample("down", 1, device="keys")], 1.0)


def test_a_gap_that_is_recorded_already_is_not_recorded_again() -> None:
    assert not timeless([sample("down", 1), Command(1.0, "stalled", 0.4)], 1.0)
    assert timeless([sample("down", 1), Command(1.0, "skip")], 1.0)
