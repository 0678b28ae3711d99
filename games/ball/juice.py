"""The glass of a juice order: it fills while the squeeze is right, up to a line."""

from __future__ import annotations

from games.ball.squeezing import BRIM, Squeezing
from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between
from games.kit.motion import APPEAR, share

HIGH, BROAD, FOOT = 0.56, 0.52, 0.40  # shares of the table's height, and of its own: mouth, foot
ASIDE = 0.25  # distance from the middle as a share of the table's width
FILLS = 80  # steps in which the glass fills
TOP, DEEP, LIGHT = "#FFC74D", "#E07C10", "#FFE19A"
LINE, LABEL = "#0B4F6C", "#1B1F2A"


def draw(play: Squeezing, canvas: Canvas) -> None:
    """The glass beside the ball, its line, and what is in it."""
    size, now = canvas.size, play.table.now
    side = -1 if play.table.fit.side == "right" else 1
    high = size.y * HIGH
    foot = Vec(size.x * (0.5 + side * ASIDE), play.centre.y + high / 2)
    wide, narrow = high * BROAD / 2, high * FOOT / 2

    def at(x: float, up: float) -> Vec:
        """A place in the glass: x from -1 to 1 across, up from 0 to 1."""
        return Vec(foot.x + x * (narrow + (wide - narrow) * up), foot.y - up * high)

    done = play.ended is not None and now - play.ended[0] < APPEAR
    line = 0.92 / BRIM
    filled = min(0.97, line * (play.held / play.hold if play.hold > 0 else 0.0))
    filled = round(filled * FILLS) / FILLS
    _shadow(canvas, foot, wide, high)
    pouring = play.grasp is not None and play.begun and abs(play.grasp.aperture(now) - play.goal) <= play.width / 2
    if pouring:
        _stream(canvas, play.centre, at(0, 1.0), at(0, max(0.05, filled)), play.usual / 2)
    canvas.soft(
        [at(-1, 0), at(-1, 1), at(1, 1), at(1, 0)],
        [
            (
                at(0, 0.5),
                Vec(wide * 2.6, high * 1.5),
                0.0,
                ((0.0, "#FFFFFF1C"), (0.7, "#EAF6FF4A"), (1.0, "#DDEBF27A")),
            ),
            (at(-0.6, 0.7), Vec(wide * 0.7, high * 0.9), 0.0, ((0.0, "#FFFFFF66"), (1.0, "#FFFFFF00"))),
        ],
    )
    if filled > 0.01:
        _juice(canvas, at, filled, wide, high)
    rim = Vec(wide * 2, wide * 0.36)
    canvas.ellipse(at(0, 1.0), rim, "#F4FAFFB0", border=0.8)
    canvas.line([at(-1, 1.0), at(-1, 0.0), at(1, 0.0), at(1, 1.0)], "#F4FAFFA0", 0.9)
    mark = [at(-1.16, line), at(1.16, line)]
    canvas.line(mark, "#FFFDF6", 2.2)
    canvas.line(mark, LINE, 1.1)
    if done and not canvas.calm:
        part = share(now, play.ended[0] if play.ended else now, APPEAR)
        canvas.ellipse(at(0, 1.0), rim * (1.0 + 0.3 * part), f"#FFF3CF{round(150 * (1 - part)):02X}", border=1.2)
    orders = f"{play.count + 1}"
    canvas.circle(at(0, 0.0) + Vec(0, 7.5), 5.4, "#FFFDF6")
    canvas.text(orders, at(0, 0.0) + Vec(0, 7.5), 6.35, LABEL, "bold", "centre")


def _juice(canvas: Canvas, at: object, filled: float, wide: float, high: float) -> None:
    place = at  # a function of x and height
    assert callable(place)
    inset = 0.93
    points = [place(-inset, 0.015), place(-inset, filled), place(inset, filled), place(inset, 0.015)]
    middle: Vec = place(-0.35, 0.45)
    canvas.soft(points, [(middle, Vec(wide * 3.2, high * 1.6), 0.0, ((0.0, TOP), (0.6, "#F3A126"), (1.0, DEEP)))])
    top: Vec = place(0, filled)
    broad = place(inset, filled).x - place(-inset, filled).x
    canvas.ellipse(top, Vec(broad, broad * 0.16), LIGHT)
    canvas.ellipse(top, Vec(broad, broad * 0.16), DEEP + "70", border=0.5)


def _shadow(canvas: Canvas, foot: Vec, wide: float, high: float) -> None:
    at, size = foot + Vec(high * 0.08, high * 0.02), Vec(wide * 2.9, wide * 1.1)
    canvas.glow(at, size, ((0.0, "#160A0490"), (0.6, "#160A0450"), (1.0, "#160A0400")))


def _stream(canvas: Canvas, ball: Vec, mouth: Vec, surface: Vec, radius: float) -> None:
    """From the ball's side in an arc into the glass."""
    side = 1.0 if mouth.x > ball.x else -1.0
    spout = ball + Vec(side * radius * 0.3, -radius * 1.02)
    crest = Vec(between(spout, mouth, 0.6).x, min(spout.y, mouth.y) - 5.0)
    points = []
    for k in range(13):
        t = k / 12
        points.append(between(between(spout, crest, t), between(crest, mouth, t), t))
    canvas.tube([*points, surface], 2.4, ((1.0, DEEP), (0.7, "#F3A126"), (0.34, LIGHT)))
