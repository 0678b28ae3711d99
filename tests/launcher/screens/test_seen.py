"""Contacts that can take nothing: shown after a while, never while something is in hand."""

from __future__ import annotations

import pytest

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.fingers import Sample
from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.screens.seen import Seen

ROOM = Vec(217, 114)
CARRYING = [game for game in GAMES if game.id in ("beans", "pegs", "pennies")]


def later(block: Block, seen: Seen, t: float, until: float) -> None:
    while t < until:
        t += 0.25
        block.advance(t)
        seen.look()


@pytest.mark.parametrize("game", CARRYING, ids=lambda game: game.id)
def test_a_hand_that_can_take_nothing_is_shown_after_three_seconds_and_not_any_more_when_it_has_gone(
    game: Game,
) -> None:
    block = Block(game, game.levels[0], 3, ROOM, ("tap",))
    seen = Seen(block)
    places = [Vec(100 + 9 * k, 8) for k in range(4)]
    block.advance(0.1, [Sample(0.1, k, "down", at) for k, at in enumerate(places)])
    later(block, seen, 0.1, 2.6)
    assert seen.places == []
    later(block, seen, 2.6, 3.5)
    assert seen.places == places
    block.advance(3.9, [Sample(3.8, k, "up", at) for k, at in enumerate(places)])
    seen.look()
    assert seen.places == []


def test_a_hand_whose_finger_has_something_is_let_be() -> None:
    game = CARRYING[0]
    block = Block(game, game.levels[0], 3, ROOM, ("tap",))
    seen = Seen(block)
    start = block.table.asked[0].start  # type: ignore[union-attr]
    block.advance(0.1, [Sample(0.1, k, "down", Vec(100 + 9 * k, 8)) for k in range(4)])
    later(block, seen, 0.1, 1.0)
    block.advance(1.1, [Sample(1.1, 9, "down", start)])
    later(block, seen, 1.1, 6.0)
    assert seen.places == []


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_every_game_says_which_contacts_have_something_in_hand(game: Game) -> None:
    assert game.taken is not None
    for level in (*game.levels, *game.tests, *game.challenges, *([game.free] if game.free else [])):
        assert all(isinstance(one, int) for one in game.taken(Block(game, level, 1, ROOM).rules))
