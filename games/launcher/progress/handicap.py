"""The handicap for two players: each player's points are compared with that player's usual points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

RECENT = 20  # most recent rounds from which a player's usual points are computed
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
    """A player's usual result: the median of the last 20 rounds.

    `shared`: (points, reps) of earlier shared rounds, newest first; `practised`: points of practice rounds.

    By definition of the median, half of anybody's rounds are better than usual. So each of two people is ahead in about
    half of their duels, however unequal they are. One unusual round changes it little.
    """
    recent = [one for one in shared[:RECENT] if one[0] > 0]
    reps = _middle([reps for _, reps in recent if reps > 0])
    if len(recent) >= FEW or not practised:
        return Usual(_middle([points for points, _ in recent]), reps)
    return Usual(_middle([points for points in practised[:RECENT] if points > 0]), reps)


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
