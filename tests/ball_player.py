"""Somebody who plays Stress ball by hand: places in mm, times that go on by themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.ball import GAME
from games.ball.squeezing import Squeezing
from games.kit.block import Block
from games.kit.fingers import Command, Device, Sample
from games.kit.game import Fit, Level
from games.kit.geometry import Vec, between
from games.kit.task import Grip, Outcome, Track

ROOM = Vec(217, 114)


class Player:
    """Fingers that play a block by hand: times go on by themselves."""

    def __init__(
        self,
        level: int | Level = 0,
        fit: Fit | None = None,
        seed: int = 3,
        aids: tuple[str, ...] = ("tap",),
        size: Vec = ROOM,
    ) -> None:
        chosen = GAME.levels[level] if isinstance(level, int) else level
        self.block = Block(GAME, chosen, seed, size, aids, fit=fit or Fit())
        self.t = 0.05
        self.at: list[Vec] = []

    @property
    def play(self) -> Squeezing:
        play = self.block.rules.play  # type: ignore[attr-defined]
        assert isinstance(play, Squeezing)
        return play

    @property
    def task(self) -> Grip:
        task = self.block.table.asked[0]
        assert isinstance(task, Grip)
        return task

    @property
    def curve(self) -> Track:
        task = self.block.table.asked[0]
        assert isinstance(task, Track)
        return task

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    @property
    def cues(self) -> list[str]:
        return [cue.name for cue in self.block.table.cues]

    def do(self, phase: str, places: Sequence[Vec], after: float = 0.02, device: Device = "touch") -> None:
        """All fingers at once; each has its place in the list."""
        self.t += after
        readings = [Sample(self.t, finger, phase, at, device) for finger, at in enumerate(places)]  # type: ignore[arg-type]
        self.block.advance(self.t + 0.009, readings)
        self.at = list(places)

    def wait(self, seconds: float) -> None:
        """Time passes; a longer silence than this at once would be a pause."""
        end = self.t + seconds
        while self.t < end:
            self.t = min(end, self.t + 0.5)
            self.block.advance(self.t)

    def order(self, name: str) -> None:
        self.t += 0.02
        self.block.advance(self.t + 0.009, [Command(self.t, name)])

    def land(self, opening: float | None = None, fingers: int = 2, centre: Vec | None = None) -> None:
        """Fingertips round the ball."""
        task = self.task
        self.do("down", round_about(centre or task.centre, opening or task.start, fingers))

    def close(self, opening: float, seconds: float = 0.3) -> None:
        """Bring all fingers that are down to this opening about their middle; of one, about the ball's."""
        start = self.at
        if len(start) == 1:
            hub = self.task.centre
        else:
            hub = Vec(sum(p.x for p in start) / len(start), sum(p.y for p in start) / len(start))
        now = 2 * sum((p - hub).length for p in start) / len(start)
        end = [hub + (p - hub) * (opening / now) for p in start]
        parts = max(1, round(seconds / 0.02))
        for part in range(1, parts + 1):
            self.do("move", [between(a, b, part / parts) for a, b in zip(start, end, strict=True)])

    def close_about(self, hub: Vec, opening: float, seconds: float = 0.3) -> None:
        """The same for two fingers about a place."""
        start, end = self.at, round_about(hub, opening, len(self.at))
        parts = max(1, round(seconds / 0.02))
        for part in range(1, parts + 1):
            self.do("move", [between(a, b, part / parts) for a, b in zip(start, end, strict=True)])

    def lift(self) -> None:
        self.do("up", self.at)

    def squeeze(self, stay: float | None = None) -> None:
        """Close to the goal, stay as long as is asked, open again."""
        task = self.task
        self.close(task.goal)
        self.wait(task.hold + 0.1 if stay is None else stay)
        self.close(task.start)
        self.wait(0.15)

    def tap(self, at: Vec, after: float = 0.25, lasts: float = 0.08, device: Device = "touch") -> None:
        self.do("down", [at], after, device)
        self.do("up", [at], lasts, device)

    def hover(self, way: Sequence[Vec], device: Device = "mouse") -> None:
        for at in way:
            self.do("hover", [at], device=device)


def round_about(centre: Vec, opening: float, fingers: int) -> list[Vec]:
    turns = [2 * math.pi * k / fingers - 0.4 for k in range(fingers)]
    return [centre + Vec(math.cos(turn), math.sin(turn)) * (opening / 2) for turn in turns]
