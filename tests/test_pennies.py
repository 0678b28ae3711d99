"""What is special to the rules of Pennies: taking, hovering, letting go, what stands and what comes down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pennies_player import ROOM, Player

from games.kit.block import Block, replayed
from games.kit.fingers import Command
from games.kit.game import BOARD, Level
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.scoring.block import judge
from games.pennies import GAME
from games.pennies.coin import THICK
from games.pennies.layout import EDGE, Layout
from games.pennies.stand import DRIFT_SECONDS, STEADIED

BIG, PENNIES, BRIDGES, DRIFTING, PYRAMID, EDGE_OF = 0, 4, 5, 6, 7, 8
ENDLESS = (
    replace(GAME.free, settings=replace(GAME.free.settings, magnet=0.0, coin=20.0, factor=1.0)) if GAME.free else None
)
TABLES = [(80, 45), (143, 63), (172, 86), (217, 114), (143, 206), (345, 172), (400, 250), (130, 76)]


def same_again(player: Player) -> None:
    block = player.block
    size = block.table.size
    again = replayed(GAME, block.level, block.seed, size, block.trace, block.steps, block.aids, fit=block.table.fit)
    assert again.table.reps == block.table.reps
    assert again.played == block.played
    assert [(cue.t, cue.name, cue.step) for cue in again.table.cues] == [
        (cue.t, cue.name, cue.step) for cue in block.table.cues
    ]


def test_a_coin_let_go_over_the_stand_is_done_at_once_and_stands() -> None:
    player = Player()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.via[0])
    player.glide(task.via[0], task.goal)
    player.do("up", task.goal)
    player.wait(0.02)
    assert player.outcomes == [Outcome.DONE]
    assert player.standing == 1
    assert player.cues == ["lift", "land"]
    assert player.block.table.reps[0].let_go == pytest.approx(player.t - 0.02, abs=0.02)


def test_where_it_is_let_go_decides_and_not_how_high() -> None:
    player = Player()
    task = player.task
    high = Vec(task.goal.x + 3.0, task.goal.y - 15.0)
    player.drag(task.start, high)
    rep = player.block.table.reps[0]
    assert rep.outcome is Outcome.DONE
    assert player.rules.tower.coins[0].x == pytest.approx(3.0, abs=0.02)
    measured = judge(player.block.table.reps, player.block.played).measures[0]
    assert measured is not None
    assert measured.error == pytest.approx(3.0, abs=0.02)


def test_the_next_place_is_on_top_of_the_coin_as_it_really_lies() -> None:
    player = Player()
    first = player.task.goal
    player.build(4.0)
    coin = player.rules.tower.coins[0]
    assert player.task.goal.x == pytest.approx(first.x + 4.0, abs=0.02)
    assert player.task.goal.y == pytest.approx(first.y - coin.thick)


def test_the_magnet_pulls_a_coin_to_its_place_and_is_no_part_of_the_score() -> None:
    player = Player(level=BIG)
    player.build(5.0, 9.0)
    assert player.rules.tower.coins[0].x == pytest.approx(0.0)
    assert player.rules.tower.coins[1].x == pytest.approx(9.0 - 6.0, abs=0.02)
    errors = [m.error for m in judge(player.block.table.reps, player.block.played).measures if m is not None]
    assert errors == [pytest.approx(5.0, abs=0.02), pytest.approx(9.0, abs=0.02)]


def test_a_coin_beyond_the_tolerance_stays_where_it_stands_but_is_missed() -> None:
    player = Player()
    player.build(0.0, 9.0)
    assert player.task.width / 2 == pytest.approx(8.0)
    assert player.outcomes == [Outcome.DONE, Outcome.MISSED]
    assert player.standing == 2
    assert player.rules.tower.coins[1].x == pytest.approx(9.0, abs=0.02)


def test_a_coin_let_go_beyond_the_rim_tips_off_and_the_tower_stays() -> None:
    player = Player()
    player.build(0.0, 10.5)
    assert player.outcomes == [Outcome.DONE, Outcome.MISSED]
    assert player.standing == 1
    assert player.cues[-1] == "topple"
    assert [len(fall.coins) for fall in player.rules.falls] == [1]
    assert player.rules.falls[0].way == 1.0


def test_a_tower_that_leans_too_far_comes_down_from_where_its_load_lies_outside() -> None:
    player = Player()
    player.build(0.0, 6.0, 6.0)
    assert player.outcomes[-1] is Outcome.DONE
    assert player.rules.tower.lean().strength > 0.8
    player.build(6.0)
    assert player.outcomes[-1] is Outcome.MISSED
    assert player.standing == 1, "over the lowest lay the middle of 6, 12 and 18 mm: 12, and its rim is at 10"
    assert len(player.rules.falls[0].coins) == 3
    measured = judge(player.block.table.reps, player.block.played).measures[-1]
    assert measured is not None
    assert measured.quality == 0
    player.build(0.0)
    assert player.standing == 2, "what came down is in the heap again, and the tower goes on"
    same_again(player)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-900, 900), min_size=1, max_size=7))
def test_a_tower_built_by_hand_falls_exactly_when_the_book_tower_would(steps: list[int]) -> None:
    from fractions import Fraction

    assert ENDLESS is not None
    player = Player(level=ENDLESS)
    lying: list[Fraction] = []
    for step in steps:
        player.build(step / 100)
        rules = player.rules
        landed = max([*rules.tower.coins.values(), *(c for f in rules.falls for c in f.coins)], key=lambda c: c.place)
        assert landed.place == len(lying)
        lying.append(Fraction(landed.x))
        margins = [
            10 - abs(sum(lying[i + 1 :], Fraction(0)) / len(lying[i + 1 :]) - lying[i]) for i in range(len(lying) - 1)
        ]
        assert (player.standing == len(lying)) == (min(margins, default=Fraction(1)) >= -Fraction(1, 10**9))
        if player.standing < len(lying):
            assert player.cues[-1] == "topple"
            return


def test_sixty_coins_dropped_dead_centre_stand_for_ever_and_the_stand_sinks_under_them() -> None:
    assert ENDLESS is not None
    player = Player(level=replace(ENDLESS, settings=replace(ENDLESS.settings, coin=19.0)))
    for count in range(60):
        task = player.task
        assert 0 < task.goal.y < ROOM.y - EDGE, count
        assert all(point.y > 0 for point in task.via)
        player.build(0.0)
    assert player.standing == 60
    assert player.rules.stand.sunk > 60
    player.wait(60.0)
    assert player.standing == 60
    assert player.rules.highest == pytest.approx(60 * 19.0 * THICK)
    made = [rep.made for rep in player.block.table.reps]
    assert max(-corner.y for outlines in made for outline in outlines for corner in outline) == pytest.approx(
        player.rules.highest
    )


def test_when_a_high_tower_comes_down_the_stand_comes_up_again() -> None:
    assert ENDLESS is not None
    player = Player(level=ENDLESS)
    player.build(*[0.0] * 40)
    sunk = player.rules.stand.sunk
    assert sunk > 0
    player.build(*[5.9] * 4)
    assert "topple" in player.cues
    assert player.standing < 44
    assert player.rules.highest > player.rules.tower.height


def test_a_complete_tower_makes_room_for_a_new_one() -> None:
    player = Player(level=BIG)
    player.build(*[0.0] * 5)
    assert player.cues[-1] == "tower"
    assert player.standing == 0
    assert len(player.rules.complete[0].coins) == 5
    player.build(*[0.0] * 5)
    assert player.block.finished
    assert player.outcomes == [Outcome.DONE] * 10


def test_notes_rise_as_the_tower_grows_and_start_anew_after_a_fall() -> None:
    player = Player()
    player.build(0.0, 0.0, 0.0, 10.5)
    player.build(0.0)
    assert [cue.step for cue in player.block.table.cues if cue.name == "land"] == [0, 1, 2, 3]


# ---------------------------------------------------------------------- knocking


def dragged_low(player: Player, parts: int) -> None:
    """Carry a coin straight into the tower's side, a little above the stand, in so many parts of 20 ms."""
    task, coin = player.task, player.rules.tower.coins[0]
    side = player.rules.stand.foot + Vec(coin.width * 2.2, -coin.thick)
    player.do("down", task.start)
    player.glide(task.start, side, parts=30)
    player.wait(0.3)
    player.glide(side, side - Vec(coin.width * 2.0, 0), parts=parts)


