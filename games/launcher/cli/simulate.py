"""`simulate`: the synthetic hand plays one block without a display, and its record is printed."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from dataclasses import asdict, replace
from random import SystemRandom

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command
from games.kit.game import AnyLevel, Fit
from games.kit.geometry import Vec
from games.launcher.cli.opened import opened
from games.launcher.hand import HANDS, Hand, played
from games.launcher.progress.coach import Coach
from games.launcher.round.coaching import coach_record
from games.launcher.round.levels import AIDS, level_of, table_of
from games.launcher.round.record import Circumstances, record_of
from games.launcher.scoring.block import MEASURES
from games.launcher.scoring.measured import units_of
from games.launcher.scoring.summary import UNITS
from games.launcher.shell.clock import wall_moment

TABLE = Vec(217.0, 136.0)  # mm; a 10-inch screen
PER_REP = 20.0  # s of block time allowed for each rep before the block is stopped


def simulate(asked: argparse.Namespace) -> int:
    """Play, print the record as JSON, and store it if asked. Raises ValueError for an unknown game, level or hand."""
    game = named(asked.simulated)
    mode, number = asked.mode, asked.level
    level = level_of(game, mode, number)
    if asked.reps is not None:
        level = replace(level, reps=asked.reps, seconds=None)
    seed = asked.seed
    seed = SystemRandom().randrange(2**63) if seed is None else seed
    size = table_of(Vec(*asked.table) if asked.table else TABLE, mode)
    coach = Coach(game.fitting) if asked.coach and game.fitting is not None and mode == "practice" else None
    block = Block(game, level, seed, size, AIDS, coach, Fit(asked.side or "right"))
    hand = Hand(HANDS[asked.hand], seed, asked.input, asked.form)
    played(block, hand, asked.fps, longest(level))
    if not block.finished:
        block.feed(Command(block.now, "stop"))
    circumstances = Circumstances(secrets.token_hex(16), mode, number, wall_moment(), hand=asked.hand)
    dealt = None if coach is None else asdict(block.table.settings)
    circumstances = replace(circumstances, coach=coach_record(coach), dealt=dealt)
    store = opened(asked) if asked.save else None
    if store is not None:
        profile = store.profile(asked.profile)
        circumstances = replace(circumstances, profile=profile.id, device=store.device_id)
    record = record_of(block, circumstances)
    if store is not None:
        path = store.save(record, block.trace)
        print(path, file=sys.stderr)
    said = record.model_dump(mode="json") | {"units": units(block)}
    print(json.dumps(said, indent=None if asked.json else 2))
    return 0


def units(block: Block) -> dict[str, dict[str, str]]:
    """The unit of every measure: for each kind of task, and for the block."""
    kinds = {type(rep.task) for rep in block.table.reps} | {type(task) for task in block.table.asked.values()}
    by_kind = {
        kind.__name__.lower(): units_of(MEASURES[kind][1]) for kind in sorted(kinds, key=lambda kind: kind.__name__)
    }
    return {**by_kind, "block": UNITS}


def longest(level: AnyLevel) -> float:
    """The s of block time after which the block is stopped."""
    return 3 + (level.seconds if level.seconds is not None else PER_REP * (level.reps or 1))
