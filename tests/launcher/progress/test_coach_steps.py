"""The coach, step by step: how far it goes up and down, what it counts as a success, what it takes along."""

from __future__ import annotations

import math
from random import Random
from statistics import fmean
from typing import Any

import pytest

from games.kit.game import Fitting, Level
from games.kit.geometry import Vec
from games.kit.task import Carry, Grip, Lift, Outcome, Rep, Task, Track
from games.launcher.progress.coach import EARLY, LATER, MOST_HASTE, Coach, State, carried_over, target
from games.launcher.progress.pace import tempo_of
from games.launcher.progress.staircase import Staircase

FITTING = Fitting(lambda settings: (-1.0, 2.0), lambda settings, bits: bits)
LEVEL = Level("a level", settings="as written", reps=10)
REACH = Carry(Vec(0, 0), Vec(70, 0), 10.0)  # 3 bits


def rep(seconds: float, outcome: Outcome = Outcome.DONE, task: Task = REACH, began: float = 5.0) -> Rep:
    return Rep(task, began - 1.0, began, began + seconds, began + seconds, outcome, (1,))


def steps(stairs: Staircase, *heard: bool) -> list[float]:
    """How far each trial moves it, to nine digits."""
    out = []
    for success in heard:
        before = stairs.bits
        out.append(round(stairs.heard(success) - before, 9))
    return out


def test_until_the_first_failure_it_climbs_by_a_fifth_of_a_bit() -> None:
    assert steps(Staircase(0.75), True, True, True) == [0.2] * 3
    assert steps(Staircase(0.75), *[True] * 12) == [0.2] * 12, "however many come off"
    assert steps(Staircase(0.75), True, False, True, True) == [0.2, -0.6, 0.2, 0.2]


def test_its_steps_become_smaller_after_ten_trials_and_after_sixty() -> None:
    stairs = Staircase(0.75)
    assert steps(stairs, *[False, True] * 5) == [-0.6, 0.2] * 5
    assert steps(stairs, False, True) == [-0.3, 0.1]
    steps(stairs, *[True] * 47)
    assert stairs.trials == 59
    assert steps(stairs, True, False, True) == [0.1, -0.21, 0.07]


def test_a_failure_goes_down_three_steps_at_most_and_a_success_up_by_what_keeps_the_balance() -> None:
    for share, down, up in ((EARLY, 0.6, 0.6 * 0.15 / 0.85), (0.6, 0.3, 0.2), (0.5, 0.2, 0.2)):
        assert steps(Staircase(share), False, True) == [pytest.approx(-down), pytest.approx(up, abs=1e-9)]


def test_it_stays_within_its_bounds_from_the_beginning() -> None:
    assert Staircase(0.75, 5.0, -1.0, 2.0).bits == 2.0
    assert Staircase(0.75, -5.0, -1.0, 2.0).bits == -1.0
    assert steps(Staircase(0.75, 1.9, -1.0, 2.0), True, True) == [0.1, 0.0]
    assert steps(Staircase(0.75, -0.9, -1.0, 2.0), False, False) == [-0.1, 0.0]
    assert Staircase(0.75, 3.0, 1.0, 1.0).bits == 1.0
    assert Staircase().target == LATER
    assert Staircase().bits == 0.0


def test_a_session_is_sad_when_less_than_half_came_off() -> None:
    assert [target(90, share) for share in (0.49, 0.5)] == [EARLY, LATER]
    assert (target(0, 0.9), target(5, None)) == (EARLY, LATER)


def test_each_rep_is_heard_once_and_moves_the_settings_of_the_next() -> None:
    coach = Coach(FITTING)
    done, missed = rep(1.0), rep(1.0, Outcome.MISSED)
    assert coach(LEVEL, []) == 0.0
    assert coach(LEVEL, [done]) == 0.2
    assert coach(LEVEL, [done]) == 0.2, "asked again, nothing new is heard"
    assert coach(LEVEL, [done, missed]) == -0.4
    assert coach(LEVEL, [done, missed, rep(1.0, Outcome.INTERRUPTED), done]) == pytest.approx(-0.2)
    assert coach.state.bits == pytest.approx(-0.2)
    assert coach.target == LATER


def test_it_goes_on_from_where_it_stood_within_what_the_game_allows() -> None:
    coach = Coach(FITTING, EARLY, State(1.23456, 2.0))
    assert (coach.target, coach.begun, coach.state) == (EARLY, 1.23456, State(1.23456, 2.0))
    assert coach(LEVEL, []) == 1.235, "settings are dealt to a thousandth of a bit"
    assert Coach(FITTING, state=State(9.0))(LEVEL, []) == 2.0
    assert Coach(FITTING).begun == 0.0