def test_a_coin_carried_gently_into_the_tower_knocks_it_and_nothing_falls() -> None:
    player = Player()
    player.build(*[0.0] * 5)
    dragged_low(player, parts=16)
    assert player.cues.count("knock") == 1
    assert player.standing == 5
    assert player.rules.held is not None


def test_a_hard_knock_brings_down_what_is_hit_and_what_rests_on_it() -> None:
    player = Player()
    player.build(*[0.0] * 5)
    dragged_low(player, parts=3)
    assert player.cues[-2:] == ["knock", "topple"]
    assert player.standing < 2
    assert player.outcomes[-1] is Outcome.MISSED
    assert player.rules.falls[-1].way == -1.0
    assert player.rules.held is None
    same_again(player)


def test_big_coins_are_never_knocked_down() -> None:
    player = Player(level=BIG)
    player.build(*[0.0] * 4)
    dragged_low(player, parts=1)
    assert "knock" in player.cues
    assert player.standing == 4


def test_the_path_that_is_shown_knocks_nothing() -> None:
    for level in range(10):
        player = Player(level=level)
        while not player.block.finished:
            player.build(0.0)
        assert "knock" not in player.cues
        assert player.outcomes == [Outcome.DONE] * len(player.outcomes), GAME.levels[level].title


# ---------------------------------------------------------------------- letting go elsewhere


