"""The view of the slingshot with its tins, and of the board of pegs."""

from __future__ import annotations

import math
from itertools import pairwise

from games.bands import guides, rubber
from games.bands.pulling import Geoboard, Pulling, Slingshot
from games.kit import slip
from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between, distance
from games.kit.motion import ease_out, share
from games.kit.task import Outcome

POST = 17.0  # mm from the pouch to either post
FLIES, TUMBLES = 0.28, 0.6  # s, flight of a shot and fall of a tin
TREMBLES = 0.6  # s
WOOD, DARK, PALE_WOOD = "#B98248", "#6B4220", "#E0B479"
TIN = ("#B9C2C9", "#7C868F", "#E9EFF3")
LABELS = ("#C8553D", "#2F8F83", "#D89A1E", "#7A5AA6")


def sling(play: Slingshot, canvas: Canvas) -> None:
    """Draw two posts, the band between them, the pouch, and the tins on a shelf."""
    now, home = play.table.now, play.handle
    _shelf(canvas, play)
    _tins(canvas, play, now)
    posts = (home - Vec(POST, -2.0), home + Vec(POST, 2.0))
    hold = play.hook.hold
    at = hold.shown if hold is not None else _swinging(play, canvas, now, home)
    _aim(canvas, play)
    for post in posts:
        canvas.kept(f"bands post {post.x}", (canvas.size, post), lambda kept, post=post: _post(kept, post))  # type: ignore[misc]
    rubber.draw(canvas, [posts[0], at, posts[1]], rubber.CORAL, closed=False)
    canvas.glow(at + Vec(0.9, 1.6), Vec(18.0, 13.0), ((0.0, "#1A0C04B0"), (0.6, "#1A0C0480"), (1.0, "#1A0C0400")))
    canvas.ellipse(at, Vec(12.6, 8.6), "#5A3A22")
    canvas.ellipse(at - Vec(0, 0.7), Vec(11.0, 6.6), "#7C5534")
    flying = _flying(play, canvas, now)
    canvas.circle((flying or at) - Vec(0, 0.8), 3.4, "#E9DCC0")
    canvas.circle((flying or at) - Vec(0.9, 1.8), 1.2, "#FFFFFFB0")
    _words(canvas, play)


def _post(canvas: Canvas, post: Vec) -> None:
    """A turned post of beech, seen from above and in front, with a brass pin for the band."""
    foot = post + Vec(0, 19.0)
    canvas.shade([post + Vec(1.2, 1.8), foot + Vec(1.2, 1.8)], 12.0, "#1A0C0490")
    canvas.tube([post, foot], 6.4, ((1.0, "#4A2A10"), (0.84, "#8A5A30"), (0.55, WOOD), (0.2, PALE_WOOD)))
    guides.pin(canvas, post, 2.8)


def _aim(canvas: Canvas, play: Pulling) -> None:
    """Draw the ring to pull to, and the finished part of the hold."""
    hold = play.hook.hold
    wide = play.settings.width / 2
    met = hold is not None and distance(hold.at, play.goal) <= wide
    colour = guides.MET if met else guides.PALE
    canvas.circle(play.goal, wide, colour + "2C")
    canvas.circle(play.goal, wide + 0.4, guides.DEEP + "60", border=1.6)
    canvas.circle(play.goal, wide, colour, border=1.0)
    canvas.circle(play.goal, 1.2, colour)
    guides.stay_arc(canvas, play.goal, wide, play.part if met else 0.0)
    if hold is None and play.count == 0:
        way = play.goal - play.handle
        start, end = between(play.handle, play.goal, 0.3), between(play.handle, play.goal, 0.75)
        unit = way * (1.0 / max(1.0, way.length))
        aside = Vec(-unit.y, unit.x)
        canvas.line((start, end), guides.PALE + "C0", 1.2)
        canvas.line((end - unit * 4 + aside * 3, end, end - unit * 4 - aside * 3), guides.PALE + "C0", 1.2)


def _shelf(canvas: Canvas, play: Slingshot) -> None:
    y = play.tin.y + 8.4
    size = canvas.size

    def lay(kept: Canvas) -> None:
        kept.rect(Vec(10.0, y + 0.8), Vec(size.x - 20.0, 4.0), "#0A140F50", 1.0)
        kept.rect(Vec(9.0, y), Vec(size.x - 18.0, 3.6), WOOD, 1.0)
        kept.rect(Vec(9.0, y), Vec(size.x - 18.0, 1.0), PALE_WOOD, 0.6)

    canvas.kept("bands shelf", (size, y), lay)


