"""Contacts of the second edition: all are let through; a lost one goes on where it held or moved something, taps never do."""

from __future__ import annotations

import pytest

from games.kit.fingers import Device, Phase, Sample
from games.kit.geometry import Vec
from games.kit.touches import Touches


def feed(
    touches: Touches, *rows: tuple[float, int, Phase, float, float], device: Device = "touch"
) -> list[tuple[str, int]]:
    out = []
    for t, finger, phase, x, y in rows:
        out += [(s.phase, s.finger) for s in touches.feed(Sample(t, finger, phase, Vec(x, y), device))]
    return out


def test_a_palm_is_let_through_whole_and_counted() -> None:
    touches = Touches(2)
    assert feed(touches, *[(0.02 * i, i, "down", 50 + 8.0 * i, 50) for i in range(4)]) == [
        ("down", i + 1) for i in range(4)
    ]
    assert touches.strays == 2


@pytest.mark.parametrize(("apart", "later", "strays"), [(60, 0.3, 1), (61, 0.3, 0), (60, 0.31, 0)])
def test_contacts_are_a_resting_hand_where_they_land_together(apart: float, later: float, strays: int) -> None:
    touches = Touches(2)
    feed(touches, (0, 1, "down", 50, 50), (0, 2, "down", 52, 50), (later, 3, "down", 50 + apart, 50))
    assert touches.strays == strays
    assert touches.flickers == 0


@pytest.mark.parametrize(("fingers", "strays"), [(1, 1), (2, 1), (3, 0), (5, 0)])
def test_only_more_contacts_than_a_game_uses_are_a_resting_hand(fingers: int, strays: int) -> None:
    touches = Touches(fingers)
    feed(touches, *[(0.1 * i, i, "down", 50 + 5.0 * i, 50) for i in range(3)])
    assert touches.strays == strays


def test_contacts_that_have_lifted_are_no_hand() -> None:
    touches = Touches(1)
    for i in range(4):
        feed(touches, (0.05 * i, i, "down", 50 + 20.0 * i, 50), (0.05 * i + 0.02, i, "up", 50 + 20.0 * i, 50))
    assert touches.strays == 0


def test_a_finger_that_comes_back_is_counted_and_can_be_lost_again() -> None:
    touches = Touches(1)
    rows: list[tuple[float, int, Phase, float, float]] = [(0.0, 1, "down", 20, 50)]
    for time in range(3):
        rows += [(0.6 + time, time + 1, "move", 60 + time, 50), (0.6 + time, time + 1, "up", 60 + time, 50)]
        rows += [(0.7 + time, time + 2, "down", 61 + time, 50)]
    assert {finger for _, finger in feed(touches, *rows)} == {1}
    assert touches.flickers == 3


def test_a_finger_comes_back_once() -> None:
    out = feed(
        Touches(1),
        (0.0, 1, "down", 20, 50),
        (0.6, 1, "up", 60, 50),
        (0.65, 2, "down", 60, 50),
        (0.66, 3, "down", 60, 50),
    )
    assert out[-2:] == [("down", 1), ("down", 2)]


def test_of_two_lost_fingers_the_nearer_one_comes_back() -> None:
    moved: tuple[tuple[float, int, Phase, float, float], ...]
    moved = ((0, 1, "down", 20, 50), (0, 2, "down", 20, 70), (0.6, 1, "up", 60, 50), (0.6, 2, "up", 60, 62))
    assert feed(Touches(2), *moved, (0.65, 3, "down", 60, 57))[-1] == ("down", 2)
    assert feed(Touches(2), *moved, (0.65, 3, "down", 60, 55))[-1] == ("down", 1)


@pytest.mark.parametrize(("still", "same"), [(0.3, True), (0.29, False)])
@pytest.mark.parametrize("off", [6.0, 6.1])
def test_a_finger_that_kept_still_was_holding_after_three_tenths_of_a_second(
    still: float, off: float, same: bool
) -> None:
    out = feed(Touches(1), (0, 1, "down", 50, 50), (still, 1, "up", 50, 50), (still + 0.1, 2, "down", 50 + off, 50))
    assert out[-1] == ("down", 1 if same and off <= 6 else 2)


@pytest.mark.parametrize(("far", "same"), [(6.0, True), (5.9, False)])
def test_a_finger_was_moving_something_once_it_had_been_six_mm_away(far: float, same: bool) -> None:
    rows: tuple[tuple[float, int, Phase, float, float], ...]
    rows = ((0, 1, "down", 50, 50), (0.2, 1, "move", 50 + far, 50), (0.5, 1, "up", 50, 50), (0.6, 2, "down", 60, 50))
    assert feed(Touches(1), *rows)[-1] == ("down", 1 if same else 2)


