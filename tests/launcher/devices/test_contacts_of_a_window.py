"""Contacts without any system's events: a second device follows fingers by the same rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from games.launcher.devices.contacts import Contacts, Mouse, Touch

ROOT = Path(__file__).parents[3]


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


def test_they_are_followed_without_pygame() -> None:
    script = "import games.launcher.devices.contacts, sys; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