def test_a_coin_put_back_on_the_heap_is_no_rep() -> None:
    player = Player(aids=())
    start = player.task.start
    player.drag(start, start + Vec(3, 2))
    assert player.outcomes == []
    assert player.task.start == start


def test_a_coin_let_go_beside_comes_home_missed_near_the_tower_and_dropped_near_the_heap() -> None:
    player = Player()
    foot, heap = player.rules.stand.foot, player.rules.layout.heap
    start = player.task.start
    player.drag(start, Vec(foot.x - 45, 40))
    player.drag(player.task.start, Vec(heap.x - 40, 40))
    assert player.outcomes == [Outcome.MISSED, Outcome.DROPPED]
    assert len(player.rules.heap.lying) == 3
    assert player.task.start == start


def test_from_very_high_up_a_coin_is_not_let_fall() -> None:
    player = Player()
    task = player.task
    player.drag(task.start, Vec(task.goal.x, 8.0))
    assert player.outcomes == [Outcome.MISSED]
    assert player.standing == 0


def test_a_coin_let_go_a_little_too_low_is_set_down_on_top() -> None:
    player = Player()
    player.build(0.0, 0.0)
    task = player.task
    player.drag(task.start, *task.via, task.goal + Vec(0, 5))
    assert player.outcomes[-1] is Outcome.DONE
    assert player.standing == 3


def test_a_contact_lost_for_120_ms_drops_nothing_and_one_of_400_ms_does() -> None:
    for gap, outcomes in ((0.12, [Outcome.DONE]), (0.40, [Outcome.DROPPED])):
        player = Player()
        task = player.task
        midway = Vec(player.rules.layout.heap.x - 35, 40)
        player.do("down", task.start)
        player.glide(task.start, midway)
        player.do("up", midway)
        player.do("down", midway + Vec(4, 2), finger=1, after=gap)
        player.glide(midway, task.goal, finger=1)
        player.do("up", task.goal, finger=1)
        player.wait(0.3)
        assert player.outcomes == outcomes, gap


