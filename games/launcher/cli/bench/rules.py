"""The parts of `bench` without pictures: simulated blocks beside their real time, and the measures of movements."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.fingers import Sample
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.task import Carry, Follow, Grip, Outcome, Rep, Track
from games.launcher.hand import HANDS, Hand, played
from games.launcher.hand.moving import minimum_jerk
from games.launcher.scoring.block import judge, measured

ROOM = Vec(217, 114)
LEVELS = (1, 4, 8)
REPS = 3


def blocks() -> dict[str, float]:
    """How much faster than real time a block is simulated, for some levels of each game; and the time to score a rep."""
    out: dict[str, float] = {}
    for game in GAMES:
        for number in LEVELS:
            if number <= len(game.levels):
                out[f"simulated block / its real time, {game.id} {number}"] = _simulated(game, number)
    block = Block(GAMES[0], GAMES[0].levels[0], 1, ROOM, ("tap",))
    played(block, Hand(HANDS["slow"], 1, rate=240))
    reps = len(block.table.reps)
    out["measures of one carry, ms"] = _seconds(lambda: judge(block.table.reps, block.played), 5) / reps * 1000
    out["samples of one carry"] = len(block.played) / reps
    return out


def _simulated(game: AnyGame, number: int) -> float:
    level = replace(game.levels[number - 1], reps=REPS, seconds=None)
    block = Block(game, level, 1, ROOM, ("tap",))
    asked = next(iter(block.table.asked.values()), None)
    together = isinstance(asked, Grip | Track) and asked.fingers > 1
    hand = Hand(HANDS["slow"], 1, form="pinch" if together else "drag", rate=240)
    return _seconds(lambda: played(block, hand, longest=30.0), 1) / block.now


def measures() -> dict[str, float]:
    """The time to measure the longest movements: a carry of 2 s, and a path of 700 mm followed for 30 s, at 240 Hz."""
    reach = [Vec(20 + 100 * minimum_jerk(k / 480), 50 + 0.3 * math.sin(k)) for k in range(481)]
    carried = _drawn(Carry(reach[0], reach[-1], 20.0), reach, 2.0)
    turns = [k * 40 / 7200 for k in range(7201)]
    spiral = [Vec(65 + (5 + a * 25 / 40) * math.cos(a), 38 + (5 + a * 25 / 40) * math.sin(a)) for a in turns]
    followed = _drawn(Follow(tuple(spiral[::12]), 10.0), spiral, 30.0)
    return {
        "measures of a carry of 2 s at 240 Hz, ms": _seconds(lambda: measured(*carried), 15) * 1000,
        "measures of a path followed for 30 s at 240 Hz, ms": _seconds(lambda: measured(*followed), 3) * 1000,
    }


def _drawn(task: Carry | Follow, places: Sequence[Vec], seconds: float) -> tuple[Rep, list[Sample]]:
    """A rep of a finger that passes these places at equal intervals, and its samples."""
    last = len(places) - 1
    samples = [
        Sample(seconds * k / last, 1, "down" if k == 0 else "up" if k == last else "move", at)
        for k, at in enumerate(places)
    ]
    return Rep(task, 0.0, 0.0, seconds, seconds, Outcome.DONE, (1,)), samples


def _seconds(work: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        start = time.thread_time()
        work()
        spent.append(time.thread_time() - start)
    return median(spent)
