"""A hand to which one movement does not come: everything gives way, Skip passes on, and every level has an end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pegs_player import Player
from plain_player import Player as Plain

from games.ball import GAME as BALL
from games.bands import GAME as BANDS
from games.beans import GAME as BEANS
from games.catalog import GAMES
from games.dough import GAME as DOUGH
from games.kit.block import Block
from games.kit.ending import ATTEMPTS
from games.kit.fingers import Command, Sample
from games.kit.game import Game, Level
from games.kit.geometry import Vec
from games.kit.task import Carry, Grip, Outcome
from games.launcher.progress.coach import Coach
from games.pegs import GAME as PEGS
from games.pennies import GAME as PENNIES

ROOM = Vec(217, 114)
TURNING = 4  # the index of "Turn the squares"


def unturned(player: Player, most: int = 100) -> None:
    for _ in range(most):
        if player.block.finished:
            return
        player.answer(turned=False)


def coached(game: Game, number: int, seed: int = 3) -> Block:
    assert game.fitting is not None
    return Block(game, game.levels[number], seed, ROOM, ("tap",), Coach(game.fitting))


def missing(block: Block, seconds: float = 400.0) -> list[object]:
    """A finger that lets go 40 mm beside every goal; the settings of each of its reps."""
    t = 0.0
    while not block.finished and t < seconds:
        task = block.table.asked[min(block.table.asked)]
        assert isinstance(task, Carry)
        beside = task.goal + (task.goal - task.start) * (-40.0 / max(40.0, (task.goal - task.start).length))
        for phase, at in (("down", task.start), ("move", task.start + Vec(0, -9)), ("move", beside), ("up", beside)):
            t += 0.1
            block.advance(t + 0.009, [Sample(t, 1, phase, at)])  # type: ignore[arg-type]
        t += 0.5
        block.advance(t)
    return [rep.settings for rep in block.table.reps]


def test_a_hand_that_cannot_turn_reaches_the_end_of_the_squares() -> None:
    player = Player(TURNING)
    unturned(player)
    assert player.block.finished
    assert not player.block.stopped
    assert len(player.outcomes) <= ATTEMPTS * 8


def test_misses_make_the_turn_easier_until_it_comes_off() -> None:
    player = Player(TURNING)
    player.block = coached(PEGS, TURNING)
    unturned(player, 60)
    turns = [rep.settings.turn for rep in player.block.table.reps]
    assert turns[0] == 20
    assert turns[1] > 20 or player.outcomes[0] is Outcome.DONE, "at once, and more with the next one"
    assert turns[2] > turns[1] or Outcome.DONE in player.outcomes[:2]
    assert max(turns) > 20
    assert player.outcomes.count(Outcome.DONE) == 8
    assert len(player.outcomes) < ATTEMPTS * 8


@pytest.mark.parametrize("game", [game for game in GAMES if game.fitting is not None], ids=lambda game: game.id)
def test_easing_makes_nothing_harder_and_something_easier_at_each_level(game: Game) -> None:
    assert game.fitting is not None
    assert game.fitting.eased is not None
    harder_when_larger = {"wall", "swing", "drift", "hold", "share", "match", "firm"}
    for level in game.levels:
        before = level.settings
        for steps in range(1, 7):
            after = game.fitting.eased(level.settings, steps)
            for name in vars(after):
                old, new = getattr(before, name), getattr(after, name)
                if isinstance(new, bool | str | None):
                    assert new == old
                elif name in harder_when_larger:
                    assert new <= old, (level.title, name, steps)
                else:
                    assert new >= old, (level.title, name, steps)
            before = after
        assert before != level.settings or getattr(level.settings, "play", "") == "real", level.title


def test_three_successes_in_a_row_take_a_step_of_easing_back() -> None:
    player = Player(TURNING)
    player.block = coached(PEGS, TURNING)
    unturned(player, 2)
    eased = player.block.table.settings.turn
    for _ in range(3):
        player.answer()
    assert player.outcomes[-3:] == [Outcome.DONE] * 3
    assert player.block.table.settings.turn < eased


@pytest.mark.parametrize(("game", "number"), [(PEGS, 5), (PEGS, 6), (BEANS, 0), (BEANS, 7), (PENNIES, 0), (PENNIES, 6)])
def test_a_hand_that_always_misses_comes_to_the_end(game: Game, number: int) -> None:
    block = Block(game, game.levels[number], 3, ROOM, ("tap",))
    missing(block)
    assert block.finished
    assert all(rep.outcome is not Outcome.DONE for rep in block.table.reps)


def test_a_hand_that_cannot_stay_gets_a_shorter_hold() -> None:
    for game, number in ((BANDS, 6), (BALL, 8)):
        block = coached(game, number)
        t = 0.0
        for _ in range(30):
            task = block.table.asked[0]
            if isinstance(task, Carry):
                places = [task.start, task.goal, task.goal]
            else:
                assert isinstance(task, Grip)
                places = [task.centre + Vec(wide / 2, 0) for wide in (task.start, task.goal, task.start)]
            for phase, at in zip(("down", "move", "move", "up"), [*places, places[-1]], strict=True):
                t += 0.12
                block.advance(t + 0.009, [Sample(t, 1, phase, at)])  # type: ignore[arg-type]
            t += 0.5
            block.advance(t)
        holds = [rep.settings.hold for rep in block.table.reps]
        assert len(holds) > 3
        assert min(holds) < 0.5 * game.levels[number].settings.hold


def asked_after_skips(block: Block, count: int, start: Callable[[Block], object]) -> list[object]:
    t, out = 0.1, []
    block.advance(t)
    for _ in range(count):
        out.append(start(block))
        t += 0.1
        block.advance(t + 0.009, [Command(t, "skip")])
    return out


@pytest.mark.parametrize(
    ("game", "level", "others"),
    [
        (PEGS, PEGS.levels[0], 4),
        (PEGS, PEGS.levels[TURNING], 4),
        (PEGS, PEGS.levels[1], 9),
        (PEGS, PEGS.challenges[1], 9),
        (BEANS, BEANS.levels[0], 3),
        (PENNIES, PENNIES.levels[0], 3),
        (BALL, BALL.challenges[1], 24),
        (BANDS, BANDS.levels[1], 2),
        (BANDS, BANDS.levels[2], 2),
    ],
    ids=lambda value: getattr(value, "title", value),
)
def test_skip_passes_on_until_all_others_had_their_turn(game: Game, level: Level, others: int) -> None:
    block = Block(game, level, 3, ROOM, ("tap",))

    def movement(block: Block) -> object:
        task = block.table.asked[0]
        return (task.start, task.goal) if isinstance(task, Carry) else getattr(task, "centre", task)

    asked = asked_after_skips(block, others, movement)
    assert len(set(asked)) == others
    if game is PEGS and level is not PEGS.challenges[1]:  # the peg as well as the hole
        assert len({one[0] for one in asked}) == others  # type: ignore[index]


def test_skip_with_a_peg_in_the_hand_passes_on_as_well() -> None:
    player = Player(TURNING)
    seen = []
    for _ in range(4):
        seen.append(player.task.start)
        player.do("down", player.task.start)
        player.glide(player.task.start, player.task.start + Vec(0, -15))
        player.order("skip")
        player.do("up", player.task.start + Vec(0, -15))
        player.wait(0.4)
    assert len(set(seen)) == 4


def test_skip_asks_for_the_other_depth_of_two() -> None:
    block = Block(BALL, BALL.levels[4], 3, ROOM, ("tap",))
    goals = asked_after_skips(block, 3, lambda block: block.table.asked[0].goal)
    assert goals[0] != goals[1] != goals[2]


def test_dough_that_comes_no_nearer_is_near_enough() -> None:
    block = Block(DOUGH, DOUGH.levels[4], 3, ROOM, Plain.aids("keys"))
    Plain(block, "keys").play(120)
    assert Outcome.DONE in [rep.outcome for rep in block.table.reps]
