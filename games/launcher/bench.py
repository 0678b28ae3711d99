"""`bench`: what a frame, a simulated block and the measures of a carry cost here; ratios to a floor measured in the same run."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from statistics import median

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Hand, played
from games.launcher.scoring.block import judge

SIZES = ((1280, 800), (1920, 1080), (2736, 1824))
MOVERS = 10
ROOM = Vec(217, 114)


def bench(as_json: bool) -> int:
    """Print the figures; nothing is judged here."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    figures = {**frames(), **blocks()}
    if as_json:
        print(json.dumps(figures))
        return 0
    width = max(len(name) for name in figures)
    for name, value in figures.items():
        print(f"{name:{width}}  {value:.3g}")
    return 0


def frames() -> dict[str, float]:
    """Cost of a frame with ten things moving, over that of one background blit."""
    from games.launcher.device.bench_frame import frame_costs
    from games.launcher.device.opening import open_window

    open_window(SIZES[0], False)
    out: dict[str, float] = {}
    for size in SIZES:
        costs = frame_costs(size, MOVERS)
        name = f"{size[0]}x{size[1]}"
        out |= {f"background blit {name}, ms": costs["floor"], f"drag frame {name}, ms": costs["drag"]}
        out[f"drag frame {name} / background blit"] = costs["ratio"]
    return out


def blocks() -> dict[str, float]:
    """How much faster than life a block is simulated, and what scoring its reps takes."""
    block = Block(GAMES[0], GAMES[0].levels[0], 1, ROOM, ("tap",))
    spent = _seconds(lambda: played(block, Hand(HANDS["slow"], 1, rate=240)), 1)
    scoring = _seconds(lambda: judge(block.table.reps, block.played), 5)
    reps = len(block.table.reps)
    return {
        "simulated block / its real time": spent / block.now,
        "measures of one carry, ms": scoring / reps * 1000,
        "samples of one carry": len(block.played) / reps,
    }


def _seconds(work: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        start = time.thread_time()
        work()
        spent.append(time.thread_time() - start)
    return median(spent)
