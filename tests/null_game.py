"""The smallest whole game, to copy: carry one piece from a place on the left to a place on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.kit.canvas import Canvas
from games.kit.chance import within
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Game, Level, Table
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Outcome
from games.kit.words import Message


@dataclass(frozen=True)
class NullSettings:
    """What makes it harder."""

    width: float  # mm, of the goal


class NullRules:
    """One piece; letting go of it ends the rep."""

    def __init__(self, table: Table[NullSettings]) -> None:
        self.table = table
        self.finger: Finger | None = None
        self._ask()

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        for new in fingers.pressed:
            if self.finger is None and distance(new.start, self.piece) <= 15:
                self.finger, self.offset = new, self.piece - new.start
        finger = self.finger
        if finger is None or finger.state == "down":
            return
        if finger.state == "cancelled":
            self.finger = None
            if any(command.name == "pause" for command in commands):
                self._end(finger, Outcome.INTERRUPTED)
            return
        here = distance(finger.at + self.offset, self.goal) <= self.table.settings.width / 2
        if here or finger.state == "gone":
            self._end(finger, Outcome.DONE if here else Outcome.MISSED)

    def _ask(self) -> None:
        size, rng = self.table.size, self.table.rng
        self.piece = Vec(size.x * 0.25, within(rng, 0.3, 0.7) * size.y)
        self.goal = Vec(size.x * 0.75, size.y / 2)
        self.table.ask(Carry(self.piece, self.goal, self.table.settings.width))

    def _end(self, finger: Finger, outcome: Outcome) -> None:
        self.finger = None
        let_go = None if outcome is Outcome.INTERRUPTED else finger.lifted_at
        self.table.finish(outcome, began=finger.born, let_go=let_go, fingers=(finger.id,), offset=self.offset)
        self.table.cue("end", finger.at)
        self._ask()


def draw(rules: NullRules, canvas: Canvas) -> None:
    """The goal and the piece."""
    canvas.circle(rules.goal, rules.table.settings.width / 2, "#6B7280", border=1.0)
    held = rules.finger
    canvas.circle(rules.piece if held is None else held.shown + rules.offset, 8, "#0B4F6C")


def tile(canvas: Canvas, centre: Vec, width: float) -> None:
    """A piece on its way to its goal."""
    canvas.circle(centre + Vec(width * 0.2, 0), width * 0.18, ACCENT, border=width * 0.03)
    canvas.circle(centre - Vec(width * 0.2, 0), width * 0.12, ACCENT)


ACCENT = "#6B7FD0"
WORDS: dict[str, Message] = {
    "reps": ("{count} piece moved", "{count} pieces moved"),
    "help drag": "Drag the piece into the ring, then lift.",
    "help mouse": "Mouse: drag, or click and click.",
}

GAME = Game(
    id="null",
    code=11,
    version=1,
    title="Null",
    practises="Carry",
    fingers=1,
    free=Level("As you like", NullSettings(30)),
    levels=(Level("Wide", NullSettings(30), reps=3), Level("Narrow", NullSettings(12), reps=3)),
    tests=(Level("Ten seconds", NullSettings(20), seconds=10),),
    challenges=(Level("Three in a row", NullSettings(24), reps=3, only_done=True),),
    rules=NullRules,
    draw=draw,
    words=WORDS,
    help=(("finger", "help drag"), ("mouse", "help mouse")),
    accent=ACCENT,
    tile=tile,
)
