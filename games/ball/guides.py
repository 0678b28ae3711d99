"""The visual guides of Stress ball: the ring to close to, places for fingers, the time to hold, words."""

from __future__ import annotations

import math

from games.ball.hold import Grasp
from games.kit.canvas import Canvas
from games.kit.geometry import Vec

PALE = "#FFF1C4"
DEEP = "#2A160A"
MET = "#BFF3DF"  # the ring's colour while the fingers are in it
PAD = 6.0  # mm, the radius of a fingertip
TILT = 0.4  # rad; angle of the line through thumb and finger
AROUND = 5.0  # mm from the ball to the arc that shows the hold


def goal_ring(canvas: Canvas, at: Vec, goal: float, width: float, met: bool) -> None:
    """Draw the goal as a ring-shaped band for the fingertips."""
    outer, inner = (goal + width / 2) / 2, max(0.8, (goal - width / 2) / 2)
    colour = MET if met else PALE
    canvas.circle(at, outer, colour + ("34" if met else "1E"), border=outer - inner)
    canvas.circle(at, outer + 0.35, DEEP + "50", border=1.5)
    canvas.circle(at, outer, colour, border=0.8)
    if inner > 1.5:
        canvas.circle(at, inner + 0.8, DEEP + "40", border=1.5)
        canvas.circle(at, inner + 0.4, colour, border=0.8)


def opening_ring(canvas: Canvas, at: Vec, grasp: Grasp | None, now: float) -> None:
    """Draw how far a press is closed, because a press has no second finger to show it."""
    if grasp is not None:
        radius = max(1.5, grasp.aperture(now) / 2)
        canvas.circle(at, radius + 0.5, DEEP + "70", border=2.6)
        canvas.circle(at, radius, "#FFFFFF", border=1.6)


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


def hold_arc(canvas: Canvas, at: Vec, span: float, part: float, reached: bool) -> None:
    """Draw the finished part of the hold as an arc around the ball."""
    radius = span / 2 + AROUND + 2.0
    canvas.circle(at, radius + 1.3, DEEP + "48", border=2.6)
    if part > 0.01:
        canvas.arc(at, radius, 0.0, 2 * math.pi * min(1.0, part), MET if reached else PALE, 2.4)


def beat(canvas: Canvas, at: Vec, span: float, phase: float) -> None:
    """Draw a ring that closes on the ball and reaches it at the beat."""
    if canvas.calm:
        strength = round(40 + 180 * phase * phase)
        canvas.circle(at, span / 2 + 4.0, f"{PALE}{strength:02X}", border=1.6)
        return
    radius = span / 2 + 3.0 + 16.0 * (1.0 - phase)
    canvas.circle(at, radius, f"{PALE}{round(50 + 170 * phase):02X}", border=1.4)
