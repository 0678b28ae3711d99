"""The sheet of bubbles: clear domes that give way, and lie flat once they are popped."""

from __future__ import annotations

import math

from games.ball import guides
from games.ball.bubbles import Bubble, Popping
from games.kit import slip
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.kit.motion import GLOW, ease_out, share

CARD, CARD_LIGHT = "#2C6474", "#3F8494"
FILM, FILM_EDGE = "#DCEBF226", "#F4FAFF90"
RING_POINTS = 28


def draw(play: Popping, canvas: Canvas) -> None:
    """Film, bubbles, the one in the hand, and a ring round the one that is asked for."""
    now = play.table.now
    quiet = [b for b in play.bubbles if b is not play.squeezed]
    key = (canvas.size, tuple((b.at, b.size, b.popped is not None) for b in quiet))
    canvas.kept("ball sheet", key, lambda kept: _sheet(play, kept, quiet))
    if play.squeezed is not None:
        _bubble(canvas, play.squeezed.at, play.squeezed.size, play.pressing(now), play.popped)
    asked = play.squeezed or play.next_bubble()
    if not play.popped and play.left:
        canvas.circle(asked.at, asked.size / 2 + 1.9, guides.DEEP + "70", border=2.0)
        canvas.circle(asked.at, asked.size / 2 + 1.6, guides.PALE, border=1.2)
    for bubble in play.bubbles:
        _burst(canvas, bubble, now)
    if play.count == 0 and play.squeezed is None:
        slip.words(canvas, canvas.say("ball.bubbles"))


def _sheet(play: Popping, canvas: Canvas, bubbles: list[Bubble]) -> None:
    left = min(b.at.x for b in play.bubbles) - play.pitch * 0.72
    right = max(b.at.x for b in play.bubbles) + play.pitch * 0.72
    top = min(b.at.y for b in play.bubbles) - play.pitch * 0.70
    foot = max(b.at.y for b in play.bubbles) + play.pitch * 0.70
    corner, size = Vec(left, top), Vec(right - left, foot - top)
    canvas.rect(corner + Vec(0.8, 1.2), size, "#160A0440", 3.0)
    canvas.rect(corner, size, CARD, 3.0)
    with canvas.clip(corner + Vec(1.0, 1.0), size - Vec(2.0, 2.0)):
        lit = corner + Vec(size.x * 0.25, size.y * 0.1)
        run = ((0.0, CARD_LIGHT + "E0"), (1.0, CARD_LIGHT + "00"))
        box = [corner, corner + Vec(size.x, 0), corner + size, corner + Vec(0, size.y)]
        canvas.soft(box, [(lit, Vec(size.x * 1.6, size.y * 2.2), 0.0, run)])
    canvas.rect(corner, size, FILM, 3.0)
    canvas.rect(corner, size, FILM_EDGE, 3.0, border=0.6)
    for bubble in bubbles:
        gone = bubble.popped is not None
        _bubble(canvas, bubble.at, bubble.size, 1.0 if gone else 0.0, gone)


def _circle(at: Vec, radius: float) -> list[Vec]:
    turn = 2 * math.pi / RING_POINTS
    return [at + Vec(math.cos(k * turn), math.sin(k * turn)) * radius for k in range(RING_POINTS)]


def _bubble(canvas: Canvas, at: Vec, size: float, pressed: float, popped: bool) -> None:
    radius = size / 2
    if popped:
        flat = ((0.0, "#DCEBF21A"), (0.72, "#16222A38"), (0.86, "#F4FAFF50"), (1.0, "#16222A28"))
        canvas.soft(_circle(at, radius * 0.94), [(at, Vec(size, size), 0.0, flat)])
        for turn in (0.5, 2.3, 4.1):
            way = Vec(math.cos(turn), math.sin(turn)) * radius
            canvas.line([at + way * 0.10, at + way * 0.42 + Vec(0.4, -0.3), at + way * 0.70], "#F4FAFF90", 0.5)
        return
    grown = radius * (1.0 + 0.07 * pressed)
    shadow = at + Vec(0.14, 0.20) * radius
    fade = ((0.0, "#160A0490"), (0.75, "#160A0460"), (1.0, "#160A0400"))
    canvas.soft(_circle(shadow, grown * 1.12), [(shadow, Vec(size, size) * 1.14, 0.0, fade)])
    dome = ((0.0, "#F4FAFF40"), (0.62, "#CFE2EC6C"), (0.88, "#7F9DADAA"), (0.96, "#F4FAFFB8"), (1.0, "#51707FB0"))
    shine = ((0.0, "#FFFFFFF0"), (0.5, "#FFFFFF8C"), (1.0, "#FFFFFF00"))
    back = ((0.0, "#FFFFFF90"), (1.0, "#FFFFFF00"))
    hollow = f"#10222C{round(150 * pressed):02X}"
    canvas.soft(
        _circle(at, grown),
        [
            (at + Vec(-0.06, -0.08) * radius, Vec(grown, grown) * 2.12, 0.0, dome),
            (at + Vec(0.40, 0.46) * radius, Vec(radius, radius) * 0.7, 0.0, back),
            (at, Vec(radius, radius) * 1.5, 0.0, ((0.0, hollow), (1.0, "#10222C00"))),
            (at + Vec(-0.36, -0.42) * radius, Vec(0.72, 0.46) * radius, -0.6, shine),
        ],
    )


def _burst(canvas: Canvas, bubble: Bubble, now: float) -> None:
    """A ring of light where a bubble has popped."""
    if bubble.popped is None:
        return
    part = share(now, bubble.popped, GLOW)
    if 0 < part < 1:
        grown = 1.0 if canvas.calm else 1.0 + 0.5 * ease_out(part)
        canvas.circle(
            bubble.at, bubble.size / 2 * grown, f"#FFFFFF{round(170 * (1 - part)):02X}", border=1.4 * (1 - part) + 0.4
        )