def test_at_the_very_end_of_the_grace_a_finger_has_gone() -> None:
    moved: tuple[tuple[float, int, Phase, float, float], ...]
    moved = ((0.0, 1, "down", 20.0, 50.0), (0.5, 1, "up", 60.0, 50.0))
    assert feed(Touches(1, 0.25), *moved, (0.75, 2, "down", 60.0, 50.0))[-1] == ("down", 2)
    assert feed(Touches(1, 0.25), *moved, (0.74, 2, "down", 60.0, 50.0))[-1] == ("down", 1)


def test_a_cancelled_finger_does_not_come_back() -> None:
    out = feed(Touches(1), (0, 1, "down", 20, 50), (0.6, 1, "cancel", 60, 50), (0.65, 2, "down", 60, 50))
    assert out == [("down", 1), ("cancel", 1), ("down", 2)]


def test_what_never_landed_neither_moves_nor_lifts() -> None:
    touches = Touches(1)
    assert feed(touches, (0, 7, "move", 20, 50), (0.1, 7, "up", 20, 50)) == []
    assert feed(touches, (1, 7, "down", 20, 50), (2, 7, "up", 20, 50), (2.1, 7, "move", 20, 50))[2:] == []
    assert feed(touches, (3, 7, "hover", 20, 50)) == [("hover", 0)]


def test_after_a_reset_nobody_is_there_and_nobody_comes_back() -> None:
    touches = Touches(1)
    feed(touches, (0, 1, "down", 20, 50), (0, 2, "down", 90, 50), (0.6, 1, "up", 60, 50))
    touches.reset()
    assert feed(touches, (0.65, 2, "move", 60, 50), (0.65, 3, "down", 60, 50)) == [("down", 3)]


def test_a_device_that_lost_a_lift_gives_a_cancel_where_the_finger_was() -> None:
    touches = Touches(1)
    feed(touches, (0, 1, "down", 20, 50), (0.1, 1, "move", 30, 50))
    again = touches.feed(Sample(3.0, 1, "down", Vec(80, 50), "touch"))
    assert [(one.phase, one.finger, one.at.x, one.t) for one in again] == [("cancel", 1, 30, 3.0), ("down", 2, 80, 3.0)]


@pytest.mark.parametrize(("gap", "off", "same"), [(0.12, 12, True), (0.12, 16, False), (0.2, 3, False)])
def test_a_contact_lost_while_it_moved_goes_on(gap: float, off: float, same: bool) -> None:
    out = feed(Touches(1), (0, 1, "down", 20, 50), (0.6, 1, "up", 60, 50), (0.6 + gap, 2, "down", 60 + off, 50))
    assert out[-1] == ("down", 1 if same else 2)


def test_a_contact_lost_while_it_held_goes_on_where_it_was_and_another_beside_it_is_new() -> None:
    held = ((0.0, 1, "down", 50.0, 50.0), (0.5, 1, "up", 50.0, 51.0))
    assert feed(Touches(1), *held, (0.6, 2, "down", 53, 50))[-1] == ("down", 1)  # type: ignore[arg-type]
    assert feed(Touches(1), *held, (0.6, 2, "down", 60, 50))[-1] == ("down", 2)  # type: ignore[arg-type]


@pytest.mark.parametrize("apart", [0.0, 3.0, 9.0])
def test_quick_taps_are_as_many_contacts(apart: float) -> None:
    rows: list[tuple[float, int, Phase, float, float]] = []
    for tap in range(6):
        rows += [(0.16 * tap, tap, "down", 50 + apart * tap, 50), (0.16 * tap + 0.07, tap, "up", 51 + apart * tap, 50)]
    assert [finger for phase, finger in feed(Touches(1), *rows) if phase == "down"] == [1, 2, 3, 4, 5, 6]


def test_quick_pokes_that_begin_again_where_they_began_are_as_many_contacts() -> None:
    rows: list[tuple[float, int, Phase, float, float]] = []
    for poke in range(4):
        t = 0.3 * poke
        rows += [(t, poke, "down", 50, 50), (t + 0.1, poke, "move", 50, 56), (t + 0.2, poke, "up", 50, 60)]
    assert [finger for phase, finger in feed(Touches(1), *rows) if phase == "down"] == [1, 2, 3, 4]


def test_a_mouse_and_the_keys_are_never_joined() -> None:
    rows: tuple[tuple[float, int, Phase, float, float], ...]
    rows = ((0, 1, "down", 20, 50), (0.6, 1, "up", 60, 50), (0.65, 1, "down", 60, 50))
    for device in ("mouse", "keys"):
        assert feed(Touches(1), *rows, device=device)[-1] == ("down", 2)  # type: ignore[arg-type]


@pytest.mark.parametrize(("grace", "gap", "same"), [(0.0, 0.01, False), (0.6, 0.55, True), (0.6, 0.65, False)])
def test_how_long_it_may_be_lost_is_set(grace: float, gap: float, same: bool) -> None:
    out = feed(Touches(1, grace), (0, 1, "down", 20, 50), (0.6, 1, "up", 60, 50), (0.6 + gap, 2, "down", 62, 50))
    assert out[-1] == ("down", 1 if same else 2)
