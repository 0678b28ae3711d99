"""One scale: the steady hand earns 450 to 650 points in every game and mode, a weak and a slow one less.

Playdough is not here: how long its shapes take depends more on luck than on the hand. All levels: `run.py bench --points`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from games.catalog import GAMES
from games.kit.game import Game, Level
from games.launcher.cli.bench.points import earned, levels

# Movements, and s: enough to tell a scale that is off. The last level is played whole: not all of it comes off, and in a
# short round chance would decide.
LONGEST, SECONDS = 4, 14.0
CASES = [
    pytest.param(game, mode, level, id=f"{game.id}-{mode}-{number}")
    for game, mode, number, level in levels()
    if game.id != "dough"
]


@pytest.mark.parametrize(("game", "mode", "level"), CASES)
def test_the_steady_hand_earns_450_to_650_at_every_level(game: Game, mode: str, level: Level) -> None:
    if level.seconds is not None:
        level = replace(level, seconds=min(level.seconds, SECONDS))
    elif level is not game.levels[-1]:
        level = replace(level, reps=min(level.reps or LONGEST, LONGEST))
    found = earned(game, mode, level, "steady", (2,))
    assert 450 <= found.points <= 650
    assert found.points == pytest.approx(found.precision * found.speed / 10, abs=0.51)


@pytest.mark.parametrize("hand", ["weak", "slow"])
@pytest.mark.parametrize("game", [game for game in GAMES if game.id in ("beans", "paint")], ids=lambda game: game.id)
def test_weaker_hands_earn_less(game: Game, hand: str) -> None:
    level = game.levels[1]
    assert earned(game, "practice", level, hand, (1,)).points < earned(game, "practice", level, "steady", (1,)).points
