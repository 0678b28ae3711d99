"""Somebody who paints by hand: places in mm, times that go on by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from games.kit.block import Block
from games.kit.fingers import Command, Device, Sample
from games.kit.game import Fit, Level
from games.kit.geometry import Vec, between, distance
from games.kit.task import Fill, Follow, Outcome, Track
from games.launcher.scoring.block import Judged, judge
from games.paint import GAME
from games.paint.guided import Guided
from games.paint.rules import PaintRules
from games.paint.studio import Studio

ROOM = Vec(217, 114)


class Player:
    """Fingers that play a block by hand: times go on by themselves."""

    def __init__(
        self,
        level: int | Level = 0,
        side: str = "right",
        seed: int = 3,
        aids: tuple[str, ...] = ("tap",),
        size: Vec = ROOM,
        device: Device = "touch",
    ) -> None:
        chosen = GAME.levels[level] if isinstance(level, int) else level
        self.block = Block(GAME, chosen, seed, size, aids, fit=Fit(side))
        self.t = 0.05
        self.device: Device = device

    @property
    def rules(self) -> PaintRules:
        assert isinstance(self.block.rules, PaintRules)
        return self.block.rules

    @property
    def guided(self) -> Guided:
        assert self.rules.guided is not None
        return self.rules.guided

    @property
    def studio(self) -> Studio:
        assert self.rules.studio is not None
        return self.rules.studio

    @property
    def follow(self) -> Follow:
        task = self.block.table.asked[0]
        assert isinstance(task, Follow)
        return task

    @property
    def fill(self) -> Fill:
        task = self.block.table.asked[0]
        assert isinstance(task, Fill)
        return task

    @property
    def track(self) -> Track:
        task = self.block.table.asked[0]
        assert isinstance(task, Track)
        return task

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    @property
    def cues(self) -> list[str]:
        return [cue.name for cue in self.block.table.cues]

    @property
    def judged(self) -> Judged:
        return judge(self.block.table.reps, self.block.played)

    def do(self, phase: str, at: Vec, finger: int = 0, after: float = 0.02) -> None:
        self.t += after
        self.block.advance(self.t + 0.009, [Sample(self.t, finger, phase, at, self.device)])  # type: ignore[arg-type]

    def draw(self, line: Sequence[Vec], finger: int = 0, speed: float = 120.0, beside: float = 0.0) -> None:
        """Press, go along a line so many mm to its left, lift, and wait until nobody would come back."""
        self.stroke(line, finger, speed, beside)
        self.wait(0.4)

    def stroke(self, line: Sequence[Vec], finger: int = 0, speed: float = 120.0, beside: float = 0.0) -> None:
        places = spread(shifted(line, beside), speed * 0.02)
        self.do("down", places[0], finger)
        for place in places[1:]:
            self.do("move", place, finger)
        self.do("up", places[-1], finger)

    def tap(self, at: Vec, finger: int = 0, after: float = 0.25) -> None:
        self.do("down", at, finger, after)
        self.do("up", at, finger, 0.06)

    def hover(self, line: Sequence[Vec], speed: float = 120.0) -> None:
        """A pointer with no button held."""
        for place in spread(line, speed * 0.02):
            self.do("hover", place)

    def hold(self, at: Vec, seconds: float, finger: int = 9) -> None:
        self.do("down", at, finger)
        self.wait(seconds)
        self.do("up", at, finger)
        self.wait(0.3)

    def tool(self, name: str, seconds: float = 0.5) -> None:
        self.hold(next(tool.at for tool in self.studio.tools if tool.name == name), seconds)

    def wait(self, seconds: float) -> None:
        end = self.t + seconds
        while self.t < end:  # in small parts: a clock that stands still for long pauses the block
            self.t = min(end, self.t + 0.25)
            self.block.advance(self.t)

    def order(self, name: str) -> None:
        self.t += 0.02
        self.block.advance(self.t + 0.009, [Command(self.t, name)])


def shifted(line: Sequence[Vec], beside: float) -> list[Vec]:
    """A straight line, so many mm to its left."""
    if not beside:
        return list(line)
    way = line[-1] - line[0]
    off = Vec(-way.y, way.x) * (beside / way.length)
    return [place + off for place in line]


def spread(line: Sequence[Vec], step: float) -> list[Vec]:
    """A line in places no farther apart than this."""
    out = [line[0]]
    for a, b in pairwise(line):
        count = max(1, round(distance(a, b) / step))
        out += [between(a, b, part / count) for part in range(1, count + 1)]
    return out
