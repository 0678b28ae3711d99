"""The table: asking, finishing, dealing, and what is noted of it."""

from __future__ import annotations

from dataclasses import fields
from random import Random

import pytest

from games.catalog import GAMES
from games.kit.game import BOARD, RATE, Fit, Game, Level, Table
from games.kit.geometry import ORIGIN, Vec
from games.kit.task import Carry, Cue, Lift, Outcome, Rep

REACH, LIFT = Carry(Vec(0, 0), Vec(70, 0), 10.0), Lift(0, 5, 10.0)


def test_tests_and_challenges_have_the_same_board_for_everybody() -> None:
    """What was played on it is compared for ever: 130 by 76 mm fit on every screen that is allowed."""
    assert Vec(130.0, 76.0) == BOARD


def test_a_level_is_of_one_hand_and_all_its_reps_count_unless_it_says_otherwise() -> None:
    level = Level("a level", None)
    assert (level.hands, level.only_done, level.reps, level.seconds, level.longest) == (1, False, None, None, None)


def test_of_an_unknown_hand_it_is_taken_that_it_is_the_right_one_with_one_finger() -> None:
    assert Fit() == Fit("right", None, (), 1)


def test_a_second_has_as_many_steps_for_ever_because_stored_rounds_count_theirs() -> None:
    assert RATE == 120


def test_a_contact_may_be_lost_for_as_long_as_the_hand_is_given_and_a_seventh_of_a_second_unless_it_says() -> None:
    assert table().grace == 0.15
    assert Table(Vec(200, 100), Random(1), "first", Fit(grace_ms=600)).grace == 0.6


def test_a_game_keeps_the_pictures_of_its_free_table_if_its_gallery_does() -> None:
    kept = {game.id: game.free_pictures for game in GAMES}
    assert {name for name, pictures in kept.items() if pictures is not None} == {"paint", "dough"}
    assert all(game.free_pictures is game.gallery.free for game in GAMES if game.gallery is not None)


def test_taps_are_looked_for_in_every_game_but_those_that_say_they_are_played_with_short_strokes() -> None:
    assert next(field.default for field in fields(Game) if field.name == "strokes") is False
    assert {game.id for game in GAMES if game.strokes} == {"bands", "dough"}


def table() -> Table:
    return Table(Vec(200, 100), Random(1), "first")


def test_asking_again_restates_what_is_asked_and_the_clock_runs_on() -> None:
    here = table()
    here.now = 1.0
    here.ask(REACH)
    here.now = 2.0
    here.ask(LIFT)
    here.now = 3.0
    here.finish(Outcome.DONE)
    assert here.reps == [Rep(LIFT, 1.0, 3.0, 3.0, 3.0, Outcome.DONE, (), ORIGIN, "first")]
    assert here.asked == {}
    here.ask(REACH)
    assert here.asked_at == {0: 3.0}


def test_a_rep_knows_when_how_and_by_whom_it_was_done() -> None:
    here = table()
    here.ask(REACH, slot=1)
    here.now = 5.0
    made = ((Vec(0, 0), Vec(1, 0), Vec(0, 1)),)
    how = {"offset": Vec(1, 2), "made": made, "turned": 0.5}
    here.finish(Outcome.MISSED, 1, began=2.0, let_go=4.0, fingers=(3, 4), **how)  # type: ignore[arg-type]
    rep = here.reps[0]
    assert (rep.asked, rep.began, rep.let_go, rep.ended) == (0.0, 2.0, 4.0, 5.0)
    assert (rep.fingers, rep.offset, rep.made, rep.slot, rep.turned) == ((3, 4), Vec(1, 2), made, 1, 0.5)


def test_a_rep_began_at_zero_began_then() -> None:
    here = table()
    here.ask(REACH)
    here.now = 5.0
    here.finish(Outcome.DONE, began=0.0, let_go=0.0)
    assert (here.reps[0].began, here.reps[0].let_go) == (0.0, 0.0)


def test_what_was_not_asked_cannot_be_finished() -> None:
    here = table()
    here.ask(REACH)
    with pytest.raises(ValueError, match="nothing is asked of slot 1"):
        here.finish(Outcome.DONE, 1)
    assert here.reps == []


def test_the_next_settings_are_dealt_when_a_rep_has_ended_and_kept_where_nobody_deals() -> None:
    here = table()
    here.ask(REACH)
    here.finish(Outcome.DONE)
    assert here.settings == "first"
    here.deal = lambda: f"after {len(here.reps)}"
    here.ask(REACH)
    here.finish(Outcome.DONE)
    assert here.settings == "after 2"
    assert [rep.settings for rep in here.reps] == ["first", "first"]


def test_a_cue_is_noted_with_its_time_and_place() -> None:
    here = table()
    here.now = 1.5
    here.cue("lift", Vec(3, 4))
    here.cue("pluck", Vec(5, 6), 2)
    assert here.cues == [Cue(1.5, "lift", Vec(3, 4)), Cue(1.5, "pluck", Vec(5, 6), 2)]
