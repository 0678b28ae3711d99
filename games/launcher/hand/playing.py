"""The hand at play: it looks at the task, plans one answer, and produces readings like any finger."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from games.kit.block import Block
from games.kit.fingers import Device, Reading
from games.kit.game import RATE
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Shape, Task, Track
from games.launcher.hand import drawing, gripping
from games.launcher.hand.carrying import carry
from games.launcher.hand.plan import Plan
from games.launcher.hand.shaping import LOOK, shape
from games.launcher.hand.skill import Form, Skill

TRY_AGAIN = 0.5  # s until the hand tries again after a movement without effect


class Hand:
    """Plays what is asked. The same block, seed and skill give the same readings at any frame rate."""

    def __init__(
        self, skill: Skill, seed: int, device: Device = "touch", form: Form = "drag", rate: int = RATE
    ) -> None:
        if rate < 10:
            raise ValueError(f"a hand cannot be read {rate} times a second: give 10 or more")
        self.skill, self.device, self.form, self.rate = skill, device, form, rate
        self._rng = Random(seed)
        self._plan: Iterator[Reading] = iter(())
        self._next: Reading | None = None
        self._answered = -1.0  # when the task was asked that is being answered
        self._free = 0.0  # when the hand's last movement ends

    def readings(self, block: Block, now: float) -> list[Reading]:
        """The readings of this hand up to `now`, in block time."""
        out: list[Reading] = []
        if not self.skill.present:
            return out
        while True:
            if self._next is None:
                self._begin(block)
            if self._next is None or self._next.t > now:
                return out
            out.append(self._next)
            self._next = next(self._plan, None)

    def _begin(self, block: Block) -> None:
        """Plan the answer to the task, once each time it is asked."""
        slot = min(block.table.asked_at, default=None)
        if slot is None:
            return
        asked_at = block.table.asked_at[slot]
        reaction = self.skill.reaction
        start = max(asked_at, self._free) + reaction
        if asked_at == self._answered:  # the last answer had no effect: try again a moment later
            again = LOOK if isinstance(block.table.asked[slot], Shape) else TRY_AGAIN
            if block.now < self._free + again:
                return
            start += again
        self._answered = asked_at
        plan = Plan(self.skill, self._rng, self.device, self.form, self.rate, start, len(block.table.reps))
        self._plan, self._free = self.answer(block.table.asked[slot], plan)
        self._next = next(self._plan, None)

    def answer(self, task: Task, plan: Plan) -> tuple[Iterator[Reading], float]:
        """The readings with which it answers a task, and when they end."""
        return answer(task, plan)


def answer(task: Task, plan: Plan) -> tuple[Iterator[Reading], float]:
    """The readings that answer a task, and when they end. Raises TypeError for an unknown kind of task."""
    match task:
        case Carry():
            return carry(task, plan)
        case Follow():
            return drawing.follow(task, plan)
        case Fill():
            return drawing.fill(task, plan)
        case Track():
            return drawing.track(task, plan)
        case Grip():
            return gripping.grip(task, plan)
        case Lift():
            return gripping.lift(task, plan)
        case Shape():
            return shape(task, plan)
        case _:
            raise TypeError(f"the synthetic hand cannot answer a {type(task).__name__}")


def played(block: Block, hand: Hand, rate: float = 60.0, longest: float = 600.0) -> Block:
    """Let the hand play the block at this frame rate (Hz), for at most `longest` s of block time."""
    frame = 0
    while not block.finished and frame / rate <= longest:
        frame += 1
        now = frame / rate
        block.advance(now, hand.readings(block, now))
    return block
