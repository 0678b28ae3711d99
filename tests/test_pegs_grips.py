"""The ways to hold and to turn a peg: two fingers, one, taps, mouse, keys, a resting pointer, the knob, the wheel."""

from __future__ import annotations

import math

import pytest
from pegs_player import ROOM, Player, either_side

from games.kit.block import replayed
from games.kit.fingers import Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.shell.key_pointer import KeyPointer
from games.pegs import GAME
from games.pegs.layout import KNOB
from games.pegs.peg import STEP, SYMMETRY, still_to_turn

SHAPES, SQUARES, EVERY_SHAPE, FINEST = 3, 4, 8, 9


def same_again(player: Player) -> None:
    block = player.block
    again = replayed(GAME, block.level, block.seed, ROOM, block.trace, block.steps, block.aids, fit=block.table.fit)
    assert again.table.reps == block.table.reps
    assert [cue.name for cue in again.table.cues] == player.cues


def turning() -> Player:
    """A player who is asked to turn a square by one notch or more."""
    player = Player(SQUARES)
    assert abs(player.task.turn) >= STEP - 1e-9
    assert player.task.turn_width is not None
    return player


# ---------------------------------------------------------------------- holding


@pytest.mark.parametrize("level", range(len(GAME.levels)))
def test_thumb_and_finger_carry_a_peg_turn_it_and_open_to_let_go(level: int) -> None:
    player = Player(level)
    for _ in range(3):
        task = player.task
        player.pinch(task.start, task.goal, turn=task.turn)
        player.wait(0.5)
    assert player.outcomes == [Outcome.DONE] * 3
    assert all(len(rep.fingers) == 2 for rep in player.block.table.reps)
    same_again(player)


def test_a_pinch_anywhere_near_a_thin_peg_takes_it() -> None:
    player = Player(FINEST)
    task = player.task
    player.together("down", [task.start + Vec(-9, 3), task.start + Vec(13, -2)])
    player.wait(0.05)
    assert player.held is not None
    assert len(player.held.fingers) == 2
    assert player.held.at == task.start


def test_when_one_of_two_fingers_slips_off_the_other_holds_on() -> None:
    player = Player()
    task = player.task
    player.together("down", either_side(task.start, 30))
    player.together("move", either_side(task.start, 26))
    player.do("up", task.start + Vec(13, 0), finger=2)
    player.wait(0.3)
    assert player.held is not None
    assert len(player.held.fingers) == 1
    player.glide(task.start - Vec(13, 0), task.goal - Vec(13, 0), finger=1)
    player.do("up", task.goal - Vec(13, 0), finger=1)
    player.wait(0.05)
    assert player.outcomes == [Outcome.DONE]


def test_a_contact_lost_for_120_ms_drops_nothing_and_one_of_400_ms_does() -> None:
    for gap, outcomes in ((0.12, [Outcome.DONE]), (0.40, [Outcome.DROPPED])):
        player = Player()
        task, layout = player.task, player.rules.board.layout
        middle = Vec((layout.board.at.x + layout.board.size.x + layout.trays[0].at.x) / 2, 30)
        player.do("down", task.start)
        player.glide(task.start, middle)
        player.do("up", middle)
        player.do("down", middle + Vec(4, 2), finger=1, after=gap)
        player.glide(middle, task.goal, finger=1)
        player.do("up", task.goal, finger=1)
        player.wait(0.3)
        assert player.outcomes == outcomes, gap


def test_a_thumb_and_finger_laid_on_the_board_start_nothing() -> None:
    player = Player(level=1)
    task = player.task
    centre = player.rules.board.layout.board.middle
    player.together("down", [centre - Vec(18, 10), centre + Vec(18, 10)])
    player.wait(0.6)
    player.together("move", [centre - Vec(14, 9), centre + Vec(14, 9)])
    player.wait(0.3)
    player.together("up", [centre - Vec(14, 9), centre + Vec(14, 9)])
    player.wait(0.4)
    assert player.rules.hands == {}
    assert player.outcomes == []
    assert player.cues == []
    assert player.task == task


def test_a_hand_laid_on_pegs_that_are_to_be_taken_back_leaves_them_in_their_holes() -> None:
    player = Player()
    for _ in range(4):
        player.answer()
    start = player.task.start
    player.together("down", [start - Vec(15, 8), start + Vec(15, 8)])
    player.wait(0.3)
    player.together("up", [start - Vec(15, 8), start + Vec(15, 8)])
    player.wait(0.4)
    assert player.outcomes == [Outcome.DONE] * 4
    assert all(peg.state == "placed" for peg in player.rules.board.pegs)


def test_a_palm_on_the_pegs_starts_nothing() -> None:
    player = Player()
    start = player.task.start
    player.together("down", [start, start + Vec(15, 5), start + Vec(-12, 10), start + Vec(4, 20)])
    player.wait(0.3)
    assert player.rules.hands == {}
    assert player.outcomes == []


