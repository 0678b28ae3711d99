"""What a round came to, in a game's own words: what the launcher hands the game, and what the game answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

# Any: settings and fields of tasks of whichever game, as they are stored
from typing import Any

from games.kit.brought import COUNTED
from games.kit.task import Outcome


@dataclass(frozen=True)
class Movement:
    """One movement of a round, measured. Lengths in mm, times in s of block time; None where a measure is undefined."""

    kind: str  # of its task: "carry", "follow" ...
    outcome: Outcome
    began: float
    let_go: float
    task: Mapping[str, Any]
    settings: Mapping[str, Any]
    measures: Mapping[str, Any]
    made: Sequence[Sequence[tuple[float, float]]] = ()

    @property
    def done(self) -> bool:
        """Whether it came off."""
        return self.outcome is Outcome.DONE

    def number(self, name: str) -> float | None:
        """A measure by its name in scoring; None if it is undefined, or its task has no such measure."""
        found = self.measures.get(name)
        return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


@dataclass(frozen=True)
class Outcomes:
    """A round as its game is asked to tell of it: the level's settings and length, and its movements, none interrupted."""

    mode: str
    settings: Any  # of the level as it is written
    movements: Sequence[Movement]
    reps: int | None = None  # of the whole level
    seconds: float | None = None  # of the whole level
    measures: Mapping[str, float | None] = field(default_factory=dict)  # of the round, as named in scoring

    @property
    def done(self) -> list[Movement]:
        """Those that came off."""
        return [one for one in self.movements if one.done]

    @property
    def took(self) -> float:
        """s from the first touch to the end of the last movement that came off; 0 if none did."""
        done = self.done
        return done[-1].let_go - min(one.began for one in self.movements) if done else 0.0

    def of(self, name: str) -> list[float]:
        """A measure of all movements that came off and have it."""
        return [value for one in self.done if (value := one.number(name)) is not None]


@dataclass(frozen=True)
class Told:
    """What a round came to: a sentence, and the same in few words for a table; ids of the game's words with their values.

    `better` is larger for the better of two rounds of one test, so that the best of several can be marked; None where
    there is no better.
    """

    name: str
    values: Mapping[str, object]
    short: str | None = None  # None: the sentence
    better: float | None = None


def counted(round_: Outcomes, name: str = COUNTED, short: str | None = None, **values: object) -> Told:
    """A sentence that counts what came off; `count` is its number. What is told of a game that says nothing else."""
    count = len(round_.done)
    return Told(name, {"count": count, **values}, short, float(count))


def mean(values: Sequence[float]) -> float | None:
    """The mean; None of nothing."""
    total = 0.0
    for value in values:
        total += value
    return total / len(values) if values else None


Tells = Callable[[Outcomes], Told]
