"""What was played by an older edition of the shared rules is played again by it."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from games.beans import GAME
from games.kit.block import Block
from games.kit.game import EDITION
from games.kit.geometry import Vec
from games.launcher.records.blocks.vault import read
from games.launcher.records.challenges.files import ChallengeHead, sealed
from games.launcher.records.errors import Unreadable
from games.launcher.round.record import Circumstances, again, begun, record_of
from games.launcher.shell.clock import wall_moment

SEALED_FIRST = (
    '{"kind":"challenge","v":1,"game":"beans","game_version":2,"measures_version":1,"level":1,"seed":7,"points":100,'
    '"table":[130.0,76.0],"fit":{"side":"left","span":null,"reach":[],"fingers":2},"aids":["tap"],"hand":null,'
    '"steps":1200,"seal":"e87474dac08f1e669b890713831ce572"}'
)


def test_a_record_from_before_editions_had_names_is_played_by_the_first() -> None:
    record, trace = read(Path(__file__).parents[1] / "traces" / "beans_steady.hps")
    assert record.edition == 1
    assert again(record, trace).table.edition == 1


def test_a_new_block_is_played_and_stored_by_the_newest() -> None:
    record = record_of(
        Block(GAME, GAME.levels[0], 1, Vec(200, 100)),
        Circumstances(secrets.token_hex(16), "practice", 1, wall_moment()),
    )
    assert record.edition == EDITION
    assert begun(record).table.edition == EDITION
    with pytest.raises(Unreadable, match=f"{EDITION + 1}"):
        begun(record.model_copy(update={"edition": EDITION + 1}))


def test_a_challenge_sealed_before_editions_had_names_keeps_its_seal() -> None:
    head = ChallengeHead.model_validate_json(SEALED_FIRST)
    assert head.edition == 1
    assert sealed(head, []).seal == head.seal
    assert sealed(head.model_copy(update={"edition": 2}), []).seal != head.seal
