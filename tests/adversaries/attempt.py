"""One trick at one table: what it earns, compared with honest play of the same hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from adversaries.rounds import Player, Table, earned, hand, mean, record, shown
from games.catalog import GAMES
from games.kit.geometry import Vec
from games.launcher.hand import Form
from games.launcher.progress.coach import Coach
from games.launcher.round.levels import choices

FAIR = 1.05  # a trick may earn this multiple of honest play
Make = Callable[[int], Player]


class Gain(NamedTuple):
    """What a trick earns as a multiple of honest play: for bests and boards; and by the points shown after the round."""

    best: float
    shown: float


@dataclass(frozen=True)
class Attempt:
    """One trick at one table. room: the table's, for the trick alone; coached: both play with the coach."""

    name: str
    table: Table
    honest: tuple[str, Form]  # a hand and how it plays
    trick: Make
    room: Vec | None = None
    coached: bool = False

    def gain(self, seeds: Sequence[int]) -> float:
        """What it gains for bests, over these seeds."""
        return self.gains(seeds).best

    def gains(self, seeds: Sequence[int]) -> Gain:
        """Mean points of the trick over those of honest play, over these seeds; 1 where neither earns anything."""
        there = self.table if self.room is None else replace(self.table, room=self.room)
        fair = [_honest(self.table, *self.honest, self.coached, seed) for seed in seeds]
        rounds = [record(there, self.trick(seed), seed, _coach(there, self.coached)) for seed in seeds]
        best = _share([earned(one, self.table) for one in rounds], [one.best for one in fair])
        return Gain(best, _share([shown(one) for one in rounds], [one.shown for one in fair]))

    def __str__(self) -> str:
        return f"{self.name}: {self.honest[0]}, {self.table}"


def _share(foul: Sequence[float], fair: Sequence[float]) -> float:
    return mean(foul) / mean(fair) if mean(fair) else (1.0 if not mean(foul) else float("inf"))


@cache
def _honest(table: Table, who: str, form: Form, coached: bool, seed: int) -> Gain:
    found = record(table, hand(who, seed, form), seed, _coach(table, coached))
    return Gain(earned(found, table), shown(found))


def _coach(table: Table, coached: bool) -> Coach | None:
    fitting = table.rules.fitting
    return Coach(fitting) if coached and fitting is not None else None


def everywhere(*modes: str) -> Iterator[Table]:
    """Every level of every game in these modes."""
    for game in GAMES:
        for mode, number, _ in choices(game):
            if mode in modes:
                yield Table(game.id, mode, number)
