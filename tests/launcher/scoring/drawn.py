"""Traces drawn by rule: a path traced at an even pace, as the samples and the rep that a block would have."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Follow, Outcome, Rep, Task

CENTRE = Vec(65, 38)
LINE = (Vec(20, 40), Vec(120, 40))


def circle(radius: float, points: int = 120, centre: Vec = CENTRE, start: float = 0.0, turns: float = 1.0) -> list[Vec]:
    angles = [start + turns * 2 * math.pi * i / points for i in range(points + 1)]
    return [Vec(centre.x + radius * math.cos(a), centre.y + radius * math.sin(a)) for a in angles]


def zigzag(height: float, period: float, length: float = 100.0, shape: str = "triangle") -> list[Vec]:
    """To and fro across LINE."""
    out = []
    for i in range(int(length * 10) + 1):
        x = i / 10
        part = (x / period) % 1.0
        if shape == "triangle":
            y = height * (4 * abs(part - 0.5) - 1)
        elif shape == "square":
            y = height if part < 0.5 else -height
        else:
            y = height * math.sin(2 * math.pi * part)
        out.append(Vec(20 + x, 40 + y))
    return out


def traced(
    lines: Sequence[Sequence[Vec]], seconds: float = 4.0, task: Task | None = None, width: float = 12.0
) -> tuple[Rep, list[Sample]]:
    """Each line is one contact; all together take so many seconds, from 1 s on."""
    samples: list[Sample] = []
    total = sum(len(line) for line in lines)
    t = 1.0
    for finger, line in enumerate(lines):
        for i, at in enumerate(line):
            samples.append(Sample(t, finger, "down" if i == 0 else "move", at))
            t += seconds / total
        samples.append(Sample(t, finger, "up", line[-1]))
    task = task or Follow(LINE, width)
    return Rep(task, 0.5, 1.0, t, t + 0.1, Outcome.DONE, tuple(range(len(lines)))), samples


def even(points: Sequence[Vec], steps: int = 200) -> list[Vec]:
    """A straight line in many readings."""
    a, b = points[0], points[-1]
    return [Vec(a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps) for i in range(steps + 1)]
