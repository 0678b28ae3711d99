"""The pace of a hand: its time for a movement over a fast adult's, and how long a success may take. Where the table sets
the pace: how far the hand stays from what it follows, over how far an adult stays."""

from __future__ import annotations

import math

from games.kit.geometry import area, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Rep, Shape, Task, Track
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.reference import expected, paced, reference_of

SLOWEST = 1.3  # a success takes at most this multiple of the hand's own pace, less where it is asked to be faster ...
SLOWEST_DRAWN = 1.8  # ... and of what is drawn or shaped, whose pieces differ more
FEW = 3  # reps before which the own pace is not known
LEAST_ASTRAY = 0.02  # share of the tolerance; nothing is nearer to a curve
QUICKENS, SLACKENS = 0.03, 0.01  # share by which the own pace gets faster or slower with a rep


class Pace:
    """The own pace of a hand, as a multiple of a fast adult's time: what it can, its quicker quarter (of the first few
    reps the quickest).

    It follows quicker reps three times as fast as slower ones, which puts it where a quarter of the reps are quicker. A
    hand that slows down in order to miss nothing is measured by what it can, for a long time.
    `before`: the own pace at the end of the last session.
    """

    def __init__(self, before: float | None = None) -> None:
        self.own = before
        self._first: list[float] = []

    def heard(self, tempo: float) -> None:
        """Take in the tempo of a rep that came off."""
        if self.own is not None:
            self.own *= 1 - QUICKENS if tempo < self.own else 1 + SLACKENS
            return
        self._first.append(tempo)
        if len(self._first) == FEW:
            self.own = min(self._first)

    @property
    def known(self) -> float | None:
        """The own pace at the end of a round, however short it was; None if no rep came off that has one."""
        return self.own if self.own is not None else min(self._first, default=None)

    def limit(self, task: Task, haste: float) -> float | None:
        """The slowest tempo of a success, with `haste` bits faster asked for; None while the own pace is not known."""
        drawn = isinstance(task, Follow | Fill | Shape)
        return None if self.own is None else (SLOWEST_DRAWN if drawn else SLOWEST) * self.own * 2.0**-haste


def tempo_of(rep: Rep, quality: float | None = None) -> float | None:
    """A rep's time / the reference time for its difficulty. Of a curve that the table draws in time, the rms distance from
    it / an adult's on the same curve, given the `quality` of the rep. None where neither is known."""
    task, seconds = rep.task, rep.let_go - rep.began
    if isinstance(task, Track):
        return None if quality is None else _astray(quality) / _astray(expected(task.curve, task.width))
    if paced(task) is not None:
        return None
    match task:
        case Carry(start=start, goal=goal, width=width, hold=hold):
            bits, seconds = index_of_difficulty((goal - start).length, width), seconds - hold
        case Grip(start=opening, goal=wanted, width=width, hold=hold):
            bits, seconds = index_of_difficulty(abs(wanted - opening), width), seconds - hold
        case Lift():
            bits = 1.0
        case Follow(path=path, width=width):
            bits = path_length(path) / width
        case Fill(outline=outline, brush=brush):
            bits = area(outline) / (brush * brush)
        case Shape(quick=quick, strokes=strokes) if quick or strokes:
            bits = float(strokes)
        case _:
            return None
    return max(0.0, seconds) / reference_of(task, bits)


def _astray(quality: float) -> float:
    """The rms distance from a curve as a share of its tolerance, from the quality (its formula: scoring, section 5)."""
    return max(LEAST_ASTRAY, math.sqrt(2.0 * max(0.0, 1.0 - quality)))
