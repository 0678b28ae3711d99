"""When a rest is offered: after some minutes of play, when a hand tires, and when it is enough for a day.

The rest comes earlier if one of these signs is found at the end of a round: movements become slower and less precise
(see fatigue.py); the last half minute had less than 60 % of the repetitions of the best half minute of the sitting; or
twice as many stray contacts as in earlier rounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from games.launcher.progress.fatigue import Movement, Tiring
from games.launcher.progress.feeling import Said

ACTIVE = 300.0  # s of play after which a rest is offered
SITTING = 900.0  # s of play after which stopping is suggested, once
DAY = 45.0  # minutes a day after which a gentle note is shown, once
APART = 300_000  # ms without play after which a new sitting begins
WINDOW = 30.0  # s over which the rate of repetitions is measured ...
SLOWER = 0.6  # ... and compared with this share of the best rate of the sitting
LEAST = 4  # least repetitions in the best window, so that its rate means something
ASTRAY = 6  # least number of stray contacts in a round that counts as a sign


class Offer(Enum):
    """What is offered."""

    REST = "rest"
    EARLY = "early"  # a rest before the usual time, because the hand tires
    SITTING = "sitting"
    DAY = "day"


@dataclass(frozen=True)
class Bout:
    """What the offer of a rest needs of a round: what was played, its length in s, when its repetitions ended, its stray
    contacts, when it ended, and its movements."""

    kind: tuple[str, str, int]  # game, mode, level: rates are compared between rounds of the same kind only
    seconds: float
    ends: tuple[float, ...]
    strays: int
    ended_ms: int
    movements: tuple[Movement, ...] = ()
    own: bool = True  # False: the round of somebody else who played beside


@dataclass
class Sitting:
    """What one person has played without a long break."""

    since_rest: float = 0.0
    whole: float = 0.0
    reps: int = 0  # repetitions of the sitting, also from before midnight
    told: set[Offer] = field(default_factory=set)
    felt: Said | None = None  # how the hand felt before it; None: not asked yet
    enough: bool = False  # it hurts: no further round until a helper allows it
    _best: dict[tuple[str, str, int], int] = field(default_factory=dict)
    _strays: list[float] = field(default_factory=list)  # stray contacts a minute, of each round
    _tiring: dict[tuple[str, str, int], Tiring] = field(default_factory=dict)
    _last_ms: int = 0
    _early: bool = False

    def noted(self, bout: Bout) -> None:
        """Add a round that has ended."""
        if bout.ended_ms - round(bout.seconds * 1000) - self._last_ms > APART:
            self.since_rest, self.whole, self.reps = 0.0, 0.0, 0
            self._best, self._strays, self._tiring, self.told = {}, [], {}, self.told & {Offer.DAY}
            if self._last_ms:  # the answer before the very first round belongs to this sitting
                self.felt = None
        self._last_ms = bout.ended_ms
        self.since_rest += bout.seconds
        self.whole += bout.seconds
        self.reps += len(bout.ends) if bout.own else 0
        tires = self._tiring.setdefault(bout.kind, Tiring()).noted(bout.movements)
        signs = (tires, self._slower(bout), self._astray(bout))  # evaluate all three: each one remembers the round
        self._early = any(signs)

    def lasts(self, now_ms: int) -> bool:
        """Whether the sitting still continues at this time (ms since 1970)."""
        return 0 <= now_ms - self._last_ms <= APART

    def offer(self, today: float) -> Offer | None:
        """The offer to make now, after `today` minutes of play today, or None; calling this counts as having made it."""
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
        """Whether the rate of the last half minute is far below the best one."""
        if bout.seconds < 2 * WINDOW:
            return False
        most = max((_within(bout.ends, end - WINDOW, end) for end in bout.ends if end >= WINDOW), default=0)
        best = max(most, self._best.get(bout.kind, 0))
        self._best[bout.kind] = best
        return best >= LEAST and _within(bout.ends, bout.seconds - WINDOW, bout.seconds) < SLOWER * best

    def _astray(self, bout: Bout) -> bool:
        """Whether the round had twice as many stray contacts a minute as earlier ones."""
        rate = bout.strays * 60.0 / max(1.0, bout.seconds)
        before, whole = self._strays[:], 0.0
        self._strays.append(rate)
        for one in before:
            whole += one
        return bout.strays >= ASTRAY and len(before) > 0 and rate >= 2 * whole / len(before)


def _within(ends: tuple[float, ...], start: float, end: float) -> int:
    return len([one for one in ends if start < one <= end])
