"""The strip of paper beside the ball on which the curve to follow runs past."""

from __future__ import annotations

from games.ball.tracking import Tracking
from games.kit.canvas import Canvas
from games.kit.geometry import Vec

AHEAD, BEHIND = 5.0, 1.5  # s of the curve that are visible
STEP = 0.1  # s between its points
PAPER, SHADOW, EDGE = "#FFFDF6", "#2A160850", "#CFC8BA"
BAND, LINE, PLUM, INK = "#CFE7DF", "#1B6B5C", "#7C4277", "#1B1F2A"
BROAD, HIGH = 0.40, 0.46  # of the table


def draw(play: Tracking, canvas: Canvas) -> None:
    """Deep squeezes are low; what is to come lies to the right; the dot is the hand."""
    size = Vec(canvas.size.x * BROAD, canvas.size.y * HIGH)
    side = -1 if play.table.fit.side == "right" else 1
    middle = Vec(canvas.size.x * (0.5 + side * (0.5 - BROAD / 2 - 0.035)), play.centre.y)
    corner = middle - size * 0.5
    canvas.rect(corner + Vec(0.7, 1.1), size, SHADOW, 2.0)
    canvas.rect(corner, size, PAPER, 2.0)
    now_x = corner.x + size.x * BEHIND / (AHEAD + BEHIND)
    per = size.x / (AHEAD + BEHIND)
    top, low = corner.y + 7.0, corner.y + size.y - 7.0
    scale = (low - top) / max(0.05, play.settings.depth)
    half = play.settings.tolerance * scale

    def y(opening: float) -> float:
        return top + (1.0 - opening / play.span) * scale

    begin, last = play.elapsed - BEHIND, play.elapsed + AHEAD
    first = int(begin / STEP) - 1
    points = []
    for k in range(first, int(last / STEP) + 3):
        t = k * STEP
        points.append(Vec(now_x + (t - play.elapsed) * per, y(play.opening(min(max(t, 0.0), play.settings.seconds)))))
    with canvas.clip(corner + Vec(0.6, 0.6), size - Vec(1.2, 1.2)):
        upper, lower = [p - Vec(0, half) for p in points], [p + Vec(0, half) for p in points]
        canvas.polygon([*upper, *lower[::-1]], BAND)
        canvas.line(points, LINE, 0.9)
        end = now_x + (play.settings.seconds - play.elapsed) * per
        if end < corner.x + size.x:
            canvas.line([Vec(end, corner.y), Vec(end, corner.y + size.y)], EDGE, 1.2)
        canvas.line([Vec(now_x, corner.y), Vec(now_x, corner.y + size.y)], EDGE, 0.7)
        grasp = play.grasp
        opening = play.span if grasp is None else grasp.aperture(play.table.now)
        dot = Vec(now_x, min(low + 5.0, max(top - 5.0, y(opening))))
        canvas.circle(dot, 3.0, LINE if play.close else PLUM)
        canvas.circle(dot, 3.0, PAPER, border=0.7)
