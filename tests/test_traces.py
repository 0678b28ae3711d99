"""Recorded hands: played again for ever, they give the reps and the score that were stored with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from games.launcher.records.blocks.vault import read
from games.launcher.records.models import Record
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored

TRACES = sorted((Path(__file__).parent / "traces").glob("*.hps"))
GOLDEN = {
    "ball_bubbles_in_turn": 116,
    "paint_taps_and_palm": 0,
    "bands_palm_sling": 363,
    "pennies_palm": 283,
    "pegs_curled_left": 555,
    "beans_curled": 408,
    "ball_beat_hasty": 762,
    "ball_bubbles": 142,
    "ball_juice_trembling": 135,
    "ball_soft_pinch": 550,
    "ball_steps_trembling": 449,
    "bands_harp": 631,
    "bands_lift_left": 579,
    "bands_open_pinch": 581,
    "bands_shapes_left_taps": 525,
    "bands_sling_trembling": 427,
    "bands_whole_hand_weak": 415,
    "beans_four_colours": 588,
    "beans_hasty": 61,
    "beans_pinch_spoon": 602,
    "beans_soup": 258,
    "beans_steady": 570,
    "beans_swinging": 369,
    "beans_test_taps_left": 220,
    "beans_trembling": 477,
    "dough_egg_weak": 346,
    "dough_ring_left_taps": 593,
    "dough_rolls_trembling": 211,
    "dough_snake_pinch": 914,
    "pegs_assembly": 617,
    "pegs_memory_trembling": 349,
    "pegs_nine": 574,
    "pegs_shapes_pinch_left": 609,
    "pegs_squares_weak": 413,
    "pegs_test_taps": 510,
    "paint_harbour": 643,
    "paint_leaves": 568,
    "paint_letters_left_clicks": 335,
    "paint_signature": 630,
    "paint_test": 233,
    "pennies_bridge_pinch_left": 612,
    "pennies_drifting_taps": 489,
    "pennies_steady": 605,
    "pennies_topples": 374,
}


@cache
def again(path: Path) -> tuple[Record, Record]:
    """A record, and what comes of its trace today."""
    record, trace = read(path)
    return record, rescored(record, trace)


@pytest.mark.parametrize("path", TRACES, ids=lambda path: path.stem)
def test_a_recorded_hand_scores_as_it_did(path: Path) -> None:
    record, played = again(path)
    assert list(differences(record, played)) == []
    assert played.score == GOLDEN[path.stem]


def test_every_recorded_hand_is_there() -> None:
    assert [path.stem for path in TRACES] == sorted(GOLDEN)


RESTING = ("beans_curled", "pegs_curled_left", "pennies_palm", "bands_palm_sling")


@pytest.mark.parametrize("name", RESTING)
def test_a_curled_hand_and_a_palm_give_the_reps_of_their_finger(name: str) -> None:
    _, played = again(next(path for path in TRACES if path.stem == name))
    assert [rep.outcome for rep in played.reps] == ["done"] * 4


def test_taps_in_quick_turn_pop_a_bubble_each() -> None:
    _, played = again(next(path for path in TRACES if path.stem == "ball_bubbles_in_turn"))
    assert [rep.outcome for rep in played.reps] == ["done"] * 8
    assert played.flickers == 0
