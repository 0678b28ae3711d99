"""What is special to the rules of Pegs: what is asked, what lands where, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pegs_player import ROOM, Player

from games.kit.block import Block, replayed
from games.kit.fingers import Command
from games.kit.game import BOARD, Fit, Level
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Outcome
from games.launcher.hand import HANDS, Hand, played
from games.pegs import GAME
from games.pegs.layout import KNOB, Layout
from games.pegs.pictures import CELLS, PICTURES, picture_of

LIGHT, SHAPES, PICTURE, MEMORY, BOTH = 2, 3, 5, 6, 7
EVERY = [*GAME.levels, *GAME.tests, *GAME.challenges, GAME.free]
SIZES = [(80, 45), (143, 63), (172, 86), (217, 114), (260, 151), (143, 206), (345, 172), (400, 250), (130, 76)]


def same_again(player: Player) -> None:
    block = player.block
    fit = block.table.fit
    again = replayed(GAME, block.level, block.seed, block.table.size, block.trace, block.steps, block.aids, fit=fit)
    assert again.table.reps == block.table.reps
    assert [cue.name for cue in again.table.cues] == player.cues


def test_a_peg_let_go_in_its_hole_is_done_at_once() -> None:
    player = Player()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.goal)
    player.do("up", task.goal)
    player.wait(0.02)
    assert player.outcomes == [Outcome.DONE]
    assert player.block.table.reps[0].let_go == pytest.approx(player.t - 0.02, abs=0.02)
    assert player.cues == ["lift", "seat"]
    same_again(player)


def test_the_rim_of_the_tolerance_is_inside_and_a_little_more_is_missed() -> None:
    for off, outcome in ((0.0, Outcome.DONE), (0.2, Outcome.MISSED)):
        player = Player()
        task = player.task
        player.drag(task.start, task.goal + Vec(task.width / 2 + off, 0))
        assert player.outcomes == [outcome], off


def test_a_peg_let_go_beside_its_hole_glides_home_and_is_asked_for_again() -> None:
    player = Player(level=1)
    task = player.task
    between = task.goal + Vec(player.rules.board.layout.pitch / 2, player.rules.board.layout.pitch / 2)
    player.drag(task.start, between)
    assert player.outcomes == [Outcome.MISSED]
    assert player.task.start == task.start
    assert all(peg.at == peg.home for peg in player.rules.board.pegs)


def test_a_peg_let_go_beside_the_board_is_dropped() -> None:
    player = Player()
    board, tray = player.rules.board.layout.board, player.rules.board.layout.trays[0]
    middle = Vec((board.at.x + board.size.x + tray.at.x) / 2, 20)
    player.drag(player.task.start, middle)
    assert player.outcomes == [Outcome.DROPPED]


def test_a_peg_put_back_into_the_tray_is_no_rep() -> None:
    player = Player(aids=())
    start = player.task.start
    player.drag(start, start + Vec(3, 3))
    player.drag(start, start + Vec(3, 20))
    assert player.outcomes == []
    assert player.task.start == start


def test_the_error_is_that_of_letting_go_before_the_peg_is_drawn_into_its_hole() -> None:
    player = Player()
    task = player.task
    player.drag(task.start + Vec(4, 2), task.goal + Vec(9, 2))
    rep = player.block.table.reps[0]
    assert rep.outcome is Outcome.DONE
    assert distance(rep.offset, Vec(-4, -2)) < 0.02
    peg = next(peg for peg in player.rules.board.pegs if peg.state == "placed")
    assert peg.at == task.goal
    assert distance(peg.came_from, task.goal + Vec(5, 0)) < 0.02


def test_any_peg_may_be_taken_to_any_free_hole_and_the_ask_is_restated() -> None:
    player = Player(level=1)
    peg = player.rules.board.pegs[-1]
    hole = player.rules.board.holes[7]
    assert (peg.home, hole.place) != (player.task.start, player.task.goal)
    player.do("down", peg.home)
    player.wait(0.02)
    assert player.task.start == peg.home
    player.glide(peg.home, hole.place)
    player.do("up", hole.place)
    player.wait(0.05)
    task = player.block.table.reps[0].task
    assert isinstance(task, Carry)
    assert player.outcomes == [Outcome.DONE]
    assert (task.start, task.goal) == (peg.home, hole.place)


def test_the_test_has_a_fixed_order_and_another_hole_is_a_miss() -> None:
    player = Player(GAME.tests[0], size=BOARD)
    holes = player.rules.board.holes
    assert player.task.goal == holes[0].place
    player.drag(player.task.start, holes[1].place)
    assert player.outcomes == [Outcome.MISSED]
    order = []
    for _ in range(18):
        order.append(player.task.goal if len(order) < 9 else player.task.start)
        player.answer()
    assert order == [hole.place for hole in holes] * 2
    assert player.block.finished
    same_again(player)


def test_nine_are_placed_and_nine_are_taken_back() -> None:
    player = Player(level=1)
    board = player.rules.board
    for _ in range(9):
        player.answer()
    assert all(peg.state == "placed" for peg in board.pegs)
    assert player.task.start in [hole.place for hole in board.holes]
    assert board.layout.trays[0].holds(player.task.goal)
    for _ in range(9):
        player.answer()
    assert player.outcomes == [Outcome.DONE] * 18
    assert player.block.finished
    assert Counter(player.cues) == {"lift": 9, "seat": 9, "pull": 9, "rest": 9}
    same_again(player)


def test_a_placed_peg_stays_while_others_are_to_be_placed() -> None:
    player = Player(level=1)
    goal = player.task.goal
    player.answer()
    player.do("down", goal)
    player.wait(0.05)
    assert player.held is None


def test_the_tray_takes_a_peg_back_anywhere_along_its_middle() -> None:
    player = Player()
    for _ in range(4):
        player.answer()
    tray = player.rules.board.layout.trays[0]
    start = player.task.start
    player.drag(start, tray.at + Vec(tray.size.x / 2, tray.size.y - 4))
    assert player.outcomes[-1] is Outcome.DONE
    task = player.block.table.reps[-1].task
    assert isinstance(task, Carry)
    assert tray.holds(task.goal)
    player.drag(player.task.start, Vec(tray.at.x - 6, 4))
    assert player.outcomes[-1] is Outcome.DROPPED


def test_those_who_cannot_finish_have_a_score_after_50_seconds() -> None:
    player = Player(GAME.tests[0], size=BOARD)
    player.wait(30)
    player.answer()
    began = player.block.table.reps[0].began
    for _ in range(700):
        if player.block.finished:
            break
        player.wait(0.1)
    assert player.block.finished
    assert not player.block.stopped
    assert player.block.now == pytest.approx(began + 50, abs=0.05)
    assert player.block.progress == (1, 18)


def test_a_fast_hand_fills_the_board_of_25_holes_and_goes_on() -> None:
    player = Player(GAME.tests[1], size=BOARD)
    for _ in range(27):
        task = player.task
        player.do("down", task.start)
        player.do("move", task.goal, after=0.1)
        player.do("up", task.goal)
        player.wait(0.1)
    assert player.outcomes == [Outcome.DONE] * 27


def test_nine_holes_are_32_mm_apart_and_25_holes_16_mm_where_the_table_holds_them() -> None:
    nine = Layout(BOARD, GAME.tests[0].settings, "right")
    assert nine.pitch == 32
    assert nine.holes[1].x - nine.holes[0].x == pytest.approx(32)
    for level in (GAME.tests[1], GAME.tests[2], GAME.challenges[0]):
        assert Layout(BOARD, level.settings, "right").pitch == 16
    assert Layout(Vec(217, 114), GAME.levels[1].settings, "right").pitch == 32


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("level", EVERY, ids=lambda level: level.title)
@pytest.mark.parametrize("side", ["left", "right"])
def test_everything_lies_on_every_table(size: tuple[float, float], level: Level, side: str) -> None:
    table = Vec(*size)
    layout = Layout(table, level.settings, side)
    edge = min(5.9, table.y * 0.1)
    for hole in layout.holes:
        assert edge <= hole.x <= table.x - edge
        assert edge <= hole.y <= table.y - edge
    assert layout.tolerance <= layout.pitch / 2
    assert 3.0 <= layout.peg <= level.settings.peg
    for slot, tray in enumerate(layout.trays):
        assert tray.at.x >= -0.01
        assert tray.at.x + tray.size.x <= table.x + 0.01
        assert tray.at.y >= -0.01
        assert tray.at.y + tray.size.y <= table.y + 0.01
        assert min(tray.size) >= 12
        places = layout.places(slot, 10)
        assert all(tray.holds(place) for place in places)
        for index, place in enumerate(places):
            assert all(distance(place, other) >= 2.9 for other in places[index + 1 :])
        assert not any(tray.holds(hole, layout.tolerance) for hole in layout.holes)
    if layout.knob is not None:
        assert KNOB * 2 >= 18
        assert KNOB - 1 <= layout.knob.x <= table.x - KNOB + 1
        assert KNOB - 1 <= layout.knob.y <= table.y - KNOB + 1
        assert all(distance(layout.knob, hole) > KNOB + layout.peg / 2 for hole in layout.holes)
        assert not layout.trays[0].holds(layout.knob)


def test_the_left_hand_has_the_table_mirrored() -> None:
    right, left = Player(side="right").rules.board.layout, Player(side="left").rules.board.layout
    assert right.trays[0].middle.x == pytest.approx(ROOM.x - left.trays[0].middle.x)
    assert right.trays[0].middle.x > right.board.middle.x
    assert {round(hole.x, 6) for hole in right.holes} == {round(ROOM.x - hole.x, 6) for hole in left.holes}


def test_each_shape_goes_into_a_hole_of_its_own_shape_only() -> None:
    player = Player(SHAPES)
    board = player.rules.board
    peg = next(peg for peg in board.pegs if peg.sort.shape == "star")
    square = next(hole for hole in board.holes if hole.sort.shape == "square")
    player.drag(peg.home, square.place)
    assert player.outcomes == [Outcome.MISSED]
    star = next(hole for hole in board.holes if hole.sort.shape == "star")
    player.drag(peg.home, star.place)
    assert player.outcomes == [Outcome.MISSED, Outcome.DONE]
    assert Counter(hole.sort.shape for hole in board.holes) == {"round": 3, "square": 3, "star": 3}


def test_the_light_asks_for_pegs_in_and_out_and_only_the_lit_hole_counts() -> None:
    player = Player(LIGHT)
    holes = [hole.place for hole in player.rules.board.holes]
    other = next(hole for hole in holes if hole != player.task.goal)
    player.drag(player.task.start, other)
    assert player.outcomes == [Outcome.MISSED]
    kinds = set()
    for _ in range(11):
        kinds.add(player.task.goal in holes)
        player.answer()
    assert kinds == {True, False}
    assert player.outcomes.count(Outcome.DONE) == 11
    same_again(player)


def test_a_row_of_lights_is_shown_and_then_remembered_in_its_order() -> None:
    player = Player(MEMORY)
    board, seen = player.rules.board, []
    for _ in range(60):
        player.wait(0.1)
        lit = board.lit(player.block.now)
        if lit is not None and seen[-1:] != [lit]:
            seen.append(lit)
    assert len(seen) == 3
    assert player.cues == ["light"] * 3
    assert seen == [job.hole for job in board.hands[0].todo]
    player.drag(player.task.start, board.holes[seen[1]].place)
    assert player.outcomes == [Outcome.MISSED]
    for hole in seen:
        assert player.task.goal == board.holes[hole].place
        player.answer()
    assert "complete" in player.cues
    assert len(board.hands[0].todo) == 4
    assert all(peg.state == "tray" for peg in board.pegs)
    same_again(player)


def test_the_lights_are_shown_again_to_a_hand_that_waits() -> None:
    player = Player(MEMORY)
    for _ in range(140):
        player.wait(0.1)
    assert player.cues.count("light") > 3
    assert player.outcomes == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_has_its_cells(picture: object) -> None:
    cells = picture.cells  # type: ignore[attr-defined]
    assert len(cells) == CELLS
    assert all(0 <= hole < 25 and 1 <= colour <= 3 for hole, colour in cells)
    assert len({colour for _, colour in cells}) >= 1


def test_every_picture_has_a_name_of_its_own_and_comes_up() -> None:
    assert len({picture.name for picture in PICTURES}) == len(PICTURES)
    assert {picture_of(seed).name for seed in range(300)} == {picture.name for picture in PICTURES}


@given(st.integers(0, 2**63 - 1))
@settings(max_examples=40, deadline=None)
def test_the_picture_of_a_block_is_known_from_its_seed(seed: int) -> None:
    for level in (GAME.levels[PICTURE], GAME.challenges[0]):
        block = Block(GAME, level, seed, BOARD)
        assert block.rules.board.hands[0].picture == picture_of(seed)  # type: ignore[attr-defined]


def test_a_picture_is_done_when_every_peg_is_in_a_hole_of_its_colour() -> None:
    player = Player(PICTURE)
    board = player.rules.board
    picture = picture_of(3)
    wanted = dict(picture.cells)
    peg = board.pegs[0]
    other = next((hole for hole, colour in wanted.items() if colour != peg.sort.colour), None)
    assert other is not None
    player.drag(peg.home, board.holes[other].place)
    assert player.outcomes == [Outcome.MISSED]
    for _ in range(CELLS):
        player.answer()
    assert player.block.finished
    places = [hole.place for hole in board.holes]
    done = [rep.task for rep in player.block.table.reps if rep.outcome is Outcome.DONE]
    assert {places.index(task.goal) for task in done if isinstance(task, Carry)} == set(wanted)
    assert player.cues[-1] == "complete"


def test_an_assembly_is_pin_washer_collar_washer_in_every_hole() -> None:
    player = Player(GAME.challenges[1], size=BOARD)
    board = player.rules.board
    for _ in range(8):
        player.answer()
    for hole in (0, 1):
        assert [peg.sort.shape for peg in board.stacks[hole]] == ["round", "washer", "collar", "washer"]
    collar = next(peg for peg in board.pegs if peg.sort.shape == "collar" and peg.state == "tray")
    player.do("down", collar.home)
    assert player.held is None or player.held.piece is not collar
    same_again(player)


def test_two_hands_have_a_tray_and_columns_of_their_own() -> None:
    player = Player(BOTH)
    board = player.rules.board
    right, left = player.task_of(0), player.task_of(1)
    assert right.start.x > board.layout.board.middle.x > left.start.x
    assert right.goal.x > left.goal.x
    player.do("down", right.start, 0)
    player.do("down", left.start, 1)
    player.wait(0.05)
    assert set(player.rules.hands) == {0, 1}
    for part in range(1, 21):
        player.do("move", right.start + (right.goal - right.start) * (part / 20), 0)
        player.do("move", left.start + (left.goal - left.start) * (part / 20), 1)
    player.do("up", left.goal, 1)
    player.do("up", right.goal, 0)
    player.wait(0.05)
    assert [(rep.slot, rep.outcome) for rep in player.block.table.reps] == [(1, Outcome.DONE), (0, Outcome.DONE)]
    mirrored = Player(BOTH, side="left")
    assert mirrored.task_of(0).start.x < mirrored.task_of(1).start.x
    same_again(player)


def test_one_hand_alone_can_finish_what_is_meant_for_two() -> None:
    player = Player(BOTH)
    for _ in range(20):
        player.answer()
    assert player.block.finished


def test_in_free_play_any_peg_goes_into_any_hole_and_out_again() -> None:
    assert GAME.free is not None
    player = Player(GAME.free)
    board = player.rules.board
    peg, hole, other = board.pegs[3], board.holes[12].place, board.holes[20].place
    player.drag(peg.home, hole)
    player.drag(hole, other)
    assert [peg.hole for peg in board.pegs if peg.state == "placed"] == [20]
    tray = board.layout.trays[0].middle
    player.drag(other, tray)
    assert player.outcomes == [Outcome.DONE] * 3
    assert all(peg.state == "tray" for peg in board.pegs)
    for _ in range(26):
        player.answer()
    assert player.outcomes == [Outcome.DONE] * 29
    same_again(player)


def test_skip_asks_for_another_hole_and_is_never_counted() -> None:
    player = Player(level=1)
    first = player.task.goal
    player.order("skip")
    assert player.outcomes == [Outcome.INTERRUPTED]
    assert player.task.goal != first
    player.do("down", player.task.start)
    player.order("skip")
    assert player.outcomes == [Outcome.INTERRUPTED] * 2
    assert player.held is None
    assert player.block.progress[0] == 0


def test_a_pause_in_mid_carry_interrupts_the_rep_and_asks_again() -> None:
    player = Player()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.goal)
    player.block.advance(player.t, [Command(player.t, "pause")])
    assert player.outcomes == [Outcome.INTERRUPTED]
    assert player.held is None
    assert player.task == task


def test_settings_that_change_only_sizes_leave_the_pegs_where_they_are() -> None:
    wide = GAME.levels[1].settings
    block = Block(
        GAME, GAME.levels[1], 1, ROOM, coach=lambda level, reps: replace(wide, tolerance=9.0) if reps else wide
    )
    player = Player()
    player.block = block
    player.answer()
    assert player.task.width == 18
    assert len([peg for peg in player.rules.board.pegs if peg.state == "placed"]) == 1
    other = replace(wide, holes=2, peg=20.0)
    block = Block(GAME, GAME.levels[1], 1, ROOM, coach=lambda level, reps: other if reps else wide)
    player.block, player.t = block, 0.05
    player.answer()
    assert len(player.rules.board.holes) == 4
    assert all(peg.state == "tray" for peg in player.rules.board.pegs)


@pytest.mark.parametrize("form", ["drag", "tap", "pinch"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", EVERY[:-1], ids=lambda one: one.title)
def test_a_steady_hand_of_either_side_does_every_level_in_every_form(level: Level, side: str, form: str) -> None:
    size = ROOM if level in GAME.levels else BOARD
    block = Block(GAME, level, 4, size, ("tap",), fit=Fit(side))
    played(block, Hand(HANDS["steady"], 2, form=form), longest=120)  # type: ignore[arg-type]
    outcomes = [rep.outcome for rep in block.table.reps]
    assert block.finished
    assert outcomes.count(Outcome.DONE) >= len(outcomes) * 0.8


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_what_is_asked_is_where_it_really_is(seed: int) -> None:
    rng = Random(seed)
    player = Player(rng.choice(EVERY), seed=seed)
    for _ in range(6):
        for task in player.block.table.asked.values():
            assert isinstance(task, Carry)
            taken = [held.start for held in player.rules.hands.values()]
            assert task.start in [*taken, *(peg.at for peg in player.rules.board.pegs)]
        start = player.task.start
        end = player.task.goal if rng.random() < 0.6 else Vec(rng.random() * ROOM.x, rng.random() * ROOM.y)
        player.drag(start, end)
        if player.block.finished:
            break
