"""How the next round of a level begins: where the hand stands, never easier on the way up."""

from __future__ import annotations

import pytest

from games.ball import GAME as BALL
from games.bands import GAME as BANDS
from games.beans import GAME as BEANS
from games.launcher.progress.coach import State
from games.launcher.progress.standing import begins, kind_of
from games.pegs import GAME as PEGS


def test_of_a_new_hand_nothing_is_known() -> None:
    assert begins(BEANS, 1, {}) is None
    assert begins(BEANS, 5, {1: State(0.3, 1.0, 30)}) is None, "it stands too far below to tell"


def test_a_level_goes_on_where_it_was_in_the_last_session() -> None:
    stood = {3: State(-0.7, 1.4, 50), 2: State(0.9, 1.2, 20)}
    assert begins(BEANS, 3, stood) == stood[3], "though the level before ended at its top, longer ago"


@pytest.mark.parametrize("bits", [-1.0, -0.2, 0.1, 0.6])
def test_the_next_level_begins_no_easier_than_the_hand_stands(bits: float) -> None:
    assert BEANS.fitting is not None
    made = BEANS.fitting.made
    state = begins(BEANS, 4, {3: State(bits, 1.2, 30)})
    assert state is not None
    top = BEANS.fitting.range(BEANS.levels[2].settings)[1]
    here = made(BEANS.levels[2].settings, min(top, bits))
    there = made(BEANS.levels[3].settings, max(BEANS.fitting.range(BEANS.levels[3].settings)[0], state.bits))
    assert there.mouth <= here.mouth + 0.5
    assert state.trials > 0, "it need not be found anew in large climbing steps"


def test_a_harder_place_that_was_reached_before_is_kept() -> None:
    stood = {2: State(0.2, 1.2, 30), 3: State(0.8, 1.1, 40)}
    assert begins(BEANS, 3, stood) == State(0.8, 1.1, 40)


def test_the_own_pace_is_taken_along_only_to_movements_of_its_kind() -> None:
    assert kind_of(BANDS, 1) != kind_of(BANDS, 2)
    state = begins(BANDS, 2, {1: State(0.2, 1.7, 30)})
    assert state is not None
    assert state.tempo is None
    state = begins(BANDS, 4, {3: State(0.2, 1.1, 30), 1: State(0.2, 1.7, 30)})
    assert state is not None
    assert state.tempo == 1.7, "opening again, as at the first level"


def test_a_real_ball_has_no_kind() -> None:
    real = next(number for number, level in enumerate(BALL.levels, 1) if level.settings.play == "real")
    assert kind_of(BALL, real) is None


def test_a_next_level_that_is_much_finer_begins_where_the_hand_stands_not_as_it_is_written() -> None:
    fitting, number = PEGS.fitting, 5  # turning squares: a good deal finer than what comes before
    assert fitting is not None
    before, own = PEGS.levels[number - 2].settings, PEGS.levels[number - 1].settings
    top = fitting.range(before)[1]
    state = begins(PEGS, number, {number - 1: State(top, 1.2, 30)})
    assert state is not None
    assert state.bits < 0
    assert fitting.made(own, state.bits).tolerance == pytest.approx(fitting.made(before, top).tolerance, abs=0.1)


def test_a_hand_that_was_hurried_at_the_top_begins_the_next_level_at_its_top() -> None:
    fitting = BEANS.fitting
    assert fitting is not None
    tops = [fitting.range(level.settings)[1] for level in BEANS.levels]
    assert begins(BEANS, 4, {3: State(tops[2] + 0.4, 1.2, 30)}) == State(pytest.approx(tops[3] + 0.4), 1.2, 1)
    barely = begins(BEANS, 4, {3: State(tops[2] + 0.05, 1.2, 30)})
    assert barely is not None
    assert 0.0 < barely.bits < tops[3]