def test_a_flicker_over_the_tower_outside_the_tolerance_drops_nothing() -> None:
    player = Player()
    player.build(0.0)
    task = player.task
    beside = task.goal + Vec(9.0, -10)
    player.do("down", task.start)
    player.glide(task.start, beside)
    player.do("up", beside)
    player.do("down", beside, finger=1, after=0.12)
    player.glide(beside, task.goal - Vec(0, 5), finger=1)
    player.do("up", task.goal - Vec(0, 5), finger=1)
    player.wait(0.3)
    assert player.outcomes == [Outcome.DONE, Outcome.DONE]


def test_a_pause_in_mid_carry_interrupts_the_rep_and_asks_again() -> None:
    player = Player()
    player.build(0.0)
    player.do("down", player.task.start)
    player.glide(player.task.start, player.task.via[0])
    player.order("pause")
    assert player.outcomes == [Outcome.DONE, Outcome.INTERRUPTED]
    assert player.rules.held is None
    assert player.standing == 1
    player.order("resume")
    player.build(0.0)
    assert player.outcomes[-1] is Outcome.DONE


def test_skip_asks_for_another_coin_and_is_never_counted() -> None:
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


# ---------------------------------------------------------------------- the stand


def test_a_drifting_stand_is_where_it_is_when_the_coin_is_let_go() -> None:
    player = Player(level=DRIFTING)
    drift = player.rules.stand.drift
    player.wait(DRIFT_SECONDS / 4 - 0.9)
    task = player.task
    player.drag(task.start, *task.via, task.goal + Vec(drift, 0))
    rep = player.block.table.reps[0]
    assert rep.outcome is Outcome.DONE
    assert isinstance(rep.task, Carry)
    assert rep.task.goal.x == pytest.approx(player.rules.layout.foot.x + drift, abs=0.3)
    assert abs(player.rules.tower.coins[0].x) < 0.3


def test_who_always_lets_go_over_the_middle_of_a_drifting_stand_builds_a_tower_that_stands() -> None:
    for pause in (0.0, 0.7, 1.6, 2.9):
        player = Player(level=DRIFTING)
        for _ in range(12):
            player.wait(pause)
            player.build(0.0)
        assert player.outcomes == [Outcome.DONE] * 12, pause


def farthest(player: Player, seconds: float) -> float:
    most = 0.0
    for _ in range(int(seconds * 20)):
        player.wait(0.05)
        most = max(most, abs(player.rules.stand.foot.x - player.rules.layout.foot.x))
    return most


def test_a_finger_that_rests_on_the_stand_halves_its_drift_while_the_other_hand_builds() -> None:
    player = Player(level=DRIFTING)
    drift = player.rules.stand.drift
    assert farthest(player, DRIFT_SECONDS) == pytest.approx(drift, abs=0.1)
    on = player.rules.layout.foot + Vec(0, 6)
    player.do("down", on, finger=7)
    player.wait(1.0)
    assert player.rules.stand.steady
    assert farthest(player, DRIFT_SECONDS) == pytest.approx(drift * STEADIED, abs=0.1)
    task = player.task
    player.drag(task.start, *task.via, task.goal)
    assert player.outcomes == [Outcome.DONE]
    assert player.rules.stand.steady
    player.do("up", on, finger=7)
    player.wait(1.0)
    assert not player.rules.stand.steady
    assert farthest(player, DRIFT_SECONDS) == pytest.approx(drift, abs=0.1)
    same_again(player)


def test_a_finger_on_the_stand_leads_no_coin_that_taps_carry() -> None:
    player = Player(level=DRIFTING)
    on = player.rules.layout.foot + Vec(0, 6)
    player.do("down", on, finger=7)
    player.wait(1.0)
    task = player.task
    player.tap(task.start)
    player.do("move", on + Vec(0.5, 0.2), finger=7)
    player.wait(0.3)
    held = player.rules.held
    assert held is not None
    assert held.at == task.start
    assert player.rules.stand.steady
    player.tap(task.goal)
    assert player.outcomes == [Outcome.DONE]
    player.tap(player.task.start)
    player.do("up", on, finger=7)
    player.wait(0.3)
    assert player.rules.held is not None, "the hand that leaves the stand takes nothing with it"
    player.tap(player.task.goal)
    assert player.outcomes == [Outcome.DONE] * 2
    same_again(player)


