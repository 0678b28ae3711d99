"""Short form of the monkey (see tests/monkey.py): whatever is done at a game, no round is lost and no screen dies."""

from __future__ import annotations

from pathlib import Path

import pytest
from monkey import Monkey

from games.catalog import GAMES
from games.kit.game import Game

SECONDS = 24.0


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_monkey_breaks_no_game_and_loses_no_rep(game: Game, tmp_path: Path) -> None:
    monkey = Monkey(tmp_path, game, 1, stay=8.0)
    try:
        monkey.play(SECONDS, kills=1)
    except Exception as error:
        error.add_note("\n".join(monkey.last))
        raise
    assert monkey.screens.keys() & {"play", "duel"}
    assert monkey.frames == SECONDS * 60
