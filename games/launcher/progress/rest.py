"""When a rest is offered: after minutes of play, when a hand tires, and when it is enough for a day.

A hand tires, and the rest comes earlier, when any of these is seen as a round ends: its movements grow slower and less
precise (see fatigue), in its last half minute there were less than 60 % of the repetitions of the best half minute of
the sitting, or twice as many contacts went astray as in the rounds before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from games.launcher.progress.fatigue import Movement, Tiring
from games.launcher.progress.feeling import Said

ACTIVE = 300.0  # s of play after which a rest is offered
LONG = 60.0  # s, the rest
SITTING = 900.0  # s of play after which stopping is suggested, once
DAY = 45.0  # minutes of a day after which a gentle note comes, once
APART = 300_000  # ms without play that begin a new sitting
WINDOW = 30.0  # s over which the rate is looked at ...
SLOWER = 0.6  # ... that falls below this share of the best one of this sitting
LEAST = 4  # repetitions in the best window, so that a rate can be spoken of
ASTRAY = 6  # contacts in a round that reached nothing, at least


class Offer(Enum):
    """What is offered."""

    REST = "rest"
    EARLY = "early"  # before the minutes are over
    SITTING = "sitting"
    DAY = "day"


@dataclass(frozen=True)
class Bout:
    """A round as it bears on rest: what was played, for how many s, when its repetitions ended, contacts astray, when it
    ended, and its movements."""

    kind: tuple[str, str, int]  # game, mode, level: only alike rounds have rates that can be compared
    seconds: float
    ends: tuple[float, ...]
    strays: int
    ended_ms: int
    movements: tuple[Movement, ...] = ()
    own: bool = True  # False: somebody else's, who played beside


@dataclass
class Sitting:
    """What one person has played without a long pause."""

    since_rest: float = 0.0
    whole: float = 0.0
    reps: int = 0  # all that were done in it, also before midnight
    told: set[Offer] = field(default_factory=set)
    felt: Said | None = None  # how the hand was before it; None: nobody was asked yet
    enough: bool = False  # it hurts: there is no next round until somebody who helps says so
    _best: dict[tuple[str, str, int], int] = field(default_factory=dict)
    _strays: list[float] = field(default_factory=list)  # a minute, of each round
    _tiring: dict[tuple[str, str, int], Tiring] = field(default_factory=dict)
    _last_ms: int = 0
    _early: bool = False

    def noted(self, bout: Bout) -> None:
        """A round has ended."""
        if bout.ended_ms - round(bout.seconds * 1000) - self._last_ms > APART:
            self.since_rest, self.whole, self.reps = 0.0, 0.0, 0
            self._best, self._strays, self._tiring, self.told = {}, [], {}, self.told & {Offer.DAY}
            if self._last_ms:  # it was asked just before the first round of all
                self.felt = None
        self._last_ms = bout.ended_ms
        self.since_rest += bout.seconds
        self.whole += bout.seconds
        self.reps += len(bout.ends) if bout.own else 0
        tires = self._tiring.setdefault(bout.kind, Tiring()).noted(bout.movements)
        signs = (tires, self._slower(bout), self._astray(bout))  # each remembers the round, whatever the others say
        self._early = any(signs)

    def lasts(self, now_ms: int) -> bool:
        """Whether it goes on still, at a time in ms since 1970."""
        return 0 <= now_ms - self._last_ms <= APART

    def offer(self, today: float) -> Offer | None:
        """What is to be offered now, after so many minutes of play today; asking it is making it."""
        found = self._found(today)
        if found in (Offer.SITTING, Offer.DAY):
            self.told.add(found)
        if found is not None:
            self.since_rest, self._early, self._tiring = 0.0, False, {}
        return found

    def _found(self, today: float) -> Offer | None:
        if today >= DAY and Offer.DAY not in self.told:
            return Offer.DAY
        if self.whole >= SITTING and Offer.SITTING not in self.told:
            return Offer.SITTING
        if self._early:
            return Offer.EARLY
        return Offer.REST if self.since_rest >= ACTIVE else None

    def _slower(self, bout: Bout) -> bool:
        """Whether the last half minute was far slower than the best one."""
        if bout.seconds < 2 * WINDOW:
            return False
        most = max((_within(bout.ends, end - WINDOW, end) for end in bout.ends if end >= WINDOW), default=0)
        best = max(most, self._best.get(bout.kind, 0))
        self._best[bout.kind] = best
        return best >= LEAST and _within(bout.ends, bout.seconds - WINDOW, bout.seconds) < SLOWER * best

    def _astray(self, bout: Bout) -> bool:
        """Whether twice as many contacts as before went astray."""
        rate = bout.strays * 60.0 / max(1.0, bout.seconds)
        before, whole = self._strays[:], 0.0
        self._strays.append(rate)
        for one in before:
            whole += one
        return bout.strays >= ASTRAY and len(before) > 0 and rate >= 2 * whole / len(before)


def _within(ends: tuple[float, ...], start: float, end: float) -> int:
    return len([one for one in ends if start < one <= end])