def test_only_one_peg_is_carried_at_a_time() -> None:
    player = Player(level=1)
    first, other = player.task.start, player.rules.board.pegs[-1].home
    player.do("down", first, 0)
    player.wait(0.7)
    player.do("down", other, 1)
    player.wait(0.05)
    assert player.held is not None
    assert player.held.start == first


@pytest.mark.parametrize("level", [0, 1, 2, 3, 5, FINEST])
def test_tap_peg_tap_hole(level: int) -> None:
    player = Player(level)
    for _ in range(3):
        task = player.task
        player.tap(task.start)
        player.tap(task.goal)
        player.wait(0.2)
    assert player.outcomes == [Outcome.DONE] * 3
    same_again(player)


def test_click_move_click_carries_with_no_button_held() -> None:
    player = Player(level=1)
    task = player.task
    player.tap(task.start)
    player.hover(*(task.start + (task.goal - task.start) * (part / 10) for part in range(1, 11)))
    player.tap(task.goal)
    player.wait(0.05)
    assert player.outcomes == [Outcome.DONE]


def test_a_pointer_that_rests_carries_without_a_button() -> None:
    player = Player(level=1, aids=("dwell", "tap"))
    task = player.task
    player.hover(task.start, seconds=1.0)
    assert player.held is not None
    player.hover(task.start + Vec(-30, -20), task.goal + Vec(20, 0), task.goal + Vec(12, 0))
    player.hover(task.goal, seconds=1.0)
    assert player.outcomes == [Outcome.DONE]
    same_again(player)


def test_arrow_keys_and_space_carry_and_q_and_e_turn() -> None:
    player = turning()
    pointer = KeyPointer(Vec(0, 0), ROOM)

    def steer(goal: Vec) -> None:
        for key, off in (("right", goal.x - pointer.at.x), ("down", goal.y - pointer.at.y)):
            arrow = key if off > 0 else {"right": "left", "down": "up"}[key]
            for _ in range(round(abs(off) / 2)):
                player.t += 0.03
                player.block.advance(player.t + 0.009, pointer.press(arrow, player.t) or [])
                pointer.release(arrow)

    def press() -> None:
        player.t += 0.6
        player.block.advance(player.t + 0.009, pointer.press("space", player.t) or [])

    task = player.task
    steer(task.start)
    press()
    assert player.held is not None
    steer(task.goal)
    for _ in range(round(abs(task.turn) / STEP)):
        player.order("turn", math.copysign(1, task.turn))
    press()
    player.wait(0.1)
    assert player.outcomes == [Outcome.DONE]
    assert {reading.device for reading in player.block.trace if isinstance(reading, Sample)} == {"keys"}
    same_again(player)


# ---------------------------------------------------------------------- turning


def test_a_peg_that_is_not_turned_does_not_go_in_and_says_how_far_it_was_turned() -> None:
    player = turning()
    task = player.task
    player.drag(task.start, task.goal)
    assert player.outcomes == [Outcome.MISSED]
    assert player.block.table.reps[0].turned == 0.0
    player.answer()
    rep = player.block.table.reps[1]
    assert rep.outcome is Outcome.DONE
    assert rep.turned == pytest.approx(rep.task.turn)  # type: ignore[union-attr]


def test_a_turn_within_its_tolerance_is_enough_and_its_error_is_kept() -> None:
    player = turning()
    task = player.task
    off = math.radians(GAME.levels[SQUARES].settings.turn)
    player.pinch(task.start, task.goal, turn=task.turn - off * 0.8)
    assert player.outcomes == [Outcome.DONE]
    assert player.block.table.reps[0].turned == pytest.approx(task.turn - off * 0.8, abs=0.01)
    task = player.task
    player.pinch(task.start, task.goal, turn=task.turn + off * 1.2)
    assert player.outcomes == [Outcome.DONE, Outcome.MISSED]


def test_a_square_turned_the_other_way_round_fits_as_well_and_counts_the_same() -> None:
    player = turning()
    task = player.task
    other = task.turn - math.copysign(math.pi / 2, task.turn)
    player.pinch(task.start, task.goal, turn=other)
    assert player.outcomes == [Outcome.DONE]
    assert player.block.table.reps[0].turned == pytest.approx(task.turn, abs=0.01)


def test_what_was_turned_stays_turned_when_a_peg_glides_home() -> None:
    player = turning()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, Vec(task.start.x - 10, 3))
    player.order("turn", math.copysign(1, task.turn))
    away = Vec(player.rules.board.layout.board.at.x - 8, 4)
    player.glide(Vec(task.start.x - 10, 3), away)
    player.do("up", away)
    player.wait(0.4)
    assert player.outcomes == [Outcome.DROPPED]
    assert player.task.turn == pytest.approx(task.turn - math.copysign(STEP, task.turn))


def test_the_wheel_turns_the_peg_that_is_asked_for_before_it_is_taken() -> None:
    player = turning()
    task = player.task
    player.order("turn", round(task.turn / STEP))
    assert player.task == task
    player.drag(task.start, task.goal)
    assert player.outcomes == [Outcome.DONE]
    assert player.block.table.reps[0].turned == pytest.approx(task.turn)
    assert "turn" in player.cues


