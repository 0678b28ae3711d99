"""One play of one level in whole steps of 1 / RATE s, live or replayed: a function of its settings, its seed and its trace."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from games.kit.aids import made
from games.kit.contacts import Contacts
from games.kit.door import TICKS, Door, timeless
from games.kit.ending import Ending
from games.kit.fingers import Command, Fingers, Reading, Sample
from games.kit.game import EDITION, RATE, AnyGame, AnyLevel, Deal, Fit, Rules, Table, Watches
from games.kit.geometry import Vec
from games.kit.touches import Touches

LONGEST_GAP = 1.0  # s; a longer gap between calls (suspend, debugger) does not count as playing time
SLACK = 1e-4  # ticks; rounding error of a running clock
SLICE = 60  # steps of a replay after which others have their turn
STALLED = 0.1  # s without a frame; after a longer gap, a reading without a time of its own may be that much older
MOST_REPS, MOST_READINGS, MOST_SECONDS = (
    20_000,
    2_000_000,
    86_000.0,
)  # a round that is longer ends, and another one begins


class Block:
    """One play of one level.

    `advance(now, samples)` accepts any running clock: the block starts at 0, or at the first call if that comes later
    than LONGEST_GAP. Samples carry times of the same clock. The samples are kept in `trace` (as the device gave them,
    in block time), which is stored, and in `played` (after repairs and aids), which is scored. `edition` (see game.py)
    is the one by which a stored block was played.

    Raises ValueError for an unknown aid.
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
        self.stopped = False  # True if the player ended it early
        grace = (fit or Fit()).grace_ms / 1000
        self.fingers = Fingers(grace)
        self.contacts: Contacts | Touches = Contacts(game.fingers) if edition < 2 else Touches(game.fingers, grace)
        self._helps = made(self.aids, game.strokes, edition)
        self._pending: list[Reading] = []  # accepted, but not yet used by a step
        self._last = 0  # ticks of the newest reading: the trace never runs backwards
        self._zero = 0.0  # the running clock's time of block time 0
        self._seen = 0.0  # the running clock when last advanced
        self.stalls: list[tuple[float, float]] = []  # (start, end) of uncertain times
        self._door = Door()
        self._ending = Ending(edition)
        if isinstance(coach, Watches):
            coach.watch(self.played)
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
        """When the table was first touched, in s of block time; None if it was not."""
        return self._ending.touched

    @property
    def handled(self) -> bool:
        """Whether the table was touched, or pressed by an aid; an untouched round does not count as practice."""
        return self.touched is not None or any(isinstance(r, Sample) and r.phase == "down" for r in self.trace)

    def uncertain(self, start: float, end: float) -> bool:
        """Whether times between these two are uncertain, because the program was suspended then."""
        return any(since < end and start <= until for since, until in self.stalls)

    @property
    def progress(self) -> tuple[float, float]:
        """(done, whole): seconds of a timed level, else reps; (reps, 0) in free play."""
        return self._ending.progress(self.level, self.now)

    def advance(self, now: float, samples: Sequence[Reading] = ()) -> None:
        """Run all steps that end by `now`; each step sees the readings before its end.

        All readings are accepted before the first step of this call is run, so that they keep their own times. A reading
        that still comes too late for its step gets the time at which it is played; none is later than `now`. If a
        contact has the time `now` itself after more than STALLED s without a call, it has no time of its own: the trace
        then records "stalled" and the length of the gap. A pause takes effect at the end of its step. A gap of more than
        LONGEST_GAP pauses the block as well, and does not count as block time.
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
            self._accept(reading, t - self._zero)
        while not (self.paused or self.finished) and self._zero + (self.steps + 1) / RATE <= now:
            self._step()

    def feed(self, reading: Reading) -> None:
        """Accept one reading in block time; used by `advance`, and by replays for each reading of a stored trace."""
        self._accept(reading, reading.t)

    def _accept(self, reading: Reading, t: float) -> None:
        """Accept one reading at this block time, whatever its own time says."""
        if self.finished:
            return
        if self.paused and not (isinstance(reading, Command) and reading.name in ("resume", "stop")):
            return
        # Rounded up, so that rounding never moves a reading at the very end of a step into that step.
        first = max(math.ceil(self.steps * TICKS / RATE - SLACK), self._last)
        tick = max(math.ceil(t * TICKS - SLACK), first) if math.isfinite(t) else first
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
        self.fingers.begin_step()
        commands = self._read(end) if self._pending else []
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
            self._ending.tried += command.name == "skip"
        if len(self.table.reps) > self._ending.counted:
            self._ending.count(self.table.reps, self.level)
        self.finished = self._ending.over(self.level, end) or self._full()

    def _read(self, end: float) -> list[Command]:
        """Let the fingers follow the readings before `end`; gives the commands among them."""
        due = 0
        while due < len(self._pending) and self._pending[due].t < end:
            due += 1
        ready, self._pending = self._pending[:due], self._pending[due:]
        commands = []
        for reading in ready:
            if isinstance(reading, Command):
                commands.append(reading)
                continue
            if reading.phase == "down" and self._ending.touched is None:
                self._ending.touched = reading.t
            self.fingers.read(reading)
            self.played.append(reading)
        return commands

    def _full(self) -> bool:
        """Whether a block can hold no more."""
        most = len(self.trace) >= MOST_READINGS or len(self.table.reps) >= MOST_REPS
        return most or self.steps >= MOST_SECONDS * RATE

    def run(self, steps: int) -> None:
        """Run steps until `steps` are done or the block ends; a paused block does not run."""
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
    """Replay a stored trace for as many steps as it was played: the same block to the last digit.

    A coach given here must return the stored settings (see `dealt`), not choose new ones.
    """
    block = Block(game, level, seed, size, aids, coach, fit, edition)
    play_again(block, trace, steps)
    return block


def play_again(block: Block, trace: Sequence[Reading], steps: int, between: Callable[[], None] = lambda: None) -> None:
    """Replay a stored trace for `steps` steps in a block that has just begun; `between` is called every SLICE steps or
    more often."""
    for reading in trace:
        if isinstance(reading, Command) and reading.name == "stop":
            _run(block, steps, between)
        _run(block, _well_before(reading, steps), between)
        block.feed(reading)
    _run(block, steps, between)


def _run(block: Block, steps: int, between: Callable[[], None]) -> None:
    while block.steps < steps and not (block.finished or block.paused):
        block.run(min(steps, block.steps + SLICE))
        between()


def bring_up_to(block: Block, reading: Reading, steps: int) -> None:
    """Run the steps that end well before a stored reading, up to `steps` in all, so that few readings of a long trace
    wait at a time."""
    block.run(_well_before(reading, steps))


def _well_before(reading: Reading, steps: int) -> int:
    return min(steps, int(reading.t * RATE) - 1)


def dealt(settings: Sequence[object]) -> Deal:
    """A coach that returns the stored settings of each rep in turn, and then the last ones again."""
    if not settings:
        raise ValueError("no settings were stored: give those of one rep or more")
    return lambda _level, reps: settings[min(len(reps), len(settings) - 1)]
