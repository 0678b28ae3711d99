"""The clock of tests and challenges: idle time costs, the player's own breaks are attempts, the system's are void."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from games.beans import GAME
from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.game import BOARD
from games.kit.geometry import ORIGIN, Vec, between
from games.kit.task import Carry, Outcome
from games.launcher.scoring.block import judge
from games.launcher.scoring.clock import BY_PLAYER, REST, Clock, clock_of, paused
from games.launcher.scoring.score import LONGEST_GAP

TEST = replace(GAME.tests[0], seconds=20.0)


def begun() -> tuple[Block, float]:
    return Block(GAME, TEST, 3, BOARD, ("tap",)), 0.1


def carried(block: Block, t: float, seconds: float = 1.0, lifts: bool = True, off: Vec = ORIGIN) -> float:
    """Drag the asked bean over the wall to its goal, or so far off it; with `lifts` False it is still held at the end."""
    task = block.table.asked[0]
    assert isinstance(task, Carry)
    way = [task.start, *task.via, task.goal + off]
    places = [between(a, b, k / 10) for a, b in pairwise(way) for k in range(11)]
    for k, at in enumerate(places):
        t += seconds / len(places)
        block.feed(Sample(t, 1, "down" if k == 0 else "move", at))
    if lifts:
        block.feed(Sample(t, 1, "up", task.goal + off))
    block.run(int((t + 0.3) * 120))
    return block.now


def test_one_movement_and_then_nothing_earns_a_twentieth_of_playing_on() -> None:
    idle, t = begun()
    carried(idle, t)
    idle.run(60 * 120)
    busy, t = begun()
    while not busy.finished:
        t = carried(busy, t)
        if t > 60:
            break
    few, many = (judge(b.table.reps, b.played, clock_of(b, "test")).score for b in (idle, busy))
    assert len(idle.table.reps) == 1
    assert few.points <= 1.2 * many.points / len(busy.table.reps)
    assert judge(idle.table.reps, idle.played).score.points > 5 * few.points, "by the clock of practice it would pay"


@pytest.mark.parametrize("command", [Command(0, "pause", BY_PLAYER), Command(0, "skip")])
def test_what_the_player_breaks_off_in_a_test_is_an_attempt_with_its_time(command: Command) -> None:
    block, t = begun()
    t = carried(block, carried(block, t), lifts=False)
    block.feed(Command(t, command.name, command.value))
    block.run(block.steps + 5)
    assert [rep.outcome for rep in block.table.reps] == [Outcome.DONE, Outcome.INTERRUPTED]
    judged = judge(block.table.reps, block.played, clock_of(block, "test"))
    assert [attempt.quality for attempt in judged.attempts][1:] == [0.0]
    assert judged.score.precision == pytest.approx(50, abs=5)
    assert len(judge(block.table.reps, block.played).attempts) == 1, "in practice it stays void"


def test_what_the_system_breaks_off_is_void() -> None:
    block, t = begun()
    t = carried(block, carried(block, t), lifts=False)
    block.feed(Command(t, "pause", 0))
    judged = judge(block.table.reps, block.played, clock_of(block, "test"))
    assert judged.measures[1] is None
    assert judged.score.precision > 90


def test_what_is_skipped_untouched_in_a_test_did_not_come_off_and_takes_no_time() -> None:
    block, t = begun()
    t = carried(block, t)
    before = judge(block.table.reps, block.played, clock_of(block, "test"))
    block.feed(Command(t, "skip"))
    block.run(block.steps + 5)
    judged = judge(block.table.reps, block.played, clock_of(block, "test"))
    assert (judged.attempts[1].quality, judged.attempts[1].time, judged.attempts[1].reference) == (0.0, 0.0, 0.0)
    assert judged.score.precision == pytest.approx(before.score.precision / 2, abs=5)
    assert len(judge(block.table.reps, block.played).attempts) == 1, "in practice it is void"


def test_what_a_game_passes_over_without_a_rep_did_not_come_off_either() -> None:
    block, t = begun()
    t = carried(block, t)
    rep = block.table.reps[0]
    skips = Clock(10.0, skipped=(rep.began + 0.2, rep.ended + 1.0, rep.ended + 2.0))
    assert skips.passed(block.table.reps) == 2, "the first one came with the bean in hand"
    before = judge(block.table.reps, block.played, Clock(10.0)).score
    after = judge(block.table.reps, block.played, skips).score
    assert after.precision == pytest.approx(before.precision / 3)
    assert after.speed == before.speed


def test_a_pause_between_two_movements_of_practice_costs_as_much_as_any_long_rest() -> None:
    gaps = {}
    for name, value in (("none", None), ("player", BY_PLAYER), ("system", 0)):
        block, t = begun()
        t = carried(block, t)
        for _ in range(2):
            if value is not None:
                block.feed(Command(t, "pause", value))
                block.feed(Command(t, "resume", 30.0))
        carried(block, t + 0.3)
        judged = judge(block.table.reps, block.played, clock_of(block, "practice"))
        found = judged.measures[1]
        assert found is not None
        gaps[name] = judged.attempts[1].time - found.movement_time
    assert gaps["none"] < 1.0
    assert gaps["player"] == pytest.approx(LONGEST_GAP)
    assert gaps["system"] == pytest.approx(LONGEST_GAP), "it takes the table away for the second time"


def test_what_did_not_come_off_was_not_fast() -> None:
    block, t = begun()
    carried(block, t, off=Vec(0, 25), seconds=0.3)
    attempt = judge(block.table.reps, block.played).attempts[0]
    assert attempt.quality == 0.0
    assert attempt.reference <= attempt.time


def test_a_pause_of_a_test_costs_its_time_and_one_by_the_system_is_forgiven() -> None:
    own = [Command(1, "pause", BY_PLAYER), Command(1, "resume", 30.0)]
    lost = [Command(1, "pause", 0), Command(1, "resume", 30.0)]
    assert paused(own, 600.0) == 30.0
    assert paused(own, REST) == REST
    assert paused(lost, 600.0) == 0.0
    assert paused([*lost, *lost, *lost], 600.0) == 2 * REST


def test_practice_and_free_play_have_clocks_that_stop() -> None:
    block, t = begun()
    carried(block, t)
    assert clock_of(block, "practice").seconds is None
    assert clock_of(block, "free").seconds is None
    assert clock_of(block, "duel").seconds == pytest.approx(block.now - 0.1, abs=0.06)