def test_a_steadied_tower_bears_a_harder_knock() -> None:
    for steady, standing in ((False, 0), (True, 5)):
        player = Player()
        player.build(*[0.0] * 5)
        if steady:
            player.do("down", player.rules.layout.foot + Vec(0, 6), finger=7)
            player.wait(0.5)
        dragged_low(player, parts=4)
        assert "knock" in player.cues
        assert (player.standing == 5) == (standing == 5), steady


def test_a_palm_laid_on_the_stand_steadies_nothing() -> None:
    player = Player(level=DRIFTING)
    on = player.rules.layout.foot + Vec(0, 6)
    for finger, off in enumerate((Vec(0, 0), Vec(9, 3), Vec(-8, 4), Vec(4, 8))):
        player.do("down", on + off, finger + 4, after=0.03)
    player.wait(1.0)
    assert not player.rules.stand.steady
    two = Player(level=DRIFTING)
    for finger, off in enumerate((Vec(-6, 0), Vec(7, 2))):
        two.do("down", on + off, finger + 4, after=0.03)
    two.wait(1.0)
    assert not two.rules.stand.steady


# ---------------------------------------------------------------------- bridges, pyramids, overhangs


def test_a_bridge_bears_on_both_pillars_and_falls_where_it_reaches_only_one() -> None:
    player = Player(level=BRIDGES)
    player.build(*[0.0] * 9)
    pillars = player.rules.tower.coins
    assert len({round(coin.high, 6) for coin in pillars.values()}) == 3
    task = player.task
    player.drag(task.start, *task.via, task.goal)
    assert len(pillars[6].on) == 1
    assert len(player.rules.tower.coins[9].on) == 2
    assert player.outcomes == [Outcome.DONE] * 10


def test_coins_side_by_side_come_to_lie_beside_each_other() -> None:
    player = Player(level=PYRAMID)
    player.build(-4.0)
    way = 1.0 if player.rules.layout.mirror * player.rules.layout.plan.places[0].x < 0 else -1.0
    tolerance = player.task.width / 2 - 0.01
    player.build(tolerance * -way)
    first, second = player.rules.tower.coins[0], player.rules.tower.coins[1]
    assert second.high == 0.0
    assert abs(first.x - second.x) >= (first.width + second.width) / 2 - 1e-6


def test_a_pyramid_missing_a_coin_below_asks_for_that_first() -> None:
    player = Player(level=PYRAMID)
    player.build(*[0.0] * 7)
    assert player.rules.tower.next_place() == 7
    player.rules.tower.take([5])
    assert player.rules.tower.next_place() == 5


def test_an_overhang_reaches_beyond_the_edge_and_stands() -> None:
    player = Player(level=EDGE_OF)
    player.build(*[0.0] * 5)
    layout, coins = player.rules.layout, player.rules.tower.coins
    edge = layout.stand[1] if layout.mirror > 0 else layout.stand[0]
    reach = [layout.mirror * (coin.x - edge) + coin.width / 2 for coin in coins.values()]
    assert reach == sorted(reach)
    assert reach[-1] > coins[0].width * 0.3
    assert player.outcomes == [Outcome.DONE] * 5


# ---------------------------------------------------------------------- tables, hands, settings


def test_the_left_hand_has_the_table_mirrored() -> None:
    for level in range(10):
        right, left = Player(level, "right").rules, Player(level, "left").rules
        assert right.layout.foot.x == pytest.approx(ROOM.x - left.layout.foot.x)
        assert right.layout.heap.x == pytest.approx(ROOM.x - left.layout.heap.x)
        assert right.layout.heap.x > right.layout.foot.x
        assert right.layout.stand == (pytest.approx(-left.layout.stand[1]), pytest.approx(-left.layout.stand[0]))


