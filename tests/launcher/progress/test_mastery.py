"""The finest that a hand has mastered: the mean of the staircase's reversals, in the game's own units."""

from __future__ import annotations

import math
from random import Random
from statistics import fmean

import pytest

from games.beans import GAME as BEANS
from games.kit.game import Finest
from games.kit.task import Outcome, Rep
from games.launcher.progress.coach import Coach
from games.launcher.progress.mastery import Mastered, finest_of, mastered, of_round, reversals, together
from games.launcher.progress.staircase import Staircase


def dealt(values: list[float], done: bool = True, more: bool = False) -> list[tuple[Finest, bool]]:
    return [(Finest("bowl of", value, more), done) for value in values]


def test_reversals_are_where_it_turns_round_and_the_same_again_is_no_step() -> None:
    assert reversals([]) == []
    assert reversals([20, 18, 16]) == []
    assert reversals([20, 18, 18, 21, 21, 19, 23]) == [18, 21, 19]


def test_it_is_the_mean_of_the_reversals_with_its_standard_error() -> None:
    found = mastered(dealt([20, 16, 22, 18, 24, 20]))
    assert found == Mastered("bowl of", 20.0, False, 4, pytest.approx(math.sqrt(40 / 3)))
    assert found.uncertainty == pytest.approx(math.sqrt(40 / 3) / 2)


def test_few_reps_say_nothing() -> None:
    assert mastered([]) is None
    assert mastered(dealt([20, 16, 22, 18])) is None


def test_who_holds_the_finest_that_was_dealt_has_mastered_it_at_least() -> None:
    assert mastered(dealt([20, 18, *[16] * 8])) == Mastered("bowl of", 16, False, 8, None)
    assert mastered(dealt([20, 18, *[16] * 8], done=False)) is None
    assert mastered(dealt([60, 70, *[80] * 8], more=True)) == Mastered("bowl of", 80, True, 8, None)


def test_it_finds_the_place_at_which_three_in_four_come_off() -> None:
    found = []
    for seed in range(40):
        rng, stairs, values = Random(seed), Staircase(0.75, 1.0, trials=70), []
        for _ in range(60):
            values.append(40.0 * 2**-stairs.bits)
            stairs.heard(rng.random() < 1 / (1 + math.exp(4 * (stairs.bits - 1.0 - math.log(3) / 4))))
        one = mastered(dealt(values))
        assert one is not None
        found.append(one.value)
    assert fmean(found) == pytest.approx(20.0, rel=0.06)


def test_one_lucky_round_makes_no_record() -> None:
    usual, lucky = Mastered("bowl of", 20.0, False, 6, 2.0), Mastered("bowl of", 11.0, False, 6, 2.0)
    (best,) = finest_of([usual, usual, lucky, usual, usual])
    assert best.value == pytest.approx(17.0)
    assert best.turns == 18
    assert finest_of([usual])[0] == together([usual])


def test_each_unit_has_a_record_of_its_own_and_more_can_be_finer() -> None:
    wide = [Mastered("of span", value, True, 4, 1.0) for value in (70.0, 80.0, 90.0, 60.0)]
    found = finest_of([Mastered("ring of", 20.0, False, 5, 1.0), *wide])
    assert [one.word for one in found] == ["ring of", "of span"]
    assert found[1].value == pytest.approx(80.0)


def test_no_rounds_are_refused() -> None:
    with pytest.raises(ValueError, match="no rounds"):
        together([])


def test_a_round_is_told_from_the_settings_that_its_reps_were_dealt() -> None:
    assert BEANS.fitting is not None
    level, coach, reps = BEANS.levels[5], Coach(BEANS.fitting), list[Rep]()
    settings = coach(level, [])
    task = None
    for k in range(24):
        outcome = Outcome.MISSED if k % 4 == 3 else Outcome.DONE
        reps.append(Rep(task, k, k, k + 1.0, k + 1.0, outcome, (1,), settings=settings))  # type: ignore[arg-type]
        settings = BEANS.fitting.made(level.settings, -0.3 if k % 2 else 0.1)
    found = of_round(BEANS.fitting, reps)
    assert found is not None
    assert found.word == "bowl of"
    assert 34 < found.value < 52
    assert of_round(None, reps) is None
