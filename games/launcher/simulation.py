"""`simulate`: the synthetic hand plays one block with no display, and its record is printed."""

from __future__ import annotations

import argparse
import secrets
import sys
from dataclasses import replace
from random import SystemRandom

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command
from games.kit.game import Fit, Level
from games.kit.geometry import Vec
from games.launcher.block_record import Circumstances, record_of
from games.launcher.clock import wall_moment
from games.launcher.hand import HANDS, Hand, played
from games.launcher.levels import AIDS, level_of, table_of
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store

TABLE = Vec(217.0, 136.0)  # mm; a 10-inch screen
PER_REP = 20.0  # s of block time that a hand gets for a rep before the block is stopped


def simulate(asked: argparse.Namespace) -> int:
    """Play, print the record as JSON, and store it if asked. ValueError for what does not exist."""
    game = named(asked.simulated)
    mode, number = getattr(asked, "mode", "practice"), getattr(asked, "level", 1)
    level = level_of(game, mode, number)
    if asked.reps is not None:
        level = replace(level, reps=asked.reps, seconds=None)
    seed = getattr(asked, "seed", None)
    seed = SystemRandom().randrange(2**63) if seed is None else seed
    size = table_of(Vec(*asked.table) if asked.table else TABLE, mode)
    block = Block(game, level, seed, size, AIDS, fit=Fit(getattr(asked, "side", "right")))
    hand = Hand(HANDS[asked.hand], seed, asked.input, asked.form)
    played(block, hand, asked.fps, longest(level))
    if not block.finished:
        block.feed(Command(block.now, "stop"))
    circumstances = Circumstances(secrets.token_hex(16), mode, number, wall_moment(), hand=asked.hand)
    store = Store.open(Folders.standard(getattr(asked, "data_dir", None))) if asked.save else None
    if store is not None:
        profile = store.profile(getattr(asked, "profile", None))
        circumstances = replace(circumstances, profile=profile.id, device=store.device_id)
    record = record_of(block, circumstances)
    if store is not None:
        path = store.save(record, block.trace)
        print(path, file=sys.stderr)
    print(record.model_dump_json(indent=None if asked.json else 2))
    return 0


def longest(level: Level) -> float:
    """How many seconds of block time a hand gets before the block is stopped."""
    return 3 + (level.seconds if level.seconds is not None else PER_REP * (level.reps or 1))
