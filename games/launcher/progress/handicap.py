"""Two people play even: what each does is compared with what this person usually does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

RECENT = 20  # rounds that make up what is usual
FEW = 3  # rounds shared with somebody from which only these count; before, practice tells what is usual
CLOSE = 0.03  # shares of the own usual no farther apart are called neck and neck
FIRST_REPS = 12  # what is expected of somebody of whom nothing is known yet
BOUNDS = (0.0, 2.0)  # shares beyond are shown as these


@dataclass(frozen=True)
class Usual:
    """What somebody usually does in a round at this level: points and repetitions; None where nothing is known."""

    points: float | None = None
    reps: float | None = None

    def share(self, points: float) -> float | None:
        """These points as a share of the usual ones."""
        return None if self.points is None else points / self.points

    def part(self, reps: int) -> float:
        """How much of half a jar these repetitions fill."""
        return reps / (FIRST_REPS if self.reps is None else self.reps)


def usual(shared: Sequence[tuple[int, int]], practised: Sequence[int] = ()) -> Usual:
    """What is usual, from the (points, reps) of earlier shared rounds, newest first, and the points of practice.

    The middle one of the last 20: half of all rounds are better, half are not,
    whoever plays. So each of two people is ahead in half of their duels, however
    unequal they are (design: a handicap from the own baseline). One round out of
    the ordinary moves it little.
    """
    recent = [one for one in shared[:RECENT] if one[0] > 0]
    reps = _middle([reps for _, reps in recent if reps > 0])
    if len(recent) >= FEW or not practised:
        return Usual(_middle([points for points, _ in recent]), reps)
    return Usual(_middle([points for points in practised[:RECENT] if points > 0]), reps)


def ahead(left: float | None, right: float | None) -> int:
    """Who did more of the own usual: -1 the left, 1 the right, 0 nobody, or nothing is known of one of them."""
    if left is None or right is None or left == right:
        return 0
    return -1 if left > right else 1


def close(left: float, right: float) -> bool:
    """Whether two shares are so near to each other that it is neck and neck."""
    return abs(left - right) <= CLOSE


def _middle(values: Sequence[int]) -> float | None:
    return float(median(values)) if values else None
