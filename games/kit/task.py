"""What a game can ask of a hand, and how it went. `width` is always the full target or lane; the tolerance is width / 2."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from games.kit.geometry import ORIGIN, Vec


@dataclass(frozen=True)
class Carry:
    """Pick up at start, pass the via points in order, let go within width / 2 of goal.

    A shaped piece must also be turned by `turn` radians, within turn_width / 2.
    `hold` is how many seconds to stay steady at the goal before letting go.
    `via` leads over whatever stands in between (a wall, a tower): a hint or a
    synthetic hand that follows the points gets there; it is never scored.
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
    """Cover the inside of an outline and not its outside, with a round brush; width is the allowed overlap around the edge."""

    outline: tuple[Vec, ...]
    width: float
    brush: float = 12.0  # mm across


@dataclass(frozen=True)
class Track:
    """Keep a point (Vec) or the aperture (float) on a curve in time, in s since the rep began; precision only, no speed."""

    curve: tuple[tuple[float, Vec | float], ...]
    width: float
    centre: Vec = ORIGIN  # of the aperture: where the fingers are to close round
    fingers: int = 1


@dataclass(frozen=True)
class Grip:
    """Bring the fingers from aperture `start` to `goal` and hold for `hold` seconds.

    Aperture = 2 x the fingers' mean distance to their centre; of one finger, to
    the `centre` asked for. With `beat`, one cycle every so many seconds.
    """

    centre: Vec
    start: float
    goal: float
    width: float
    hold: float
    fingers: int = 2
    beat: float | None = None
    press: tuple[tuple[float, float], ...] = ()  # (s since it began, mm): a finger that stays put opens and closes so


@dataclass(frozen=True)
class Lift:
    """Lift this one of so many resting fingers and set it down again; the others stay.

    `spots` are where they may rest, from the thumb on; they lead a hint or a synthetic hand and are never scored.
    """

    finger: int
    fingers: int
    width: float
    spots: tuple[Vec, ...] = ()


@dataclass(frozen=True)
class Shape:
    """Make these outlines (rings, letters, cut pieces), within width / 2.

    `ways` are movements that help now, from where to where; one that goes nowhere rests there. Like a Carry's via
    they lead a hint or a synthetic hand, and are never scored. `firm`: how many times as far a hand must move.
    """

    outlines: tuple[tuple[Vec, ...], ...]
    width: float
    ways: tuple[tuple[Vec, Vec], ...] = ()
    firm: float = 1.0
    strokes: int = 0  # movements that a fast adult makes it in, about; 0: its outline is drawn


Task = Carry | Follow | Fill | Track | Grip | Lift | Shape


class Outcome(Enum):
    """How a rep ended. INTERRUPTED is a pause or a lost focus; it is never scored."""

    DONE = "done"
    MISSED = "missed"
    DROPPED = "dropped"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Rep:
    """One asked-for movement: how it went, and which part of the trace it is. Times are the block's seconds."""

    task: Task
    asked: float
    began: float
    let_go: float  # the true UP, not the end of the grace
    ended: float
    outcome: Outcome
    fingers: tuple[int, ...]
    offset: Vec = ORIGIN  # the piece is at mean(fingers) + offset
    settings: object = None  # that this rep was dealt: a frozen dataclass of the game
    made: tuple[tuple[Vec, ...], ...] = ()
    slot: int = 0
    turned: float = 0.0  # rad by which a shaped piece had been turned when it was let go


@dataclass(frozen=True)
class Cue:
    """A named happening, to be heard, seen and counted: "lift", "drop", "wall"."""

    t: float
    name: str
    at: Vec
    step: int | None = None  # of the scale that it rings; None: as many as reps are done
