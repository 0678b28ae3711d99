"""The clock of a test or a challenge: it never stops, and what the player breaks off is an attempt that did not come off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from games.kit.block import Block
from games.kit.fingers import Command
from games.kit.task import Carry, Grip, Outcome, Rep, Shape

STOPS = ("practice", "free")  # modes whose clock stops for a rest
BY_PLAYER = 1.0  # value of the command "pause" when the player asked for it; 0: the system took the table away
REST = 2.0  # s; a pause of a challenge costs no more than any long gap between two movements
MOST_REST = 600.0  # s; the longest pause that a "resume" tells
FORGIVEN = 1  # pauses by the system that cost nothing; each further one costs REST
LATE = 0.02  # s; an interrupted movement ends within two steps of what interrupted it


@dataclass(frozen=True)
class Clock:
    """What the clock of a round says. seconds: the time that its speed is measured by; None: that of its movements and
    the gaps between them. broken: block times at which the player paused, skipped or stopped; skipped: those of the
    skips. rests: block times of pauses between movements, each of which costs as much as any long gap."""

    seconds: float | None = None
    broken: tuple[float, ...] = ()
    skipped: tuple[float, ...] = ()
    rests: tuple[float, ...] = ()

    def by_player(self, rep: Rep) -> bool:
        """Whether the player broke this movement off, with a piece in hand."""
        return rep.outcome is Outcome.INTERRUPTED and begun(rep) and at_one_of(self.broken, rep.ended)

    def left_out(self, rep: Rep) -> bool:
        """Whether the player skipped this movement before it began, in a round that is for all of them."""
        own = self.seconds is not None and at_one_of(self.skipped, rep.ended)
        return rep.outcome is Outcome.INTERRUPTED and not begun(rep) and own

    def passed(self, reps: Sequence[Rep]) -> int:
        """How many movements were skipped of which there is no rep, in a round that is for all of them: some games ask for
        the next one at once. A skip with a piece in hand is none of them."""
        if self.seconds is None or not self.skipped:
            return 0
        spans = sorted((rep.began, rep.ended) for rep in reps)
        starts, latest = [began for began, _ in spans], list(accumulate((ended for _, ended in spans), max))
        before = [bisect_right(starts, t + LATE) for t in self.skipped]
        return len([k for k, t in zip(before, self.skipped, strict=True) if k == 0 or latest[k - 1] < t - 1e-9])

    def rested(self, since: float, until: float) -> bool:
        """Whether there was a pause between these two block times."""
        return any(since - 1e-9 <= t <= until + 1e-9 for t in self.rests)


STOPPING = Clock()


def at_one_of(times: Sequence[float], ended: float) -> bool:
    """Whether something that ended at this time was ended by what the player did at one of these times."""
    return any(-1e-9 <= ended - t <= LATE for t in times)


def begun(rep: Rep) -> bool:
    """Whether anything was in hand: a movement that was skipped before it began is none."""
    return rep.began < rep.ended - 1e-9


def clock_of(block: Block, mode: str) -> Clock:
    """The clock of a round in this mode, as it stands.

    A timed round lasts its whole time, however early its last movement ended; any other lasts from the first touch to
    its end. Holds that were asked for and done cost nothing. A player's pause costs its time in a test, and REST at most
    elsewhere.
    """
    commands = [reading for reading in block.trace if isinstance(reading, Command)]
    if mode in STOPS:
        return Clock(rests=resting(commands))
    start = block.now if block.touched is None else block.touched
    seconds = block.now - start
    if block.finished and block.level.seconds is not None:
        seconds = max(seconds, block.level.seconds)
    seconds += paused(commands, MOST_REST if mode == "test" else REST) - held(block.table.reps)
    broken = tuple(
        command.t
        for command in commands
        if command.name in ("skip", "stop") or (command.name == "pause" and command.value == BY_PLAYER)
    )
    return Clock(max(0.0, seconds), broken, tuple(command.t for command in commands if command.name == "skip"))


def resting(commands: Sequence[Command]) -> tuple[float, ...]:
    """The block times of the pauses of practice, but of the system's first: whoever rests, rests as long as any long gap
    however the rest is taken, for during a pause the next movement can be planned."""
    pauses = [command for command in commands if command.name == "pause"]
    system = [command for command in pauses if command.value != BY_PLAYER]
    return tuple(command.t for command in pauses if command not in system[:FORGIVEN])


def paused(commands: Sequence[Command], most: float) -> float:
    """What the pauses of a round cost, in s: the player's by their length up to `most`, the system's from the second on."""
    cost, lost, own = 0.0, 0, False
    for command in commands:
        if command.name == "pause":
            own = command.value == BY_PLAYER
            lost += not own
            cost += REST if not own and lost > FORGIVEN else 0.0
        elif command.name == "resume" and own and isinstance(command.value, int | float):
            cost += min(most, max(0.0, float(command.value)))
    return cost


def held(reps: Sequence[Rep]) -> float:
    """The holds that were asked for and done, in s."""
    total = 0.0
    for rep in reps:
        if rep.outcome is Outcome.DONE and isinstance(rep.task, Carry | Grip):
            total += min(rep.task.hold, rep.let_go - rep.began)
        elif rep.outcome is Outcome.DONE and isinstance(rep.task, Shape):
            total += min(rep.task.linger or 0.0, rep.ended - rep.let_go)  # it is done when it has been let alone
    return total
