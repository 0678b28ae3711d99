"""A hand that trembles taps twice: the second tap presses nothing that the first one has only just brought under it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from test_every_screen import WAYS, walk
from visitor import SIZES, Visit

from games.kit.fingers import Sample
from games.kit.geometry import Vec


def tapped(visit: Visit, at: Vec, press: float = 0.08) -> None:
    visit.frame(Sample(visit.t, 1, "down", at), drawn=False)
    visit.t += press
    visit.frame(Sample(visit.t, 1, "up", at), drawn=False)
    visit.frame(drawn=False)


def seen(visit: Visit) -> tuple[object, ...]:
    screen = visit.app.screen
    ended = screen.block.finished or screen.block.paused if hasattr(screen, "block") else None
    written = getattr(screen, "written", None)
    return screen.name, ended, written, [(b.id, b.label, b.chosen, b.on, b.note) for b in screen.controls]


@pytest.mark.parametrize("name", WAYS)
def test_the_second_tap_of_a_double_tap_changes_nothing(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    number, count, bad = 0, 1, []
    while number < count:
        folder = tmp_path / f"{number}"
        folder.mkdir()
        visit = walk(folder, SIZES[1], 100, WAYS[name])
        count = len(visit.app.screen.controls)
        button = visit.app.screen.controls[number]
        visit.t += 1.0
        visit.frame(drawn=False)
        tapped(visit, button.middle)
        once = seen(visit)
        visit.t += chance.uniform(0.06, 0.35)
        near = Vec(chance.uniform(-14, 14), chance.uniform(-14, 14))
        at = button.middle + near
        tapped(visit, Vec(min(max(at.x, 1.0), visit.size.x - 1), min(max(at.y, 1.0), visit.size.y - 1)))
        if seen(visit) != once:
            bad.append((button.id, near, once, seen(visit)))
        number += 1
    assert not bad, "\n".join(map(str, bad))
