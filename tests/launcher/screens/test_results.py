"""Results: the exercise's own sentence first and largest, then precision, speed and points; of tests both hands."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from visitor import SIZES, Visit

from games.catalog import GAMES, named
from games.kit.block import Block
from games.kit.game import BOARD, Fit
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.hand import HANDS, Hand, played
from games.launcher.records.models import Record
from games.launcher.round.ended import Ended
from games.launcher.round.levels import level_of
from games.launcher.round.record import Circumstances, record_of
from games.launcher.screens.results.results import Results
from games.launcher.shell import places
from games.launcher.shell.clock import Moment

SMALL, LARGE = Vec(143, 86), Vec(217, 136)


@cache
def measured(game: str, mode: str, number: int, side: str, hand: str, reps: int | None) -> tuple[Block, Record]:
    level = level_of(named(game), mode, number)
    level = level if reps is None else replace(level, reps=reps, seconds=None)
    block = Block(named(game), level, 3, BOARD, (), fit=Fit(side))
    played(block, Hand(HANDS[hand], 3), longest=95)
    return block, record_of(block, Circumstances("0" * 32, mode, number, Moment(0, 0, "2026-11-23", 0)))


def a_round(visit: Visit, game: str, mode: str, number: int, **how: Any) -> Ended:
    """A round that has just ended, as if a finger had played it; it is stored."""
    block, record = measured(
        game, mode, number, how.pop("side", "right"), how.pop("hand", "steady"), how.pop("reps", None)
    )
    made = sum(1 for _ in visit.desk.store.vault.files()) + 1
    who = {"id": f"{made:032x}", "profile": visit.desk.player.id, "device": "d" * 32, "input": "touch"}
    when = {"started_utc_ms": 1_795_000_000_000 + made * 100_000}
    return Ended(visit.desk, record.model_copy(update={**who, **when, **how}), block, None)


def shown(visit: Visit, ended: Ended, game: str, mode: str, number: int) -> Recording:
    page = Results(visit.desk, places.Results(places.Playing(game, mode, number), ended))
    canvas = Recording(visit.size)
    canvas.say = visit.desk.say
    canvas.begin()
    page.draw(canvas)
    return canvas


def drawn(canvas: Recording) -> list[tuple[str, Vec, float]]:
    """Every text, its place, its em, in the order in which it was drawn."""
    return [(str(op[1]), op[2], float(op[3])) for op in canvas.drawn if op[0] == "text"]  # type: ignore[misc]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_the_exercise_s_own_sentence_stands_above_all_and_is_the_largest_sentence(
    game: Any, size: Vec, tmp_path: Path
) -> None:
    visit = Visit(tmp_path, size)
    canvas = shown(visit, a_round(visit, game.id, "test", 1), game.id, "test", 1)
    texts = drawn(canvas)
    own, at, em = texts[0]
    assert not own.replace(" ", "").isdigit()
    assert all(at.y <= place.y for _, place, _ in texts)
    assert em == max(high for words, _, high in texts if " " in words)


def test_a_test_shows_the_last_three_of_either_hand_newest_first_and_a_star_at_the_best(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    for side, hand in (("left", "steady"), ("right", "slow"), ("right", "steady"), ("right", "slow")):
        a_round(visit, "pegs", "test", 1, side=side, hand=hand)
    ended = a_round(visit, "pegs", "test", 1, hand="trembling")
    left, right = ended.tests
    assert (left.side, right.side) == ("left", "right")
    assert len(left.lines) == 1
    assert len(right.lines) == 3
    assert [line.now for line in right.lines] == [True, False, False]
    assert [line.best for line in right.lines] == [False, False, True]  # the steady hand's
    assert not left.lines[0].best  # of one there is no best
    words = shown(visit, ended, "pegs", "test", 1).words()
    assert {"Left hand", "Right hand", *(line.words for line in right.lines)} <= set(words)


def test_a_test_of_both_hands_has_one_column_and_practice_has_none(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    assert [column.side for column in a_round(visit, "pegs", "test", 3).tests] == ["both"]
    assert a_round(visit, "pegs", "practice", 1).tests == []


def test_a_hand_that_was_never_tested_is_shown_without_a_number(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    words = shown(visit, a_round(visit, "beans", "test", 1), "beans", "test", 1).words()
    assert "Not yet" in words


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("text", [100, 200])
def test_nothing_of_the_results_of_a_test_leaves_its_card(size: Vec, text: int, tmp_path: Path) -> None:
    visit = Visit(tmp_path, size)
    visit.desk.settings = replace(visit.desk.settings, text=text)
    a_round(visit, "pennies", "test", 2, side="left")
    ended = a_round(visit, "pennies", "test", 2)
    page = Results(visit.desk, places.Results(places.Playing("pennies", "test", 2), ended))
    canvas = Recording(size)
    canvas.say = visit.desk.say
    canvas.begin()
    page.draw(canvas)
    foot = page.controls[0].at.y
    above = [(words, at, em) for words, at, em in drawn(canvas) if at.y < foot]
    assert len(above) >= 9
    for words, at, em in above:
        assert page.at.y <= at.y - em * 0.4, words
        assert at.y + em * 0.4 <= foot, words


def test_only_a_second_round_can_be_a_new_best(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    first = a_round(visit, "beans", "test", 1, hand="slow")
    assert not first.new_best
    assert "Your new best" not in shown(visit, first, "beans", "test", 1).words()
    second = a_round(visit, "beans", "test", 1)
    assert second.new_best
    assert "Your new best" in shown(visit, second, "beans", "test", 1).words()


def test_a_tower_is_compared_with_the_highest_before(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    first = a_round(visit, "pennies", "practice", 1)
    assert first.tower is not None
    high, before = first.tower
    assert before == 0
    assert not any("highest" in words for words in shown(visit, first, "pennies", "practice", 1).words())
    lower = a_round(visit, "pennies", "practice", 1, reps=2)
    assert f"Your highest: {high:.0f} mm" in shown(visit, lower, "pennies", "practice", 1).words()
    higher = a_round(visit, "pennies", "test", 2)
    found = shown(visit, higher, "pennies", "test", 2).words()
    assert f"Your highest tower so far. Before: {high:.0f} mm" in found


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_what_was_made_lies_beside_the_figures(game: Any, tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    canvas = shown(visit, a_round(visit, game.id, "practice", 1, reps=2), game.id, "practice", 1)
    frames = [op for op in canvas.drawn if op[0] == "clip"]
    assert frames
    inside = canvas.drawn[canvas.drawn.index(frames[0]) :]
    assert sum(1 for op in inside if op[0] in ("picture", "soft", "relief", "tube", "tile", "line")) >= 3


def test_the_painting_is_what_was_painted(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    ended = a_round(visit, "paint", "practice", 1, reps=2)
    guided = ended.block.rules.guided
    colours = {entry.colour for entry in guided.sheet.log if entry.kind == "begin"} or {
        entry.colour for entry in guided.full.log if entry.kind == "begin"
    }
    drawn_lines = {op[2] for op in shown(visit, ended, "paint", "practice", 1).drawn if op[0] == "line"}
    assert colours
    assert colours <= drawn_lines


def test_a_free_painting_is_called_a_painting_and_its_strokes_are_not_counted(tmp_path: Path) -> None:
    visit = Visit(tmp_path, LARGE)
    canvas = shown(visit, a_round(visit, "paint", "free", 1, reps=2), "paint", "free", 1)
    assert "Painting" in [words for words, _, _ in drawn(canvas)]
    assert not any("stroke" in words for words in [words for words, _, _ in drawn(canvas)])
