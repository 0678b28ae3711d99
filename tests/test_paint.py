"""What is special to the rules of Finger paint: when a piece ends, what it is worth, and all ways of drawing it."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paint_player import ROOM, Player, spread

from games.kit.block import Block, replayed
from games.kit.fingers import Command, Sample, strokes
from games.kit.game import BOARD, Fit, Level
from games.kit.geometry import Vec, distance, inside, path_length
from games.kit.task import Fill, Follow, Outcome, Track
from games.launcher.hand import HANDS, Hand, played
from games.launcher.hand.drawing import lanes
from games.launcher.round.record import Circumstances, record_of
from games.launcher.scoring.block import judge
from games.launcher.shell.clock import wall_moment
from games.paint import GAME
from games.paint.levels import PaintSettings

LINES, WAVES, LEAVES, FRUIT, DOTS, DOT, EIGHTS, HALVES, FERN, LETTERS, NAME = range(11)
EVERY = [*GAME.levels, *GAME.tests, *GAME.challenges, GAME.free]
SIZES = [(80, 45), (143, 63), (172, 86), (217, 114), (260, 151), (143, 206), (345, 172), (400, 250), (130, 76)]


def same_again(player: Player) -> None:
    block = player.block
    again = replayed(
        GAME, block.level, block.seed, block.table.size, block.trace, block.steps, block.aids, fit=block.table.fit
    )
    assert again.table.reps == block.table.reps
    assert again.rules.sheet.log == player.rules.sheet.log  # type: ignore[attr-defined]


# ---------------------------------------------------------------------- lines


def test_a_line_that_is_traced_is_done_when_the_finger_lifts() -> None:
    player = Player()
    player.draw(player.follow.path)
    assert player.outcomes == [Outcome.DONE]
    rep = player.block.table.reps[0]
    assert rep.let_go == pytest.approx(player.t - 0.4, abs=0.01)
    assert player.cues == ["brush", "paint"]
    same_again(player)


def test_a_line_ends_with_the_grace_and_not_before() -> None:
    player = Player()
    player.stroke(player.follow.path)
    player.wait(0.12)
    assert player.outcomes == []
    player.wait(0.08)
    assert player.outcomes == [Outcome.DONE]


def test_a_finger_that_stays_down_ends_nothing() -> None:
    player = Player()
    path = spread(player.follow.path, 3.0)
    player.do("down", path[0])
    for place in path:
        player.do("move", place)
    player.wait(3.0)
    assert player.outcomes == []


def test_half_a_line_waits_for_its_other_half_and_both_are_one_rep() -> None:
    player = Player()
    path = spread(player.follow.path, 3.0)
    half = len(path) // 2
    player.draw(path[: half + 1])
    player.wait(5.0)
    assert player.outcomes == []
    player.draw(path[half:], finger=1)
    assert player.outcomes == [Outcome.DONE]
    rep = player.block.table.reps[0]
    assert len(rep.fingers) == 2
    assert player.judged.measures[0].covered > 0.97  # type: ignore[union-attr]


def test_most_of_a_line_is_enough_when_no_finger_comes_back() -> None:
    player = Player()
    path = spread(player.follow.path, 3.0)
    player.draw(path[: round(len(path) * 0.8)])
    assert player.outcomes == []
    player.wait(2.0)
    assert player.outcomes == [Outcome.DONE]
    rep = player.block.table.reps[0]
    assert rep.ended - rep.let_go > 1.5  # the wait costs no time
    assert 0.7 < player.judged.measures[0].quality < 0.9  # type: ignore[union-attr]


def test_scribbling_ends_a_piece_that_could_not_be_covered_otherwise() -> None:
    player = Player()
    path = player.follow.path
    for _ in range(8):
        player.draw(path, beside=40.0)
    player.wait(2.0)
    assert Outcome.DONE in player.outcomes


def test_done_is_a_command_too_and_skip_counts_nothing() -> None:
    player = Player()
    first = player.follow
    player.order("done")
    assert player.outcomes == []  # nothing was begun
    player.stroke(spread(first.path, 3.0)[:20])
    player.order("done")
    assert player.outcomes == [Outcome.DONE]
    second = player.follow
    player.order("skip")
    assert player.outcomes == [Outcome.DONE, Outcome.INTERRUPTED]
    assert player.follow.path != second.path
    assert player.block.progress[0] == 1


def test_a_piece_that_is_skipped_comes_again_at_the_end() -> None:
    player = Player()
    first = player.follow.path
    player.order("skip")
    for _ in range(7):
        player.draw(player.follow.path, speed=400)
    assert player.follow.path == first
    player.draw(first, speed=400)
    assert player.block.finished


def test_a_pause_takes_back_what_was_painted_of_the_piece_and_asks_again() -> None:
    player = Player()
    asked = player.follow
    player.do("down", asked.path[0])
    player.do("move", asked.path[0] + Vec(9, 0))
    player.order("pause")
    assert player.outcomes == [Outcome.INTERRUPTED]
    assert [entry.kind for entry in player.rules.sheet.log][-1] == "back"
    assert player.follow == asked


def test_a_second_finger_paints_nothing_while_the_first_one_does() -> None:
    player = Player()
    path = spread(player.follow.path, 3.0)
    player.do("down", path[0])
    for place in path[:10]:
        player.do("move", place)
    player.do("down", Vec(30, 100), finger=5)
    player.do("move", Vec(60, 100), finger=5)
    for place in path[10:]:
        player.do("move", place)
    player.do("up", path[-1])
    player.wait(0.3)
    (rep,) = player.block.table.reps
    assert len(rep.fingers) == 1
    assert player.judged.measures[0].strokes == 1  # type: ignore[union-attr]


def test_a_resting_hand_gives_way_to_the_finger_on_the_line() -> None:
    player = Player()
    path = player.follow.path
    player.do("down", Vec(180, 100), finger=7)
    player.do("move", Vec(180.5, 100), finger=7)
    player.wait(0.5)
    player.draw(path, finger=1)
    (rep,) = player.block.table.reps
    assert rep.outcome is Outcome.DONE
    assert player.judged.score.precision >= 98


# ---------------------------------------------------------------------- what it is worth


@pytest.mark.parametrize("level", [LINES, WAVES, FRUIT, DOTS, EIGHTS, HALVES, FERN, LETTERS])
def test_a_perfect_trace_is_worth_98_and_more(level: int) -> None:
    player = Player(level)
    while not player.block.finished:
        player.draw(player.follow.path, speed=150)
    assert set(player.outcomes) == {Outcome.DONE}
    assert player.judged.score.precision >= 98


def test_a_perfect_test_is_worth_98_and_more() -> None:
    player = Player(GAME.tests[0], size=BOARD)
    while not player.block.finished:
        player.draw(player.follow.path)
    assert player.judged.score.precision >= 98


@settings(max_examples=25, deadline=None)
@given(beside=st.floats(-5.5, 5.5))
def test_a_steady_line_beside_the_path_falls_as_the_formula_says(beside: float) -> None:
    player = Player(replace(GAME.levels[LINES], settings=PaintSettings("harbour", width=12, brush=5)))
    player.draw(player.follow.path, beside=beside)
    measures = player.judged.measures[0]
    assert measures is not None
    part = abs(beside) / 6
    assert measures.quality == pytest.approx((1 - 0.08 * part) / (1 + (part / 0.65) ** 12), abs=0.02)


def test_three_mm_off_in_a_corridor_of_twelve_is_a_twelfth_less() -> None:
    player = Player(replace(GAME.levels[LINES], settings=PaintSettings("harbour", width=12, brush=5)))
    player.draw(player.follow.path, beside=3.0)
    assert player.judged.score.precision == pytest.approx(92.1, abs=1.0)


def test_ink_outside_the_lane_is_worth_nothing() -> None:
    player = Player(replace(GAME.levels[LINES], settings=PaintSettings("harbour", width=12, brush=5)))
    player.draw(player.follow.path, beside=8.0)
    player.order("done")
    assert player.judged.score.precision == 0


def test_the_test_ends_a_piece_after_thirty_seconds() -> None:
    player = Player(GAME.tests[0], size=BOARD)
    path = spread(player.follow.path, 2.0)
    player.do("down", path[0])
    player.do("move", path[3])
    player.wait(29.5)
    assert player.outcomes == []
    player.wait(1.0)
    (rep,) = player.block.table.reps
    assert rep.outcome is Outcome.DONE
    assert rep.ended - rep.began == pytest.approx(30.0, abs=0.02)
    assert player.judged.measures[0].covered < 0.2  # type: ignore[union-attr]


# ---------------------------------------------------------------------- shapes and dots


def test_a_shape_is_filled_in_lanes_by_several_strokes() -> None:
    player = Player(LEAVES)
    while not player.block.finished:
        task = player.fill
        for number, lane in enumerate(lanes(task.outline, task.brush)):
            player.stroke(lane, finger=number % 2)
            player.wait(0.1)
        player.wait(2.5)
    assert player.outcomes == [Outcome.DONE] * 3
    assert player.judged.score.precision >= 95


def test_a_dab_on_the_glass_fills_its_place_and_nothing_else() -> None:
    player = Player(LEAVES)
    outline = player.fill.outline
    middle = Vec(sum_of(p.x for p in outline) / len(outline), sum_of(p.y for p in outline) / len(outline))
    player.tap(middle)
    player.tap(middle + Vec(0, 14))
    player.stroke([middle, middle + Vec(0, 20)], finger=3)
    player.order("done")
    (rep,) = player.block.table.reps
    lines = strokes(player.block.played, rep.fingers, rep.began, rep.let_go)
    assert len(lines) == 3
    assert all(distance(a, b) < 20.1 for line in lines for (_, a), (_, b) in pairwise(line))
    assert path_length([at for _, at in lines[0]]) < 0.1


def sum_of(values: object) -> float:
    return math.fsum(values)  # type: ignore[arg-type]


def test_a_dot_sets_out_when_it_is_touched_and_its_piece_ends_with_its_way() -> None:
    player = Player(DOT)
    task = player.track
    start = task.curve[0][1]
    assert isinstance(start, Vec)
    player.wait(3.0)
    assert player.guided.dot() == start
    player.do("down", start)
    touched = player.t
    whole = task.curve[-1][0]
    while player.t < touched + whole + 0.2:
        at = player.guided.dot()
        assert at is not None
        player.do("move", at, after=0.01)
    assert player.outcomes == [Outcome.DONE]
    assert player.judged.score.precision >= 98
    assert player.judged.score.speed == pytest.approx(60.6, abs=0.1)  # the curve's, for it sets the pace


def test_a_dot_that_is_left_early_waits_again_and_one_left_late_counts() -> None:
    for share, outcome in ((0.2, Outcome.MISSED), (0.8, Outcome.DONE)):
        player = Player(DOT)
        task = player.track
        start = task.curve[0][1]
        assert isinstance(start, Vec)
        player.do("down", start)
        touched = player.t
        while player.t < touched + task.curve[-1][0] * share:
            player.do("move", player.guided.dot() or start, after=0.02)
        player.do("up", player.guided.dot() or start)
        player.wait(0.5)
        assert player.outcomes == [outcome]


def test_a_touch_far_from_the_dot_starts_nothing() -> None:
    player = Player(DOT)
    player.draw([Vec(15, 15), Vec(40, 15)])
    assert player.outcomes == []
    assert player.guided.dot() == player.track.curve[0][1]


# ---------------------------------------------------------------------- other hands, other pointers


@pytest.mark.parametrize("device", ["mouse", "keys"])
def test_click_move_click_draws_a_line_and_the_second_click_ends_it(device: str) -> None:
    player = Player(device=device)  # type: ignore[arg-type]
    path = player.follow.path
    player.hover([Vec(100, 100), path[0]])
    player.tap(path[0])
    player.hover(path)
    player.tap(path[-1])
    player.wait(0.4)
    player.hover([path[-1], Vec(20, 20)])  # the pointer goes on, and paints nothing
    assert player.outcomes == [Outcome.DONE]
    assert player.judged.score.precision >= 98
    assert player.judged.measures[0].strokes == 1  # type: ignore[union-attr]
    second = player.follow.path
    player.hover([Vec(20, 20), second[0]])
    player.tap(second[0])
    player.hover(second)
    player.tap(second[-1])
    player.wait(0.4)
    assert player.outcomes == [Outcome.DONE] * 2
    assert player.judged.score.precision >= 98
    same_again(player)


def test_a_pointer_that_rests_presses_and_draws_until_it_rests_again() -> None:
    player = Player(aids=("dwell", "tap"), device="mouse")
    path = player.follow.path
    for _ in range(60):
        player.do("hover", path[0])
    player.hover(path)
    for _ in range(60):
        player.do("hover", path[-1])
    player.wait(0.4)
    assert player.outcomes == [Outcome.DONE]
    assert player.judged.score.precision >= 97


def test_a_dot_is_followed_by_a_tapped_pointer() -> None:
    player = Player(DOT, device="mouse")
    start = player.track.curve[0][1]
    assert isinstance(start, Vec)
    player.tap(start)
    for _ in range(2000):
        if player.outcomes:
            break
        player.do("hover", player.guided.dot() or start, after=0.01)
    assert player.outcomes == [Outcome.DONE]
    assert player.judged.score.precision >= 95


def test_the_left_hand_has_the_picture_mirrored_but_never_letters() -> None:
    right, left = Player(), Player(side="left")
    for a, b in zip(right.follow.path, left.follow.path, strict=True):
        assert a.x + b.x == pytest.approx(ROOM.x)
        assert a.y == b.y
    assert Player(LETTERS).follow.path == Player(LETTERS, side="left").follow.path


# ---------------------------------------------------------------------- the signature, the restored painting


def test_a_name_that_is_written_becomes_the_line_to_trace() -> None:
    player = Player(NAME)
    assert player.guided.writing
    name = [Vec(60 + i, 60 + 15 * math.sin(i / 7)) for i in range(90)]
    player.draw(name)
    player.wait(1.5)
    assert player.outcomes == [Outcome.INTERRUPTED]  # no rep: nobody judges a name
    assert not player.guided.writing
    assert max(min(distance(a, b) for b in name) for a in player.follow.path) < 0.6
    while not player.block.finished:
        player.draw(player.follow.path)
    assert player.outcomes == [Outcome.INTERRUPTED, *[Outcome.DONE] * 4]
    assert player.judged.score.precision >= 98
    same_again(player)


def test_the_parts_that_are_missing_are_the_days_and_lie_on_the_painting() -> None:
    def asked(seed: int) -> list[tuple[Vec, ...]]:
        player = Player(GAME.challenges[0], seed=seed, size=BOARD)
        return [piece.line for piece in player.guided.to_come]

    assert asked(1) == asked(1) != asked(2)
    for seed in range(30):
        lines = asked(seed)
        assert len(lines) == 8
        assert all(10 < path_length(line) < 40 for line in lines)


# ---------------------------------------------------------------------- every table


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("level", EVERY, ids=lambda level: level.title)
@pytest.mark.parametrize("side", ["right", "left"])
def test_all_that_is_asked_lies_on_the_table(level: Level, size: tuple[int, int], side: str) -> None:
    block = Block(GAME, level, 5, Vec(*size), fit=Fit(side))
    rules = block.rules
    tasks = [block.table.asked[0]]
    guided = rules.guided  # type: ignore[attr-defined]
    if guided is not None:
        tasks += [piece.task(guided.layout.width, guided.layout.brush) for piece in guided.to_come]
    for task in tasks:
        if isinstance(task, Track):
            places = [place for _, place in task.curve]
        else:
            assert isinstance(task, Follow | Fill)
            places = list(task.path if isinstance(task, Follow) else task.outline)
        for place in places:
            assert isinstance(place, Vec)
            assert 9.9 <= place.x <= size[0] - 9.9
            assert 9.9 <= place.y <= size[1] - 9.9
        assert task.width >= 3


def test_the_lane_narrows_from_thirty_to_six_mm() -> None:
    widths = [level.settings.width for level in GAME.levels if level.settings.picture != "ribbon"]
    assert widths[0] == 30
    assert widths[-1] == 6


def test_a_level_ends_with_its_picture() -> None:
    for level in (*GAME.levels, *GAME.tests, *GAME.challenges):
        block = Block(GAME, level, 2, ROOM)
        hand = Hand(HANDS["steady"], 2)
        played(block, hand, longest=240)
        assert block.finished, level.title
        done = [rep for rep in block.table.reps if rep.outcome is Outcome.DONE]
        assert len(done) == level.reps


@pytest.mark.parametrize("name", ["slow", "trembling", "weak", "hasty"])
def test_every_hand_comes_to_the_end_of_a_picture(name: str) -> None:
    for level in (GAME.levels[LINES], GAME.levels[LETTERS], GAME.levels[LEAVES]):
        block = Block(GAME, level, 2, ROOM)
        played(block, Hand(HANDS[name], 4), longest=400)
        assert block.finished, (name, level.title)


@pytest.mark.parametrize("level", [LINES, LEAVES, EIGHTS, LETTERS])
def test_a_hand_that_clicks_and_moves_paints_the_picture_too(level: int) -> None:
    block = Block(GAME, GAME.levels[level], 2, ROOM, ("tap",))
    played(block, Hand(HANDS["steady"], 4, form="tap"), longest=240)
    assert block.finished
    assert judge(block.table.reps, block.played).score.precision > 85
    assert any(sample.phase == "hover" for sample in block.played)


def test_leaves_are_closed_shapes_that_hold_a_brush() -> None:
    player = Player(LEAVES)
    for piece in player.guided.to_come:
        middle = Vec(
            sum_of(p.x for p in piece.line) / len(piece.line), sum_of(p.y for p in piece.line) / len(piece.line)
        )
        assert inside(middle, piece.line)


def test_a_cancelled_touch_takes_back_its_ink_and_leaves_the_rest() -> None:
    player = Player()
    path = spread(player.follow.path, 3.0)
    half = len(path) // 2
    player.draw(path[: half + 1])
    player.do("down", Vec(30, 30), finger=4)
    player.do("move", Vec(60, 30), finger=4)
    player.do("cancel", Vec(60, 30), finger=4)
    player.draw(path[half:], finger=5)
    (rep,) = player.block.table.reps
    assert rep.outcome is Outcome.DONE
    assert player.judged.score.precision >= 97


def test_hovering_on_the_glass_ends_a_stroke_and_a_mouse_draws_on() -> None:
    for device, count in (("touch", 1), ("mouse", 3)):
        samples = [
            Sample(0.0, 1, "down", Vec(0, 0), device),  # type: ignore[arg-type]
            Sample(0.1, 1, "hover", Vec(0, 0), device),  # type: ignore[arg-type]
            Sample(0.2, 1, "hover", Vec(9, 0), device),  # type: ignore[arg-type]
            Sample(0.3, 1, "up", Vec(9, 9), device),  # type: ignore[arg-type]
        ]
        lines = strokes(samples, (1,), 0.0, 1.0)
        assert len(lines) == 1
        assert len(lines[0]) == count + (device == "mouse")


def test_a_stop_in_mid_line_leaves_no_rep() -> None:
    player = Player()
    player.do("down", player.follow.path[0])
    player.t += 0.1
    player.block.advance(player.t, [Command(player.t, "stop")])
    assert player.block.finished
    assert player.outcomes == []


@pytest.mark.parametrize("after", [0.08, 0.3])
def test_a_shape_filled_by_dabs_can_be_stored(after: float) -> None:
    player = Player(LEAVES)
    places = [place for lane in lanes(player.fill.outline, 6.0) for place in spread(lane, 5.0)]
    for place in places:
        player.tap(place, after=after)
    player.wait(2.0)
    assert player.outcomes == [Outcome.DONE]
    record = record_of(player.block, Circumstances("0" * 32, "practice", 3, wall_moment()))
    assert len(record.reps[0].fingers) <= len(places)
    assert player.judged.measures[0].quality > 0.8  # type: ignore[union-attr]
