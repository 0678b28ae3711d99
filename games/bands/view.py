"""The view of Rubber bands: draws the rules and never changes them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.bands import guides, place, pulled, rubber
from games.bands.lifting import Lifting
from games.bands.pulling import Geoboard, Slingshot
from games.bands.rubber import AMBER, CORAL, PLUM, TEAL, Rubber
from games.bands.rules import BandsRules
from games.bands.spread import Spread
from games.kit import slip
from games.kit.canvas import Canvas
from games.kit.fingers import Finger
from games.kit.geometry import Vec, between, middle
from games.kit.glow import glow
from games.kit.motion import ease_out, share

HANGS = Vec(6.0, -0.8)  # mm from the middle to one of the two pins on which a loose band hangs
LOOSE = 4.6  # mm from a pin's middle to that band
SNAPS = 0.16  # s in which it jumps home
SWINGS, DIES, RATE = 0.7, 7.0, 5.0  # s, 1/s, Hz of a band's trembling after it was let go
STRINGS = (CORAL, AMBER, TEAL, PLUM)  # of the harp, from the first finger's on


def draw(rules: BandsRules, canvas: Canvas) -> None:
    """The board, the band, the ring it is opened to, or whatever else is played with."""
    guides.board(canvas)
    play = rules.play
    if isinstance(play, Spread):
        _spread(play, canvas)
    elif isinstance(play, Lifting):
        _lifting(play, canvas)
    elif isinstance(play, Slingshot):
        pulled.sling(play, canvas)
    else:
        pulled.board(play, canvas)


def draw_ghost(rules: BandsRules, canvas: Canvas) -> None:
    """The band as it is held."""
    play = rules.play
    if isinstance(play, Spread) and play.held:
        rubber.draw(canvas, rubber.around(tips(play.held, play.centre)), _colour(play))
    elif isinstance(play, (Slingshot, Geoboard)) and play.hook.hold is not None:
        canvas.line([play.handle, play.hook.hold.shown], CORAL.body, 1.6)


def tips(held: Sequence[Finger], centre: Vec) -> list[Vec]:
    """The points around which the band runs: the fingers, or a single one and its mirror image."""
    places = [finger.shown for finger in held]
    return places if len(places) > 1 else [places[0], centre * 2.0 - places[0]]


def _colour(play: Spread) -> Rubber:
    return STRINGS[play.pair] if play.settings.tune else CORAL if play.settings.fingers < 4 else TEAL


def _names(play: Spread, canvas: Canvas) -> list[str]:
    """The names of the fingers of the dots; in the harp, the thumb and one other finger."""
    fingers = [0, 1 + play.pair] if play.settings.tune else range(play.settings.fingers)
    return [_name(canvas, finger) for finger in fingers]


def _name(canvas: Canvas, finger: int) -> str:
    """What a finger is called, the thumb being 0."""
    return canvas.say(f"bands.finger {finger}")


def _spread(play: Spread, canvas: Canvas) -> None:
    now, held = play.table.now, play.held
    wide = play.opening() if held else 0.0
    hub = middle([finger.shown for finger in held]) if len(held) > 1 else play.centre
    met = bool(held) and play.opened and abs(wide - play.goal) <= play.width / 2
    guides.ring(canvas, hub, play.goal, play.width, met)
    if play.settings.tune:
        _strings(canvas, play)
    canvas.kept("bands pins", (canvas.size, play.centre), lambda kept: _pins(kept, play.centre))
    if not held or not play.whole:
        spots = place.dots(play.table, max(26.0, play.start_opening), play.settings.fingers)
        names = _names(play, canvas) if play.count == 0 or play.settings.tune else [""] * len(spots)
        if not held:
            rubber.draw(canvas, _loose(play, canvas, now), _colour(play))
        for number, spot in enumerate(spots):
            guides.dot(canvas, spot, "", taken=number < len(held))
        if any(names):
            _ring_names(canvas, play, names)
    if held:
        around = tips(held, play.centre)
        rubber.draw(canvas, rubber.around(around, bow=rubber.trembling(around, now, canvas.calm)), _colour(play))
        for finger in held:
            canvas.circle(finger.shown, guides.PAD - 1.0, "#FFFFFF30")
    guides.stay_arc(canvas, hub, play.goal / 2, play.part if play.opened else 0.0)
    glow(canvas, hub, play.goal / 2, play.ended, now)
    hurts = canvas.say("bands.hurts") if play.first_touch is None else ""
    slip.words(canvas, canvas.say(_said(play, wide)), hurts)


def _pins(canvas: Canvas, centre: Vec) -> None:
    """The two brass pins on which a band hangs that nobody holds."""
    for side in (-1.0, 1.0):
        guides.pin(canvas, centre + HANGS * side)


def _loose(play: Spread, canvas: Canvas, now: float) -> list[Vec]:
    """The points of a band that is not held: hanging on its pins, or swinging after it was let go."""
    rest = [play.centre - HANGS, play.centre + HANGS]
    if play.snapped is None or now - play.snapped[0] >= SWINGS or canvas.calm:
        return rubber.around(rest, LOOSE)
    passed = now - play.snapped[0]
    left = math.exp(-DIES * passed) * math.cos(2 * math.pi * RATE * passed)
    spots = (
        play.snapped[1] if len(play.snapped[1]) > 1 else (play.snapped[1][0], play.centre * 2.0 - play.snapped[1][0])
    )
    home = ease_out(share(now, play.snapped[0], SNAPS))
    ends = [between(spot, rest[0] if spot.x < play.centre.x else rest[1], home * (1.0 - 0.2 * left)) for spot in spots]
    return rubber.around([*ends, *rest], LOOSE)


def _strings(canvas: Canvas, play: Spread) -> None:
    """Draw the harp beside the hand: four strings, the next one lit."""
    size = canvas.size
    for number, string in enumerate(STRINGS):
        x = 17.0 + 8.0 * number
        ends = [Vec(x, size.y * (0.16 + 0.03 * number)), Vec(x, size.y * 0.78)]
        lit = number == play.pair
        wide = 3.0 if lit else 1.4
        canvas.shade([end + rubber.LIES for end in ends], wide * 2.3, rubber.SHADOW)
        canvas.tube(ends, wide, rubber.layers(string if lit else _dulled(string), 6 if lit else 0))
        for end in ends:
            guides.pin(canvas, end, 1.9)


def _dulled(string: Rubber) -> Rubber:
    """A string that is not to be played now."""
    return Rubber(string.edge, "#3A2410", string.body)


def _ring_names(canvas: Canvas, play: Spread, names: Sequence[str]) -> None:
    """Draw the names outside the ring and the band, where there is room."""
    reach = max(play.goal + play.width, play.start_opening + 2 * guides.PAD) + 15.0
    spots = place.dots(play.table, reach, play.settings.fingers)
    for spot, name in zip(spots, names, strict=False):
        wide = canvas.text_size(name, guides.LEAST_EM, "bold").x
        x = min(max(spot.x, wide / 2 + 9.0), canvas.size.x - wide / 2 - 9.0)
        y = min(max(spot.y, 10.0), canvas.size.y - 20.0)
        guides.label(canvas, Vec(x, y), name)


def _said(play: Spread, wide: float) -> str:
    """The id of the one thing to say now."""
    if play.first_touch is None and play.settings.note:
        return f"bands.{play.settings.note}"
    if not play.held:
        return "bands.rest" if play.count and play.count % 10 == 0 else "bands.fingers"
    if not play.whole:
        return "bands.more"
    if play.reached:
        return "bands.back"
    if play.opened and play.part > 0:
        return "bands.stay"
    return "bands.closer" if not play.opened and wide > play.goal else "bands.open"


def _lifting(play: Lifting, canvas: Canvas) -> None:
    first = 1 if play.fingers == 4 else 0  # four without the thumb
    for number, spot in enumerate(play.spots):
        rest = play.resting[number] if play.resting else None
        at = spot if rest is None or not rest.live else rest.shown
        guides.dot(
            canvas, at, _name(canvas, first + number), glows=number == play.named and (play.ready or not play.resting)
        )
    there = [finger.shown for finger in play.resting if finger.live]
    if len(there) > 1:
        rubber.draw(canvas, rubber.around(there), AMBER)
    glow(canvas, play.spots[play.named], 10.0, play.ended, play.table.now)
    if play.first_touch is None and play.settings.note:
        slip.words(canvas, canvas.say(f"bands.{play.settings.note}"), canvas.say("bands.hurts"))
    else:
        said = "bands.down" if play.up_since is not None else "bands.lift" if play.resting else "bands.fingers"
        slip.words(canvas, canvas.say(said))
