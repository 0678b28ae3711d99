"""Every trick that was found by others, where it is tried; those of our own are in `further.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from adversaries import tricks
from adversaries.attempt import FAIR, Attempt, everywhere
from adversaries.further import further
from adversaries.rounds import Table, hand
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.hand import HANDS

__all__ = ["FAIR", "PAUSE", "SKIP", "Attempt", "attempts"]
WEAK = "weak"


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
        yield Attempt("one tap, then drags", table, ("steady", "drag"),
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
    yield from further()


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
