"""`bench --points`: what model hands earn at every level of every game: precision, speed, points, and how much came off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import fmean
from typing import NamedTuple

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.game import AnyGame, AnyLevel
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.cli.simulate import longest
from games.launcher.hand import HANDS, Hand, played
from games.launcher.round.levels import AIDS, choices, table_of
from games.launcher.scoring.block import judge
from games.launcher.scoring.clock import clock_of

ROOM = Vec(217.0, 114.0)
SHOWN = ("steady", "trembling", "weak", "slow", "hasty")
SEEDS = (1, 2, 3)


class Earned(NamedTuple):
    """Means over some rounds. done: the share of the attempts that came off, 0 to 1."""

    precision: float
    speed: float
    points: float
    done: float


def points(chosen: str | None, as_json: bool) -> int:
    """Print a line for each level: mode, number and, for each hand, precision, speed, points and done."""
    if not as_json:
        print(f"{'':21}" + "".join(f"{name:^28}" for name in SHOWN))
        print(f"{'':21}" + "   precision speed points done" * len(SHOWN))
    for game, mode, number, level in levels(chosen):
        found = {name: earned(game, mode, level, name) for name in SHOWN}
        if as_json:
            said = {name: one._asdict() for name, one in found.items()}
            print(json.dumps({"game": game.id, "mode": mode, "level": number, "hands": said}), flush=True)
            continue
        cells = (
            f"{one.precision:12.1f}{one.speed:6.0f}{one.points:7.0f}{100 * one.done:4.0f}%" for one in found.values()
        )
        print(f"{game.id:8}{mode:10}{number:3}" + "".join(cells), flush=True)
    return 0


def levels(chosen: str | None = None) -> Iterator[tuple[AnyGame, str, int, AnyLevel]]:
    """Every level that gives points, of one game or of all."""
    for game in GAMES:
        if chosen in (None, game.id):
            yield from ((game, mode, number, level) for mode, number, level in choices(game) if mode != "free")


def earned(game: AnyGame, mode: str, level: AnyLevel, hand: str, seeds: tuple[int, ...] = SEEDS) -> Earned:
    """What a hand of the model earns at a level, on average over rounds with these seeds."""
    rounds = []
    for seed in seeds:
        block = Block(game, level, seed, table_of(ROOM, mode), AIDS)
        played(block, Hand(HANDS[hand], seed, rate=60), 30.0, longest(level))
        score = judge(block.table.reps, block.played, clock_of(block, mode)).score
        tried = [rep.outcome for rep in block.table.reps if rep.outcome is not Outcome.INTERRUPTED]
        share = tried.count(Outcome.DONE) / len(tried) if tried else 0.0
        rounds.append(Earned(score.precision, score.speed or 0.0, float(score.points), share))
    return Earned(*(fmean(column) for column in zip(*rounds, strict=True)))
