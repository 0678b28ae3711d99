"""Blocks and records for the tests of the player's files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from games.beans import GAME
from games.kit.block import Block
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Hand, played
from games.launcher.records.models import Record
from games.launcher.records.store import Store
from games.launcher.round.record import Circumstances, record_of
from games.launcher.shell.clock import Moment

DAY = "2026-11-23"


@cache
def block(seed: int = 1, hand: str = "steady", level: int = 0) -> Block:
    """A block of a synthetic hand. Played once for all who ask, and changed by nobody."""
    made = Block(GAME, GAME.levels[level], seed, Vec(217, 114), ("tap",))
    return played(made, Hand(HANDS[hand], seed), longest=60)


@cache
def _recorded(seed: int, hand: str) -> Record:
    """The record of such a block, scored once."""
    return record_of(block(seed, hand), Circumstances("0" * 32, "practice", 1, Moment(0, 0, DAY, 0)))


def stored(
    seed: int = 1, number: int = 1, hand: str = "steady", profile: str = "0" * 32
) -> tuple[Record, list[Reading]]:
    """A record with this number, and its trace."""
    who_and_when = {
        "id": f"{number:032x}",
        "profile": profile,
        "device": "d" * 32,
        "started_utc_ms": 1_795_000_000_000 + number * 1000,
        "tz_min": 60,
    }
    return _recorded(seed, hand).model_copy(update=who_and_when), list(block(seed, hand).trace)


def play(store: Store, profile: str, number: int, **changes: object) -> Path:
    """A block of this profile, played by touch and stored."""
    record, trace = stored(number=number, profile=profile)
    return store.save(record.model_copy(update={"input": "touch", **changes}), trace)


def everything(*folders: Path) -> dict[str, bytes]:
    """Every file, but what can be made again."""
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in found if "cache" not in path.parts}
