"""What is seen of Pennies: a tower that leans before it falls, a fall that is over in two seconds, less motion."""

from __future__ import annotations

import math
from typing import Any

import pytest
from pennies_player import ROOM, Player

from games.kit.geometry import Vec, distance
from games.launcher.drawing.recording import Recording
from games.pennies.tumbling import GONE, pose
from games.pennies.view import draw


def pictures(player: Player, calm: bool = False) -> list[tuple[Any, ...]]:
    canvas = Recording(ROOM)
    canvas.calm = calm
    draw(player.rules, canvas)
    return canvas.named("picture")


def rows(player: Player) -> list[int]:
    """Which row of its sheet each coin of the tower is shown by, from the lowest up."""
    foot = player.rules.stand.foot
    shown = [entry for entry in pictures(player) if entry[1].startswith("pennies/coin") and entry[6]]
    return [entry[6][1] for entry in shown if abs(entry[2].x - foot.x) < 40 and entry[2].y < foot.y]


def toppled() -> Player:
    player = Player()
    player.build(0.0, 5.0, 5.0, 5.0, 5.0)
    assert player.cues[-1] == "topple"
    return player


def test_a_straight_tower_stands_straight_and_a_crooked_one_leans_the_way_it_will_fall() -> None:
    for offset, way in ((5.5, 1), (-5.5, -1)):
        straight, crooked = Player(), Player()
        straight.build(0.0, 0.0, 0.0)
        crooked.build(0.0, offset, offset)
        for player in (straight, crooked):
            player.wait(1.0)
        assert set(rows(straight)) == {2}
        assert crooked.standing == 3
        assert (rows(crooked)[-1] - 2) * way > 0
        assert rows(crooked)[0] == 2, "what lies under the weak place stays"


def test_the_nearer_to_falling_the_more_a_tower_leans() -> None:
    strengths = []
    for offset in (0.0, 2.0, 4.0, 6.0):
        player = Player()
        player.build(0.0, offset, offset)
        strengths.append(player.rules.tower.lean().strength)
    assert strengths == sorted(strengths)
    assert strengths[0] < 0.01
    assert strengths[-1] > 0.85


def test_a_leaning_tower_is_shown_where_it_is() -> None:
    player = Player()
    player.build(0.0, 6.0, 6.0)
    player.wait(1.0)
    top = player.rules.tower.coins[2]
    real = player.rules.stand.foot + Vec(top.x, -top.high - top.thick / 2)
    shown = [entry[2] for entry in pictures(player) if entry[1].startswith("pennies/coin") and entry[6]]
    assert min(distance(real, at) for at in shown) <= 0.05 * top.width + 0.01


def test_a_fall_goes_on_without_leaps_and_is_over_in_two_seconds() -> None:
    player = toppled()
    fall = player.rules.falls[-1]
    assert len(fall.coins) > 2
    layout = player.rules.layout
    assert GONE <= 2.0
    for index in range(len(fall.coins)):
        before = pose(fall, index, fall.since, layout)
        assert before is not None
        coin = fall.coins[index]
        start = fall.offset + Vec(coin.x, -coin.high - coin.thick / 2)
        assert distance(before.at, start) < 1e-6
        for step in range(1, math.ceil(GONE * 240) + 1):
            now = pose(fall, index, fall.since + step / 240, layout)
            if now is None:
                break
            assert distance(before.at, now.at) < 6.0, (index, step)
            assert now.at.y <= layout.size.y
            assert now.seen <= before.seen + 1e-9
            before = now
        assert pose(fall, index, fall.since + GONE + 1e-6, layout) is None


def test_the_same_fall_looks_the_same_each_time() -> None:
    first, second = toppled(), toppled()
    for part in (0.1, 0.5, 1.0, 1.6):
        shown = [
            [pose(p.rules.falls[-1], i, p.rules.falls[-1].since + part, p.rules.layout) for i in range(3)]
            for p in (first, second)
        ]
        assert shown[0] == shown[1]


def test_with_less_motion_falling_coins_fade_where_they_were() -> None:
    player = toppled()
    player.wait(0.3)
    fall = player.rules.falls[-1]
    assert not [entry for entry in pictures(player, calm=True) if entry[1] == "pennies/tumble"]
    assert [entry for entry in pictures(player) if entry[1] == "pennies/tumble"]
    coin = fall.coins[-1]
    rest = fall.offset + Vec(coin.x, -coin.high - coin.thick / 2)
    fading = [entry for entry in pictures(player, calm=True) if distance(entry[2], rest) < 0.01]
    assert [entry[4] for entry in fading] == [pytest.approx(fading[0][4])]
    assert 0 < fading[0][4] < 1


def test_the_coin_in_the_hand_is_shown_at_the_newest_reading() -> None:
    player = Player()
    task = player.task
    player.do("down", task.start)
    player.glide(task.start, task.via[0])
    held = player.rules.held
    assert held is not None
    held.fingers[0].shown = task.via[0] + Vec(7, 3)
    assert any(distance(entry[2], held.shown) < 1e-9 for entry in pictures(player))


def test_the_ring_lies_round_the_place_that_waits() -> None:
    player = Player()
    player.build(0.0, 3.0)
    task = player.task
    player.do("down", task.start)
    player.wait(1.0)
    canvas = Recording(ROOM)
    draw(player.rules, canvas)
    assert any(distance(entry[1], task.goal) < 0.01 for entry in canvas.named("ellipse"))


def test_the_plate_says_how_many_coins_stand() -> None:
    player = Player()
    player.build(0.0, 0.0, 0.0)
    canvas = Recording(ROOM)
    draw(player.rules, canvas)
    assert canvas.words() == ["3"]
