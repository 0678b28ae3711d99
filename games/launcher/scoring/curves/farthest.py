"""The directed Hausdorff distance: the farthest that one polyline gets from others, at any place of it. Points in mm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from games.launcher.scoring.curves.polyline import Nearest, Point, apart

EXACT = 0.001  # mm; no place lies farther off than this beyond the result


class _Off(NamedTuple):
    """A place, its distance from the nearest of the others, and the piece that lies there."""

    at: Point
    distance: float
    other: int
    piece: int


def farthest(points: Sequence[Point], others: Sequence[Nearest]) -> float:
    """The greatest distance of any place of a polyline from the nearest of the others; 0 for no points.

    Distances to one straight piece are convex along a straight line. So between two places the distance exceeds neither
    the greater of their distances from the piece that is nearest to one of them, nor that of the other. Where this leaves
    more room than EXACT above the greatest distance found so far, the line is halved.
    """
    ends = [_off(at, others) for at in points]
    most = max((end.distance for end in ends), default=0.0)
    waiting = list(pairwise(ends))
    while waiting:
        a, b = waiting.pop()
        if _most(a, b, others) <= most + EXACT or apart(a.at, b.at) <= EXACT:
            continue
        middle = _off(((a.at[0] + b.at[0]) / 2, (a.at[1] + b.at[1]) / 2), others)
        most = max(most, middle.distance)
        waiting += [(a, middle), (middle, b)]
    return most


def _off(at: Point, others: Sequence[Nearest]) -> _Off:
    found = [(*other.piece(*at), k) for k, other in enumerate(others)]
    distance, piece, k = min(found, key=lambda one: one[0])
    return _Off(at, distance, k, piece)


def _most(a: _Off, b: _Off, others: Sequence[Nearest]) -> float:
    """No place between these two is farther off than this."""
    from_a = max(a.distance, others[a.other].from_piece(a.piece, *b.at))
    from_b = max(b.distance, others[b.other].from_piece(b.piece, *a.at))
    return min(from_a, from_b)
