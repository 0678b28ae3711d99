"""What a game can ask of a hand, and how it went. `width`: always the full width of target or lane; tolerance width / 2."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from games.kit.geometry import ORIGIN, Vec


@dataclass(frozen=True)
class Carry:
    """Pick up at start, pass the via points in order, let go within width / 2 of goal.

    A shaped piece must also be turned by `turn` radians, within turn_width / 2. `hold`: seconds to stay steady at the
    goal before letting go. `via`: points that lead around obstacles (a wall, a tower), for hints and the synthetic
    hand; they are never scored.
    """

    start: Vec
    goal: Vec
    width: float
    turn: float = 0.0
    turn_width: float | None = None
    hold: float = 0.0
    via: tuple[Vec, ...] = ()


@dataclass(frozen=True)
class Follow:
    """Trace a path, staying in a lane of this width."""

    path: tuple[Vec, ...]
    width: float


@dataclass(frozen=True)
class Fill:
    """Cover the inside of an outline, not its outside, with a round brush; width / 2 is the free margin outside the edge."""

    outline: tuple[Vec, ...]
    width: float
    brush: float = 12.0  # mm across


@dataclass(frozen=True)
class Track:
    """Follow a curve in time with a point (Vec) or the aperture (float), in s since the rep began; scored for precision only."""

    curve: tuple[tuple[float, Vec | float], ...]
    width: float
    centre: Vec = ORIGIN  # the point around which an aperture is made
    fingers: int = 1


@dataclass(frozen=True)
class Grip:
    """Bring the fingers from aperture `start` to `goal` and hold for `hold` seconds.

    Aperture: 2 x the fingers' mean distance from their centre; for one finger, from the `centre` asked for. `beat`:
    one cycle every so many seconds.
    """

    centre: Vec
    start: float
    goal: float
    width: float
    hold: float
    fingers: int = 2
    beat: float | None = None
    press: tuple[tuple[float, float], ...] = ()  # (s since it began, mm): the aperture that a long press makes


@dataclass(frozen=True)
class Lift:
    """Lift one of several resting fingers and put it down again; the others stay.

    `spots`: places where they may rest, from the thumb on, for hints and the synthetic hand; they are never scored.
    """

    finger: int
    fingers: int
    width: float
    spots: tuple[Vec, ...] = ()


@dataclass(frozen=True)
class Shape:
    """Make these outlines (rings, letters, cut pieces), within width / 2.

    `ways`: movements (from, to) that would help now; if both are equal, a finger rests there. Like a Carry's via they
    are for hints and the synthetic hand, and are never scored. `firm`: factor by which a hand must move farther.
    """

    outlines: tuple[tuple[Vec, ...], ...]
    width: float
    ways: tuple[tuple[Vec, Vec], ...] = ()
    firm: float = 1.0
    strokes: int = 0  # approximate number of movements that a fast adult needs; 0: its outline is drawn
    quick: float | None = None  # s in which a fast adult makes it with one finger; None: only its strokes are known
    together: float | None = None  # ... with two fingers at once; None: as with one
    linger: float | None = None  # s for which it is to be let alone at the end


Task = Carry | Follow | Fill | Track | Grip | Lift | Shape


class Outcome(Enum):
    """How a rep ended.

    INTERRUPTED: by a pause, a skip or a loss of focus. What the player breaks off with a piece in hand counts as an attempt
    in tests and challenges; any other is not scored.
    """

    DONE = "done"
    MISSED = "missed"
    DROPPED = "dropped"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Rep:
    """One movement that was asked for: how it went, and its part of the trace. Times are s of block time."""

    task: Task
    asked: float
    began: float
    let_go: float  # when the finger really lifted, not the end of its grace period
    ended: float
    outcome: Outcome
    fingers: tuple[int, ...]
    offset: Vec = ORIGIN  # the place of the piece is mean(fingers) + offset
    settings: object = None  # that this rep was dealt: a frozen dataclass of the game
    made: tuple[tuple[Vec, ...], ...] = ()
    slot: int = 0
    turned: float = 0.0  # rad by which a shaped piece had been turned when it was let go


@dataclass(frozen=True)
class Cue:
    """A named event that can be heard, seen and counted: "lift", "drop", "wall"."""

    t: float
    name: str
    at: Vec
    step: int | None = None  # step of the scale of its sound; None: the number of successful reps