@pytest.mark.parametrize("size", TABLES)
@pytest.mark.parametrize("level", [*GAME.levels, *GAME.tests, *GAME.challenges, GAME.free], ids=lambda one: one.title)
@pytest.mark.parametrize("side", ["left", "right"])
def test_tower_and_heap_lie_on_every_table(size: tuple[float, float], level: Level, side: str) -> None:
    table = Vec(*size)
    layout = Layout(table, level.settings, side)
    player = Player(level, side, size=table)
    plan, coin = layout.plan, layout.coin
    ends = [layout.foot.x + layout.mirror * end * coin for end in (plan.left, plan.right)]
    assert min(ends) - level.settings.drift >= EDGE - 0.01
    assert max(ends) + level.settings.drift <= table.x - EDGE + 0.01
    near = max(ends) if side == "right" else table.x - min(ends)
    heap = layout.heap.x if side == "right" else table.x - layout.heap.x
    assert heap - coin > near
    for lying in player.rules.heap.lying:
        assert EDGE <= lying.home.x <= table.x - EDGE
        assert lying.home.y <= table.y - EDGE
    assert coin >= 7
    done = 0
    while not player.block.finished and done < 14:
        task = player.task
        for point in (task.start, *task.via, task.goal):
            assert 0 < point.x < table.x
            assert 0 < point.y <= table.y - EDGE
        player.build(0.0)
        done += 1
    assert player.outcomes == [Outcome.DONE] * done


def test_large_and_small_coins_lie_mixed_and_the_smaller_of_two_decides_the_tolerance() -> None:
    player = Player(level=3)
    widths = set()
    for _ in range(8):
        below = player.rules.tower.coins.get(player.standing - 1)
        coin = player.rules.heap.lying[0]
        widths.add(round(coin.width, 3))
        smaller = min(coin.width, below.width) if below is not None else coin.width
        assert player.task.width == pytest.approx(smaller * 0.8)
        player.build(0.0)
    assert len(widths) >= 3
    assert player.rules.tower.height == pytest.approx(
        sum(coin.width * THICK for coin in player.rules.tower.coins.values())
    )


def test_a_new_tolerance_leaves_the_tower_and_new_coins_lay_the_table_anew() -> None:
    first = GAME.levels[PENNIES].settings
    dealt = [first, first, replace(first, factor=0.5), replace(first, factor=0.5, coin=15.0)]
    block = Block(GAME, GAME.levels[PENNIES], 1, ROOM, coach=lambda level, reps: dealt[min(len(reps), 3)])
    player = Player()
    player.block = block
    player.build(0.0, 0.0)
    assert player.standing == 2
    assert player.task.width == pytest.approx(10.0)
    player.build(0.0)
    assert player.standing == 0
    assert player.rules.heap.lying[0].width == 15.0
    assert [rep.settings for rep in block.table.reps] == dealt[:3]


def test_stack_four_ends_with_the_fourth_coin_that_stands() -> None:
    block = Block(GAME, GAME.tests[0], 5, BOARD)
    player = Player()
    player.block = block
    player.build(0.0, 0.0, 13.5)
    assert player.outcomes[-1] is Outcome.MISSED
    assert not block.finished
    player.build(0.0, 0.0)
    assert block.finished


def test_how_high_in_a_minute_ends_60_s_after_the_first_touch() -> None:
    block = Block(GAME, GAME.tests[1], 5, BOARD, ("tap",))
    played(block, Hand(HANDS["steady"], 1))
    assert block.finished
    assert block.now == pytest.approx(60, abs=1.5)
    assert block.rules.most > 20  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", ["drag", "tap", "pinch"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", range(10))
def test_a_steady_hand_of_either_side_builds_in_every_form(level: int, side: str, form: str) -> None:
    block = Player(level=level, side=side).block
    played(block, Hand(HANDS["steady"], 2, form=form))  # type: ignore[arg-type]
    outcomes = [rep.outcome for rep in block.table.reps]
    assert block.finished
    assert outcomes.count(Outcome.DONE) >= len(outcomes) * 0.8


def test_pausing_over_and_over_keeps_the_tower() -> None:
    player = Player()
    player.build(0.0, 0.0)
    for _ in range(3):
        player.block.advance(player.t, [Command(player.t, "pause")])
        player.order("resume")
    assert player.standing == 2
