"""The ways to hold a coin of Pennies and to let it go."""

from __future__ import annotations

from pennies_player import ROOM, Player, either_side

from games.kit.block import replayed
from games.kit.fingers import Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.shell.key_pointer import KeyPointer
from games.pennies import GAME

BIG, GENTLE = 0, 2


def same_again(player: Player) -> None:
    block = player.block
    again = replayed(GAME, block.level, block.seed, ROOM, block.trace, block.steps, block.aids, fit=block.table.fit)
    assert again.table.reps == block.table.reps
    assert [cue.name for cue in again.table.cues] == player.cues


def test_thumb_and_finger_close_on_a_coin_carry_it_and_open_to_let_go() -> None:
    player = Player(level=GENTLE)
    for _ in range(3):
        task = player.task
        player.pinch(task.start, *task.via, task.goal)
    assert player.outcomes == [Outcome.DONE] * 3
    rep = player.block.table.reps[0]
    assert len(rep.fingers) == 2
    assert player.standing == 3
    same_again(player)


def test_thumb_and_finger_that_open_early_drop_the_coin() -> None:
    player = Player(level=GENTLE)
    start = player.task.start
    player.pinch(start, Vec(player.rules.layout.heap.x - 40, 30))
    assert player.outcomes == [Outcome.DROPPED]
    assert player.standing == 0


def test_a_tremor_of_the_span_does_not_open_the_grip() -> None:
    player = Player(level=GENTLE)
    start = player.task.start
    player.together("down", either_side(start, 34))
    for span in (24, 20, 24, 20, 24, 21, 24):
        player.together("move", either_side(start, span))
    assert player.rules.held is not None
    assert player.outcomes == []


def test_fingers_that_rest_wide_apart_hold_nothing_until_they_close() -> None:
    player = Player(level=GENTLE)
    start = player.task.start
    player.together("down", either_side(start, 84))
    player.wait(0.3)
    assert player.rules.held is None
    player.together("move", either_side(start, 44))
    assert player.rules.held is not None
    assert player.rules.held.piece.home == start


def test_thumb_and_finger_laid_on_the_table_by_accident_start_nothing() -> None:
    for middle in (Vec(110, 30), Vec(60, 60), Vec(30, 100), Vec(90, 95)):
        player = Player(level=GENTLE)
        player.together("down", either_side(middle, 40))
        player.wait(0.4)
        player.together("move", either_side(middle, 30))
        assert player.rules.held is None, middle
        player.together("up", either_side(middle, 30))
        player.wait(0.4)
        assert player.outcomes == []
        player.build(0.0)
        assert player.outcomes == [Outcome.DONE]


def test_a_palm_laid_on_the_heap_starts_nothing() -> None:
    player = Player(level=GENTLE)
    start = player.task.start
    for finger, off in enumerate((Vec(0, 0), Vec(12, -5), Vec(20, -8), Vec(6, -14))):
        player.do("down", start + off, finger, after=0.03)
    player.wait(0.4)
    assert player.rules.held is None
    assert player.outcomes == []
    assert len(player.rules.heap.lying) == 3
    assert player.task.start == player.rules.heap.lying[0].home


def test_when_one_of_two_fingers_slips_off_the_other_holds_on() -> None:
    player = Player(level=GENTLE)
    task = player.task
    player.together("down", either_side(task.start, 30))
    player.together("move", either_side(task.start, 22))
    player.do("up", task.start + Vec(11, 0), finger=2)
    player.wait(0.3)
    held = player.rules.held
    assert held is not None
    assert len(held.fingers) == 1
    assert distance(held.at, task.start) < 1
    player.glide(task.start - Vec(11, 0), task.goal - Vec(11, 0), finger=1)
    player.do("up", task.goal - Vec(11, 0), finger=1)
    assert player.outcomes == [Outcome.DONE]


def test_only_one_coin_is_carried_at_a_time_and_any_may_be_taken() -> None:
    player = Player(level=BIG)
    lying = [coin.home for coin in player.rules.heap.lying]
    player.do("down", lying[-1], 0)
    player.do("move", lying[-1] - Vec(12, 0), 0)  # it is carried: a finger that only rests would give way
    player.wait(0.6)
    player.do("down", lying[0], 1)
    player.wait(0.1)
    assert player.rules.held is not None
    assert player.rules.held.piece.home == lying[-1]
    assert player.task.start == lying[-1]


def test_a_second_finger_beside_another_coin_takes_the_one_between_the_two() -> None:
    player = Player(level=GENTLE)
    coins = sorted((coin.home for coin in player.rules.heap.lying), key=lambda home: home.x)
    meant = coins[0]
    player.do("down", meant + Vec(3, 16), finger=1)
    player.do("down", meant - Vec(3, 16), finger=2, after=0.1)
    player.wait(0.05)
    held = player.rules.held
    assert held is not None
    assert held.piece.home == meant
    assert len(held.fingers) == 2


def test_tap_a_coin_tap_its_place_at_any_height() -> None:
    player = Player(level=GENTLE)
    player.build(0.0, 0.0)
    for low in (0.0, 12.0, -40.0):
        task = player.task
        player.tap(task.start)
        assert player.rules.held is not None
        player.tap(task.goal + Vec(2.5, low))
        player.wait(0.2)
    assert player.outcomes == [Outcome.DONE] * 5
    assert "knock" not in player.cues
    same_again(player)


def test_a_tap_beside_the_tower_sends_the_coin_home() -> None:
    player = Player(level=GENTLE)
    task = player.task
    player.tap(task.start)
    player.tap(Vec(task.goal.x - 45, task.goal.y))
    player.wait(0.3)
    assert player.outcomes == [Outcome.MISSED]
    assert player.standing == 0


def test_a_pointer_that_rests_carries_without_a_button() -> None:
    player = Player(level=GENTLE, aids=("dwell", "tap"))
    task = player.task
    player.hover(task.start, seconds=1.0)
    assert player.rules.held is not None
    player.hover(*task.via, task.goal - Vec(0, 12))
    player.hover(task.goal, seconds=1.0)
    assert player.outcomes == [Outcome.DONE]
    same_again(player)


def test_arrow_keys_and_space_build_too() -> None:
    player = Player(level=GENTLE)
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
    assert player.rules.held is not None
    steer(task.goal)
    press()
    player.wait(0.2)
    assert player.outcomes == [Outcome.DONE]
    assert {reading.device for reading in player.block.trace if isinstance(reading, Sample)} == {"keys"}
    same_again(player)
