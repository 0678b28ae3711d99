"""The coach: makes a level a little harder after a success and easier after a miss, so that about three in four succeed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from games.kit.fingers import Sample
from games.kit.game import AnyLevel, Fitting
from games.kit.task import Fill, Follow, Outcome, Rep, Track
from games.launcher.progress.pace import Pace, tempo_of
from games.launcher.progress.staircase import Staircase
from games.launcher.scoring.block import Past, measured
from games.launcher.scoring.checks import spared

EARLY, LATER = 0.85, 0.75  # target share of successes: in the first sessions of a game, and later
EARLY_SESSIONS = 5
SAD = 0.5  # a session with a lower share of successes is followed by an easier one
TELLING = 8  # fewer reps say nothing of how a session was
MOST_HASTE = 1.5  # bits: at the top of its band a hand is asked to be faster, by a factor of 2.8 at most
USED_TO = 0.7  # bits of haste with which a session begins at most
RELIEF = 0.5  # bits below the foot of the band for each step by which everything is eased
MOST_RELIEF = 6  # steps
ASKED = 0.6  # bits easier when the player asks for it
CLEAN = 0.8  # a line, an area or a curve is a success from this quality on
ROUND = 0.75  # share of a round's reps that were played at one end of the band: then the round was


@dataclass(frozen=True)
class State:
    """The coach's state.

    bits: how much harder than the level as written; above the top of its band the rest is haste, below its foot relief.
    tempo: the hand's own pace / a fast adult's. trials: reps heard at this level so far.
    """

    bits: float = 0.0
    tempo: float | None = None
    trials: int = 0


def target(sessions: int, last: float | None = None) -> float:
    """The target share of successes after `sessions` sessions of a game; `last`: share of successes in the previous one."""
    return EARLY if sessions < EARLY_SESSIONS or (last is not None and last < SAD) else LATER


class Coach:
    """Chooses the settings of each rep of a block: `Block` calls it for the next rep. A replay uses the stored settings.

    A rep is a success if it is done, and not slower than the hand can (of a curve in time: not farther from it); a traced
    one must be clean too. Where the band of the level ends, the pace gets faster instead: being slow and perfect is no
    success for ever.
    """

    # Any: it coaches whichever game it is given, and leaves its settings to that game's own fitting.
    def __init__(self, fitting: Fitting[Any], target: float = LATER, state: State | None = None) -> None:
        self._fitting, self._target, self._start = fitting, target, state or State()
        self._stairs: Staircase | None = None
        self._low = self._high = 0.0
        self._heard = 0
        self._pace = Pace(self._start.tempo)
        self._played: Sequence[Sample] = ()
        self._ends: list[int] = []  # of each rep: 1 if it was played at the top of the band, -1 at its foot, else 0
        self.successes = self.trials = 0

    def watch(self, played: Sequence[Sample]) -> None:
        """The samples of the block, which grow while it is played: lines are looked at, not only counted."""
        self._played = played

    def __call__(self, level: AnyLevel, reps: Sequence[Rep]) -> object:
        """The settings of the next rep of a block of this level, given the reps so far."""
        stairs = self._stairs or self._begin(level)
        for rep in reps[self._heard :]:
            if rep.outcome is not Outcome.INTERRUPTED:
                self._hear(stairs, rep)
        self._heard = len(reps)
        settings = self._fitting.made(level.settings, round(min(self._high, max(self._low, stairs.bits)), 3))
        steps, eased = self.relief, self._fitting.eased
        return eased(settings, steps) if steps and eased is not None else settings

    def _begin(self, level: AnyLevel) -> Staircase:
        self._low, self._high = self._fitting.range(level.settings)
        lowest = self._low - (0.0 if self._fitting.eased is None else MOST_RELIEF * RELIEF)
        begins = min(self._start.bits, self._high + USED_TO)
        self._stairs = Staircase(self._target, begins, lowest, self._high + MOST_HASTE, self._start.trials)
        return self._stairs

    def _hear(self, stairs: Staircase, rep: Rep) -> None:
        self._ends.append(1 if stairs.bits >= self._high else -1 if stairs.bits <= self._low else 0)
        tempo, success = self._judged(rep)
        self.trials, self.successes = self.trials + 1, self.successes + success
        stairs.heard(success)
        if self._pace.own is None or tempo is None:
            stairs.at_most(self._high)

    @property
    def relief(self) -> int:
        """By how many steps everything is eased now: none within the band."""
        below = self._low - self._bits
        return min(MOST_RELIEF, math.ceil(below / RELIEF - 1e-9)) if below > 0 else 0

    @property
    def haste(self) -> float:
        """How many bits faster than usual the hand is asked to be; below 0: how much slower it may be, where the level is
        easier than it is written, so that a hand that needs it easy is not hurried."""
        if self._stairs is None:
            return 0.0
        return min(0.0, self._bits) + max(0.0, self._bits - self._high)

    def easier(self) -> None:
        """Make it easier because the player asks, from the next rep on."""
        if self._stairs is None:
            self._start = State(self._start.bits - ASKED, self._start.tempo, self._start.trials)
        else:
            self._stairs.at_most(self._high)
            self._stairs.ease(ASKED)

    def succeeded(self, rep: Rep) -> bool:
        """Whether a rep is a success; its time is remembered for the next ones."""
        return self._judged(rep)[1]

    def _judged(self, rep: Rep) -> tuple[float | None, bool]:
        """The tempo of a rep, and whether it is a success."""
        quality = self._quality(rep)
        tempo, limit = tempo_of(rep, quality), self._pace.limit(rep.task, self.haste)
        if rep.outcome is not Outcome.DONE:
            return tempo, False
        if tempo is not None:
            self._pace.heard(tempo)
        clean = quality is None or quality >= CLEAN
        return tempo, clean and (tempo is None or limit is None or tempo <= limit)

    def _quality(self, rep: Rep) -> float | None:
        """How near a traced rep stayed to what it followed, 0 to 1; None for others, and where it cannot be told."""
        if not isinstance(rep.task, Follow | Fill | Track) or not self._played:
            return None
        return spared(partial(_quality, rep, self._played), None)

    @property
    def place(self) -> int:
        """1 if this round was played at the top of the level's band and ended there, -1 at its foot, else 0."""
        if self._stairs is None or not self._ends:
            return 0
        for end, there in ((1, self._bits >= self._high), (-1, self._bits <= self._low)):
            if there and self._ends.count(end) >= ROUND * len(self._ends):
                return end
        return 0

    @property
    def _bits(self) -> float:
        return self._start.bits if self._stairs is None else self._stairs.bits

    @property
    def tempo(self) -> float | None:
        """The hand's own pace; None until there are enough reps."""
        return self._pace.known

    @property
    def target(self) -> float:
        """The target share of successes."""
        return self._target

    @property
    def begun(self) -> float:
        """The bits at the start of the block."""
        return self._start.bits

    @property
    def state(self) -> State:
        """The present state."""
        trials = self._start.trials if self._stairs is None else self._stairs.trials
        return State(self._bits, self.tempo, trials)


def carried_over(state: State) -> State:
    """The state at the start of the next session: it goes on where it was."""
    return state


def _quality(rep: Rep, played: Sequence[Sample]) -> float:
    return float(measured(rep, Past(played).of(rep)).quality)
