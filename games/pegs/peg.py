"""One peg, the forms and colours that pegs come in, and how far one must be turned for its hole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from games.kit.geometry import ORIGIN, Vec

STEP = math.pi / 12  # radians for one notch of the wheel, one key press or one tap on the knob
SYMMETRY = {"square": math.pi / 2, "star": 2 * math.pi / 5}  # a peg turned by this angle looks and fits the same
TURNS = {"square": (-3, -2, -1, 1, 2, 3), "star": (-2, -1, 1, 2)}  # steps that a hole may be turned


@dataclass(frozen=True)
class Sort:
    """The sort of a peg: pegs of the same sort fit the same holes."""

    shape: str = "round"  # or "square", "star"; in the assembly "washer", "collar"
    colour: int = 0  # 0: plain beech; 1 to 3: stained, each with its own mark


@dataclass
class Peg:
    """One peg. `since` and `came_from` let a view animate how it got to its place."""

    sort: Sort
    home: Vec  # its place in the tray
    at: Vec
    slot: int = 0  # the hand it belongs to
    angle: float = 0.0  # radians it is turned, clockwise
    rest: float = 0.0  # its angle when it was asked for
    state: Literal["tray", "held", "placed"] = "tray"
    hole: int | None = None  # the one it stands in
    since: float = 0.0  # s of block time, when it got to its place
    came_from: Vec = ORIGIN
    sunk_from: float = 0.0  # its angle when it was let go


@dataclass
class Hole:
    """One hole of the board and what stands in it, the lowest first."""

    place: Vec
    sort: Sort
    angle: float = 0.0


def still_to_turn(peg: float, hole: float, shape: str) -> float:
    """The smallest turn, in radians, that makes a peg of this shape fit; clockwise is positive."""
    whole = SYMMETRY.get(shape)
    if whole is None:
        return 0.0
    turn = hole - peg
    return round(turn - whole * math.floor(turn / whole + 0.5 - 1e-9), 9)
