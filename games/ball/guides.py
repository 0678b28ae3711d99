"""The visual guides of Stress ball: the ring to close to, places for fingers, the time to hold, words."""

from __future__ import annotations

import math

from games.ball.hold import Grasp
from games.kit.canvas import Canvas, Colour
from games.kit.geometry import Vec

PALE = "#FFF1C4"
DEEP = "#2A160A"
MET = "#BFF3DF"  # the ring's colour while the fingers are in it
PAD = 6.0  # mm, the radius of a fingertip
TILT = 0.4  # rad; angle of the line through thumb and finger
RING = 1.3  # mm, the line of the ring
SMOOTH = 1.7  # points of a ring for each radian, and each root of a mm of its radius


def goal_ring(canvas: Canvas, at: Vec, goal: float, width: float, met: bool) -> None:
    """Draw the ring to close to: a line of light, in the middle of a soft band as wide as what counts."""
    outer, inner = (goal + width / 2) / 2, max(0.0, (goal - width / 2) / 2)
    colour = MET if met else PALE
    strong, edge = 0x6C if met else 0x38, inner / outer
    soft = min(0.04, (1.0 - edge) / 4)
    fades = [(0.0, 0.0), (edge, 0.0), (edge + soft, 1.0)] if edge > 0 else [(0.0, 1.0)]
    fades += [((edge + 1.0) / 2, 0.8), (1.0 - soft, 1.0), (1.0, 0.0)]
    canvas.glow(
        at, Vec(outer, outer) * 2, tuple((round(k, 3), f"{colour}{round(strong * part):02X}") for k, part in fades)
    )
    canvas.circle(at, (goal + RING) / 2, colour, border=RING)


def the_ring(canvas: Canvas, at: Vec, goal: float, met: bool) -> None:
    """Draw its line alone, where it changes its size from frame to frame."""
    canvas.ring(at, (goal + RING) / 2, MET if met else PALE, RING)


def arc(at: Vec, radius: float, start: float, end: float) -> list[Vec]:
    """Points along part of a circle, clockwise from twelve o'clock; all of it without the last point."""
    count = max(3, math.ceil(SMOOTH * math.sqrt(radius) * (end - start)))
    last = count if end - start >= 2 * math.pi - 1e-9 else count - 1
    turns = [start + (end - start) * k / last for k in range(count)]
    return [Vec(at.x + radius * math.sin(turn), at.y - radius * math.cos(turn)) for turn in turns]


def opening_ring(canvas: Canvas, at: Vec, grasp: Grasp | None, now: float) -> None:
    """Draw how far a press is closed, because a press has no second finger to show it."""
    if grasp is not None:
        radius = max(1.5, grasp.aperture(now) / 2)
        canvas.ring(at, radius + 1.0, DEEP, 2.4)
        canvas.ring(at, radius + 0.6, "#FFFFFF", 1.6)


def pads(canvas: Canvas, at: Vec, span: float, side: str) -> None:
    """Draw where thumb and finger land, and that they close."""
    across = 1 if side == "right" else -1
    way = Vec(math.cos(TILT) * across, -math.sin(TILT))
    for end in (1, -1):
        spot = at + way * (span / 2 * end)
        canvas.circle(spot + Vec(0.3, 0.5), PAD + 0.5, DEEP + "60", border=1.9)
        canvas.circle(spot, PAD, PALE + "40")
        canvas.circle(spot, PAD, PALE, border=1.1)
        tip = spot - way * (2.4 * end)
        aside = Vec(-way.y, way.x) * 2.0
        back = spot + way * (0.4 * end)
        canvas.line([back + aside, tip, back - aside], PALE, 1.2)


def hold_arc(canvas: Canvas, at: Vec, goal: float, part: float) -> None:
    """Draw the finished part of the hold: the ring itself fills."""
    if part > 0.01:
        points = arc(at, goal / 2, 0.0, 2 * math.pi * min(1.0, part))
        canvas.tube(points, 3.6, ((1.0, DEEP), (0.76, "#7FDDB8")), closed=part >= 1.0)


def beat(canvas: Canvas, at: Vec, span: float, phase: float) -> None:
    """Draw a ring that closes on the ball and reaches it at the beat."""
    if canvas.calm:
        strength = round(10 * (0.2 + 0.8 * phase * phase)) * 22
        canvas.circle(at, span / 2 + 4.0, f"{PALE}{strength:02X}", border=1.6)
        return
    radius = span / 2 + 3.0 + 16.0 * (1.0 - phase)
    canvas.ring(at, radius, _between(DEEP, PALE, 0.35 + 0.65 * phase), 0.8 + 0.8 * phase)


def _between(a: Colour, b: Colour, part: float) -> Colour:
    """A colour between two opaque ones."""
    mixed = [round(int(a[k : k + 2], 16) * (1 - part) + int(b[k : k + 2], 16) * part) for k in (1, 3, 5)]
    return "#{:02X}{:02X}{:02X}".format(*mixed)
