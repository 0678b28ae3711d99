"""The pace of a hand: its time for a movement over a fast adult's, and how long a success may take."""

from __future__ import annotations

from games.kit.geometry import area, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Rep, Shape, Task
from games.launcher.scoring.fitts import index_of_difficulty
from games.launcher.scoring.reference import paced, reference_of

SLOWEST = 1.3  # a success takes at most this multiple of the hand's own pace, less where it is asked to be faster ...
SLOWEST_DRAWN = 1.8  # ... and of what is drawn or shaped, whose pieces differ more
FEW = 5  # reps before which the own pace is not known
QUICKENS, SLACKENS = 0.03, 0.01  # share by which the own pace gets faster or slower with a rep


class Pace:
    """The own pace of a hand, as a multiple of a fast adult's time: what it can, its quicker quarter.

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
            self.own = sorted(self._first)[FEW // 4]

    def limit(self, task: Task, haste: float) -> float | None:
        """The slowest tempo of a success, with `haste` bits faster asked for; None while the own pace is not known."""
        drawn = isinstance(task, Follow | Fill | Shape)
        return None if self.own is None else (SLOWEST_DRAWN if drawn else SLOWEST) * self.own * 2.0**-haste


def tempo_of(rep: Rep) -> float | None:
    """A rep's time / the reference time for its difficulty; None for tasks with a pace that the table sets."""
    task, seconds = rep.task, rep.let_go - rep.began
    if paced(task) is not None or (isinstance(task, Grip) and task.beat):
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
        case Shape(strokes=strokes) if strokes:
            bits = float(strokes)
        case _:
            return None
    return max(0.0, seconds) / reference_of(task, bits)
