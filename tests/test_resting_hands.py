"""Curled fingers and palms on the glass: the finger that a piece is under has it, whatever else rests there."""

from __future__ import annotations

import pytest
from resting_hand import HANDS, RestingHand

from games.catalog import named
from games.kit.block import replayed
from games.kit.game import Game
from games.kit.task import Carry, Outcome

CARRIED = [
    ("beans", 0),
    ("beans", 2),
    ("beans", 4),
    ("pegs", 0),
    ("pegs", 1),
    ("pennies", 0),
    ("bands", 1),
    ("bands", 2),
]


def carry(hand: RestingHand, name: str, mirrored: bool) -> None:
    rest = HANDS[name].mirrored() if mirrored else HANDS[name]
    task = next(iter(hand.block.table.asked.values()))
    assert isinstance(task, Carry)
    hand.land(rest, task.start)
    hand.go(rest, [task.start, *task.via, task.goal])
    if task.hold:
        hand.go(rest, [task.goal, task.goal], task.hold + 0.2)
    hand.lift(rest, task.goal)


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("name", HANDS)
@pytest.mark.parametrize(("game", "level"), CARRIED)
def test_a_hand_that_rests_carries_what_its_finger_is_on(game: str, level: int, name: str, side: str) -> None:
    chosen: Game = named(game)
    hand = RestingHand(chosen, chosen.levels[level], side)
    for _ in range(2):
        carry(hand, name, side == "left")
    assert hand.outcomes == [Outcome.DONE] * 2
    block = hand.block
    again = replayed(
        chosen, block.level, block.seed, block.table.size, block.trace, block.steps, block.aids, fit=block.table.fit
    )
    assert again.table.reps == block.table.reps
