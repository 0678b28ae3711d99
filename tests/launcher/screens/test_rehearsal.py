"""While a level's page is shown, a hand plays it unseen; it shows what a round will show, and stops soon."""

from __future__ import annotations

from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.screens.play.levels import Levels
from games.launcher.shell import places


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_page_rehearses_its_level_unseen_and_then_rests(game: AnyGame, tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZES[1])
    visit.app.go(places.Levels(game.id, "practice", 2))
    page = visit.app.screen
    assert isinstance(page, Levels)
    before = len(visit.words())
    for _ in range(60):
        if not page.lively:
            break
        visit.frame()
    assert not page.lively
    assert page._rehearsal._block.table.cues or page._rehearsal._block.trace
    assert not visit.errors
    assert visit.app.screen is page
    assert len(visit.words()) >= before > 0


def test_another_level_is_rehearsed_anew(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZES[1])
    visit.app.go(places.Levels("beans", "practice", 1))
    page = visit.app.screen
    assert isinstance(page, Levels)
    first = page._rehearsal
    visit.press("practice 3")
    assert page._rehearsal is not first
    assert page._rehearsal._block.level is page.level
