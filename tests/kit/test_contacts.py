"""Flickers joined, palms left out."""

from __future__ import annotations

import pytest

from games.kit.contacts import Contacts
from games.kit.fingers import Sample
from games.kit.geometry import Vec


def feed(contacts: Contacts, *rows: tuple[float, int, str, float, float]) -> list[tuple[str, int]]:
    out = []
    for t, finger, phase, x, y in rows:
        out += [(s.phase, s.finger) for s in contacts.feed(Sample(t, finger, phase, Vec(x, y)))]  # type: ignore[arg-type]
    return out


@pytest.mark.parametrize(
    ("gap", "off", "joined"), [(0.1, 5, True), (0.149, 15, True), (0.15, 5, False), (0.1, 15.1, False)]
)
def test_a_contact_that_comes_back_soon_and_near_is_the_same_finger(gap: float, off: float, joined: bool) -> None:
    contacts = Contacts(1)
    out = feed(contacts, (0, 7, "down", 50, 50), (1, 7, "up", 60, 50), (1 + gap, 8, "down", 60 + off, 50))
    assert out == [("down", 1), ("up", 1), ("down", 1 if joined else 2)]
    assert contacts.flickers == int(joined)


def test_of_two_lifted_fingers_the_nearer_comes_back() -> None:
    out = feed(
        Contacts(2),
        (0, 1, "down", 50, 50),
        (0.5, 2, "down", 62, 50),
        (1, 1, "up", 50, 50),
        (1, 2, "up", 62, 50),
        (1.05, 3, "down", 60, 50),
    )
    assert out[-1] == ("down", 2)


@pytest.mark.parametrize("fingers", [1, 2, 5])
def test_a_palm_is_more_contacts_at_once_than_the_game_wants(fingers: int) -> None:
    contacts = Contacts(fingers)
    most = max(2, fingers)
    rows = [(0.05 * i, i, "down", 50 + 6 * i, 50) for i in range(most + 1)]
    assert feed(contacts, *rows[:-1]) == [("down", i + 1) for i in range(most)]
    assert feed(contacts, rows[-1]) == [("cancel", i + 1) for i in range(most)]
    assert contacts.strays == most + 1
    assert feed(contacts, *[(2, i, "move", 60, 60) for i in range(most + 1)]) == []
    assert feed(contacts, *[(3, i, "up", 60, 60) for i in range(most + 1)]) == []
    assert feed(contacts, (4, 0, "down", 60, 60)) == [("down", most + 2)]


def test_what_lands_beside_a_resting_palm_belongs_to_it() -> None:
    contacts = Contacts(2)
    feed(contacts, *[(0.05 * i, i, "down", 50 + 6 * i, 50) for i in range(3)])
    assert feed(contacts, (5, 9, "down", 70, 60)) == []
    assert feed(contacts, (5, 10, "down", 180, 60)) == [("down", 5)]


def test_a_drag_that_began_earlier_goes_on_while_a_palm_lands() -> None:
    contacts = Contacts(2)
    feed(contacts, (0, 1, "down", 50, 50))
    out = feed(contacts, *[(1 + 0.02 * i, 2 + i, "down", 60 + 5 * i, 60) for i in range(3)])
    assert ("cancel", 1) not in out
    assert feed(contacts, (2, 1, "move", 90, 50)) == [("move", 1)]


def test_contacts_far_apart_or_slow_are_no_palm() -> None:
    assert len(feed(Contacts(2), *[(0.05 * i, i, "down", 70.0 * i, 50) for i in range(4)])) == 4
    assert len(feed(Contacts(2), *[(0.4 * i, i, "down", 50 + 6 * i, 50) for i in range(4)])) == 4


def test_a_second_down_without_an_up_cancels_the_first() -> None:
    assert feed(Contacts(1), (0, 1, "down", 50, 50), (1, 1, "down", 90, 50)) == [
        ("down", 1),
        ("cancel", 1),
        ("down", 2),
    ]


def test_unknown_fingers_are_left_out_and_after_a_reset_all_are_unknown() -> None:
    contacts = Contacts(1)
    assert feed(contacts, (0, 3, "move", 1, 1), (0, 3, "up", 1, 1)) == []
    feed(contacts, (1, 3, "down", 1, 1))
    contacts.reset()
    assert feed(contacts, (2, 3, "move", 1, 1)) == []
