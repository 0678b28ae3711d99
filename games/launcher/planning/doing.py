"""What of a day's exercises is done: the day's rounds shared out among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.launcher.planning.plan import Exercise
from games.launcher.records.index.practised import Round

ALL = 1.0 - 1e-9  # share of the repetitions that completes an exercise
NEARLY = 0.9  # share of the minutes that completes one: nobody begins a round for the last seconds


@dataclass
class Doing:
    """An exercise, and what has been done of it."""

    exercise: Exercise
    reps: float = 0.0
    minutes: float = 0.0

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        if self.exercise.reps is not None:
            return min(1.0, self.reps / self.exercise.reps)
        return min(1.0, self.minutes / (self.exercise.minutes or 1))

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.share >= (NEARLY if self.exercise.reps is None else ALL)

    def missing(self, one: Round) -> float:
        """The share of this round that it still needs, 0 to 1; a round is never divided finer than it has to be."""
        exercise = self.exercise
        if exercise.reps is not None:
            return min(1.0, (exercise.reps - self.reps) / one.reps) if one.reps > 0 else 0.0
        return min(1.0, ((exercise.minutes or 0) - self.minutes) / one.minutes) if one.minutes > 0 else 0.0

    def take(self, one: Round, share: float) -> None:
        """Count a share of this one."""
        self.reps += one.reps * share
        self.minutes += one.minutes * share


def counts(exercise: Exercise, one: Round) -> bool:
    """Whether a round is practice of this exercise. Where the level is left to the hand, every round of the game is."""
    if one.game != exercise.game or exercise.side not in (None, one.side):
        return False
    return exercise.level is None or (one.mode == "practice" and one.level == exercise.level)


def shared_out(exercises: Sequence[Exercise], rounds: Sequence[Round]) -> list[Doing]:
    """The exercises in their order, each with what has been done of it.

    A round counts once: first for the exercises that say most exactly what to do (hand, level), and of these for the
    earlier ones; what they do not need counts for the next. What is left over counts for none.
    """
    doings = [Doing(exercise) for exercise in exercises]
    exact = sorted(doings, key=lambda doing: (doing.exercise.side is None) + (doing.exercise.level is None))
    for one in rounds:
        left = 1.0
        for doing in exact:
            if left > 0.0 and not doing.done and counts(doing.exercise, one):
                share = min(left, max(0.0, doing.missing(one)))
                doing.take(one, share)
                left -= share
    return doings


def next_of(doings: Sequence[Doing]) -> int | None:
    """The place of the next exercise to do: the first that is not done; None if all are."""
    return next((place for place, doing in enumerate(doings) if not doing.done), None)


def share_of(doings: Sequence[Doing]) -> float:
    """How much of a day's exercises is done, 0 to 1; each counts alike. 0 if there are none."""
    return sum(doing.share for doing in doings) / len(doings) if doings else 0.0
