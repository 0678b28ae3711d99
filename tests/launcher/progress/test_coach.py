"""The coach finds the difficulty at which the target share of reps succeeds, for every hand, and stays there."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random
from statistics import mean, stdev

import pytest

from games.beans import GAME
from games.kit.block import Block, dealt, replayed
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome, Rep
from games.launcher.hand import Hand, Skill, played
from games.launcher.progress.coach import EARLY, LATER, Coach, State, carried_over, target
from games.launcher.progress.pace import tempo_of
from games.launcher.progress.staircase import Staircase

ROOM = Vec(217, 114)


def climbed(seed: int, share: float) -> tuple[list[bool], list[float]]:
    """150 trials of somebody whose chance falls with difficulty, steeply or gently, from an unknown threshold."""
    rng = Random(seed)
    threshold, slope = rng.uniform(1.0, 4.5), rng.uniform(2.0, 5.0)
    stairs = Staircase(share, 2.0, 0.0, 6.0)
    came_off, levels = [], []
    for _ in range(150):
        levels.append(stairs.bits)
        came_off.append(rng.random() < 1 / (1 + math.exp(slope * (stairs.bits - threshold))))
        stairs.heard(came_off[-1])
    return came_off, levels


@pytest.mark.parametrize("share", [LATER, EARLY])
def test_thirty_people_end_where_the_share_asked_for_comes_off(share: float) -> None:
    runs = [climbed(seed, share) for seed in range(30)]
    shares = [mean(came_off[-50:]) for came_off, _ in runs]
    assert mean(shares) == pytest.approx(share, abs=0.03)
    assert all(abs(one - share) <= 0.10 for one in shares)
    assert mean(stdev(levels[-50:]) for _, levels in runs) <= 0.35


def hand(seed: int) -> Skill:
    rng = Random(seed)
    return Skill(
        throughput=rng.uniform(1.5, 6.0),
        pace=rng.uniform(1.0, 1.2),
        care=rng.uniform(0.2, 0.45),
        tremor=rng.choice((0.0, 0.0, 1.0, 2.0)),
        scatter=rng.uniform(1.0, 1.6),
        overhead=rng.uniform(0.25, 0.6),
    )


def test_simulated_hands_of_every_skill_end_where_three_in_four_come_off() -> None:
    level = replace(GAME.levels[2], reps=150)
    shares, deviations = [], []
    assert GAME.fitting is not None
    for seed in range(30):
        coach = Coach(GAME.fitting, LATER)
        block = played(Block(GAME, level, seed, ROOM, (), coach), Hand(hand(seed), seed, rate=30), 30, 3000)
        again = Coach(GAME.fitting, LATER)  # hears the same reps once more, to be asked after each
        came_off, bits = [], []
        for count in range(1, len(block.table.reps) + 1):
            before = again.successes
            again(level, block.table.reps[:count])
            bits.append(again.state.bits)
            came_off.append(again.successes > before)
        assert again.state == coach.state
        shares.append(mean(came_off[-50:]))
        deviations.append(stdev(bits[-50:]))
    assert mean(shares) == pytest.approx(LATER, abs=0.03)
    assert all(abs(share - LATER) <= 0.10 for share in shares)
    assert mean(deviations) <= 0.35


def rep(outcome: Outcome = Outcome.DONE, seconds: float = 1.0, width: float = 20.0) -> Rep:
    return Rep(Carry(Vec(0, 0), Vec(100, 0), width), 0.0, 0.0, seconds, seconds, outcome, (1,))


def test_a_success_makes_it_a_little_harder_and_a_failure_three_times_as_much_easier() -> None:
    stairs = Staircase(0.75, 1.0)
    stairs.heard(False)
    before = stairs.bits
    up = stairs.heard(True) - before
    down = before + up - stairs.heard(False)
    assert down == pytest.approx(3 * up)


def test_on_target_but_far_too_slow_is_no_success() -> None:
    assert GAME.fitting is not None
    coach = Coach(GAME.fitting)
    assert all(coach.succeeded(rep(seconds=1.0)) for _ in range(6))
    assert coach.succeeded(rep(seconds=1.2))
    assert not coach.succeeded(rep(seconds=1.5))
    assert not coach.succeeded(rep(Outcome.MISSED))


def test_a_smaller_target_may_take_longer() -> None:
    wide, narrow = tempo_of(rep(seconds=1.0, width=40)), tempo_of(rep(seconds=1.0, width=8))
    assert wide is not None
    assert narrow is not None
    assert narrow < wide


def test_interrupted_reps_are_not_heard() -> None:
    assert GAME.fitting is not None
    coach = Coach(GAME.fitting)
    coach(GAME.levels[0], [rep(Outcome.INTERRUPTED)] * 5)
    assert coach.state.bits == 0


def test_the_first_sessions_and_the_one_after_a_sad_one_are_easy() -> None:
    assert [target(n) for n in (0, 4, 5, 90)] == [EARLY, EARLY, LATER, LATER]
    assert target(90, 0.3) == EARLY
    assert target(90, 0.9) == LATER


def test_a_session_goes_on_where_the_last_one_ended() -> None:
    assert carried_over(State(1.5, 2.0, 40)) == State(1.5, 2.0, 40)


@pytest.mark.parametrize("level", GAME.levels, ids=lambda level: level.title)
def test_every_level_can_be_fitted_within_its_bounds(level: object) -> None:
    assert GAME.fitting is not None
    settings = level.settings  # type: ignore[attr-defined]
    low, high = GAME.fitting.range(settings)
    assert low <= 0 <= high
    assert GAME.fitting.made(settings, 0.0).mouth == pytest.approx(settings.mouth, abs=0.25)
    mouths = [GAME.fitting.made(settings, low + (high - low) * k / 20).mouth for k in range(21)]
    assert mouths == sorted(mouths, reverse=True)
    after = GAME.levels[GAME.levels.index(level) + 1 :]  # type: ignore[arg-type]
    assert min(mouths) == pytest.approx(after[0].settings.mouth if after else 10, abs=0.5), "up to the next level"
    assert max(mouths) == pytest.approx(min(80, 2 * settings.mouth), abs=0.5), "one bit easier"


def test_a_replay_deals_what_was_dealt_and_never_asks_the_coach() -> None:
    assert GAME.fitting is not None
    level = GAME.levels[-1]
    block = played(Block(GAME, level, 5, ROOM, ("tap",), Coach(GAME.fitting)), Hand(Skill(), 5), 60, 300)
    settings = [rep.settings for rep in block.table.reps]
    assert len({one.mouth for one in settings}) > 3
    again = replayed(GAME, level, 5, ROOM, block.trace, block.steps, ("tap",), dealt(settings))
    assert again.table.reps == block.table.reps


@pytest.mark.parametrize("bad", [0.0, 1.0, -0.5, math.nan])
def test_an_impossible_target_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="target"):
        Staircase(bad)
    with pytest.raises(ValueError, match="bounds"):
        Staircase(0.75, 0.0, 2.0, 1.0)
