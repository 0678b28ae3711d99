"""What a stranger needs: one line that says what to do, and a hand that shows it to somebody who waits. Both are gone for
good once it has come off twice; the profile remembers that for each kind of movement of each game."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.task import Outcome
from games.launcher.shell.desk import Desk
from games.launcher.ui.hand_drawn import LASTS, draw_hand, shown
from games.launcher.ui.over_table import draw_said

LEARNT = 2  # times that it must have come off
PATIENCE = 3.0  # s without a touch before the hand comes
PAUSE = 2.0  # s between two showings; they end by themselves, for nothing should go on asking for attention
SHOWINGS = 3
FOOT = 30.0  # mm from the foot of the table up, where the line would cover what is to be taken
SHOWN_IN = ("practice", "free")  # tests and challenges are the same for everybody


class Lesson:
    """Watches one block for what its player has done before."""

    def __init__(self, desk: Desk, block: Block, mode: str) -> None:
        self._desk, self._block, self._shows = desk, block, mode in SHOWN_IN
        self._learnt = Counter(desk.settings.learned.split())
        self._known, self._looked = self._learnt.copy(), len(block.table.reps)
        self._touched, self._is = block.now, ""
        self._is = self._name()

    @property
    def words(self) -> str | None:
        """What is to be done, while it has not come off twice; None where the game says it itself, or the line is not needed."""
        if not self._wanted:
            return None
        lesson = self._block.game.lesson(self._block.rules)
        return self._desk.say(f"{self._block.game.id}.do {lesson}") if lesson else None

    def look(self) -> None:
        """Count what has come off, and note whether anybody touches; called once in each frame."""
        for rep in self._block.table.reps[self._looked :] if self._shows else ():
            if rep.outcome is Outcome.DONE and self._learnt[self._is] < LEARNT:
                self._learnt[self._is] += 1
        self._looked = len(self._block.table.reps)
        self._is = self._name()
        if self._block.paused or any(finger.live for finger in self._block.fingers):
            self._touched = self._block.now

    def draw(self, canvas: Canvas, origin: Vec, said: bool) -> None:
        """Draw the line, unless something else is said there, and the hand, if somebody has waited for so long; neither of
        them once it has come off twice."""
        words = self.words
        if said and words is not None:
            draw_said(canvas, self._desk, words, top=self._low)
        waited = self._block.now - self._touched - PATIENCE
        number, t = divmod(waited, LASTS + PAUSE)
        task = next(iter(self._block.table.asked.values()), None)
        if self._wanted and task is not None and 0.0 <= number < SHOWINGS:
            with canvas.shifted(origin, self._block.table.size):
                draw_hand(canvas, task, t)

    def keep(self) -> None:
        """Store in the profile what was learnt; called when the round is over, for it may wait for a disk."""
        if self._learnt != self._known:
            self._known = self._learnt.copy()
            self._desk.choose(replace(self._desk.settings, learned=" ".join(sorted(self._learnt.elements()))))

    @property
    def _low(self) -> bool:
        """Whether what is asked for lies at the foot of the table, where a line would cover it."""
        task, foot = next(iter(self._block.table.asked.values()), None), self._block.table.size.y - FOOT
        return task is not None and any(tip.y > foot for part in (0.0, 1.0) for tip in shown(task, part))

    @property
    def _wanted(self) -> bool:
        return self._shows and not self._block.finished and self._learnt[self._is] < LEARNT

    def _name(self) -> str:
        """What is asked for now, as the profile knows it."""
        task = next(iter(self._block.table.asked.values()), None)
        kind = self._block.game.lesson(self._block.rules) or type(task).__name__.lower()
        return f"{self._block.game.id}.{kind}" if task is not None else self._is
