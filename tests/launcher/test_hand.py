"""The synthetic hand."""

from __future__ import annotations

import pytest

from games.beans import GAME
from games.kit.block import Block
from games.kit.game import BOARD, Level
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played

ROOM = Vec(217, 114)
EVERY = [(level, ROOM) for level in GAME.levels] + [(level, BOARD) for level in GAME.tests]


def play(level: Level, size: Vec, name: str, seed: int, rate: float = 60.0, form: str = "drag") -> Block:
    block = Block(GAME, level, seed, size, ("tap",))
    return played(block, Hand(HANDS[name], seed, form=form), rate, longest=80)  # type: ignore[arg-type]


@pytest.mark.parametrize(("level", "size"), EVERY)
@pytest.mark.parametrize("form", ["drag", "tap"])
def test_a_steady_hand_gets_every_bean_over(level: Level, size: Vec, form: str) -> None:
    shares = []
    for seed in range(9):
        reps = play(level, size, "steady", seed, form=form).table.reps
        assert reps
        shares.append(sum(rep.outcome is Outcome.DONE for rep in reps) / len(reps))
    assert sorted(shares)[len(shares) // 2] == 1.0


def test_an_absent_hand_touches_nothing() -> None:
    block = play(GAME.levels[0], ROOM, "absent", 1)
    assert block.trace == []
    assert block.table.reps == []


@pytest.mark.parametrize("name", ["steady", "hasty", "trembling"])
def test_a_hand_moves_the_same_at_any_frame_rate(name: str) -> None:
    traces = [play(GAME.levels[1], ROOM, name, 4, rate).trace for rate in (30.0, 60.0, 144.0)]
    assert traces[0] == traces[1] == traces[2]


def test_a_hasty_hand_misses_where_a_steady_one_does_not() -> None:
    missed = sum(r.outcome is not Outcome.DONE for r in play(GAME.levels[2], ROOM, "hasty", 2).table.reps)
    assert missed >= 3


def test_a_slow_hand_takes_longer() -> None:
    assert play(GAME.levels[0], ROOM, "slow", 2).now > 1.8 * play(GAME.levels[0], ROOM, "steady", 2).now


def test_a_hand_that_finds_its_piece_put_back_takes_it_up_again() -> None:
    blocks = [play(GAME.levels[0], ROOM, "hasty", seed) for seed in range(12)]
    assert all(block.finished for block in blocks)


def test_a_hand_says_which_tasks_it_cannot_answer() -> None:
    block = Block(GAME, GAME.levels[0], 1, ROOM)

    class Unknown:
        width = 10.0

    block.table.ask(Unknown())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Unknown"):
        Hand(HANDS["steady"], 1).readings(block, 0.0)


def test_a_hand_is_read_at_least_ten_times_a_second() -> None:
    with pytest.raises(ValueError, match="5"):
        Hand(HANDS["steady"], 1, rate=5)
