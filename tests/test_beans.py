"""What is special to the rules of Beans."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from beans_player import ROOM, Player

from games.beans import GAME
from games.beans.layout import RIM, Layout
from games.kit.block import Block, replayed
from games.kit.fingers import Command
from games.kit.game import BOARD, Level
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played


def test_a_bean_dragged_into_the_bowl_is_done_at_once() -> None:
    player = Player()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.goal)
    player.do("up", task.goal)
    player.wait(0.02)
    assert player.outcomes == [Outcome.DONE]
    rep = player.block.table.reps[0]
    assert rep.let_go == pytest.approx(player.t - 0.02, abs=0.02)
    assert len(player.rules.tray.landed) == 1


def test_a_bean_spilt_is_missed() -> None:
    player = Player()
    beside = player.task.goal + Vec(0, player.task.width * 0.51)
    player.drag(player.task.start, beside)
    assert player.outcomes == [Outcome.MISSED]


def test_a_bean_let_go_short_of_the_middle_is_dropped_and_glides_home() -> None:
    player = Player()
    start = player.task.start
    player.drag(start, Vec(ROOM.x / 2 + 12, 20))
    assert player.outcomes == [Outcome.DROPPED]
    assert any(bean.home == start and bean.at == start for bean in player.rules.tray.lying)


def test_a_bean_put_back_into_its_own_bowl_is_no_rep() -> None:
    player = Player(aids=())
    start = player.task.start
    player.drag(start, start + Vec(3, 3))
    assert player.outcomes == []
    assert player.task.start == start


def test_the_rim_of_the_tolerance_is_inside() -> None:
    player = Player()
    task = player.task
    player.drag(task.start, task.goal + Vec(task.width / 2, 0))
    assert player.outcomes == [Outcome.DONE]


def test_a_bean_carried_into_the_wall_is_dropped_and_over_it_is_not() -> None:
    player = Player(level=2)
    task = player.task
    player.drag(task.start, task.goal)
    assert player.outcomes == [Outcome.DROPPED]
    assert [cue.name for cue in player.block.table.cues].count("wall") == 1
    task = player.task
    player.drag(task.start, *task.via, task.goal)
    assert player.outcomes == [Outcome.DROPPED, Outcome.DONE]


def test_taps_carry_a_bean_over_any_wall() -> None:
    player = Player(level=3)
    task = player.task
    player.do("down", task.start)
    player.do("up", task.start, after=0.1)
    player.wait(0.5)
    assert player.rules.held is not None
    player.do("down", task.goal)
    player.do("up", task.goal, after=0.1)
    player.wait(0.05)
    assert player.outcomes == [Outcome.DONE]


def test_a_contact_lost_for_120_ms_drops_nothing_and_one_of_400_ms_does() -> None:
    for gap, outcomes in ((0.12, [Outcome.DONE]), (0.40, [Outcome.DROPPED])):
        player = Player()
        task = player.task
        middle = Vec(ROOM.x / 2 + 10, 30)
        player.do("down", task.start)
        player.glide(task.start, middle)
        player.do("up", middle)
        player.do("down", middle + Vec(4, 2), finger=1, after=gap)
        player.glide(middle, task.goal, finger=1)
        player.do("up", task.goal, finger=1)
        player.wait(0.3)
        assert player.outcomes == outcomes, gap


def test_a_palm_laid_on_the_beans_starts_nothing() -> None:
    player = Player()
    start = player.task.start
    for finger, off in enumerate((Vec(0, 0), Vec(12, 5), Vec(20, -8), Vec(6, 14))):
        player.do("down", start + off, finger, after=0.03)
    player.wait(0.4)
    for finger in range(4):
        player.do("up", start, finger)
    player.wait(0.4)
    assert player.rules.held is None
    assert player.outcomes == []
    assert player.task.start == start


def test_a_pause_in_mid_carry_interrupts_the_rep_and_asks_again() -> None:
    player = Player()
    player.do("down", player.task.start)
    player.glide(player.task.start, player.task.goal)
    player.block.advance(player.t, [Command(player.t, "pause")])
    assert player.outcomes == [Outcome.INTERRUPTED]
    assert player.rules.held is None
    assert 0 in player.block.table.asked
    assert player.block.progress[0] == 0


def test_only_one_bean_is_carried_at_a_time() -> None:
    player = Player()
    first, second = player.rules.tray.lying[0].home, player.rules.tray.lying[1].home
    player.do("down", first, 0)
    player.do("down", second, 1)
    player.wait(0.05)
    assert player.rules.held is not None
    assert player.rules.held.piece.home == first


def test_any_bean_may_be_taken_and_becomes_the_one_asked_for() -> None:
    player = Player()
    other = player.rules.tray.lying[-1].home
    assert other != player.task.start
    player.do("down", other)
    player.wait(0.02)
    assert player.task.start == other


def test_the_left_hand_has_the_table_mirrored() -> None:
    right, left = Player(side="right").rules.tray.layout, Player(side="left").rules.tray.layout
    assert right.source.x == pytest.approx(ROOM.x - left.source.x)
    assert right.goals == [Vec(ROOM.x - goal.x, goal.y) for goal in left.goals]
    assert right.source.x > right.goals[0].x


@pytest.mark.parametrize("size", [(143, 63), (172, 86), (217, 114), (260, 151), (143, 206), (345, 172), (130, 76)])
@pytest.mark.parametrize(
    "level", [*GAME.levels, *GAME.tests, *GAME.challenges, GAME.free], ids=lambda level: level.title
)
@pytest.mark.parametrize("side", ["left", "right"])
def test_bowls_and_beans_lie_on_every_table(size: tuple[float, float], level: Level, side: str) -> None:
    table = Vec(*size)
    layout = Layout(table, level.settings, side)
    bowls = [(layout.source, layout.source_mouth), *((goal, layout.mouth) for goal in layout.goals)]
    for index, (centre, mouth) in enumerate(bowls):
        outer = mouth * RIM / 2 + (layout.swing if index else 0)
        assert outer - 0.01 <= centre.x <= table.x - outer + 0.01
        assert mouth / 2 <= centre.y <= table.y - mouth / 2
        for other, width in bowls[index + 1 :]:
            assert distance(centre, other) >= (mouth + width) / 2
    assert layout.mouth >= min(level.settings.mouth, 15)
    spots = layout.spots(Random(5))
    assert len(spots) >= 3
    least = level.settings.bean * (0.6 if level.settings.heaped else 0.7)
    for index, spot in enumerate(spots):
        assert distance(spot, layout.source) <= layout.source_mouth / 2
        assert all(distance(spot, other) >= min(least, 9.0) for other in spots[index + 1 :])
    if layout.wall_top is not None:
        assert all(0 < point.y < layout.wall_top for point in layout.over_wall())


def test_new_settings_lay_the_table_anew() -> None:
    small = replace(GAME.levels[0].settings, bean=12, mouth=30)
    block = Block(GAME, GAME.levels[0], 1, ROOM, coach=lambda level, reps: small if reps else level.settings)
    player = Player()
    player.block = block
    player.drag(player.task.start, player.task.goal)
    assert player.outcomes == [Outcome.DONE]
    assert player.task.width == 30
    assert block.table.reps[0].settings == GAME.levels[0].settings


def test_the_timed_test_is_played_on_the_fixed_board_and_ends_60_s_after_the_first_touch() -> None:
    block = Block(GAME, GAME.tests[0], 5, BOARD)
    for frame in range(1, 61 * 4):
        block.advance(frame / 4)
    assert not block.finished
    player = Player()
    player.block, player.t = block, 61.0
    player.drag(player.task.start, *player.task.via, player.task.goal)
    began = block.table.reps[0].began
    while not block.finished:
        player.wait(0.1)
    assert block.now == pytest.approx(began + 60, abs=0.02)


def test_a_replay_of_taps_drags_and_drops_is_the_same_to_the_last_digit() -> None:
    player = Player(level=1)
    player.drag(player.task.start, *player.task.via, player.task.goal)
    player.drag(player.task.start, player.task.goal)
    player.do("down", player.task.start)
    player.do("up", player.task.start)
    player.do("down", player.task.goal, after=0.4)
    player.do("up", player.task.goal)
    player.wait(0.5)
    block = player.block
    again = replayed(GAME, block.level, block.seed, ROOM, block.trace, block.steps, block.aids, fit=block.table.fit)
    assert again.table.reps == block.table.reps
    assert len(again.table.reps) == 3
    assert again.played == block.played
    assert [cue.name for cue in again.table.cues] == [cue.name for cue in block.table.cues]


def test_rules_take_no_notice_of_what_is_shown_ahead_of_the_step() -> None:
    player = Player()
    start = player.task.start
    player.do("down", start)
    player.wait(0.02)
    held = player.rules.held
    assert held is not None
    held.fingers[0].shown = Vec(-500, -500)
    player.wait(0.02)
    assert held.at == start


@pytest.mark.parametrize("seed", [41, 105203, 207709])
def test_a_soup_whose_last_bean_lay_nowhere_comes_to_its_end(seed: int) -> None:
    block = Block(GAME, GAME.challenges[0], seed, BOARD, ("tap",))
    played(block, Hand(HANDS["steady"], seed), longest=60)
    assert block.finished
    assert not any(block.rules.tray.wanted)  # type: ignore[attr-defined]
