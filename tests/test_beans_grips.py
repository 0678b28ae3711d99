"""The ways to hold a bean, and what the higher levels add."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from beans_player import ROOM, Player, either_side

from games.beans import GAME
from games.beans.bean import COLOURS, recipe
from games.beans.layout import SWING_SECONDS
from games.kit.block import Block, replayed
from games.kit.fingers import Sample
from games.kit.game import BOARD
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.shell.key_pointer import KeyPointer

HEAP, COLOURED, SWINGING, SPOON = 3, 4, 7, 9


def same_again(player: Player) -> None:
    block = player.block
    again = replayed(GAME, block.level, block.seed, ROOM, block.trace, block.steps, block.aids, fit=block.table.fit)
    assert again.table.reps == block.table.reps
    assert [cue.name for cue in again.table.cues] == player.cues


def test_thumb_and_finger_close_on_a_bean_carry_it_and_open_to_let_go() -> None:
    player = Player(level=1)
    task = player.task
    player.pinch(task.start, *task.via, task.goal)
    assert player.outcomes == [Outcome.DONE]
    rep = player.block.table.reps[0]
    assert len(rep.fingers) == 2
    assert rep.let_go < player.t - 0.3
    same_again(player)


def test_thumb_and_finger_that_open_early_drop_the_bean() -> None:
    player = Player()
    task = player.task
    player.pinch(task.start, Vec(ROOM.x / 2 + 10, 15))
    assert player.outcomes == [Outcome.DROPPED]


def test_a_tremor_of_the_span_does_not_open_the_grip() -> None:
    player = Player()
    start = player.task.start
    player.together("down", either_side(start, 34))
    for span in (24, 20, 24, 20, 24, 21, 24):
        player.together("move", either_side(start, span))
    assert player.rules.held is not None
    assert player.outcomes == []


def test_fingers_that_rest_wide_apart_hold_nothing_until_they_close() -> None:
    player = Player()
    start = player.task.start
    player.together("down", either_side(start, 80))
    player.wait(0.2)
    assert player.rules.held is None
    player.together("move", either_side(start, 60))
    assert player.rules.held is not None
    assert player.rules.held.piece.home == start


def test_when_one_of_two_fingers_slips_off_the_other_holds_on() -> None:
    player = Player()
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


def test_a_careless_pinch_of_a_heap_takes_a_handful_that_counts_as_one() -> None:
    for seed in range(20):
        player = Player(level=HEAP, seed=seed)
        task = player.task
        player.pinch(task.start, *task.via, task.goal)
        if "handful" in player.cues:
            break
    assert "handful" in player.cues
    assert player.outcomes == [Outcome.DONE]
    assert len(player.rules.tray.landed) > 1
    assert player.block.progress[0] == 1
    same_again(player)


def test_a_third_contact_beside_thumb_and_finger_is_a_palm_and_nothing_starts() -> None:
    player = Player()
    start = player.task.start
    player.together("down", [start, start + Vec(15, 5), start + Vec(-12, 10), start + Vec(4, 20)])
    player.wait(0.3)
    assert player.rules.held is None
    assert player.outcomes == []


def test_tap_bean_tap_wall_tap_bowl() -> None:
    player = Player(level=2)
    task = player.task
    player.tap(task.start)
    player.tap(task.via[0])
    player.wait(0.02)
    assert player.rules.waiting is not None
    assert "perch" in player.cues
    player.tap(task.goal)
    assert player.outcomes == [Outcome.DONE]
    player.tap(player.task.start)
    assert player.rules.held is not None
    player.tap(player.task.goal)
    assert player.outcomes == [Outcome.DONE, Outcome.DONE]
    same_again(player)


def test_tap_tap_tap_carries_a_spoon_too() -> None:
    player = Player(level=SPOON)
    for _ in range(3):
        task = player.task
        for place in (task.start, *task.via, task.goal):
            player.tap(place)
        player.wait(0.1)
    assert player.outcomes == [Outcome.DONE] * 3


def test_a_bean_that_waits_on_the_wall_goes_home_when_another_is_taken_or_a_pause_comes() -> None:
    player = Player(level=2)
    task = player.task
    player.tap(task.start)
    player.tap(task.via[0])
    player.tap(player.rules.tray.lying[0].home)
    assert player.rules.waiting is None
    assert player.outcomes == []
    assert any(bean.home == task.start for bean in player.rules.tray.lying)
    player.tap(task.via[0])
    player.order("pause")
    assert player.outcomes == [Outcome.INTERRUPTED]


def test_a_pointer_that_rests_carries_without_a_button() -> None:
    player = Player(level=1, aids=("dwell", "tap"))
    task = player.task
    player.hover(task.start, seconds=1.0)
    assert player.rules.held is not None
    player.hover(task.start + Vec(-30, -20), task.goal + Vec(20, 0), task.goal + Vec(12, 0))
    player.hover(task.goal, seconds=1.0)
    assert player.outcomes == [Outcome.DONE]
    same_again(player)


def test_arrow_keys_and_space_carry_a_bean() -> None:
    player = Player(level=1)
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
    player.wait(0.1)
    assert player.outcomes == [Outcome.DONE]
    assert {reading.device for reading in player.block.trace if isinstance(reading, Sample)} == {"keys"}
    same_again(player)


def test_a_held_arrow_glides_ever_faster_and_stops_at_the_edge() -> None:
    pointer = KeyPointer(Vec(0, 0), Vec(200, 100))
    pointer.press("right", 0.0)
    places = []
    for frame in range(1, 180):
        pointer.glide(frame / 60)
        places.append(pointer.at.x)
    steps = [b - a for a, b in pairwise(places)]
    assert steps[20] < steps[60]
    assert places[-1] == 200
    pointer.forget()
    assert pointer.glide(4.0) == []


def test_each_colour_belongs_to_its_own_jar_and_another_jar_is_a_miss() -> None:
    player = Player(level=COLOURED)
    layout, task = player.rules.tray.layout, player.task
    own = player.rules.tray.jar_of(next(bean for bean in player.rules.tray.lying if bean.home == task.start))
    assert layout.goals[own] == task.goal
    player.drag(task.start, *task.via, layout.goals[1 - own])
    assert player.outcomes == [Outcome.MISSED]
    assert any(bean.home == task.start for bean in player.rules.tray.lying)
    player.drag(player.task.start, *player.task.via, player.task.goal)
    assert player.outcomes[-1] is Outcome.DONE


@pytest.mark.parametrize("level", [COLOURED, 6, 8])
def test_every_jar_gets_its_share(level: int) -> None:
    jars = GAME.levels[level].settings.jars
    block = Block(GAME, replace(GAME.levels[level], reps=6 * jars), 4, ROOM, ("tap",))
    played(block, Hand(HANDS["steady"], 1))
    landed = [bean.jar for bean in block.rules.tray.landed]  # type: ignore[attr-defined]
    assert {landed.count(jar) > 1 for jar in range(jars)} == {True}


def test_a_swinging_jar_is_where_it_is_when_the_bean_is_let_go() -> None:
    player = Player(level=SWINGING)
    layout = player.rules.tray.layout
    assert layout.swing == GAME.levels[SWINGING].settings.swing > 2
    middle = layout.goals[0]
    assert layout.goal(0, SWING_SECONDS / 4).x == pytest.approx(middle.x + layout.swing)
    task = player.task
    assert task.goal == middle
    player.do("down", task.start)
    player.glide(task.start, task.via[0])
    end = middle
    for _ in range(400):  # wait over the middle until the jar is at its far right, then let go there
        player.do("move", end)
        away = layout.goal(0, player.t).x - middle.x
        if away > layout.swing - 0.5:
            break
    end = middle + Vec(layout.swing, 0)
    player.do("move", end)
    player.do("up", end)
    player.wait(0.05)
    rep = player.block.table.reps[0]
    assert rep.outcome is Outcome.DONE
    assert rep.task.goal == layout.goal(0, rep.let_go)  # type: ignore[union-attr]


def test_a_spoon_that_is_hurried_loses_its_bean_and_one_carried_steadily_does_not() -> None:
    player = Player(level=SPOON)
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.via[0], parts=40)
    player.glide(task.via[0], task.goal, parts=40)
    player.do("up", task.goal)
    assert player.outcomes == [Outcome.DONE]
    task = player.task
    player.do("down", task.start)
    player.wait(0.3)
    player.glide(task.start, task.via[0], parts=4)
    player.glide(task.via[0], task.goal, parts=4)
    assert player.outcomes[-1] is Outcome.DROPPED
    assert player.cues[-1] == "spill"


def test_a_spoon_between_two_fingers_must_stay_level() -> None:
    player = Player(level=SPOON)
    start = player.task.start
    player.together("down", either_side(start, 26))
    player.together("move", either_side(start, 20))
    assert player.rules.held is not None
    player.together("move", [start + Vec(-9, -4), start + Vec(9, 4)])
    assert player.rules.held is not None
    player.together("move", [start + Vec(-7, -8), start + Vec(7, 8)])
    player.wait(0.05)
    assert player.cues[-1] == "spill"
    assert player.outcomes == [Outcome.DROPPED]


def test_the_soup_of_the_day_is_done_when_its_recipe_is() -> None:
    level = GAME.challenges[0]
    for seed in range(3):
        block = Block(GAME, level, seed, BOARD, ("tap",))
        rules = block.rules
        wanted = rules.tray.recipe  # type: ignore[attr-defined]
        assert sum(wanted) == level.settings.recipe
        played(block, Hand(HANDS["hasty"], seed))
        assert block.finished
        landed = [bean.colour for bean in rules.tray.landed]  # type: ignore[attr-defined]
        assert tuple(landed.count(colour) for colour in range(COLOURS)) == wanted
        missed = [rep for rep in block.table.reps if rep.outcome is not Outcome.DONE]
        assert len(block.table.reps) == level.settings.recipe + len(missed)


def test_the_same_seed_is_the_same_recipe_and_another_seed_another() -> None:
    assert recipe(Random(4), 12) == recipe(Random(4), 12)
    assert len({tuple(recipe(Random(seed), 12)) for seed in range(30)}) > 10
    assert all(min(recipe(Random(seed), 12)) >= 1 for seed in range(30))


def test_a_bean_that_the_soup_does_not_take_comes_back() -> None:
    for seed in range(30):
        player = Player(level=GAME.challenges[0], seed=seed)
        player.rules.tray.wanted[:] = [
            0 if colour == 2 else max(1, n) for colour, n in enumerate(player.rules.tray.wanted)
        ]
        spare = [bean for bean in player.rules.tray.lying if bean.colour == 2]
        alone = [b for b in spare if all(o is b or distance(o.home, b.home) > 13 for o in player.rules.tray.lying)]
        if alone:
            break
    start = alone[0].home
    player.drag(start, *player.rules.tray.layout.over_wall(), player.rules.tray.layout.goals[0])
    assert player.outcomes == [Outcome.MISSED]
    assert alone[0] in player.rules.tray.lying


def test_skip_asks_for_another_bean_and_is_never_counted() -> None:
    player = Player()
    first = player.task.start
    player.order("skip")
    assert player.outcomes == [Outcome.INTERRUPTED]
    assert player.task.start != first
    player.do("down", player.task.start)
    player.order("skip")
    assert player.outcomes == [Outcome.INTERRUPTED] * 2
    assert player.rules.held is None
    assert player.block.progress[0] == 0


@pytest.mark.parametrize("form", ["drag", "tap", "pinch"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", range(10))
def test_a_steady_hand_of_either_side_fills_the_jar_in_every_form(level: int, side: str, form: str) -> None:
    block = Player(level=level, side=side).block
    played(block, Hand(HANDS["steady"], 2, form=form))  # type: ignore[arg-type]
    outcomes = [rep.outcome for rep in block.table.reps]
    assert block.finished
    assert outcomes.count(Outcome.DONE) >= len(outcomes) * 0.8