def _tins(canvas: Canvas, play: Slingshot, now: float) -> None:
    fallen = play.fallen[-1] if play.fallen else None
    shot = play.shot
    if fallen is not None and shot is not None and shot[2] is Outcome.DONE:
        part = share(now, shot[0] + FLIES, TUMBLES)
        if part < 1.0:
            drop = Vec(0, 0) if canvas.calm else Vec(7.0 * part, -9.0 * math.sin(math.pi * part) + 16.0 * part * part)
            _tin(canvas, fallen + drop, play.count - 1, 1.0 - part, tilt=0.0 if canvas.calm else 1.3 * part)
    grown = 1.0 if shot is None or canvas.calm else ease_out(share(now, shot[0] + FLIES, 0.4))
    _tin(canvas, play.tin, play.count, grown)


def _tin(canvas: Canvas, at: Vec, number: int, strength: float, tilt: float = 0.0) -> None:
    """One tin with its label."""
    if strength <= 0.02:
        return
    alpha = f"{round(255 * min(1.0, strength)):02X}"
    c, s = math.cos(tilt), math.sin(tilt)

    def spot(x: float, y: float) -> Vec:
        return at + Vec(c * x - s * y, s * x + c * y)

    def box(left: float, top: float, right: float, foot: float, colour: str) -> None:
        canvas.polygon([spot(left, top), spot(right, top), spot(right, foot), spot(left, foot)], colour + alpha)

    box(-6.0, -8.0, 6.0, 8.0, TIN[0])
    box(-6.0, -8.0, -3.6, 8.0, TIN[2])
    box(3.4, -8.0, 6.0, 8.0, TIN[1])
    box(-6.0, -4.6, 6.0, 5.0, LABELS[number % len(LABELS)])
    box(-6.0, -1.2, 6.0, 1.6, "#FFF6E0")
    box(-6.3, -8.6, 6.3, -7.4, TIN[1])
    box(-6.3, 7.2, 6.3, 8.4, TIN[1])


def _swinging(play: Slingshot, canvas: Canvas, now: float, home: Vec) -> Vec:
    shot = play.shot
    if shot is None or canvas.calm or now - shot[0] >= TREMBLES:
        return home
    passed = now - shot[0]
    left = math.exp(-9.0 * passed) * math.cos(2 * math.pi * 6.0 * passed)
    return home + (shot[1] - home) * left


def _flying(play: Slingshot, canvas: Canvas, now: float) -> Vec | None:
    """The ball on its way to the tin."""
    shot = play.shot
    if shot is None or canvas.calm or not play.fallen or shot[2] is not Outcome.DONE:
        return None
    part = share(now, shot[0], FLIES)
    return between(shot[1], play.fallen[-1], part) if part < 1.0 else None


def board(play: Geoboard, canvas: Canvas) -> None:
    """Draw the pins, the shape to copy, and the band as far as it is hooked."""
    now = play.table.now
    rows, shape = play.rows, play.shape

    def lay(kept: Canvas) -> None:
        for a, b in pairwise([*shape, shape[0]]):
            steps = max(2, int(distance(a, b) // 3.4))
            for k in range(0, steps, 2):
                dash = (between(a, b, k / steps), between(a, b, (k + 1) / steps))
                kept.line(dash, guides.DEEP + "A0", 2.2)
                kept.line(dash, guides.PALE, 1.2)
        for row in rows:
            for peg in row:
                guides.pin(kept, peg)

    canvas.kept("bands pegs", (canvas.size, tuple(shape)), lay)
    hold = play.hook.hold
    end = hold.shown if hold is not None else play.handle
    hooked = play.hooked
    if play.finished is not None and len(hooked) == 1 and now - play.finished[0] < 1.2:
        left = 1.0 - share(now, play.finished[0] + 0.6, 0.6)
        canvas.tube(rubber.around(play.finished[1], 3.0), 2.4 * left, rubber.layers(rubber.TEAL, 6), closed=True)
    loop = [*hooked, end] if distance(hooked[-1], end) > 2.0 else list(hooked)
    if len(loop) > 1:
        rubber.draw(canvas, loop, rubber.TEAL, closed=False)
    canvas.glow(
        end + rubber.LIES,
        Vec(20.0, 20.0),
        ((0.0, "#1A0C0400"), (0.4, "#1A0C0490"), (0.7, "#1A0C0460"), (1.0, "#1A0C0400")),
    )
    canvas.circle(end, 6.6, rubber.TEAL.edge, border=3.4)
    canvas.circle(end - Vec(0.1, 0.15), 6.3, rubber.TEAL.body, border=2.6)
    canvas.circle(end - Vec(0.3, 0.4), 5.6, rubber.TEAL.shine, border=0.7)
    _aim(canvas, play)
    _words(canvas, play)


def _words(canvas: Canvas, play: Pulling) -> None:
    if play.first_touch is None and play.settings.note:
        slip.words(canvas, canvas.say(f"bands.{play.settings.note}"), canvas.say("bands.hurts"))
    elif play.ripe:
        slip.words(canvas, canvas.say("bands.let go"))
    elif play.count and play.count % 10 == 0 and play.hook.hold is None:
        slip.words(canvas, canvas.say("bands.rest"))
    elif play.hold > 0:
        slip.words(canvas, canvas.say("bands.stay" if play.part > 0 else "bands.pull"))
