"""The finest that a hand has mastered, in the game's own units: from where the coach's staircase turned round."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean, stdev

from games.kit.game import Finest, Fitting
from games.kit.task import Outcome, Rep

LEAST_TURNS = 4  # fewer reversals say nothing
HELD, CAME_OFF = 8, 0.75  # reps at the finest that was dealt, and the share of them that came off: then it is mastered
WINDOW = 3  # rounds that are taken together


@dataclass(frozen=True)
class Mastered:
    """What was mastered: `value` in the units of the sentence `word`. more: more of it is finer.

    turns: how many reversals it is the mean of. spread: their standard deviation; None where it is held at the finest
    that was dealt, and so may be finer still.
    """

    word: str
    value: float
    more: bool
    turns: int
    spread: float | None

    @property
    def uncertainty(self) -> float | None:
        """The standard error of the value."""
        return None if self.spread is None else self.spread / math.sqrt(self.turns)

    def finer(self, other: Mastered) -> bool:
        """Whether it is finer than another one in the same units."""
        return self.value > other.value if self.more else self.value < other.value


def mastered(dealt: Sequence[tuple[Finest, bool]]) -> Mastered | None:
    """What a round shows: `dealt` holds how fine each rep was, and whether it was done; None if that is too little.

    A weighted staircase goes up and down around the difficulty at which its target comes off: the mean of its reversals
    estimates that (Wetherill & Levitt 1965).
    """
    if not dealt:
        return None
    first = dealt[0][0]
    alike = [(one.value, done) for one, done in dealt if one.word == first.word]
    turns = reversals([value for value, _ in alike])
    if len(turns) >= LEAST_TURNS:
        return Mastered(first.word, fmean(turns), first.more, len(turns), stdev(turns))
    finest = max(value for value, _ in alike) if first.more else min(value for value, _ in alike)
    held = [done for value, done in alike if value == finest]
    if len(held) >= HELD and held.count(True) >= CAME_OFF * len(held):
        return Mastered(first.word, finest, first.more, len(held), None)
    return None


def reversals(values: Sequence[float]) -> list[float]:
    """The values at which a sequence turns round; the same value again is no step."""
    steps = [values[0], *(b for a, b in pairwise(values) if b != a)] if values else []
    inner = zip(steps, steps[1:], steps[2:], strict=False)
    return [here for before, here, after in inner if (here > before) is (here > after)]


def of_round(fitting: Fitting[object] | None, reps: Iterable[Rep]) -> Mastered | None:
    """What a coached round shows, from the settings that its reps were dealt; a function of what is stored of it."""
    if fitting is None or fitting.finest is None:
        return None
    tried = [rep for rep in reps if rep.outcome is not Outcome.INTERRUPTED]
    said = [(fitting.finest(rep.settings), rep.outcome is Outcome.DONE) for rep in tried]
    return mastered([(finest, done) for finest, done in said if finest is not None])


def together(rounds: Sequence[Mastered]) -> Mastered:
    """Rounds in the same units as one: each counts by its reversals. Raises ValueError for none."""
    if not rounds:
        raise ValueError("no rounds: give one or more")
    turns = sum(one.turns for one in rounds)
    value = sum(one.value * one.turns for one in rounds) / turns
    spreads = [one.spread for one in rounds]
    spread = None
    if all(one is not None for one in spreads):
        around = sum((one.turns * ((one.spread or 0.0) ** 2 + (one.value - value) ** 2)) for one in rounds)
        spread = math.sqrt(around / turns)
    return replace(rounds[0], value=value, turns=turns, spread=spread)


def finest_of(rounds: Sequence[Mastered]) -> list[Mastered]:
    """The finest of each unit that a hand has mastered, newest unit first. `rounds`: newest first.

    Up to WINDOW rounds in a row are taken together, so that one lucky round makes no record.
    """
    found: dict[str, Mastered] = {}
    for word in dict.fromkeys(one.word for one in rounds):
        own = [one for one in rounds if one.word == word]
        count = min(WINDOW, len(own))
        windows = [together(own[start : start + count]) for start in range(len(own) - count + 1)]
        best = windows[0]
        for one in windows[1:]:
            best = one if one.finer(best) else best
        found[word] = best
    return list(found.values())