def test_the_level_as_it_is_written_is_what_is_made_harder() -> None:
    asked: list[Any] = []

    def bounds(settings: Any) -> tuple[float, float]:
        asked.append(settings)
        return -1.0, 1.0

    def made(settings: Any, bits: float) -> Any:
        asked.append(settings)
        return bits

    Coach(Fitting(bounds, made))(LEVEL, [])
    assert asked == ["as written", "as written"]


def test_a_done_rep_is_a_success_up_to_1_3_times_the_hands_own_time() -> None:
    reference = 0.35 + 3 / 4.5
    for seconds, success in ((1.3 * reference - 1e-9, True), (1.3 * reference + 1e-6, False)):
        assert Coach(FITTING, state=State(0.0, 1.0)).succeeded(rep(seconds)) is success
    assert not Coach(FITTING, state=State(0.0, 1.0)).succeeded(rep(reference, Outcome.DROPPED))


def test_at_the_top_of_its_band_a_hand_is_asked_to_be_faster_bit_by_bit() -> None:
    reference = 0.35 + 3 / 4.5
    coach = Coach(FITTING, state=State(2.0, 1.0, 1))
    assert coach(LEVEL, []) == 2.0
    assert coach(LEVEL, [rep(reference)]) == 2.0, "the settings stay within the band"
    assert coach.haste == pytest.approx(0.2)
    slow = rep(1.3 * reference)
    assert coach(LEVEL, [rep(reference), slow]) == pytest.approx(1.6), "done, but slower than asked for"


def test_no_hand_is_asked_to_be_faster_whose_pace_is_not_its_own() -> None:
    coach = Coach(FITTING, state=State(2.0, 1.0, 1))
    coach(LEVEL, [rep(1.0, task=Track(((0.0, Vec(0, 0)), (1.0, Vec(9, 0))), 9.0))] * 5)
    assert coach.haste == 0.0
    assert coach.state.bits == 2.0


def test_haste_has_an_end() -> None:
    coach = Coach(FITTING, state=State(2.0, 1.0, 1))
    coach(LEVEL, [rep(0.05 * 0.99**k) for k in range(60)])
    assert coach.haste == pytest.approx(MOST_HASTE)


def test_its_tempo_is_what_a_hand_can_its_quicker_quarter() -> None:
    reference, rng = 0.35 + 3 / 4.5, Random(5)
    coach, tempos = Coach(FITTING), list[float]()
    for k in range(400):
        assert (coach.tempo is None) is (k < 1), "the first rep tells it, in a round that is shorter than the next few"
        coach.succeeded(rep(rng.uniform(1.0, 2.0) * reference))
        tempos.append(coach.tempo or 0.0)
    assert fmean(tempos[100:]) == pytest.approx(1.25, abs=0.05)
    before = coach.tempo
    coach.succeeded(rep(7.0 * reference, Outcome.MISSED))
    assert coach.tempo == before, "a miss says nothing about the pace"


def test_a_hand_that_slows_down_to_miss_nothing_is_no_success_for_long() -> None:
    reference = 0.35 + 3 / 4.5
    coach = Coach(FITTING, state=State(0.0, 1.0, 40))
    slow = [coach.succeeded(rep(2.0 * reference)) for _ in range(40)]
    assert not any(slow), "perfect, at half its pace"
    steady = Coach(FITTING, state=State(0.0, 1.0, 40))
    reps = [rep((1.0 + 0.05 * (k % 3)) * reference) for k in range(300)]  # always slow, always done
    for count in range(1, 301):
        steady(LEVEL, reps[:count])
    assert steady.successes <= 0.8 * steady.trials, "whoever is always done is asked to be faster"


def test_without_any_tempo_every_done_rep_is_a_success() -> None:
    coach = Coach(FITTING)
    assert coach.tempo is None
    assert coach.succeeded(rep(100.0))
    assert all(coach.succeeded(rep(1.0, task=Lift(0, 5, 10.0))) for _ in range(5))


