"""Pegs as pictures: a stack of thin slices with a head on top, so that one can stand, sink, lean and be turned."""

from __future__ import annotations

import math
from dataclasses import dataclass

from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.pegs.peg import STEP, SYMMETRY, Sort, still_to_turn

SPAN = 1.7  # width of a peg's picture, in thicknesses
RISE = 0.469  # apparent / real height: the camera looks down at 62 degrees
FLAT = 0.88  # height / width of a circle on the table
SHAFT = 1.15  # thicknesses of shaft below the head
SEATED = 0.10 - SHAFT  # height of the foot of a peg in its hole, in thicknesses
STANDING = 0.38 - SHAFT  # the same in the tray
RAISED = 0.30  # the same in the hand
EACH = 0.5  # mm from slice to slice, but ...
LEAST_EACH = 0.03  # ... not less than this, in thicknesses
TURNS = 12  # pictures of a shape turned through its symmetry
PIN = 0.58  # share of the given thickness: pins of an assembly are thin ...
PIN_SHAFT = 2.6  # ... and long, in their own thicknesses
PIN_SEATED = 1.55 - PIN_SHAFT
RING = 1.6  # width of a washer's picture relative to a peg's
HEIGHTS = {"washer": 0.12, "collar": 0.52}  # thicknesses
SHADOW = Vec(0.30, 0.36)  # thicknesses by which a shadow falls aside for each of height
HOLES = (4, 3)  # columns and rows of the sheet of holes: a round one, six squares, five stars


@dataclass(frozen=True)
class Pose:
    """How a peg stands: how far it is turned, and how high its foot is above (or below) the wood, in thicknesses."""

    angle: float = 0.0
    foot: float = SEATED
    lean: Vec = ORIGIN  # how far aside for each of height
    opacity: float = 1.0


SET = Pose()  # upright in its hole


def draw_peg(canvas: Canvas, sort: Sort, at: Vec, thick: float, pose: Pose = SET, pin: bool = False) -> None:
    """A peg that stands like this on the wood at `at`."""
    if sort.shape in HEIGHTS:
        _ring(canvas, sort, at, thick, pose.foot, pose.opacity)
        return
    foot, lean, opacity = pose.foot, pose.lean, pose.opacity
    shaft = PIN_SHAFT if pin else SHAFT
    thick = thick * PIN if pin else thick
    width = thick * SPAN
    _shadow(canvas, at, thick, max(0.0, foot), opacity)
    each = max(LEAST_EACH, EACH / thick)
    slices = max(1, round((foot + shaft - max(0.0, foot)) / each))
    part, flat = _cell(sort, pose.angle)
    for index in range(slices):
        height = foot + shaft - (slices - index) * each
        canvas.picture(f"pegs/peg_{sort.shape}_slice", _up(at, thick, height, foot, lean), width, opacity, part=flat)
    canvas.picture(f"pegs/peg_{sort.shape}", _up(at, thick, foot + shaft, foot, lean), width, opacity, part=part)


def head_of(at: Vec, thick: float, foot: float) -> Vec:
    """The apparent place of the middle of the top of an upright peg."""
    return at - Vec(0, (foot + SHAFT + 0.5) * RISE * thick)


def draw_hole(canvas: Canvas, sort: Sort, at: Vec, thick: float, angle: float, dish: float) -> None:
    """A hole of this form, bored for a peg this thick, with a countersink of this radius if that is wider."""
    if dish > thick * 0.58 + 0.4:
        canvas.picture("pegs/dish", at, dish / 0.46)
    cell = 0
    if sort.shape == "square":
        cell = 1 + round(angle / STEP) % 6
    elif sort.shape == "star":
        cell = 9 + round(still_to_turn(0.0, angle, "star") / STEP)
    canvas.picture("pegs/hole", at, thick * SPAN, part=(cell % HOLES[0], cell // HOLES[0], *HOLES))


def _up(at: Vec, thick: float, height: float, foot: float, lean: Vec) -> Vec:
    rise = (height - foot) * thick
    return at + Vec(lean.x * rise, lean.y * rise - height * thick * RISE)


def _cell(sort: Sort, angle: float) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int]]:
    whole = SYMMETRY.get(sort.shape)
    if whole is None:
        part = (sort.colour, 0, 4, 1)
        return part, part
    frame = round((angle / whole - math.floor(angle / whole)) * TURNS) % TURNS
    part = (frame % 6, frame // 6, 6, 2)
    return part, part


def _shadow(canvas: Canvas, at: Vec, thick: float, height: float, opacity: float) -> None:
    dark = opacity * (1.0 if height <= 0 else 0.6)
    away = SHADOW * (thick * height * 1.6)
    canvas.picture("pegs/peg_shadow", at + away, thick * SPAN * (1 + 0.15 * height), opacity=dark)


def _ring(canvas: Canvas, sort: Sort, at: Vec, thick: float, foot: float, opacity: float) -> None:
    width = thick * SPAN * RING
    dark = opacity * (0.6 if foot > 0.6 else 1.0)
    canvas.picture(f"pegs/{sort.shape}_shadow", at + SHADOW * (thick * max(0.0, foot)), width, opacity=dark)
    canvas.picture(f"pegs/{sort.shape}", at - Vec(0, foot * thick * RISE), width, opacity)
