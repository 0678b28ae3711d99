"""The area between a trace and its template, even with loops and detours."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.launcher.scoring.curves.polyline import Point, apart, evenly, is_closed

FEWEST, MOST = 200, 2000  # level lines that the area is cut into
LINE = 0.25  # mm between level lines, within these limits


def area_between(trace: Sequence[Point], template: Sequence[Point]) -> float:
    """Area in mm2 enclosed by a trace and a template; each part counts once, however often they go around it.

    The trace followed by the reversed template is a closed outline. The area is where its winding number is not 0,
    measured along level lines. A closed template is taken to begin at the place nearest to the trace's beginning.
    """
    if len(trace) < 2 or len(template) < 2:
        return 0.0
    if is_closed(template) and is_closed(trace):
        return min(_enclosed(trace, way) for way in _from(template, trace[0]))
    straight = apart(trace[0], template[0]) + apart(trace[-1], template[-1])
    turned = apart(trace[0], template[-1]) + apart(trace[-1], template[0])
    return _enclosed(trace, template if straight <= turned else template[::-1])


def _from(ring: Sequence[Point], start: Point) -> tuple[list[Point], list[Point]]:
    """A closed curve that begins where it is nearest to a point, in both directions."""
    fine = evenly(ring, max(len(ring), 361))[:-1]
    nearest = min(range(len(fine)), key=lambda i: (apart(fine[i], start), i))
    way = [*fine[nearest:], *fine[: nearest + 1]]
    return way, way[::-1]


def _enclosed(trace: Sequence[Point], template: Sequence[Point]) -> float:
    outline = [*trace, *template[::-1], trace[0]]
    low, high = min(y for _, y in outline), max(y for _, y in outline)
    count = min(MOST, max(FEWEST, math.ceil((high - low) / LINE)))
    step = (high - low) / count
    if step <= 0.0:
        return 0.0
    crossed: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for (ax, ay), (bx, by) in pairwise(outline):
        if ay == by:
            continue
        bottom, top, way = (ay, by, 1) if ay < by else (by, ay, -1)
        # Lines lie in the middle of their strips; an edge includes its lower end but not its upper one.
        first = max(0, math.ceil((bottom - low) / step - 0.5))
        for k in range(first, min(count, math.ceil((top - low) / step - 0.5))):
            crossed[k].append((ax + (bx - ax) * ((low + (k + 0.5) * step - ay) / (by - ay)), way))
    total = 0.0
    for line in crossed:
        line.sort()
        winding, since = 0, 0.0
        for x, way in line:
            if winding == 0:
                since = x
            winding += way
            if winding == 0:
                total += (x - since) * step
    return total
