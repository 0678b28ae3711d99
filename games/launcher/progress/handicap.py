"""The handicap for two players: each player's points are compared with what that player can usually do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

RECENT = 20  # rounds in a row whose upper quarter tells what a player can
MEMORY = 200  # most recent rounds that are looked at
SETTLED = 8  # fewer rounds say what was usual, but not yet what a player can
FALL = 0.002  # share by which what a player can falls with a round, at most
FAR_BELOW = 0.7  # share of what a player can; rounds with less say nothing about it
LIKELY = 60  # newest other rounds, whose middle is what can be expected
FEW = 3  # from this many shared rounds on, only shared rounds count; before, practice rounds are used
CLOSE = 0.03  # a smaller difference of two shares counts as neck and neck
FIRST_REPS = 12  # repetitions expected of a player without earlier rounds
BOUNDS = (0.0, 2.0)  # shares are limited to this range for display


@dataclass(frozen=True)
class Usual:
    """A player's usual points and repetitions in a round at this level; None if not known."""

    points: float | None = None
    reps: float | None = None

    def share(self, points: float) -> float | None:
        """These points as a share of the usual ones."""
        return None if self.points is None else points / self.points

    def part(self, reps: int) -> float:
        """The share of the player's half of the jar that these repetitions fill."""
        return reps / (FIRST_REPS if self.reps is None else self.reps)


def usual(shared: Sequence[tuple[int, int]], practised: Sequence[int] = ()) -> Usual:
    """A player's usual result, from what the player can.

    `shared`: (points, reps) of earlier shared rounds, newest first; `practised`: points of practice rounds. Up to
    MEMORY of either are of use.
    """
    known = [one for one in shared[:MEMORY] if one[0] > 0]
    reps = _middle([reps for _, reps in known[:RECENT] if reps > 0])
    if len(known) >= FEW or not practised:
        return Usual(_usually([points for points, _ in known]), reps)
    return Usual(_usually([points for points in practised[:MEMORY] if points > 0]), reps)


def _usually(newest_first: Sequence[int]) -> float | None:
    """The points that a player can be expected to reach; None for no rounds.

    What a player can is the upper quarter of 20 rounds in a row. It rises at once and falls slowly, so that rounds which
    were played far below it, on purpose or on bad days, are told and left out. The middle of the others is what is
    usual: half of anybody's rounds are better than that.
    """
    if len(newest_first) < SETTLED:
        return _middle(newest_first)
    points, can = list(reversed(newest_first)), 0.0
    for end in range(SETTLED, len(points) + 1):
        ordered = sorted(points[max(0, end - RECENT) : end])
        can = max(float(ordered[(3 * len(ordered) - 1) // 4]), can * (1 - FALL))
    return _middle([one for one in newest_first if one >= FAR_BELOW * can][:LIKELY])


def ahead(left: float | None, right: float | None) -> int:
    """Who is ahead, by points relative to their own usual points: -1 left, 1 right, 0 neither or not known."""
    if left is None or right is None or left == right:
        return 0
    return -1 if left > right else 1


def close(left: float, right: float) -> bool:
    """Whether two shares are so close that it is neck and neck."""
    return abs(left - right) <= CLOSE


def _middle(values: Sequence[int]) -> float | None:
    return float(median(values)) if values else None
