"""The view of Stress ball: draws the rules and never changes them."""

from __future__ import annotations

import math

from games.ball import bubble_view, guides, juice, silicone, strip
from games.ball.bubbles import Popping
from games.ball.hold import Grasp, Sprung
from games.ball.opening import aperture
from games.ball.real import Counting
from games.ball.rules import BallRules
from games.ball.silicone import CORAL, ORANGE, PLUM, TEAL, Rubber
from games.ball.squeezing import Squeezing
from games.ball.tracking import Tracking
from games.kit import slip
from games.kit.canvas import Canvas
from games.kit.gallery import Made
from games.kit.geometry import Vec, between, middle
from games.kit.glow import glow
from games.kit.motion import GLIDE, ease_out, share

PAIRS = 3  # pairs of fingers that take turns
COMES = 0.12  # s in which the ball comes to the hand
SWINGS, DIES, RATE = 0.9, 6.0, 3.1  # s, 1/s, Hz of the ball's swinging after it was let go


def draw(rules: BallRules, canvas: Canvas) -> None:
    """The ball between the fingers, the ring to close to, and whatever else is squeezed."""
    play = rules.play
    if isinstance(play, Popping):
        bubble_view.draw(play, canvas)
    elif isinstance(play, Counting):
        _real(play, canvas)
    elif isinstance(play, Tracking):
        _tracking(play, canvas)
    else:
        _squeezing(play, canvas)


def made(rules: BallRules) -> Made | None:
    """The ball as it lies there after all squeezes; the whole table where something else was squeezed or filled."""
    play = rules.play
    if not isinstance(play, Squeezing) or play.settings.play == "juice":
        return None
    radius = play.usual / 2
    half = Vec(radius, radius) * 1.5
    rubber = CORAL if play.settings.beat else PLUM if play.settings.pairs else TEAL
    return Made(play.centre - half, half * 2, lambda canvas: silicone.draw(canvas, half, radius, [], rubber))


def _squeezing(play: Squeezing, canvas: Canvas) -> None:
    now = play.table.now
    settings = play.settings
    if settings.play == "juice":
        juice.draw(play, canvas)
    rubber = ORANGE if settings.play == "juice" else CORAL if settings.beat else PLUM if settings.pairs else TEAL
    at = _ball(canvas, play.grasp, play.sprung, play.centre, play.usual, now, rubber)
    wide = play.grasp.aperture(now) if play.grasp is not None else play.usual
    close = play.grasp is not None and abs(wide - play.goal) <= play.width / 2
    guides.goal_ring(canvas, at, play.goal, play.width, close)
    if play.grasp is None or play.grasp.way == "press":
        guides.opening_ring(canvas, at, play.grasp, now)
    if play.grasp is None and play.count == 0:
        guides.pads(canvas, at, play.usual, play.table.fit.side)
    if play.grasp is not None and play.hold > 0 and settings.play != "juice":
        guides.hold_arc(canvas, at, play.goal, play.share)
    if settings.beat and play.first_touch is not None:
        guides.beat(canvas, at, play.usual, (now - play.first_touch) / settings.beat % 1.0)
    glow(canvas, at, play.span / 2, play.ended, now, 0.22)
    hurts = canvas.say("ball.hurts") if settings.note and play.first_touch is None else ""
    slip.words(canvas, canvas.say(_said(play, close)), hurts)


def _said(play: Squeezing, close: bool) -> str:
    """The id of the sentence to show now."""
    grasp, settings = play.grasp, play.settings
    if grasp is None and play.first_touch is None:
        if settings.note:
            return f"ball.{settings.note}"
        return "ball.juice" if settings.play == "juice" else "ball.pair 0" if settings.pairs else "ball.begin"
    if play.waiting is not None or play.reached:
        return "ball.open"
    if play.resting:
        return "ball.rest"
    if settings.pairs and not play.begun:
        return f"ball.pair {play.count // 2 % PAIRS}"
    if play.hold > 0 and close and play.begun:
        return "ball.stay"
    if grasp is not None and grasp.aperture(play.table.now) < play.goal - play.width / 2:
        return "ball.less"
    return "ball.juice" if settings.play == "juice" else "ball.close"


