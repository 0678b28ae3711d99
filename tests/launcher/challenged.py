"""Played rounds of challenges for the tests of what people send each other."""

from __future__ import annotations

from functools import lru_cache

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.game import BOARD, Fit
from games.launcher.hand import HANDS, Hand, played
from games.launcher.records.challenges.files import ChallengeHead, sealed
from games.launcher.records.models import Record
from games.launcher.round.levels import AIDS, level_of
from games.launcher.round.record import Circumstances, record_of
from games.launcher.shell.clock import Moment

MOMENT = Moment(1_795_000_000_000, 60, "2026-11-23", 9)


@lru_cache
def round_of(
    game_id: str = "pegs", level: int = 1, seed: int = 41, hand: str = "steady"
) -> tuple[Record, list[Reading]]:
    """A whole round of a challenge that a synthetic hand played, told as if by touch."""
    game = named(game_id)
    block = Block(game, level_of(game, "challenge", level), seed, BOARD, AIDS, None, Fit("right"))
    played(block, Hand(HANDS[hand], seed), longest=400)
    assert block.finished
    return record_of(block, Circumstances("a" * 32, "challenge", level, MOMENT)), block.trace


def changed(head: ChallengeHead, trace: list[Reading], seal: bool, **changes: object) -> ChallengeHead:
    """The head with other values; with `seal` by somebody who seals it anew."""
    other = head.model_copy(update=changes)
    return sealed(other, trace) if seal else other
