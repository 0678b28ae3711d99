"""One play of one level in whole steps of 1 / RATE s, live or replayed: a function of its settings, its seed and its trace."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import Any

from games.kit.aids import made
from games.kit.contacts import Contacts
from games.kit.door import TICKS, Door, timeless
from games.kit.fingers import Command, Fingers, Reading, Sample
from games.kit.game import EDITION, RATE, AnyGame, AnyLevel, Deal, Fit, Rules, Table
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.kit.touches import Touches

LONGEST_GAP = 1.0  # s; a longer silence of the clock (suspend, debugger) is no playing time
ATTEMPTS = 3  # for each rep of a level: then it ends, whatever hand it is that a movement does not come to
PATIENCE = 240.0  # s for each rep, after which it ends as well
SLACK = 1e-4  # ticks; what the sums of a running clock may be off by
STALLED = 0.1  # s without a frame, after which a reading that knows no time of its own may be that much older
MOST_REPS, MOST_READINGS, MOST_SECONDS = (
    20_000,
    2_000_000,
    86_000.0,
)  # a round that is longer ends, and another one begins


class Block:
    """One play of one level.

    `advance(now, samples)` may be given any running clock: the block starts at
    0, or, when the first call comes later than the longest gap, at that call.
    Samples carry times of the same clock. What the steps saw is kept in `trace`
    (as the device gave it, in block time) and in `played` (after joining and
    aids): the one is stored, the other is scored. `edition` is the one of
    `games.kit.game` that a stored block was played by.

    Raises ValueError for an aid that does not exist.
    """

    def __init__(  # noqa: PLR0913 (a stored block is exactly these, and whoever plays one says them by name)
        self,
        game: AnyGame,
        level: AnyLevel,
        seed: int,
        size: Vec,
        aids: tuple[str, ...] = (),
        coach: Deal | None = None,
        fit: Fit | None = None,
        edition: int = EDITION,
    ) -> None:
        self.game, self.level, self.seed, self.aids = game, level, seed, tuple(aids)
        self.trace: list[Reading] = []
        self.played: list[Sample] = []
        self.steps = 0  # whole steps run
        self.paused = False
        self.finished = False
        self.stopped = False  # ended by the player before its end
        grace = (fit or Fit()).grace_ms / 1000
        self.fingers = Fingers(grace)
        self.contacts: Contacts | Touches = Contacts(game.fingers) if edition < 2 else Touches(game.fingers, grace)
        self._helps = made(self.aids, game.strokes, edition)
        self._pending: list[Reading] = []  # let in, but their step has not ended
        self._last = 0  # ticks of the newest reading: the trace never runs backwards
        self._zero = 0.0  # the running clock's time of block time 0
        self._seen = 0.0  # the running clock when last advanced
        self._touched: float | None = None  # the first touch starts the clock of a timed level
        self.stalls: list[tuple[float, float]] = []  # from when to when nobody knows the times of what was read
        self._door = Door()
        self._done = 0  # reps that count
        self._counted = 0  # reps looked at
        self._tried = 0  # attempts, and what was passed over
        settings = level.settings if coach is None else coach(level, ())
        # Any: the settings are those of whichever game is played.
        self.table: Table[Any] = Table(Vec(*size), Random(seed), settings, fit or Fit(), edition=edition)
        if coach is not None:
            self.table.deal = lambda: coach(level, self.table.reps)
        self.rules: Rules = game.rules(self.table)

    @property
    def now(self) -> float:
        """Block time: seconds actually played."""
        return self.steps / RATE

    @property
    def touched(self) -> float | None:
        """When the table was first touched, in s of block time; None before."""
        return self._touched

    @property
    def handled(self) -> bool:
        """Whether anything touched the table, or was pressed there by an aid: an untouched round is no practice."""
        return self._touched is not None or any(isinstance(r, Sample) and r.phase == "down" for r in self.trace)

    def uncertain(self, start: float, end: float) -> bool:
        """Whether nobody knows when exactly things happened between two times, since the program stood still then."""
        return any(since < end and start <= until for since, until in self.stalls)

    @property
    def progress(self) -> tuple[float, float]:
        """How much is done of how much: seconds of a timed level, else reps; (reps, 0) in free play."""
        if self.level.seconds is not None:
            gone = 0.0 if self._touched is None else self.now - self._touched
            return min(gone, self.level.seconds), self.level.seconds
        return self._done, self.level.reps or 0

    def advance(self, now: float, samples: Sequence[Reading] = ()) -> None:
        """Run all whole steps that end by `now`; each sees what was read before its end.

        Readings are let in before any step of this call is run, so that they
        keep their own times; one that comes too late for its step all the same
        is stamped with the time it is played, and none is later than `now`.
        A contact that is stamped with `now` itself after more than 0.1 s
        without a call has no time of its own: the trace then says "stalled",
        and for how long. A pause takes effect at the end of the step it falls
        in. A gap of the clock beyond 1 s pauses as well, and is no block time.
        """
        if self.finished:
            return
        if now - self._seen > LONGEST_GAP:
            if self.trace or self.steps:
                self.feed(Command(self.now, "pause"))
            else:
                first = [reading.t for reading in samples if now - LONGEST_GAP <= reading.t <= now]
                self._zero = min(
                    [now, *first]
                )  # what claims to be older starts no clock: it would be steps without end
        since, self._seen = self._seen, max(self._seen, now)
        if self.steps and STALLED < now - since <= LONGEST_GAP and timeless(samples, now):
            self.feed(Command(since - self._zero, "stalled", now - since))
        for reading in samples:
            t = reading.t if reading.t <= now else now
            if reading.__class__ is Command and reading.name == "resume" and self.paused:
                self._zero = max(t, now - LONGEST_GAP) - self.now
            self.feed(_at(reading, t - self._zero))
        while not (self.paused or self.finished) and self._zero + (self.steps + 1) / RATE <= now:
            self._step()

    def feed(self, reading: Reading) -> None:
        """Let in one reading in block time, as `advance` does with each and a replay with a stored trace."""
        if self.finished:
            return
        if self.paused and not (isinstance(reading, Command) and reading.name in ("resume", "stop")):
            return
        # Rounded up, so that a reading at the very end of a step is never slipped into it by the rounding.
        first = max(math.ceil(self.steps * TICKS / RATE - SLACK), self._last)
        tick = max(math.ceil(reading.t * TICKS - SLACK), first) if math.isfinite(reading.t) else first
        if isinstance(reading, Command):
            if isinstance(reading.value, float) and not math.isfinite(reading.value):
                return
            self._last = tick
            command = Command(tick / TICKS, reading.name, reading.value)
            self.trace.append(command)
            self._obey(command)
            return
        if reading.phase == "hover" and not any(aid.wants_hover for aid in self._helps):
            return
        place = self._door.place_of(reading)
        if place is None:
            return
        self._last = tick
        raw = Sample(tick / TICKS, reading.finger, reading.phase, place, reading.device)
        self.trace.append(raw)
        ready = self.contacts.feed(raw)
        for aid in self._helps:
            ready = [out for sample in ready for out in aid.feed(sample)]
        for sample in ready:
            self._pending.append(sample)
            self.fingers.show(sample)

    def _obey(self, command: Command) -> None:
        if command.name == "stalled":
            if isinstance(command.value, int | float):
                self.stalls.append((command.t, command.t + command.value))
        elif command.name == "resume":
            self.paused = False
        elif command.name == "stop":
            if not self.paused:
                self._run_up_to(command.t)
            self.stopped = not self.finished
            self.finished = True
        else:
            self._pending.append(command)
            if command.name == "pause":
                self._run_up_to(command.t)
                if not self.finished:
                    self._step(cancel=True)
                    self._forget_contacts()
                    self.paused = True

    def _run_up_to(self, t: float) -> None:
        while not self.finished and t >= (self.steps + 1) / RATE:
            self._step()

    def _forget_contacts(self) -> None:
        self.contacts.reset()
        for aid in self._helps:
            aid.reset()
        self._pending.clear()

    def _step(self, cancel: bool = False) -> None:
        end = (self.steps + 1) / RATE
        due = 0
        while due < len(self._pending) and self._pending[due].t < end:
            due += 1
        ready, self._pending = self._pending[:due], self._pending[due:]
        self.fingers.begin_step()
        commands = []
        for reading in ready:
            if isinstance(reading, Command):
                commands.append(reading)
                continue
            if reading.phase == "down" and self._touched is None:
                self._touched = reading.t
            self.fingers.read(reading)
            self.played.append(reading)
        self.fingers.end_step(end)
        if cancel:
            self.fingers.cancel()
        self.steps += 1
        self.table.now = end
        self.rules.step(self.fingers, commands, 1 / RATE)
        for reading in self._pending:
            if isinstance(reading, Sample):
                self.fingers.show(reading)
        for command in commands:
            self._tried += command.name == "skip"
        for rep in self.table.reps[self._counted :]:
            self._tried += rep.outcome is not Outcome.INTERRUPTED
            self._done += (
                rep.outcome is Outcome.DONE if self.level.only_done else rep.outcome is not Outcome.INTERRUPTED
            )
        self._counted = len(self.table.reps)
        done, whole = self.progress
        self.finished = (bool(whole) and done >= whole) or self._too_long()

    def _too_long(self) -> bool:
        longest, reps = self.level.longest, self.level.reps
        if reps is not None and self.table.edition >= 2:
            if self._tried >= ATTEMPTS * reps:
                return True
            longest = PATIENCE * reps if longest is None else longest
        most = len(self.trace) >= MOST_READINGS or len(self.table.reps) >= MOST_REPS
        if most or self.steps >= MOST_SECONDS * RATE:
            return True
        return longest is not None and self._touched is not None and self.now - self._touched >= longest

    def run(self, steps: int) -> None:
        """Run whole steps until there are this many, or the block ends; a paused block stays."""
        while self.steps < steps and not (self.finished or self.paused):
            self._step()


def replayed(  # noqa: PLR0913 (those of a block, and its trace)
    game: AnyGame,
    level: AnyLevel,
    seed: int,
    size: Vec,
    trace: Sequence[Reading],
    steps: int,
    aids: tuple[str, ...] = (),
    coach: Deal | None = None,
    fit: Fit | None = None,
    edition: int = EDITION,
) -> Block:
    """Play a stored trace again, for as many steps as it was played for: the same block to the last digit.

    A coach given here must deal what was dealt (see `dealt`), never choose.
    """
    block = Block(game, level, seed, size, aids, coach, fit, edition)
    play_again(block, trace, steps)
    return block


def play_again(block: Block, trace: Sequence[Reading], steps: int) -> None:
    """Play a stored trace in a block that has just begun, for so many steps."""
    for reading in trace:
        if isinstance(reading, Command) and reading.name == "stop":
            block.run(steps)
        bring_up_to(block, reading, steps)
        block.feed(reading)
    block.run(steps)


def bring_up_to(block: Block, reading: Reading, steps: int) -> None:
    """Run the steps that end well before a stored reading, at most so many in all: of a long trace only little then waits
    to be played."""
    block.run(min(steps, int(reading.t * RATE) - 1))


def dealt(settings: Sequence[object]) -> Deal:
    """A coach that deals the stored settings of each rep in turn, and the last ones from then on."""
    if not settings:
        raise ValueError("no settings were stored: give those of one rep or more")
    return lambda _level, reps: settings[min(len(reps), len(settings) - 1)]


def _at(reading: Reading, t: float) -> Reading:
    if isinstance(reading, Command):
        return Command(t, reading.name, reading.value)
    return Sample(t, reading.finger, reading.phase, reading.at, reading.device)
