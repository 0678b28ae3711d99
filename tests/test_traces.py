"""Recorded hands: played again for ever, they give the reps and the score that were stored with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from games.launcher.records.blocks.vault import read
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored

TRACES = sorted((Path(__file__).parent / "traces").glob("*.hps"))
GOLDEN = {
    "ball_bubbles_in_turn": 1041,
    "paint_taps_and_palm": 973,
    "bands_palm_sling": 363,
    "pennies_palm": 283,
    "pegs_curled_left": 555,
    "beans_curled": 408,
    "ball_beat_hasty": 443,
    "ball_bubbles": 131,
    "ball_juice_trembling": 137,
    "ball_soft_pinch": 321,
    "ball_steps_trembling": 758,
    "bands_harp": 357,
    "bands_lift_left": 199,
    "bands_open_pinch": 338,
    "bands_shapes_left_taps": 353,
    "bands_sling_trembling": 427,
    "bands_whole_hand_weak": 240,
    "beans_four_colours": 589,
    "beans_hasty": 61,
    "beans_pinch_spoon": 602,
    "beans_soup": 253,
    "beans_steady": 570,
    "beans_swinging": 238,
    "beans_test_taps_left": 132,
    "beans_trembling": 477,
    "dough_egg_weak": 346,
    "dough_ring_left_taps": 593,
    "dough_rolls_trembling": 211,
    "dough_snake_pinch": 914,
    "pegs_assembly": 617,
    "pegs_memory_trembling": 350,
    "pegs_nine": 574,
    "pegs_shapes_pinch_left": 609,
    "pegs_squares_weak": 413,
    "pegs_test_taps": 324,
    "paint_harbour": 539,
    "paint_leaves": 309,
    "paint_letters_left_clicks": 327,
    "paint_signature": 651,
    "paint_test": 242,
    "pennies_bridge_pinch_left": 612,
    "pennies_drifting_taps": 323,
    "pennies_steady": 605,
    "pennies_topples": 374,
}


@pytest.mark.parametrize("path", TRACES, ids=lambda path: path.stem)
def test_a_recorded_hand_scores_as_it_did(path: Path) -> None:
    record, trace = read(path)
    again = rescored(record, trace)
    assert list(differences(record, again)) == []
    assert again.score == GOLDEN[path.stem]


def test_every_recorded_hand_is_there() -> None:
    assert [path.stem for path in TRACES] == sorted(GOLDEN)


RESTING = ("beans_curled", "pegs_curled_left", "pennies_palm", "bands_palm_sling")


@pytest.mark.parametrize("name", RESTING)
def test_a_curled_hand_and_a_palm_give_the_reps_of_their_finger(name: str) -> None:
    record, trace = read(next(path for path in TRACES if path.stem == name))
    assert [rep.outcome for rep in rescored(record, trace).reps] == ["done"] * 4


def test_taps_in_quick_turn_pop_a_bubble_each() -> None:
    record, trace = read(next(path for path in TRACES if path.stem == "ball_bubbles_in_turn"))
    again = rescored(record, trace)
    assert [rep.outcome for rep in again.reps] == ["done"] * 8
    assert again.flickers == 0
