"""The figures of `bench` as a table, as a file, and compared with those of an earlier run. Every figure is a cost: less is
better."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Any: what a file holds, until it is checked
from typing import Any

WORSE = 1.25  # times as much as before, from which on a figure is listed as worse
COUNTED = ("blocks", "samples of one carry")  # counts that only say what was measured


@dataclass(frozen=True)
class Change:
    """One figure, before and now."""

    name: str
    before: float
    now: float

    @property
    def ratio(self) -> float:
        """Now over before; 1 where both are nothing."""
        if self.before > 0:
            return self.now / self.before
        return 1.0 if self.now <= 0 else float("inf")


def compared(now: Mapping[str, float], before: Mapping[str, float]) -> list[Change]:
    """The figures that both runs have, in the order of this one."""
    return [Change(name, before[name], value) for name, value in now.items() if name in before and name not in COUNTED]


def worse(changes: Sequence[Change]) -> list[Change]:
    """Those that cost more than a quarter more than before, the worst first."""
    return sorted((one for one in changes if one.ratio > WORSE), key=lambda one: -one.ratio)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Lines with aligned columns: the first one to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            f"{cell:{wide}}" if n == 0 else f"{cell:>{wide}}"
            for n, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def number(value: float) -> str:
    """Three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def figures_table(figures: Mapping[str, float], before: Mapping[str, float] | None = None) -> str:
    """One line for each figure; with an earlier run, what it was and by which factor it has changed."""
    if not figures:
        return ""
    if before is None:
        return table([["", "now"], *([name, number(value)] for name, value in figures.items())])
    rows = [["", "before", "now", "ratio"]]
    for name, value in figures.items():
        old = before.get(name)
        ratio = "" if old is None or name in COUNTED else f"{Change(name, old, value).ratio:.2f}"
        rows.append([name, "" if old is None else number(old), number(value), ratio])
    return table(rows)


def worse_lines(changes: Sequence[Change]) -> str:
    """What got worse by more than a quarter, in words."""
    found = worse(changes)
    if not found:
        return f"nothing of {len(changes)} figures got worse by more than a quarter"
    lines = [f"worse by more than a quarter, {len(found)} of {len(changes)} figures:"]
    return "\n".join([*lines, *(f"  {one.ratio:.2f}  {one.name}" for one in found)])


def read(path: Path) -> dict[str, float]:
    """The figures of an earlier run. Raises OSError, or ValueError for a file that holds none."""
    said: Any = json.loads(path.read_text(encoding="utf-8"))
    figures = said.get("figures") if isinstance(said, dict) else None
    if not isinstance(figures, dict) or not all(isinstance(value, int | float) for value in figures.values()):
        raise ValueError(f"{path} holds no figures of bench")
    return {str(name): float(value) for name, value in figures.items()}


def write(
    path: Path, about: Mapping[str, str], rows: Sequence[Mapping[str, object]], figures: Mapping[str, float]
) -> None:
    """Everything measured, as JSON: where, each row of frames, and all figures by name."""
    said = {"about": dict(about), "frames": [dict(row) for row in rows], "figures": dict(figures)}
    path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
