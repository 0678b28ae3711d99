"""The hand that shows a movement to somebody who waits: where it is at a time, for each kind of task."""

from __future__ import annotations

from itertools import pairwise

from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between, distance, middle, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Shape, Task, Track

LASTS = 3.0  # s of one showing: it comes, presses, moves, lifts, and is gone
COMES, PRESSES, LIFTS = 0.4, 0.8, 2.4  # s from which on it is there, is on the glass, and is off it again
WIDE = 34.0  # mm
TIP = Vec(0.05, 0.41)  # of its width: from the fingertip to the middle of the picture
LIFTED = Vec(2.0, 4.0)  # mm that it is away from the table before and after
SEEN = 0.88  # its opacity
RING = 9.0  # mm; around the fingertip while it presses
ASIDE = Vec(0.94, 0.34)  # the direction from a middle to the second fingertip of a grip
Place = tuple[Vec, ...]  # of the fingertips


def shown(task: Task, part: float) -> Place:
    """Where the fingertips are in a movement that is over to this part, from 0 to 1; none if nobody can tell."""
    match task:
        case Carry():
            return (_along((task.start, *task.via, task.goal), part),)
        case Follow(path=path) if path:
            return (_along(path, part),)
        case Fill(outline=outline) if outline:
            inner = [between(middle(outline), one, 0.5) for one in (*outline, outline[0])]
            return (_along(inner, part),)
        case Track(curve=curve) if curve and isinstance(curve[0][1], Vec):
            way = [place for t, place in curve if isinstance(place, Vec) and t <= LIFTS - PRESSES]
            return (_along(way, part),)
        case Grip(start=start, goal=goal, centre=centre):
            far = ASIDE * ((start + (goal - start) * part) / 2)
            return (centre - far, centre + far)
        case Lift(spots=spots) if spots:
            up = min(1.0, 3.0 * min(part, 1.0 - part))
            return tuple(one - Vec(0, 9.0 * up if index == task.finger else 0.0) for index, one in enumerate(spots))
        case Shape(ways=ways) if ways:
            return (between(*ways[0], part),)
    return ()


def draw_hand(canvas: Canvas, task: Task, t: float) -> None:
    """Draw a showing of this task, `t` s after it began. With less motion the hand only appears where it starts."""
    if not 0.0 <= t < LASTS:
        return
    part = min(1.0, max(0.0, (t - PRESSES) / (LIFTS - PRESSES)))
    tips = shown(task, 0.0 if canvas.calm else part * part * (3.0 - 2.0 * part))
    strength = SEEN * min(1.0, t / COMES, (LASTS - t) / (LASTS - LIFTS))
    presses = PRESSES <= t < LIFTS
    for at in tips:
        if presses:
            canvas.circle(at, RING + 0.7, "#00000050", border=2.2)
            canvas.circle(at, RING, "#FFE9A8D0", border=1.3)
    if len(tips) > 1:
        for at in tips:
            canvas.circle(at, RING * 0.72, f"#FFFFFF{round(150 * strength):02X}")
        return
    for at in tips:
        away = Vec(0, 0) if presses or canvas.calm else LIFTED
        canvas.picture("hand", at + TIP * WIDE + away, WIDE, opacity=strength)


def _along(points: tuple[Vec, ...] | list[Vec], part: float) -> Vec:
    """The place at this part of a polyline's length."""
    left = part * path_length(points)
    for a, b in pairwise(points):
        step = distance(a, b)
        if left <= step and step > 0.0:
            return between(a, b, left / step)
        left -= step
    return points[-1]
