"""Contacts at the edges of what is joined and what is a palm, and what becomes of them afterwards."""

from __future__ import annotations

import pytest

from games.kit.contacts import Contacts
from games.kit.fingers import Sample
from games.kit.geometry import Vec

Row = tuple[float, int, str, float]


def fed(contacts: Contacts, *rows: Row) -> list[tuple[str, int, float]]:
    out = []
    for t, finger, phase, x in rows:
        out += [(s.phase, s.finger, s.at.x) for s in contacts.feed(Sample(t, finger, phase, Vec(x, 50)))]  # type: ignore[arg-type]
    return out


def test_a_finger_that_came_back_goes_on_under_its_number() -> None:
    contacts = Contacts(1)
    fed(contacts, (0.0, 7, "down", 50), (1.0, 7, "up", 60))
    assert fed(contacts, (1.1, 8, "down", 62), (1.2, 8, "move", 70), (1.3, 8, "up", 80)) == [
        ("down", 1, 62),
        ("move", 1, 70),
        ("up", 1, 80),
    ]
    assert fed(contacts, (1.4, 9, "down", 90)) == [("down", 1, 90)], "it may flicker again, from where it lifted"
    assert contacts.flickers == 2
    assert contacts.strays == 0


def test_a_void_finger_and_one_lifted_before_a_pause_do_not_come_back() -> None:
    contacts = Contacts(1)
    fed(contacts, (0.0, 7, "down", 50), (1.0, 7, "cancel", 50))
    assert fed(contacts, (1.05, 8, "down", 50)) == [("down", 2, 50)]
    fed(contacts, (2.0, 8, "up", 50))
    contacts.reset()
    assert fed(contacts, (2.05, 8, "down", 50)) == [("down", 3, 50)]
    assert contacts.flickers == 0


def test_a_lost_lift_is_told_where_the_finger_was_last() -> None:
    contacts = Contacts(1)
    fed(contacts, (0.0, 7, "down", 50), (0.5, 7, "move", 55))
    assert fed(contacts, (1.0, 7, "down", 90)) == [("cancel", 1, 55), ("down", 2, 90)]
    fed(contacts, (2.0, 7, "up", 90), (2.1, 7, "down", 95))
    assert fed(contacts, (3.0, 7, "down", 20)) == [("cancel", 2, 95), ("down", 3, 20)]


@pytest.mark.parametrize(("seconds", "apart", "palm"), [(0.3, 60, True), (0.31, 1, False), (0.0, 60.1, False)])
def test_three_contacts_within_three_tenths_of_a_second_and_60_mm_are_a_palm(
    seconds: float, apart: float, palm: bool
) -> None:
    contacts = Contacts(2)
    out = fed(contacts, (0.0, 1, "down", 50), (0.0, 2, "down", 50), (seconds, 3, "down", 50 + apart))
    assert (contacts.strays == 3) == palm
    assert (("down", 3, 50 + apart) in out) == (not palm)
    assert [row[:2] for row in out[2:]] == ([("cancel", 1), ("cancel", 2)] if palm else [("down", 3)])


def test_a_pointer_that_touches_nothing_has_the_number_of_nobody() -> None:
    contacts = Contacts(1)
    assert fed(contacts, (0.0, 9, "hover", 30)) == [("hover", 0, 30)]
    assert fed(contacts, (0.1, 9, "down", 30)) == [("down", 1, 30)]


def test_a_finger_keeps_its_device_its_time_and_its_place() -> None:
    read = Sample(0.25, 9, "down", Vec(30, 40), "mouse")
    assert Contacts(1).feed(read) == [Sample(0.25, 1, "down", Vec(30, 40), "mouse")]


def test_a_palm_that_lifts_does_not_come_back_as_a_finger() -> None:
    contacts = Contacts(1)
    fed(contacts, *((0.01 * i, i, "down", 50 + 10 * i) for i in range(1, 4)))
    assert contacts.strays == 3
    assert fed(contacts, (1.0, 1, "up", 60), (1.05, 1, "down", 60)) == [], "the rest of it lies there still"
    assert contacts.flickers == 0
    fed(contacts, *((2.0, i, "up", 60.0) for i in range(1, 4)))
    assert fed(contacts, (2.05, 1, "down", 60)) == [("down", 5, 60)]
