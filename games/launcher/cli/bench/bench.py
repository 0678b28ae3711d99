"""`bench`: what frames, touches, rules, waiting, the start and years of practice cost, relative to a floor of the same run.

Processor time of the thread is measured, so that other programs disturb little. Nothing is judged here.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from games.launcher.cli.bench import table as bench_table
from games.launcher.cli.options.values import BENCH_PARTS

if TYPE_CHECKING:
    from games.launcher.cli.bench.frames import Row

SIZES = ((1280, 800), (1920, 1080), (2736, 1824))
MOVERS = 10
USUAL = BENCH_PARTS[:-1]
YEARS = 10.0


def bench(asked: argparse.Namespace) -> int:
    """Measure the parts that were asked for, print a table, write the file, compare with an earlier run."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    before = None if asked.against is None else bench_table.read(asked.against)
    parts = asked.only or (("years",) if asked.years is not None else USUAL)
    if asked.game is not None and not asked.only:
        parts = ("frames",)
    chosen = asked.size
    sizes = SIZES if chosen is None else (chosen,)
    rows: list[Row] = []
    figures: dict[str, float] = {}
    for part in parts:
        if part == "frames":
            rows, found = _frames(asked, sizes)
            figures |= found
        else:
            figures |= _other(part, sizes, asked.years or YEARS)
    if asked.to is not None:
        bench_table.write(asked.to, _about(), [asdict(row) | {"ratio": row.ratio} for row in rows], figures)
    if asked.json:
        print(json.dumps(figures))
        return 0
    if rows:
        print(_rows_table(rows) + "\n")
    print(bench_table.figures_table(figures, before))
    if before is not None:
        print("\n" + bench_table.worse_lines(bench_table.compared(figures, before)))
    return 0


def _other(part: str, sizes: Sequence[tuple[int, int]], practised: float) -> dict[str, float]:
    """The figures of a part other than frames."""
    if part == "touch":
        from games.launcher.cli.bench.frames import touches

        _display("dummy")
        return {name: value for size in sizes for name, value in touches(size).items()}
    if part == "rules":
        from games.launcher.cli.bench.rules import blocks, measures

        return {**blocks(), **measures()}
    if part == "idle":
        from games.launcher.cli.bench.waiting import idles

        return idles(sizes[0])
    if part == "start":
        from games.launcher.devices.pygame.bench.start import starts

        return starts(sizes[0])
    from games.launcher.cli.bench.years import years

    return years(practised)


def _frames(asked: argparse.Namespace, sizes: Sequence[tuple[int, int]]) -> tuple[list[Row], dict[str, float]]:
    """A row for each level at each size, and their figures by name."""
    from games.launcher.cli.bench.frames import FRAMES, rows
    from games.launcher.cli.bench.play import scenes
    from games.launcher.devices.pygame.bench.frame import frame_costs

    mode = asked.mode
    wanted = scenes(asked.game, mode, asked.level)
    if not wanted:
        raise ValueError("there is no such level: `list` says which there are")
    _display("dummy")
    found: list[Row] = []
    for row in rows(wanted, sizes, asked.frames or FRAMES):
        found.append(row)
        if sys.stderr.isatty():
            print(f"\r{row.scene}, {row.size}: {row.ratio:.2f}" + " " * 20, end="\r", file=sys.stderr)
    figures = {f"frame / background blit, {row.scene}, {row.size}": row.ratio for row in found}
    for size in sizes:
        costs, name = frame_costs(size, MOVERS), f"{size[0]}x{size[1]}"
        figures[f"background blit, {name}, ms"] = costs["floor"]
        figures[f"frame with ten moving pictures / background blit, {name}"] = costs["ratio"]
    return found, figures


def _rows_table(rows: Sequence[Row]) -> str:
    """One line for each level and size."""
    head = [
        "ms of processor time of a frame",
        "size",
        "p50",
        "p99",
        "worst",
        "/ blit",
        "opening",
        "the worst one: when, where",
    ]
    lines = [head]
    for row in rows:
        costs = [bench_table.number(value) for value in (row.p50, row.p99, row.worst)]
        lines.append([row.scene, row.size, *costs, f"{row.ratio:.2f}", bench_table.number(row.opening), row.where])
    return bench_table.table(lines)


def _display(driver: str) -> None:
    """Open a display that shows nothing."""
    os.environ["SDL_VIDEODRIVER"] = driver
    from games.launcher.devices.pygame.opening import open_window

    open_window(SIZES[0], False)


def _about() -> dict[str, str]:
    """Where and with what this run was made."""
    return {"python": platform.python_version(), "system": platform.platform(terse=True), "cores": str(os.cpu_count())}
