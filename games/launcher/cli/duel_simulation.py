"""`duel`: two synthetic hands play rounds against each other, each compared with its own usual points."""

from __future__ import annotations

import argparse
import json
from random import SystemRandom

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command
from games.kit.game import AnyGame, Fit
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.progress.handicap import RECENT, ahead, usual
from games.launcher.round.levels import AIDS, SHARED_SECONDS, level_of
from games.launcher.scoring.block import judge
from games.launcher.scoring.clock import clock_of

TABLE = Vec(96.0, 100.0)  # mm, half a 10-inch screen
WARM_UP = RECENT  # rounds that do not count, to find out each hand's usual points


def duel(asked: argparse.Namespace) -> int:
    """Play, and print how often each was ahead, as JSON. Raises ValueError for an unknown game, level or hand."""
    game = named(asked.simulated)
    seed = asked.seed
    seed = SystemRandom().randrange(2**31) if seed is None else seed
    left, right = asked.level, asked.right_level or asked.level
    sides = ((asked.left, left, "left"), (asked.right, right, "right"))
    known: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    counts = {-1: 0, 0: 0, 1: 0}
    for number in range(WARM_UP + asked.rounds):
        shares = []
        for rounds, (hand, level, side) in zip(known, sides, strict=True):
            made = one_round(game, hand, level, side, seed + number)
            shares.append(usual(rounds).share(made[0]))
            rounds.insert(0, made)
        if number >= WARM_UP:
            counts[ahead(*shares)] += 1
    middle = [usual(rounds) for rounds in known]
    said = {
        "game": game.id,
        "seed": seed,
        "rounds": asked.rounds,
        "left": {"hand": asked.left, "level": left, "ahead": counts[-1], "usual_points": middle[0].points},
        "right": {"hand": asked.right, "level": right, "ahead": counts[1], "usual_points": middle[1].points},
        "neither": counts[0],
    }
    print(json.dumps(said))
    return 0


def one_round(game: AnyGame, hand: str, number: int, side: str, seed: int) -> tuple[int, int]:
    """Points and successful repetitions of one half of a duel."""
    block = Block(game, level_of(game, "duel", number), seed, TABLE, AIDS, None, Fit(side))
    played(block, Hand(HANDS[hand], 2 * seed + (side == "right")), 60.0, SHARED_SECONDS + 30.0)
    if not block.finished:
        block.feed(Command(block.now, "stop"))
    done = [rep for rep in block.table.reps if rep.outcome is Outcome.DONE]
    return judge(block.table.reps, block.played, clock_of(block, "duel")).score.points, len(done)
