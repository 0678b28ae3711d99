"""When a level is over, counted without a table."""

from __future__ import annotations

import pytest

from games.kit.ending import Ending
from games.kit.game import Level
from games.kit.geometry import Vec
from games.kit.task import Lift, Outcome, Rep

DONE, MISSED, DROPPED, INTERRUPTED = Outcome.DONE, Outcome.MISSED, Outcome.DROPPED, Outcome.INTERRUPTED


def reps(*outcomes: Outcome) -> list[Rep]:
    return [Rep(Lift(0, 5, 10.0), 0.0, 0.0, 1.0, 1.0, outcome, (1,), Vec(0, 0)) for outcome in outcomes]


def test_reps_count_whatever_came_of_them_but_an_interruption() -> None:
    ending, level = Ending(2), Level("three", None, reps=3)
    ending.count(reps(DONE, MISSED, INTERRUPTED), level)
    assert ending.progress(level, 9.0) == (2, 3)
    assert not ending.over(level, 9.0)
    ending.count(reps(DONE, MISSED, INTERRUPTED, DROPPED), level)
    assert (ending.progress(level, 9.0), ending.counted) == ((3, 3), 4)
    assert ending.over(level, 9.0)


@pytest.mark.parametrize(("edition", "over"), [(1, False), (2, True), (3, True)])
def test_where_only_what_came_off_counts_three_times_as_many_tries_are_enough(edition: int, over: bool) -> None:
    ending, level = Ending(edition), Level("two", None, reps=2, only_done=True)
    ending.count(reps(*[MISSED] * 5, INTERRUPTED), level)
    assert ending.progress(level, 9.0) == (0, 2)
    assert not ending.over(level, 9.0)
    ending.count(reps(*[MISSED] * 5, INTERRUPTED, MISSED), level)
    assert ending.over(level, 9.0) == over


@pytest.mark.parametrize(("edition", "over"), [(1, False), (2, True)])
def test_four_minutes_for_each_rep_are_enough(edition: int, over: bool) -> None:
    ending, level = Ending(edition), Level("two", None, reps=2)
    assert not ending.over(level, 5000.0), "nobody has begun"
    ending.touched = 10.0
    assert not ending.over(level, 489.9)
    assert ending.over(level, 490.0) == over


def test_a_level_that_says_how_long_it_lasts_at_most_is_believed() -> None:
    ending, level = Ending(2), Level("two", None, reps=2, longest=30.0)
    ending.touched = 10.0
    assert not ending.over(level, 39.9)
    assert ending.over(level, 40.0)


def test_a_timed_level_lasts_from_the_first_touch() -> None:
    ending, level = Ending(2), Level("ten seconds", None, seconds=10.0)
    assert ending.progress(level, 99.0) == (0.0, 10.0)
    assert not ending.over(level, 99.0)
    ending.touched = 5.0
    assert ending.progress(level, 8.0) == (3.0, 10.0)
    assert not ending.over(level, 14.9)
    assert ending.over(level, 15.0)
    assert ending.progress(level, 99.0) == (10.0, 10.0)


def test_free_play_is_never_over() -> None:
    ending, level = Ending(2), Level("free", None)
    ending.touched = 0.0
    ending.count(reps(*[DONE] * 50), level)
    assert ending.progress(level, 9e4) == (50, 0)
    assert not ending.over(level, 9e4)
