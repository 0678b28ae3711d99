"""Somebody who plays Playdough by hand: places in mm, times that go on by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from games.dough import GAME
from games.dough.rules import DoughRules
from games.kit.block import Block
from games.kit.fingers import Command, Device, Sample
from games.kit.game import Fit, Level
from games.kit.geometry import Vec, between
from games.kit.task import Outcome, Shape

ROOM = Vec(217, 114)


class Player:
    """Fingers that play a block by hand."""

    def __init__(
        self, level: int | Level = 0, fit: Fit | None = None, aids: tuple[str, ...] = ("tap",), size: Vec = ROOM
    ) -> None:
        chosen = GAME.levels[level] if isinstance(level, int) else level
        self.block = Block(GAME, chosen, 3, size, aids, fit=fit or Fit())
        self.t = 0.05
        self.at: list[Vec] = []

    @property
    def rules(self) -> DoughRules:
        rules = self.block.rules
        assert isinstance(rules, DoughRules)
        return rules

    @property
    def task(self) -> Shape:
        task = self.block.table.asked[0]
        assert isinstance(task, Shape)
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
        """Time passes."""
        end = self.t + seconds
        while self.t < end:
            self.t = min(end, self.t + 0.4)
            self.block.advance(self.t)

    def order(self, name: str) -> None:
        self.t += 0.02
        self.block.advance(self.t + 0.009, [Command(self.t, name)])

    def stroke(
        self, starts: Sequence[Vec], ends: Sequence[Vec], seconds: float = 0.5, device: Device = "touch"
    ) -> None:
        """Land, move, lift; then a moment's rest."""
        self.do("down", starts, device=device)
        parts = max(2, round(seconds / 0.02))
        for part in range(1, parts + 1):
            self.do("move", [between(a, b, part / parts) for a, b in zip(starts, ends, strict=True)], device=device)
        self.do("up", ends, device=device)
        self.wait(0.8)

    def tap(self, at: Vec, after: float = 0.25, device: Device = "touch") -> None:
        self.do("down", [at], after, device)
        self.do("up", [at], 0.08, device)

    def led(self, start: Vec, end: Vec, device: Device) -> None:
        """A tap, a way through the air where the pointer has one, and a tap that ends it."""
        self.tap(start, device=device)
        if device != "touch":
            for part in range(1, 21):
                self.do("hover", [between(start, end, part / 20)], device=device)
        self.tap(end, device=device)
        self.wait(0.8)
