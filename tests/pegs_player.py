"""Somebody who plays Pegs by hand: places in mm, times that go on by themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.game import Fit, Level
from games.kit.geometry import Vec, between
from games.kit.task import Carry, Outcome
from games.pegs import GAME
from games.pegs.grip import HeldPeg
from games.pegs.rules import PegsRules

ROOM = Vec(217, 114)


class Player:
    """Fingers that play a block by hand."""

    def __init__(
        self,
        level: int | Level = 0,
        side: str = "right",
        seed: int = 3,
        aids: tuple[str, ...] = ("tap",),
        size: Vec = ROOM,
    ) -> None:
        chosen = GAME.levels[level] if isinstance(level, int) else level
        self.block = Block(GAME, chosen, seed, size, aids, fit=Fit(side))
        self.t = 0.05

    @property
    def rules(self) -> PegsRules:
        assert isinstance(self.block.rules, PegsRules)
        return self.block.rules

    @property
    def task(self) -> Carry:
        return self.task_of(0)

    def task_of(self, slot: int) -> Carry:
        task = self.block.table.asked[slot]
        assert isinstance(task, Carry)
        return task

    @property
    def held(self) -> HeldPeg | None:
        return self.rules.hands.get(0)

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    @property
    def cues(self) -> list[str]:
        return [cue.name for cue in self.block.table.cues]

    def do(self, phase: str, at: Vec, finger: int = 0, after: float = 0.02) -> None:
        self.t += after
        self.block.advance(self.t + 0.009, [Sample(self.t, finger, phase, at)])  # type: ignore[arg-type]

    def glide(self, start: Vec, end: Vec, finger: int = 0, parts: int = 20) -> None:
        for part in range(1, parts + 1):
            self.do("move", between(start, end, part / parts), finger)

    def drag(self, *way: Vec, finger: int = 0) -> None:
        self.do("down", way[0], finger)
        for start, end in pairwise(way):
            self.glide(start, end, finger)
        self.do("up", way[-1], finger)
        self.wait(0.3)

    def answer(self, turned: bool = True) -> None:
        """Do what is asked, with one finger and the wheel."""
        task = self.task
        self.do("down", task.start)
        self.glide(task.start, task.goal)
        if turned:
            self.order("turn", round(task.turn / (math.pi / 12)))
        self.do("up", task.goal)
        self.wait(0.3)

    def wait(self, seconds: float) -> None:
        self.t += seconds
        self.block.advance(self.t)

    def order(self, name: str, value: float = 0) -> None:
        self.t += 0.02
        self.block.advance(self.t + 0.009, [Command(self.t, name, value)])

    def tap(self, at: Vec, after: float = 0.25) -> None:
        self.do("down", at, after=after)
        self.do("up", at, after=0.08)

    def hover(self, *way: Vec, seconds: float = 0.0, after: float = 0.02) -> None:
        """A mouse with no button held; it repeats its place while it rests."""
        for at in way:
            for _ in range(max(1, int(seconds / 0.05))):
                self.t += 0.05 if seconds else after
                self.block.advance(self.t + 0.009, [Sample(self.t, 0, "hover", at, "mouse")])

    def together(self, phase: str, places: Sequence[Vec], first: int = 1) -> None:
        """Several fingers at once."""
        self.t += 0.02
        readings = [Sample(self.t, finger, phase, at) for finger, at in enumerate(places, first)]  # type: ignore[arg-type]
        self.block.advance(self.t + 0.009, readings)

    def pinch(self, *way: Vec, turn: float = 0.0, span: float = 26.0, opens: float = 40.0, parts: int = 20) -> None:
        """Thumb and finger: land to either side, close, carry and twist along the way, open, lift."""
        self.together("down", either_side(way[0], span + 8))
        self.together("move", either_side(way[0], span))
        legs = list(pairwise(way))
        for leg, (start, end) in enumerate(legs):
            for part in range(1, parts + 1):
                share = (leg + part / parts) / len(legs)
                self.together("move", either_side(between(start, end, part / parts), span, turn * share))
        self.together("move", either_side(way[-1], opens, turn))
        self.together("up", either_side(way[-1], opens, turn))
        self.wait(0.3)


def either_side(at: Vec, span: float, turn: float = 0.0) -> list[Vec]:
    """Thumb and finger so far apart, turned clockwise about the place between them."""
    half = Vec(span / 2 * math.cos(turn), span / 2 * math.sin(turn))
    return [at - half, at + half]
