"""A lifted thing is above everything, the keys of the strip too."""

from __future__ import annotations

from pathlib import Path

import pytest
from visitor import Visit

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry
from games.launcher.screens.play.play import Play

PIECES = {"beans": "beans/bean_sheet", "pegs": "pegs/peg_round", "pennies": "pennies/coin0"}


@pytest.mark.parametrize("game", PIECES)
def test_a_piece_that_reaches_over_the_strip_is_drawn_over_its_keys(tmp_path: Path, game: str) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.go(game, "start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    task = screen.block.table.asked[0]
    assert isinstance(task, Carry)
    start, end = task.start + screen.origin, Vec(task.start.x, 2.0) + screen.origin
    visit.frame(Sample(visit.t, 1, "down", start))
    for part in range(1, 21):
        visit.frame(Sample(visit.t, 1, "move", start + (end - start) * (part / 20)))
    for _ in range(40):
        visit.frame()
    drawn = visit.canvas.drawn
    keys = max(index for index, entry in enumerate(drawn) if entry[0] == "text" and entry[1] == "Pause")
    pieces = [index for index, entry in enumerate(drawn) if entry[0] == "picture" and entry[1] == PIECES[game]]
    assert pieces[-1] > keys