def test_taps_on_the_halves_of_the_knob_turn_by_a_notch_to_either_side() -> None:
    player = turning()
    task, knob = player.task, player.rules.board.layout.knob
    assert knob is not None
    side = math.copysign(6, task.turn)
    for _ in range(round(abs(task.turn) / STEP)):
        player.tap(knob + Vec(side, 0))
        player.wait(0.3)
    player.drag(task.start, task.goal)
    assert player.outcomes == [Outcome.DONE]
    same_again(player)


def test_the_knob_may_be_tapped_between_tap_peg_and_tap_hole() -> None:
    player = turning()
    task, knob = player.task, player.rules.board.layout.knob
    assert knob is not None
    player.tap(task.start)
    for _ in range(round(abs(task.turn) / STEP)):
        player.tap(knob + Vec(math.copysign(6, task.turn), 0))
        player.wait(0.3)
    assert player.held is not None
    assert distance(player.held.at, task.start) < 1
    player.tap(task.goal)
    player.wait(0.2)
    assert player.outcomes == [Outcome.DONE]
    same_again(player)


@pytest.mark.parametrize("order", [1, -1])
def test_thumb_and_finger_that_land_beside_the_knob_still_take_the_peg_between_them(order: int) -> None:
    player = Player(SQUARES, size=Vec(143, 206))
    layout = player.rules.board.layout
    assert layout.knob is not None
    peg = min(player.rules.board.pegs, key=lambda peg: distance(peg.home, layout.knob or peg.home))
    way = layout.knob - peg.home
    near = peg.home + way * ((way.length - KNOB + 1) / way.length)
    assert layout.on_knob(near)
    tips = [peg.home - way * (14 / way.length), near][::order]
    player.together("down", tips[:1])
    player.together("down", tips[1:], first=2)
    player.wait(0.05)
    assert player.held is not None
    assert player.held.start == peg.home
    assert len(player.held.fingers) == 2
    assert player.rules.dials == []


def test_the_knob_turns_the_peg_as_a_finger_goes_round_it() -> None:
    player = turning()
    task, knob = player.task, player.rules.board.layout.knob
    assert knob is not None
    for part in range(21):
        angle = task.turn * part / 20
        place = knob + Vec(8 * math.sin(angle), -8 * math.cos(angle))
        player.do("down" if part == 0 else "move", place)
    player.do("up", knob + Vec(8 * math.sin(task.turn), -8 * math.cos(task.turn)))
    player.wait(0.3)
    assert player.rules.dials == []
    player.drag(task.start, task.goal)
    assert player.outcomes == [Outcome.DONE]
    assert player.block.table.reps[0].turned == pytest.approx(task.turn, abs=0.02)


def test_one_hand_holds_while_another_turns_the_knob() -> None:
    player = turning()
    task, knob = player.task, player.rules.board.layout.knob
    assert knob is not None
    player.do("down", task.start, 0)
    player.glide(task.start, task.goal, 0)
    for _ in range(round(abs(task.turn) / STEP)):
        player.do("down", knob + Vec(math.copysign(6, task.turn), 0), 1, after=0.3)
        player.do("up", knob + Vec(math.copysign(6, task.turn), 0), 1, after=0.1)
        player.wait(0.3)
    player.do("up", task.goal, 0)
    player.wait(0.2)
    assert player.outcomes == [Outcome.DONE]


def test_pegs_of_levels_without_a_twist_turn_by_themselves() -> None:
    player = Player(SHAPES)
    assert player.rules.board.layout.knob is None
    for _ in range(9):
        assert player.task.turn == 0.0
        assert player.task.turn_width is None
        player.answer(turned=False)
    assert player.outcomes == [Outcome.DONE] * 9
    board = player.rules.board
    assert any(hole.angle for hole in board.holes)


def test_a_round_peg_needs_no_turn() -> None:
    player = Player(EVERY_SHAPE)
    board = player.rules.board
    peg = next(peg for peg in board.pegs if peg.sort.shape == "round")
    player.do("down", peg.home)
    player.wait(0.02)
    assert (player.task.turn, player.task.turn_width) == (0.0, None)


@pytest.mark.parametrize("shape", ["square", "star"])
@pytest.mark.parametrize("steps", range(-30, 31))
def test_how_far_to_turn_is_the_shortest_way_that_fits(shape: str, steps: int) -> None:
    angle = steps * 0.21
    turn = still_to_turn(angle, 0.4, shape)
    assert abs(turn) <= SYMMETRY[shape] / 2 + 1e-9
    times = (0.4 - angle - turn) / SYMMETRY[shape]
    assert times == pytest.approx(round(times), abs=1e-6)


def test_turning_means_nothing_where_nothing_is_to_be_turned() -> None:
    player = Player(level=0)
    task = player.task
    player.order("turn", 3)
    assert player.task == task
    assert all(peg.angle == 0 for peg in player.rules.board.pegs)
    assert "turn" not in player.cues
