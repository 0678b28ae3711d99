"""`bench`: the cost of a frame, a simulated block and the measures of a carry, relative to a floor measured in the same run."""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Callable, Sequence
from statistics import median

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Follow, Outcome, Rep
from games.launcher.hand import HANDS, Hand, played
from games.launcher.hand.moving import minimum_jerk
from games.launcher.scoring.block import judge, measured

SIZES = ((1280, 800), (1920, 1080), (2736, 1824))
MOVERS = 10
ROOM = Vec(217, 114)


def bench(as_json: bool, practised: float | None = None) -> int:
    """Print the figures, or with `practised` those after that many years of practice. Nothing is judged here."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if practised is None:
        figures = {**frames(), **blocks()}
    else:
        from games.launcher.cli.bench_years import years

        figures = years(practised)
    if as_json:
        print(json.dumps(figures))
        return 0
    width = max(len(name) for name in figures)
    for name, value in figures.items():
        print(f"{name:{width}}  {value:.3g}")
    return 0


def frames() -> dict[str, float]:
    """The cost of a frame with ten moving things / the cost of one background blit."""
    from games.launcher.devices.pygame.bench_frame import frame_costs
    from games.launcher.devices.pygame.opening import open_window

    open_window(SIZES[0], False)
    out: dict[str, float] = {}
    for size in SIZES:
        costs = frame_costs(size, MOVERS)
        name = f"{size[0]}x{size[1]}"
        out |= {f"background blit {name}, ms": costs["floor"], f"drag frame {name}, ms": costs["drag"]}
        out[f"drag frame {name} / background blit"] = costs["ratio"]
    return out


def blocks() -> dict[str, float]:
    """How much faster than real time a block is simulated, and the time to score a rep."""
    block = Block(GAMES[0], GAMES[0].levels[0], 1, ROOM, ("tap",))
    spent = _seconds(lambda: played(block, Hand(HANDS["slow"], 1, rate=240)), 1)
    scoring = _seconds(lambda: judge(block.table.reps, block.played), 5)
    reps = len(block.table.reps)
    return {
        **measures(),
        "simulated block / its real time": spent / block.now,
        "measures of one carry, ms": scoring / reps * 1000,
        "samples of one carry": len(block.played) / reps,
    }


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
