"""The wire that is followed: it runs over the table beside the ball, through the bead that the hand moves up and down."""

from __future__ import annotations

from games.ball.guides import PALE
from games.ball.tracking import Tracking
from games.kit.canvas import Canvas, Layered
from games.kit.geometry import Vec

AHEAD, BEHIND = 5.0, 1.5  # s of the curve that are visible
STEP = 0.1  # s between its points
BROAD, HIGH = 0.40, 0.50  # of the table
REST = 7.0  # s of wire before the curve begins and after it ends
TOP = 9.0  # mm from the tray's edge to the wire where nothing is squeezed, and where it is deepest
WIRE = 2.2  # mm
BRASS: tuple[Layered, ...] = ((1.0, "#6E4A12"), (0.78, "#C08A2C"), (0.46, "#EBC468"), (0.16, "#FFF3C8"))
LANE: tuple[Layered, ...] = ((1.0, "#4B3F2E"), (0.93, "#5D5040"))
RAIL: tuple[Layered, ...] = ((1.0, "#1C1F22"), (0.7, "#6C757B"), (0.3, "#D6DEE2"))
ENDS: tuple[Layered, ...] = ((1.0, "#4A2A10"), (0.8, "#B98248"), (0.45, "#E6BE86"))
PAST = "#3A2C1C48"
FLOOR, EDGE, LIT = "#988A71", "#5A4F3D", "#E9DFC8"
INSIDE = Vec(1.8, 1.8)  # mm from the tray's edge to the floor on which the wire lies
BEAD = 4.6  # mm, its radius


def draw(play: Tracking, canvas: Canvas) -> None:
    """Deep squeezes are low; what is to come lies to the right; the bead is the hand, the dark lane what counts."""
    size = Vec(canvas.size.x * BROAD, canvas.size.y * HIGH)
    side = -1 if play.table.fit.side == "right" else 1
    middle = Vec(canvas.size.x * (0.5 + side * (0.5 - BROAD / 2 - 0.035)), play.centre.y)
    corner = middle - size * 0.5
    _tray(canvas, corner, size)
    now_x = corner.x + size.x * BEHIND / (AHEAD + BEHIND)
    per = size.x / (AHEAD + BEHIND)
    top, low = corner.y + TOP, corner.y + size.y - TOP
    scale = (low - top) / max(0.05, play.settings.depth)
    seconds = play.settings.seconds
    long, half = (seconds + 2 * REST) * per, play.settings.tolerance * scale
    with canvas.clip(corner + INSIDE, size - INSIDE * 2):
        canvas.piece(
            "ball wire",
            (play.shape, half, scale),
            Vec(now_x - (play.elapsed + REST) * per, corner.y),
            Vec(long, size.y),
            lambda piece: _wire(piece, play, (per, scale), half),
        )
    canvas.kept("ball rail", (canvas.size, corner), lambda kept: _rail(kept, corner, size, now_x))
    grasp = play.grasp
    opening = play.span if grasp is None else grasp.aperture(play.table.now)
    at = top + (1.0 - opening / play.span) * scale
    _bead(canvas, Vec(now_x, min(low + 5.0, max(top - 5.0, at))), play.close and grasp is not None)


def _wire(canvas: Canvas, play: Tracking, scales: tuple[float, float], half: float) -> None:
    """The whole wire in its lane, with a straight piece before and after it that needs no squeeze. `scales`: mm for a
    second, and for the whole span."""
    per, scale = scales
    points = []
    for k in range(round(play.settings.seconds / STEP) + 1):
        deep = 1.0 - play.opening(k * STEP) / play.span
        points.append(Vec((REST + k * STEP) * per, TOP + deep * scale))
    first, last = points[0], points[-1]
    points = [Vec(0.0, first.y), *points, Vec(last.x + REST * per, last.y)]
    canvas.tube(points, 2 * half, LANE)
    canvas.tube(points, WIRE, BRASS)
    for end in (first, last):
        canvas.tube([end - Vec(0, half), end + Vec(0, half)], 2.6, ENDS)


def _rail(canvas: Canvas, corner: Vec, size: Vec, x: float) -> None:
    """The rail on which the bead slides; what has passed it lies in the shade."""
    canvas.rect(corner + INSIDE, Vec(x - corner.x - INSIDE.x, size.y - 2 * INSIDE.y), PAST)
    canvas.tube([Vec(x, corner.y + 4.0), Vec(x, corner.y + size.y - 4.0)], 1.1, RAIL)


def _tray(canvas: Canvas, corner: Vec, size: Vec) -> None:
    """A shallow tray: dark where the light does not reach, a lit edge opposite. Its floor is one even rectangle, which is
    painted quicker than what it hides."""
    canvas.rect(corner, size + Vec(0.5, 0.6), LIT, 4.4)
    canvas.rect(corner, size, EDGE, 4.0)
    canvas.rect(corner + Vec(1.2, 1.2), size - Vec(2.4, 2.4), FLOOR, 1.6)
    canvas.rect(corner + INSIDE, size - INSIDE * 2, FLOOR)


def _bead(canvas: Canvas, at: Vec, close: bool) -> None:
    """A bead on the rail; it lights up while it is on the wire."""
    body = "#2F8F7D" if close else "#8E4F87"
    dark, light = ("#0F4A40", "#A8F0DC") if close else ("#3F1E3C", "#F0C4E8")
    if close:
        canvas.glow(at, Vec(BEAD, BEAD) * 4.4, ((0.0, PALE + "90"), (0.45, PALE + "60"), (1.0, PALE + "00")))
    canvas.glow(at + Vec(0.8, 1.3), Vec(BEAD, BEAD) * 2.7, ((0.0, "#0A0502C0"), (0.6, "#0A050290"), (1.0, "#0A050200")))
    canvas.circle(at, BEAD, dark)
    run = ((0.0, light), (0.3, body), (0.86, body), (1.0, dark))
    canvas.glow(at - Vec(0.22, 0.28) * BEAD, Vec(BEAD, BEAD) * 1.5, (*run[:2], (1.0, body + "00")))
    canvas.circle(at, BEAD, "#FFF6DA", border=0.7)
