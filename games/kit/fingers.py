"""Touch and mouse alike: samples as the device gives them, fingers as rules see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from games.kit.geometry import Vec

Phase = Literal["down", "move", "up", "cancel", "hover"]
Device = Literal["touch", "mouse", "keys"]

GRACE = 0.150  # s; a finger that comes back sooner counts as never lifted (screens lose contacts for moments)
GRACE_REACH = 15.0  # mm; how far from where it lifted it may come back
GONE = ("gone", "cancelled")  # states of a finger that will not come back


@dataclass(frozen=True, slots=True)
class Sample:
    """One event of one finger. `hover`: a place without contact, of a mouse without a pressed button or a carry by taps."""

    t: float
    finger: int
    phase: Phase
    at: Vec
    device: Device = "touch"


@dataclass(frozen=True, slots=True)
class Command:
    """Input that is not a finger: turn, tool, colour, undo, skip, pause, resume, stop, a key. Part of the trace."""

    t: float
    name: str
    value: float | str = 0


Reading = Sample | Command


@dataclass(slots=True)
class Finger:
    """One contact, from its first touch until its grace period is over.

    `at`: its place for the rules, at the end of the step. `shown`: its newest place, ahead of the step; views draw held
    pieces there, so that they do not trail the real finger. Rules never read `shown`.
    """

    id: int
    device: Device
    born: float
    start: Vec
    at: Vec
    shown: Vec
    state: Literal["down", "lifted", "gone", "cancelled"] = "down"
    lifted_at: float = 0.0
    hovering: bool = False  # True for a carry by taps, which passes above everything on the table
    moves: list[Vec] = field(default_factory=list)  # every place of this step, in order

    @property
    def live(self) -> bool:
        """Whether it is on the glass, or lifted so recently that it may come back."""
        return self.state in ("down", "lifted")


class Fingers:
    """The fingers of a block in the present step. `grace`: s after which a lifted finger has let go."""

    def __init__(self, grace: float = GRACE) -> None:
        self._grace = grace
        self._known: dict[int, Finger] = {}
        self.pressed: list[Finger] = []  # first touched in this step
        self.samples: list[Sample] = []  # all samples of this step, after the aids

    def __iter__(self) -> Iterator[Finger]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def get(self, finger: int | None) -> Finger | None:
        """The finger of this id, or None if it is unknown or gone."""
        return None if finger is None else self._known.get(finger)

    def begin_step(self) -> None:
        """Remove fingers that are gone, and clear what was new in the last step."""
        self.pressed = []
        self.samples = []
        if not self._known:
            return
        for finger in list(self._known.values()):
            if finger.state in GONE:
                del self._known[finger.id]
            elif finger.moves:
                finger.moves = []

    def read(self, sample: Sample) -> None:
        """Take one sample, after repairs and aids (see contacts.py, touches.py, aids.py)."""
        finger = self._known.get(sample.finger)
        if finger is not None and not finger.live and sample.phase == "down":
            finger = None
        if finger is None:
            if sample.phase != "down":
                return
            finger = Finger(sample.finger, sample.device, sample.t, sample.at, sample.at, sample.at)
            finger.moves.append(sample.at)
            self._known[sample.finger] = finger
            self.pressed.append(finger)
        elif sample.phase == "cancel":
            finger.state = "cancelled"
        elif sample.phase == "up":
            if finger.state == "down":
                self._place(finger, sample)
                finger.state, finger.lifted_at = "lifted", sample.t
        elif sample.phase == "down" or finger.state == "down":
            finger.state = "down"
            finger.hovering = sample.phase == "hover"
            self._place(finger, sample)
        self.samples.append(sample)

    def _place(self, finger: Finger, sample: Sample) -> None:
        finger.at = finger.shown = sample.at
        finger.moves.append(sample.at)

    def show(self, sample: Sample) -> None:
        """Let views see a sample that no step has used yet."""
        finger = self._known.get(sample.finger)
        if finger is not None and finger.state == "down" and sample.phase in ("move", "hover"):
            finger.shown = sample.at

    def end_step(self, now: float) -> None:
        """End the step at `now`: lifted fingers whose grace is over are `gone` for the rules."""
        for finger in self._known.values():
            if finger.state == "lifted" and now >= finger.lifted_at + self._grace:
                finger.state = "gone"

    def cancel(self) -> None:
        """Cancel all contacts: after a pause, a loss of focus, a long gap."""
        for finger in self._known.values():
            finger.state = "cancelled"


def track(samples: Sequence[Sample], fingers: Sequence[int], start: float, end: float) -> list[tuple[float, Vec]]:
    """The mean place of some fingers over time as (s, place), from played samples between two times (inclusive).

    A finger without new samples stays at its last place. Of equal times, the last counts. Before all fingers have
    touched, the mean is taken over those that have.
    """
    last: dict[int, Vec] = {}
    points: list[tuple[float, Vec]] = []
    for sample in samples:
        if sample.finger not in fingers or sample.phase == "cancel" or sample.t > end:
            continue
        last[sample.finger] = sample.at
        if sample.t < start:
            continue
        x = y = 0.0
        for finger in fingers:
            place = last.get(finger)
            if place is not None:
                x += place[0]
                y += place[1]
        point = sample.t, Vec(x / len(last), y / len(last))
        if points and points[-1][0] == sample.t:
            points[-1] = point
        else:
            points.append(point)
    return points


def strokes(
    samples: Sequence[Sample], fingers: Sequence[int], start: float, end: float
) -> list[list[tuple[float, Vec]]]:
    """The strokes of some fingers between two times (inclusive), in the order in which they touched.

    A finger that lifts and comes back draws a new stroke. A finger tapped down by a pointer (mouse or keys) continues
    drawing while it hovers; one tapped on the glass has made a dot. Of equal times, the last counts.
    """
    drawing: dict[int, list[tuple[float, Vec]]] = {}
    out: list[list[tuple[float, Vec]]] = []
    dots: set[int] = set()  # fingers that were tapped on the glass
    for sample in samples:
        if sample.finger not in fingers or not start <= sample.t <= end:
            continue
        if sample.phase == "hover" and sample.device == "touch":
            drawing.pop(sample.finger, None)
            dots.add(sample.finger)
        elif sample.phase == "down":
            dots.discard(sample.finger)
        if sample.finger in dots or (sample.phase == "hover" and sample.finger not in drawing):
            continue
        if sample.phase == "cancel":
            drawing.pop(sample.finger, None)
            continue
        stroke = drawing.get(sample.finger)
        if stroke is None:
            stroke = drawing[sample.finger] = []
            out.append(stroke)
        if stroke and stroke[-1][0] == sample.t:
            stroke.pop()
        stroke.append((sample.t, sample.at))
        if sample.phase == "up":
            del drawing[sample.finger]
    return out


def postures(
    samples: Sequence[Sample], fingers: Sequence[int], start: float, end: float
) -> list[tuple[float, tuple[Vec, ...]]]:
    """(s, places of the fingers in their order) over time, from when all have touched; times as in `track`."""
    last: dict[int, Vec] = {}
    out: list[tuple[float, tuple[Vec, ...]]] = []
    for sample in samples:
        if sample.finger not in fingers or sample.phase == "cancel" or sample.t > end:
            continue
        last[sample.finger] = sample.at
        if sample.t < start or len(last) < len(fingers):
            continue
        posture = sample.t, tuple(last[finger] for finger in fingers)
        if out and out[-1][0] == sample.t:
            out[-1] = posture
        else:
            out.append(posture)
    return out
