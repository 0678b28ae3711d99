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
