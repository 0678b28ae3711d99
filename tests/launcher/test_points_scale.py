"""One scale: the steady hand earns 450 to 650 points in every game and mode, a weak and a slow one less.

Playdough is not here: how long its shapes take depends more on luck than on the hand. All levels: `run.py bench --points`.
"""

from __future__ import annotations

import pytest

from games.catalog import GAMES
from games.kit.game import Game, Level
from games.launcher.cli.bench.points import earned, levels

CASES = [
    pytest.param(game, mode, level, id=f"{game.id}-{mode}-{number}")
    for game, mode, number, level in levels()
    if game.id != "dough" and number in (1, len(game.levels))
]


@pytest.mark.parametrize(("game", "mode", "level"), CASES)
def test_the_steady_hand_earns_450_to_650(game: Game, mode: str, level: Level) -> None:
    found = earned(game, mode, level, "steady", (1,))
    assert 450 <= found.points <= 650
    assert found.points == pytest.approx(found.precision * found.speed / 10, abs=0.51)


@pytest.mark.parametrize("hand", ["weak", "slow"])
@pytest.mark.parametrize("game", [game for game in GAMES if game.id in ("beans", "paint")], ids=lambda game: game.id)
def test_weaker_hands_earn_less(game: Game, hand: str) -> None:
    level = game.levels[1]
    assert earned(game, "practice", level, hand, (1,)).points < earned(game, "practice", level, "steady", (1,)).points