def _tracking(play: Tracking, canvas: Canvas) -> None:
    now = play.table.now
    rubber = TEAL if play.settings.curve == "breath" else PLUM
    strip.draw(play, canvas)
    at = _ball(canvas, play.grasp, play.sprung, play.centre, play.usual, now, rubber)
    guides.the_ring(canvas, at, play.goal, play.since is not None and play.close)
    if play.grasp is None:
        guides.pads(canvas, at, play.usual, play.table.fit.side)
    glow(canvas, at, play.span / 2, play.ended, now, 0.22)
    said = "ball.begin" if play.grasp is None else "ball.follow"
    if play.grasp is not None and play.settings.curve == "breath":
        said = "ball.breathe in" if play.elapsed < play.settings.seconds / 2 else "ball.breathe out"
    slip.words(canvas, canvas.say(said))


def _real(play: Counting, canvas: Canvas) -> None:
    """A ball that shows when to squeeze; the number is what was counted."""
    now, beat = play.table.now, max(1.0, play.settings.beat)
    phase = 0.0 if play.first_touch is None else (now - play.first_touch) % beat
    half = beat / 2
    closed = 0.0
    if play.first_touch is not None:
        closed = ease_out(share(phase, 0.0, 1.2)) - ease_out(share(phase, half, 1.0))
    if canvas.calm:
        closed = 1.0 if play.first_touch is not None and phase < half else 0.0
    radius = play.usual / 2
    way = Vec(math.cos(guides.TILT), -math.sin(guides.TILT)) * (radius * (1.0 - 0.45 * closed))
    tips = [way, way * -1.0] if closed > 0.01 else []
    silicone.draw(canvas, play.centre, radius, tips, TEAL)
    canvas.circle(play.centre, play.goal / 2, guides.PALE + "B0", border=1.0)
    if play.pressed is not None:
        canvas.circle(play.pressed.shown, 12.0, guides.PALE, border=1.6)
    canvas.text(str(play.count), play.centre, min(16.0, radius * 0.7), "#FFFFFF", "bold", "centre")
    said = "ball.count squeeze" if phase < half else "ball.count open"
    said = f"ball.{play.settings.note}" if play.first_touch is None else said
    slip.words(canvas, canvas.say(said), canvas.say("ball.hurts") if play.count == 0 else "")


def _ball(
    canvas: Canvas, grasp: Grasp | None, sprung: Sprung | None, home: Vec, usual: float, now: float, rubber: Rubber
) -> Vec:
    """The ball where the newest readings of the fingers are; or as it springs back. Gives its middle."""
    if grasp is None:
        return _let_go(canvas, sprung, home, usual, now, rubber)
    shown = [finger.shown for finger in grasp.fingers]
    radius = grasp.open / 2
    if grasp.way == "press":
        hollow = min(1.0, max(0.0, grasp.depth(now)))
        silicone.draw(canvas, grasp.centre, radius, [], rubber, hollow)
        return grasp.centre
    if grasp.way == "pull":
        tip = shown[0] - grasp.centre
        away = min(tip.length, radius * 1.2)
        way = tip * (1.0 / tip.length) if tip.length > 0.1 else Vec(1.0, 0.0)
        silicone.draw(canvas, grasp.centre, radius, [way * away, way * -away], rubber)
        return grasp.centre
    at = middle(shown)
    part = 1.0 if canvas.calm else ease_out(share(now, grasp.began, COMES))
    seen = between(home, at, part) if part < 1.0 else at
    if aperture(shown) > 1.3 * grasp.open:
        silicone.draw(canvas, seen, radius, [], rubber)
    else:
        silicone.draw(canvas, seen, radius, [tip - at for tip in shown], rubber)
    return seen


def _let_go(canvas: Canvas, sprung: Sprung | None, home: Vec, usual: float, now: float, rubber: Rubber) -> Vec:
    """It swings out, and goes home."""
    radius = usual / 2
    if sprung is None or now - sprung.since >= SWINGS:
        canvas.kept("ball rest", (home, radius, rubber), lambda kept: silicone.draw(kept, home, radius, [], rubber))
        return home
    passed = now - sprung.since
    at = home if canvas.calm else between(sprung.centre, home, ease_out(share(now, sprung.since, GLIDE)))
    if canvas.calm:
        left = sprung.depth * (1.0 - share(now, sprung.since, 0.2))
    else:
        left = sprung.depth * math.exp(-DIES * passed) * math.cos(2 * math.pi * RATE * passed)
    tips = []
    for tip in sprung.tips:
        if tip.length > 0.1:
            tips.append(tip * (radius * (1.0 - left) / tip.length))
    if len(tips) == 1:
        tips.append(tips[0] * -1.0)
    silicone.draw(canvas, at, radius, tips if abs(left) > 0.004 else [], rubber)
    return at
