"""Somebody who plays Pennies by hand: places in mm, times that go on by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.game import Fit, Level
from games.kit.geometry import Vec, between
from games.kit.task import Carry, Outcome
from games.pennies import GAME
from games.pennies.rules import PenniesRules

ROOM = Vec(217, 114)


class Player:
    """Fingers that play a block by hand: times go on by themselves."""

    def __init__(
        self,
        level: int | Level = 4,
        side: str = "right",
        seed: int = 3,
        aids: tuple[str, ...] = ("tap",),
        size: Vec = ROOM,
    ) -> None:
        chosen = GAME.levels[level] if isinstance(level, int) else level
        self.block = Block(GAME, chosen, seed, size, aids, fit=Fit(side))
        self.t = 0.05

    @property
    def rules(self) -> PenniesRules:
        assert isinstance(self.block.rules, PenniesRules)
        return self.block.rules

    @property
    def task(self) -> Carry:
        task = self.block.table.asked[0]
        assert isinstance(task, Carry)
        return task

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    @property
    def cues(self) -> list[str]:
        return [cue.name for cue in self.block.table.cues]

    @property
    def standing(self) -> int:
        return len(self.rules.tower.coins)

    def do(self, phase: str, at: Vec, finger: int = 0, after: float = 0.02) -> None:
        self.t += after
        self.block.advance(self.t + 0.009, [Sample(self.t, finger, phase, at)])  # type: ignore[arg-type]

    def glide(self, start: Vec, end: Vec, finger: int = 0, parts: int = 20) -> None:
        for part in range(1, parts + 1):
            self.do("move", between(start, end, part / parts), finger)

    def drag(self, *way: Vec, finger: int = 0, parts: int = 20) -> None:
        self.do("down", way[0], finger)
        for start, end in pairwise(way):
            self.glide(start, end, finger, parts)
        self.do("up", way[-1], finger)
        self.wait(0.3)

    def build(self, *offsets: float) -> None:
        """Put one coin after the other in its place, this far beside it."""
        for offset in offsets:
            task = self.task
            beside = Vec(offset, 0)
            self.drag(task.start, *[point + beside for point in task.via], task.goal + beside, parts=6)

    def wait(self, seconds: float) -> None:
        end = self.t + seconds
        while self.t < end:  # in small parts: a clock that stands still for long pauses the block
            self.t = min(end, self.t + 0.25)
            self.block.advance(self.t)

    def order(self, name: str) -> None:
        self.t += 0.02
        self.block.advance(self.t + 0.009, [Command(self.t, name)])

    def tap(self, at: Vec, after: float = 0.25) -> None:
        self.do("down", at, after=after)
        self.do("up", at, after=0.08)

    def hover(self, *way: Vec, seconds: float = 0.0, after: float = 0.02) -> None:
        """A mouse with no button held; it repeats its place while it rests."""
        for at in way:
            for _ in range(max(1, int(seconds / 0.05))):
                self.t += 0.05 if seconds else after
                self.block.advance(self.t + 0.009, [Sample(self.t, 0, "hover", at, "mouse")])

    def together(self, phase: str, places: Sequence[Vec]) -> None:
        """Several fingers at once."""
        self.t += 0.02
        readings = [Sample(self.t, finger + 1, phase, at) for finger, at in enumerate(places)]  # type: ignore[arg-type]
        self.block.advance(self.t + 0.009, readings)

    def pinch(self, *way: Vec, lands: float = 34.0, holds: float = 22.0, opens: float = 36.0, parts: int = 20) -> None:
        """Thumb and finger: land to either side, close, carry along the way, open, lift."""
        self.together("down", either_side(way[0], lands))
        self.together("move", either_side(way[0], holds))
        for start, end in pairwise(way):
            for part in range(1, parts + 1):
                self.together("move", either_side(between(start, end, part / parts), holds))
        self.together("move", either_side(way[-1], opens))
        self.together("up", either_side(way[-1], opens))
        self.wait(0.3)


def either_side(at: Vec, span: float) -> list[Vec]:
    return [at - Vec(span / 2, 0), at + Vec(span / 2, 0)]
