"""Every game and level tells hands apart: precision falls with tremor, speed with slowness, points with haste."""

from __future__ import annotations

from functools import cache
from statistics import median

import pytest

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.game import BOARD, Game, Level
from games.kit.geometry import Vec
from games.kit.task import Carry, Shape
from games.launcher.hand import HANDS, Hand, played
from games.launcher.scoring.block import judge
from games.launcher.scoring.reference import paced
from games.launcher.scoring.score import Score

ROOM = Vec(217, 114)
SEEDS = (1, 2, 3)


def measured(game: Game, level: Level) -> bool:
    """Whether a level measures a movement at all: one that only counts has nothing to be made harder."""
    return game.fitting is None or game.fitting.range(level.settings) != (0.0, 0.0)


def aimed(game: Game, level: Level, size: Vec) -> bool:
    """Whether the level asks for aimed movements, whose targets haste misses."""
    return isinstance(next(iter(Block(game, level, 1, size).table.asked.values()), None), Carry)


def shaped(game: Game, level: Level, size: Vec) -> bool:
    """Whether the level asks for a shape: made by many movements, with a look after each, until it is there.

    How it was made shows in its time alone; test_dough looks at that.
    """
    return isinstance(next(iter(Block(game, level, 1, size).table.asked.values()), None), Shape)


CASES = [
    pytest.param(game, level, size, id=f"{game.id}-{level.title}")
    for game in GAMES
    for levels, size in ((game.levels, ROOM), (game.tests, BOARD))
    for level in levels
    if measured(game, level) and not shaped(game, level, size)
]
AIMED = [case for case in CASES if aimed(*case.values)]  # type: ignore[arg-type]


@cache
def scores(game: Game, level: Level, size: Vec, name: str) -> list[Score]:
    out = []
    for seed in SEEDS:
        hand = Hand(HANDS[name], seed, rate=60)
        block = played(Block(game, level, seed, size, ("tap",)), hand, 30, longest=120)
        out.append(judge(block.table.reps, block.played).score)
    return out


def usual(game: Game, level: Level, size: Vec, name: str, what: str) -> float:
    return median(getattr(score, what) for score in scores(game, level, size, name))


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_precision_falls_with_tremor(game: Game, level: Level, size: Vec) -> None:
    assert usual(game, level, size, "trembling", "precision") < usual(game, level, size, "steady", "precision") - 1


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_speed_falls_with_slowness(game: Game, level: Level, size: Vec) -> None:
    if paced(next(iter(Block(game, level, 1, size).table.asked.values()))) is None:  # a curve in time has its own
        assert usual(game, level, size, "slow", "speed") < usual(game, level, size, "steady", "speed") - 10


@pytest.mark.parametrize(("game", "level", "size"), AIMED)
def test_haste_earns_less_than_care(game: Game, level: Level, size: Vec) -> None:
    assert usual(game, level, size, "hasty", "points") < usual(game, level, size, "steady", "points")
