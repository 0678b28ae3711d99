"""A ghost: a stored block replayed beside a running one, in step with it, without any effect on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# Any: a ghost draws the rules of whichever game
from typing import TYPE_CHECKING, Any, Protocol

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.fingers import Reading, Sample
from games.kit.game import RATE
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.drawing.faint import Faint

if TYPE_CHECKING:
    from games.launcher.records.models import Record

STRENGTH = 0.42  # opacity
TRAIL = 0.5  # s that a fingertip's trail stays visible
TIP = 4.2  # mm, the radius of a fingertip
LIGHT, DARK = "#F4F8FF", "#16202E"  # a light core in a dark rim is seen on any table
LEAST = 4.0  # mm between two dots of a trail, so that they do not overlap


class Rival(Protocol):
    """A recorded block that can be replayed beside a player."""

    @property
    def seed(self) -> int: ...
    @property
    def steps(self) -> int: ...
    @property
    def side(self) -> str: ...
    @property
    def trace(self) -> Sequence[Reading]: ...

    def block(self) -> Block:
        """The block before its first step. Raises ValueError if this program has no rules for it."""


@dataclass(frozen=True)
class Stored:
    """A block of the player's own files."""

    record: Record
    trace: Sequence[Reading]

    @property
    def seed(self) -> int:
        """The seed of its random numbers."""
        return self.record.seed

    @property
    def steps(self) -> int:
        """Its length in steps."""
        return self.record.steps

    @property
    def side(self) -> str:
        """The hand that played."""
        return self.record.fit.side

    def block(self) -> Block:
        """The block at its beginning."""
        from games.launcher.round.record import again

        return again(self.record, (), 0)


class Ghost:
    """A second block, fed with the trace of a rival.

    It starts at the player's first touch, so that both clocks begin alike, and stands still while the player's block
    is paused. If it was played with the other hand than `side`, it is drawn mirrored.
    """

    def __init__(self, rival: Rival, side: str) -> None:
        self.rival, self.mirrored = rival, rival.side != side
        self.block = rival.block()
        self._trace = rival.trace
        self._fed = 0
        first = next((one.t for one in rival.trace if isinstance(one, Sample) and one.phase == "down"), 0.0)
        self._lead = max(0, int(first * RATE) - 1)  # steps before its first touch, which are skipped
        self._trails: dict[int, deque[tuple[float, Vec]]] = {}

    @property
    def done(self) -> int:
        """Number of successful reps so far."""
        return len([rep for rep in self.block.table.reps if rep.outcome is Outcome.DONE])

    @property
    def progress(self) -> float:
        """The share of its block that is done, 0 to 1."""
        done, whole = self.block.progress
        return done / whole if whole else 0.0

    @property
    def over(self) -> bool:
        """Whether its trace has ended."""
        return self.block.finished or self.block.steps >= self.rival.steps

    def follow(self, block: Block) -> None:
        """Replay up to where the player's block is."""
        gone = 0 if block.touched is None else block.steps - int(block.touched * RATE)
        self.run(self._lead + max(0, gone))

    def run(self, steps: int) -> None:
        """Replay until `steps` steps are done."""
        steps = min(steps, self.rival.steps)
        while self.block.steps < steps and not self.block.finished:
            self._feed((self.block.steps + 1) / RATE)
            before = self.block.steps
            self.block.run(self.block.steps + 1)
            if self.block.steps == before and self._fed >= len(self._trace):
                break  # it was paused and never resumed
        if steps >= self.rival.steps:
            self._feed(float("inf"))
        self._note()

    def _feed(self, until: float) -> None:
        """Feed the readings up to this block time; a recorded pause is skipped, because nothing was played in it."""
        while self._fed < len(self._trace):
            reading = self._trace[self._fed]
            if reading.t > until and not self.block.paused:
                return
            self.block.feed(reading)
            self._fed += 1

    def _note(self) -> None:
        """Note where its fingertips are now, for the trails."""
        now = self.block.now
        for finger in self.block.fingers:
            if finger.state in ("down", "lifted") and not finger.hovering:
                trail = self._trails.setdefault(finger.id, deque())
                if not trail or (trail[-1][1] - finger.at).length > LEAST:
                    trail.append((now, finger.at))
        for number, trail in list(self._trails.items()):
            while trail and now - trail[0][0] > TRAIL:
                trail.popleft()
            if not trail:
                del self._trails[number]

    def fingertips(self) -> Iterator[Vec]:
        """Where its fingers touch the table."""
        for finger in self.block.fingers:
            if finger.state == "down" and not finger.hovering:
                yield finger.at

    def draw(self, canvas: Canvas, draw: Callable[[Any, Canvas], None] | None) -> None:
        """Draw faintly what it holds (if the game can draw that), its fingertips and their trails."""
        faint = Faint(canvas, STRENGTH, self.block.table.size.x if self.mirrored else None)
        if draw is not None:
            draw(self.block.rules, faint)
        now = self.block.now
        for trail in self._trails.values():
            for t, at in trail:
                left = max(0.0, 1.0 - (now - t) / TRAIL)
                faint.circle(at, 0.5 + 1.0 * left, f"{LIGHT}{round(230 * left):02X}")
        for at in self.fingertips():
            faint.circle(at, TIP + 0.7, DARK, border=0.9)
            faint.circle(at, TIP, LIGHT)
