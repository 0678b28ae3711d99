"""Every trick, where it is tried, and what it gains: the points of the trick over those of the same hand played honestly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from adversaries import tricks
from adversaries.rounds import Player, Table, earned, hand, mean, record
from games.catalog import GAMES
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Form
from games.launcher.progress.coach import Coach
from games.launcher.round.levels import choices

FAIR = 1.05  # a trick may earn this multiple of honest play
WEAK = "weak"
Make = Callable[[int], Player]


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
        """Mean points of the trick over those of honest play, over these seeds; 1 where neither earns anything."""
        there = self.table if self.room is None else replace(self.table, room=self.room)
        fair = mean([_honest(self.table, *self.honest, self.coached, seed) for seed in seeds])
        rounds = [record(there, self.trick(seed), seed, _coach(there, self.coached)) for seed in seeds]
        foul = mean([earned(one, self.table) for one in rounds])
        return foul / fair if fair else (1.0 if not foul else float("inf"))

    def __str__(self) -> str:
        return f"{self.name}: {self.table}"


@cache
def _honest(table: Table, who: str, form: Form, coached: bool, seed: int) -> float:
    return earned(record(table, hand(who, seed, form), seed, _coach(table, coached)), table)


def _coach(table: Table, coached: bool) -> Coach | None:
    fitting = table.rules.fitting
    return Coach(fitting) if coached and fitting is not None else None


def everywhere(*modes: str) -> Iterator[Table]:
    """Every level of every game in these modes."""
    for game in GAMES:
        for mode, number, _ in choices(game):
            if mode in modes:
                yield Table(game.id, mode, number)


def _broken(name: str, how: Sequence[Command], tables: Sequence[Table], who: str) -> Iterator[Attempt]:
    for table in tables:
        yield Attempt(name, table, (who, "drag"), lambda s: tricks.Breaks(hand(who, s), *how))


def _more(name: str, table: Table, more: Callable[[Block, float], list[Reading]]) -> Attempt:
    return Attempt(name, table, ("steady", "drag"), lambda s: tricks.Beside(hand("steady", s), more))


CARRIES = [Table("beans", "test"), Table("beans", "challenge"), Table("pegs", "test"), Table("pegs", "test", 2),
           Table("pennies", "test", 2), Table("pegs", "challenge"), Table("bands", "challenge", 2)]  # fmt: skip
PAUSE, SKIP = Command(0.0, "pause", tricks.PLAYER), Command(0.0, "skip")
LOST = Command(0.0, "pause", tricks.SYSTEM)


def attempts() -> Iterator[Attempt]:  # noqa: C901 (a list, one trick after the other)
    """All tricks."""
    for table in everywhere("test", "challenge", "duel"):
        if table.timed:
            for reps in (1, 3):
                yield Attempt(f"{reps} done, then idle", table, ("steady", "drag"),
                              lambda s, n=reps: tricks.Idle(hand("steady", s), n))  # fmt: skip
    for who in ("trembling", WEAK, "hasty"):
        for name, how in (("pause", [PAUSE]), ("skip", [SKIP]), ("focus lost", [LOST]), ("contact lost", [])):
            yield from _broken(f"{name} before a bad release ({who})", how, CARRIES, who)
    for table in (Table("paint", "test"), Table("paint", "challenge")):
        for name, how in (
            ("pause", [PAUSE]),
            ("skip", [SKIP]),
            ("focus lost", [LOST]),
            ("undo", [Command(0.0, "undo")]),
        ):
            yield from _broken(f"{name} when a line goes astray", how, [table], "trembling")
    for table in (*CARRIES, Table("beans", "practice", 5), Table("pegs", "practice", 2)):
        for apart in (0.12, 0.2):
            yield Attempt(f"two hands tap {apart} s apart", table, ("steady", "tap"),
                          lambda s, a=apart: tricks.TwoHands(a))  # fmt: skip
        yield Attempt("one tap, then drags", table, ("steady", "tap"),
                      lambda s: tricks.Changes(hand("steady", s, "tap"), hand("steady", s)))  # fmt: skip
    for table in everywhere("practice", "test", "challenge"):
        if table.game == "paint" and (table.mode != "practice" or table.number in (1, 2, 7, 10)):
            for factor in (2.0, 4.0, 6.0):
                yield Attempt(f"{factor:g} times too fast", table, ("steady", "drag"),
                              lambda s, f=factor: hand(tricks.faster("steady", f), s))  # fmt: skip
    for who in ("steady", "trembling", WEAK):
        for table in everywhere("practice"):
            if table.number in (1, 5, 9) and table.game != "dough":
                yield Attempt(f"a table of 500 mm ({who})", table, (who, "drag"), partial(hand, who), Vec(500, 320))
    for who in ("trembling", WEAK):
        for game in ("beans", "pegs", "pennies"):
            yield Attempt(f"failing under the coach ({who})", Table(game, number=7), (who, "drag"),
                          lambda s, w=who: tricks.Fails(hand(w, s), 4), coached=True)  # fmt: skip
    for table in (Table("beans", "test"), Table("pegs", "challenge"), Table("pegs", "test", 2)):
        for value, name in ((tricks.PLAYER, "pause"), (tricks.SYSTEM, "focus lost")):
            yield Attempt(f"{name} after each movement, to plan", table, ("steady", "drag"),
                          lambda s, v=value: tricks.PausesBetween(hand("steady", s), v))  # fmt: skip
        yield Attempt("waiting with the first touch", table, ("steady", "drag"),
                      lambda s: tricks.Waits(hand("steady", s), 8.0))  # fmt: skip
        yield _more("tiny wiggles", table, _wiggles)
        yield _more("a resting finger", table, _rests)
        yield _more("flooding with taps", table, _flood)
        yield _more("skipping what is not in hand", table, _skips)
    for table in (Table("paint", "test"), Table("ball", "test"), Table("bands", "test")):
        yield _more("flooding with taps", table, _flood)
        yield _more("a resting finger", table, _rests)
    for table in (Table("beans", "test"), Table("pegs", "challenge")):
        yield Attempt("another form from the middle on", table, ("steady", "drag"),
                      lambda s: tricks.Changes(hand("steady", s), hand("steady", s, "pinch"), 6))  # fmt: skip
        yield Attempt("stopping a round that goes badly", table, ("trembling", "drag"),
                      lambda s: tricks.Stops(hand("trembling", s)))  # fmt: skip
    for number in (1, 2, 7):
        table = Table("dough", number=number)
        slow = replace(HANDS["steady"], pace=3.0, overhead=0.7)
        yield Attempt("dough at half speed", table, ("steady", "drag"), partial(hand, slow))
        yield Attempt("dough by a weak hand", table, ("steady", "drag"), partial(hand, WEAK))


def _wiggles(block: Block, now: float) -> list[Reading]:
    k = int(now * 30)
    return [Sample(now, 7, "down" if k % 30 == 0 else "up" if k % 30 == 29 else "move", Vec(4 + k % 2, 4))]


def _rests(block: Block, now: float) -> list[Reading]:
    return [Sample(now, 7, "down" if block.steps < 5 else "move", Vec(126, 72))]


def _flood(block: Block, now: float) -> list[Reading]:
    at = Vec(10 + (now * 37) % 110, 8 + (now * 23) % 60)
    return [Sample(now, 8, "down", at), Sample(now + 0.01, 8, "up", at)]


def _skips(block: Block, now: float) -> list[Reading]:
    return [Command(now, "skip")] if int(now * 30) % 90 == 45 and not block.fingers else []
