"""The coach: makes a level a little harder after a success and easier after a miss, so that about three in four succeed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from games.kit.game import AnyLevel, Fitting
from games.kit.task import Carry, Grip, Outcome, Rep
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.score import reference_time

EARLY, LATER = 0.85, 0.75  # target share of successes: in the first sessions of a game, and later
EARLY_SESSIONS = 5
SAD = 0.5  # a session with a lower share of successes is followed by an easier one
# Bits harder after a success, from this trial of a block on: large steps find the hand's level, small ones follow it.
STEPS = ((0, 0.2), (10, 0.1), (60, 0.07))
FALL = 3.0  # a miss makes it easier by at most this many upward steps
WARM_UP = 0.2  # bits easier than where the last session ended
SLOWEST = 1.3  # a success takes at most this multiple of the hand's recent time for the same difficulty
RECENT, LEAST_RECENT = 20, 5  # reps
GIVES_WAY, COMES_BACK = 2, 3  # misses in a row that ease everything by one step, and successes in a row that undo one
MOST_RELIEF = 6  # steps
ASKED = 0.6  # bits easier when the player asks for it


@dataclass(frozen=True)
class State:
    """The coach's state. bits: how much harder than the level as written; tempo: the hand's time / reference time."""

    bits: float = 0.0
    tempo: float | None = None


def target(sessions: int, last: float | None = None) -> float:
    """The target share of successes after `sessions` sessions of a game; `last`: share of successes in the previous one."""
    return EARLY if sessions < EARLY_SESSIONS or (last is not None and last < SAD) else LATER


class Staircase:
    """Weighted up-down staircase (Kaernbach 1991): one step harder after a success, p / (1 - p) steps easier after a miss.

    It settles where the share of successes is p. `bits` stays between `lowest` and `highest`.
    Raises ValueError for a target that is not between 0 and 1, or bounds in the wrong order.
    """

    def __init__(self, target: float = LATER, bits: float = 0.0, lowest: float = -math.inf, highest: float = math.inf):
        if not 0.0 < target < 1.0:
            raise ValueError(f"a target of {target} is impossible: it is between 0 and 1")
        if not lowest <= highest:
            raise ValueError(f"bounds of {lowest} to {highest} bits are impossible: the lower one comes first")
        self.target, self.lowest, self.highest = target, lowest, highest
        self.bits = min(highest, max(lowest, bits))
        self.trials = 0
        self._climbing = True  # until the first miss

    def heard(self, success: bool) -> float:
        """Take in the result of a trial; returns the bits of the next one."""
        odds = self.target / (1.0 - self.target)
        size = next(size for trial, size in reversed(STEPS) if self.trials >= trial)
        # The same step down for every target, so that a higher target does not swing more widely.
        down = size * min(FALL, odds)
        self._climbing = self._climbing and success
        self.trials += 1
        self.bits += (STEPS[0][1] if self._climbing else down / odds) if success else -down
        self.bits = min(self.highest, max(self.lowest, self.bits))
        return self.bits

    def ease(self, bits: float) -> None:
        """Make it easier by `bits` at once."""
        self.bits = max(self.lowest, self.bits - bits)
        self._climbing = False


class Coach:
    """Chooses the settings of each rep of a block: `Block` calls it for the next rep. A replay uses the stored settings.

    A rep is a success if it is done, in at most 1.3 times the hand's recent time for a movement of that difficulty.
    Without the time limit, anybody could reach the hardest settings by slowing down.
    """

    # Any: it coaches whichever game it is given, and leaves its settings to that game's own fitting.
    def __init__(self, fitting: Fitting[Any], target: float = LATER, state: State | None = None) -> None:
        self._fitting, self._target, self._start = fitting, target, state or State()
        self._stairs: Staircase | None = None
        self._heard = 0
        self._tempos: list[float] = []
        self._row = 0  # misses in a row; negative: successes in a row
        self._relief = 0  # steps by which everything is eased now

    def __call__(self, level: AnyLevel, reps: Sequence[Rep]) -> object:
        """The settings of the next rep of a block of this level, given the reps so far."""
        if self._stairs is None:
            lowest, highest = self._fitting.range(level.settings)
            self._stairs = Staircase(self._target, self._start.bits, lowest, highest)
        for rep in reps[self._heard :]:
            if rep.outcome is not Outcome.INTERRUPTED:
                self._stairs.heard(self.succeeded(rep))
                self._relieve(rep.outcome is Outcome.DONE)
        self._heard = len(reps)
        settings = self._fitting.made(level.settings, round(self._stairs.bits, 3))
        eased = self._fitting.eased
        return eased(settings, self._relief) if self._relief and eased is not None else settings

    def _relieve(self, done: bool) -> None:
        """After two misses in a row, aiming is not the only problem: ease everything that makes the level hard, and undo
        it after three successes in a row."""
        if done:
            self._row = min(0, self._row) - 1
            if self._row <= -COMES_BACK:
                self._row, self._relief = 0, max(0, self._relief - 1)
        else:
            self._row = max(0, self._row) + 1
            if self._row >= GIVES_WAY:
                self._row, self._relief = 0, min(MOST_RELIEF, self._relief + 1)

    def easier(self) -> None:
        """Make it easier because the player asks: as after two misses, from the next rep on."""
        self._relief = min(MOST_RELIEF, self._relief + 1)
        if self._stairs is not None:
            self._stairs.ease(ASKED)
        self._row = 0

    def succeeded(self, rep: Rep) -> bool:
        """Whether a rep is a success; its time is remembered for the next ones."""
        tempo = tempo_of(rep)
        limit = self.tempo
        if rep.outcome is not Outcome.DONE:
            return False
        if tempo is not None:
            self._tempos.append(tempo)
        return tempo is None or limit is None or tempo <= SLOWEST * limit

    @property
    def tempo(self) -> float | None:
        """Median of recent (time / reference time); until there are enough, the value of the last session."""
        recent = sorted(self._tempos[-RECENT:])
        if len(recent) < LEAST_RECENT:
            return self._start.tempo
        half = len(recent) // 2
        return recent[half] if len(recent) % 2 else (recent[half - 1] + recent[half]) / 2

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
        return State(self._start.bits if self._stairs is None else self._stairs.bits, self.tempo)


def carried_over(state: State) -> State:
    """The state at the start of the next session: a little easier, to warm up."""
    return State(state.bits - WARM_UP, state.tempo)


def tempo_of(rep: Rep) -> float | None:
    """A rep's time / the reference time for its difficulty; None for tasks that are not scored for speed."""
    seconds = rep.let_go - rep.began
    match rep.task:
        case Carry(start=start, goal=goal, width=width, hold=hold):
            bits = index_of_difficulty((goal - start).length, width)
            return max(0.0, seconds - hold) / reference_time("drag", bits)
        case Grip(start=opening, goal=wanted, width=width, hold=hold):
            bits = index_of_difficulty(abs(wanted - opening), width)
            return max(0.0, seconds - hold) / reference_time("aperture", bits)
        case _:
            return None
