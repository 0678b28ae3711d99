"""A reading that claims to be very old, whatever it is and whenever it comes, sets no clock back."""

from __future__ import annotations

import math

import pytest

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec


@pytest.mark.parametrize("old", [-1e6, -40.0, -math.inf, math.nan])
@pytest.mark.parametrize("resumed", [False, True])
def test_a_reading_that_claims_to_be_very_old_is_no_playing_time(old: float, resumed: bool) -> None:
    game = named("pegs")
    block = Block(game, game.levels[0], 1, Vec(143, 64))
    if resumed:
        block.advance(50.0, [Sample(50.0, 1, "down", Vec(20, 20))])
        block.advance(50.1, [Command(50.1, "pause")])
        block.advance(50.2, [Command(old, "resume")])
    else:
        block.advance(50.0, [Sample(old, 1, "down", Vec(20, 20))])
    block.advance(50.3)
    assert block.steps <= 1.5 * 120