def test_a_tempo_is_time_without_the_hold_over_the_references_for_that_difficulty() -> None:
    drag = Carry(Vec(10, 20), Vec(10, 90), 10.0, hold=1.0)
    assert tempo_of(rep(3.0, task=drag)) == pytest.approx(2.0 / (0.35 + 3 / 4.5))
    assert tempo_of(rep(0.5, task=drag)) == 0.0
    grip = Grip(Vec(0, 0), 80.0, 10.0, 10.0, hold=1.0)
    assert tempo_of(rep(3.0, task=grip)) == pytest.approx(2.0 / (0.50 + 3 / 2.25))
    assert tempo_of(rep(0.5, task=grip)) == 0.0
    assert tempo_of(rep(1.7, task=Lift(0, 5, 10.0))) == pytest.approx(2.0)
    assert tempo_of(rep(1.0, task=Track(((0.0, 9.0), (1.0, 5.0)), 4.0))) is None, "the table sets its pace"
    assert math.isfinite(tempo_of(rep(1.0, task=Carry(Vec(0, 0), Vec(0, 0), 10.0))) or math.inf)


EASED = Fitting(lambda settings: (-1.0, 9.0), lambda settings, bits: bits, lambda settings, steps: (steps,))


def relief(*done: bool, coach: Coach | None = None) -> list[int]:
    """By how many steps everything is eased after each rep."""
    coach = coach or Coach(EASED)
    reps = [rep(1.0, Outcome.DONE if one else Outcome.MISSED) for one in done]
    dealt = [coach(LEVEL, reps[: count + 1]) for count in range(len(reps))]
    return [one[0] if isinstance(one, tuple) else 0 for one in dealt]


def test_below_the_foot_of_its_band_everything_is_eased_and_back_above_it_nothing() -> None:
    assert relief(False, False, False, False) == [0, 1, 2, 3], "down by 0.6 bits, a step each 0.5"
    assert relief(False, False, True, True) == [0, 1, 0, 0]


def test_everything_is_eased_by_six_steps_at_most() -> None:
    assert relief(*[False] * 16)[-5:] == [6, 6, 6, 6, 6]


def test_a_round_at_one_end_of_the_band_is_told() -> None:
    done, missed = rep(1.0), rep(1.0, Outcome.MISSED)
    for bits, reps, place in ((2.0, [done] * 8, 1), (-1.0, [missed] * 8, -1), (0.0, [done, missed] * 4, 0)):
        coach = Coach(FITTING, state=State(bits, None, 20))
        assert coach.place == 0, "nothing is known before the first rep"
        coach(LEVEL, reps)
        assert coach.place == place
    coach = Coach(FITTING, state=State(0.0, None, 20))
    coach(LEVEL, [done] * 30)
    assert coach.state.bits >= 2.0
    assert coach.place == 0, "it has only just come there"


def test_a_game_that_cannot_be_eased_is_made_as_the_bits_say() -> None:
    coach = Coach(FITTING)
    misses = [rep(1.0, Outcome.MISSED)] * 2
    assert coach(LEVEL, misses) == -1.0


def test_who_asks_for_it_gets_it_easier_by_six_tenths_of_a_bit_and_soon_eased() -> None:
    coach = Coach(EASED)
    coach(LEVEL, [])
    coach.easier()
    assert coach(LEVEL, []) == -0.6
    coach.easier()
    assert coach(LEVEL, []) == (1,)
    fresh = Coach(EASED, state=State(1.0))
    fresh.easier()
    assert fresh(LEVEL, []) == 0.4, "before the first rep as well"
    for _ in range(9):
        fresh.easier()
    assert fresh(LEVEL, []) == (6,)
    hasty = Coach(FITTING, state=State(2.4, 1.0))
    hasty(LEVEL, [])
    hasty.easier()
    assert hasty(LEVEL, []) == 1.4, "whoever was asked to be faster gets it easier too"


def test_what_is_eased_by_asking_stays_above_the_lowest_and_ends_the_climb() -> None:
    stairs = Staircase(0.75, 0.0, -1.0, 2.0)
    assert steps(stairs, *[True] * 11)[-1] == 0.0
    stairs = Staircase(0.6, 0.0, -1.0, 9.0)
    steps(stairs, *[True] * 10)
    stairs.ease(0.5)
    assert stairs.bits == pytest.approx(1.5)
    assert steps(stairs, True) == [0.1]
    stairs.ease(50.0)
    assert stairs.bits == -1.0


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1, 1.1])
def test_a_share_that_nobody_can_reach_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match=f"a target of {share} is impossible"):
        Staircase(share)


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="the lower one comes first"):
        Staircase(0.75, 0.0, 2.0, 1.0)


def test_the_next_session_goes_on_where_this_one_ended() -> None:
    assert carried_over(State(1.0, 1.5)) == State(1.0, 1.5)
    assert (target(4), target(5)) == (EARLY, LATER)
