"""Curled fingers and palms on the glass: the finger that a piece is under has it, whatever else rests there."""

from __future__ import annotations

import pytest
from resting_hand import HANDS, Rest, RestingHand, still

from games.catalog import named
from games.kit.block import replayed
from games.kit.game import Game
from games.kit.geometry import Vec
from games.kit.task import Carry, Follow, Grip, Outcome

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


@pytest.mark.parametrize("name", HANDS)
@pytest.mark.parametrize(("game", "level"), CARRIED)
def test_a_hand_that_rests_carries_what_its_finger_is_on(game: str, level: int, name: str) -> None:
    side = "left" if level % 2 else "right"
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


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_that_rests_draws_with_its_finger(name: str) -> None:
    paint = named("paint")
    hand = RestingHand(paint, paint.levels[0])
    task = hand.block.table.asked[0]
    assert isinstance(task, Follow)
    hand.land(HANDS[name], task.path[0])
    hand.go(HANDS[name], list(task.path), 2.0)
    hand.lift(HANDS[name], task.path[-1])
    hand.wait(2.0)
    assert hand.outcomes == [Outcome.DONE]


@pytest.mark.parametrize("name", HANDS)
def test_a_hand_that_rests_squeezes_the_ball_with_its_finger(name: str) -> None:
    ball, rest = named("ball"), HANDS[name]
    hand = RestingHand(ball, ball.levels[0])
    task = hand.block.table.asked[0]
    assert isinstance(task, Grip)
    edge, deep = task.centre + Vec(task.start / 2, 0), task.centre + Vec(task.goal / 2, 0)
    hand.land(rest, edge)
    hand.go(rest, [edge, deep], 0.4)
    there = Rest(rest.places, rest.lands, still, rest.stays)
    hand.go(there, [deep, deep], task.hold + 0.3)
    hand.go(there, [deep, edge], 0.4)
    hand.wait(0.5)
    assert Outcome.DONE in hand.outcomes


def test_a_palm_takes_no_band_that_two_fingers_are_wanted_for_and_the_two_still_can() -> None:
    bands = named("bands")
    hand = RestingHand(bands, bands.levels[0])
    centre = hand.block.rules.play.centre  # type: ignore[attr-defined]
    palm = [centre + Vec(9.0 * k - 14, 34) for k in range(4)]
    for number, at in enumerate(palm):
        hand.t += 0.02
        hand.send(20 + number, "down", at)
    hand.wait(1.0)
    assert bands.taken is not None
    assert tuple(bands.taken(hand.block.rules)) == ()
    for number, off in enumerate((-8.0, 8.0)):
        hand.t += 0.02
        hand.send(40 + number, "down", centre + Vec(off, 0))
    hand.wait(0.1)
    assert len(bands.taken(hand.block.rules)) == 2
    assert {hand.block.fingers.get(one).start.y for one in bands.taken(hand.block.rules)} == {round(centre.y, 2)}  # type: ignore[union-attr]
