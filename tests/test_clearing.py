"""What cannot be meant by a tap is not done by one: a new lump, an empty sheet; and it can be undone."""

from __future__ import annotations

import pytest
from dough_player import Player

from games.dough import GAME
from games.kit.fingers import Device
from games.kit.geometry import Vec


def free() -> tuple[Player, Vec]:
    assert GAME.free is not None
    player = Player(GAME.free)
    player.stroke([Vec(60, 55)], [Vec(95, 55)])
    rules = player.rules
    return player, next(spot.at for spot in rules.layout.tools(rules.table.size) if spot.name == "again")


def outline(player: Player) -> object:
    return player.rules.lump.outlines()


@pytest.mark.parametrize("held", [0.05, 0.5, 1.8])
def test_a_touch_shorter_than_two_seconds_makes_no_new_lump(held: float) -> None:
    player, again = free()
    before = outline(player)
    player.do("down", [again])
    player.wait(held)
    player.do("up", [again])
    player.wait(0.5)
    assert outline(player) == before


def test_held_for_two_seconds_a_new_lump_comes_and_a_tap_brings_the_other_back() -> None:
    player, again = free()
    before = outline(player)
    player.do("down", [again])
    player.wait(1.0)
    assert 0.4 < player.rules.pressed_part < 0.6
    player.wait(1.2)
    player.do("up", [again])
    player.wait(0.5)
    new = outline(player)
    assert new != before
    assert player.rules.comes_back
    player.tap(again)
    player.wait(0.5)
    assert outline(player) == before
    player.tap(again)
    player.wait(0.5)
    assert outline(player) == before  # there is nothing more to bring back


@pytest.mark.parametrize("device", ["keys", "mouse"])
def test_a_pointer_that_taps_and_stays_for_two_seconds_makes_one_and_undo_takes_it_back(device: Device) -> None:
    player, again = free()
    before = outline(player)
    player.tap(again, device=device)
    player.do("hover", [again], device=device)
    player.wait(1.0)
    assert outline(player) == before
    player.wait(1.5)
    assert outline(player) != before
    player.order("undo")
    player.wait(0.1)
    assert outline(player) == before


def test_a_finger_that_slides_off_makes_none() -> None:
    player, again = free()
    before = outline(player)
    player.do("down", [again])
    player.do("move", [again + Vec(0, 30)], after=0.5)
    player.wait(3.0)
    player.do("up", [again + Vec(0, 30)])
    player.wait(0.5)
    assert outline(player) == before


def test_what_lay_there_is_kept_for_five_movements_and_no_longer() -> None:
    player, again = free()
    player.do("down", [again])
    player.wait(2.2)
    player.do("up", [again])
    player.wait(0.5)
    for count in range(6):
        assert player.rules.comes_back, count
        player.stroke([Vec(60, 50 + count)], [Vec(95, 50 + count)])
    assert not player.rules.comes_back
