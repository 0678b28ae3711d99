"""The view of Pennies: draws the rules and never changes them."""

from __future__ import annotations

import math

from games.kit.canvas import Canvas
from games.kit.geometry import Vec, between
from games.kit.glow import glow_round
from games.kit.hint import PALE, hint
from games.kit.motion import APPEAR, GLOW, LIFT, ease_in, ease_out, share
from games.kit.swing import swung
from games.pennies import copper
from games.pennies.coin import Coin
from games.pennies.contact import seconds
from games.pennies.layout import LEDGE, SEEN_FROM
from games.pennies.rules import PenniesRules
from games.pennies.tower import Lean, Tower
from games.pennies.tumbling import homecoming, pose

SINKS = 0.7  # s
LEANS_IN = 0.5  # s until a new coin's effect on the lean is fully shown
SHOWN_FROM = 0.30  # nearness to falling from which on the tower is drawn leaning ...
TILT = math.radians(6.0)  # ... up to this ...
ASIDE = 0.05  # coin widths; ... with its top shifted by at most this
SWAY, SWAYS = 1.1, 0.9  # amplitude (mm) of the top's sway after a touch, and its duration (s)
LEAVES, EACH = 0.5, 0.05  # s that each coin of a complete tower takes back to the heap, and delay from one to the next


def draw(rules: PenniesRules, canvas: Canvas) -> None:
    """The stand and its tower behind the ledge, the heap on it, the coin in the hand."""
    now, layout = rules.table.now, rules.layout
    foot = _foot(rules, canvas, now)
    with canvas.clip(Vec(0, 0), Vec(canvas.size.x, canvas.size.y - LEDGE + 1.0)):
        _best(rules, canvas, foot)
        copper.draw_stand(canvas, layout, foot)
        _tower(rules, canvas, foot, now)
    key = (canvas.size, layout.coin, layout.side, layout.heap)
    canvas.kept("pennies ledge", key, lambda kept: copper.draw_ledge(kept, layout))
    standing = len(rules.tower.coins)
    canvas.kept(
        "pennies plate",
        (canvas.size, layout.foot, layout.stand, standing),
        lambda k: copper.draw_plate(k, layout, standing),
    )
    _other_hand(rules, canvas)
    _hint(rules, canvas, foot)
    _heap(rules, canvas, now)
    with canvas.clip(Vec(0, 0), canvas.size):
        _falls(rules, canvas, now)
        _leaving(rules, canvas, now)
    _light(rules, canvas, foot, now)
    _held(rules, canvas, foot)


def draw_ghost(rules: PenniesRules, canvas: Canvas) -> None:
    """Draw the tower and the carried coin, without marks or shadows."""
    foot = _foot(rules, canvas, rules.table.now)
    _tower(rules, canvas, foot, rules.table.now)
    if rules.held is not None:
        _held(rules, canvas, foot)


def draw_lifted(rules: PenniesRules, canvas: Canvas) -> None:
    """The carried coin, if it reaches over the far edge."""
    held = rules.held
    if held is not None and held.shown.y < held.piece.width / 2:
        tilt = 0.0 if canvas.calm else swung(held.carried)[1]
        copper.draw_coin(canvas, held.piece.metal, held.shown, held.piece.width * (1 + LIFT), tilt)


def _foot(rules: PenniesRules, canvas: Canvas, now: float) -> Vec:
    """The displayed place of the stand's middle, which sinks and rises slowly."""
    stand = rules.stand
    part = 1.0 if canvas.calm else ease_out(share(now, stand.sank_at, SINKS))
    return stand.foot + Vec(0, (stand.sank_from - stand.sunk) * (1.0 - part))


def _tower(rules: PenniesRules, canvas: Canvas, foot: Vec, now: float) -> None:
    tower = rules.tower
    if not tower.coins:
        return
    newest = max(tower.coins.values(), key=lambda coin: coin.since)
    part = ease_out(share(now, newest.since, LEANS_IN))
    lean = tower.lean()
    before = _lean_without(tower, newest) if part < 1.0 else lean
    sway, tall = _sway(rules, canvas, now), tower.height
    for coin in tower.coins.values():
        if foot.y - coin.top > canvas.size.y:
            continue  # it has sunk out of sight
        side, tilt = _leaning(coin, lean, tall)
        side_was, tilt_was = _leaning(coin, before, tall)
        side, tilt = side_was + (side - side_was) * part, tilt_was + (tilt - tilt_was) * part
        side += sway * coin.top / max(tall, 1.0)
        rest = foot + Vec(coin.x + side, -coin.high - coin.thick / 2)
        at, seen = _dropping(coin, rest, now, canvas.calm)
        copper.draw_coin(canvas, coin.metal, at, coin.width, tilt, seen)
    if rules.stand.steady:
        left, right = rules.layout.stand
        size = Vec((right - left) * 1.04, (right - left) * SEEN_FROM * 1.3)
        hint(canvas, foot + Vec((left + right) / 2, 0.4), size, 0.9)


def _lean_without(tower: Tower, newest: Coin) -> Lean:
    """How the tower leaned without its newest coin."""
    before = Tower(tower.layout)
    before.coins = {place: coin for place, coin in tower.coins.items() if coin is not newest}
    if any(below == newest.place for coin in before.coins.values() for below, _ in coin.on):
        return tower.lean()
    return before.lean()


def _leaning(coin: Coin, lean: Lean, height: float) -> tuple[float, float]:
    """The displayed sideways shift (mm) and tilt (radians) of a coin of a leaning tower."""
    strength = max(0.0, (lean.strength - SHOWN_FROM) / (1.0 - SHOWN_FROM))
    if strength == 0.0 or coin.high < lean.high:
        return 0.0, 0.0
    up = (coin.top - lean.high) / max(height - lean.high, 1.0)
    return lean.way * strength * up * ASIDE * coin.width, lean.way * strength * TILT * (0.55 + 0.45 * up)


def _sway(rules: PenniesRules, canvas: Canvas, now: float) -> float:
    """The displayed shift of the top after a touch, in mm: a damped sway."""
    if rules.knocked is None or canvas.calm:
        return 0.0
    since, way = rules.knocked
    t = now - since
    if not 0 <= t < SWAYS:
        return 0.0
    return way * SWAY * math.sin(2 * math.pi * t / 0.6) * (1.0 - t / SWAYS) ** 2


def _dropping(coin: Coin, rest: Vec, now: float, calm: bool) -> tuple[Vec, float]:
    """The displayed place and opacity of a coin that was let go a moment ago."""
    if calm:
        return rest, share(now, coin.since, APPEAR)
    part = share(now, coin.since, seconds(rest.y - coin.came_from.y))
    if part >= 1.0:
        return rest, 1.0
    return Vec(between(coin.came_from, rest, ease_out(part)).x, between(coin.came_from, rest, ease_in(part)).y), 1.0


def _best(rules: PenniesRules, canvas: Canvas, foot: Vec) -> None:
    """Draw a chalk line at the greatest height so far, if the present tower is lower."""
    if rules.settings.tower or rules.highest <= rules.tower.height:
        return
    y = foot.y - rules.highest
    reach = rules.layout.coin * 1.1
    for i in range(-5, 6):
        x = foot.x + i * reach / 5
        canvas.line((Vec(x - reach / 14, y), Vec(x + reach / 14, y)), "#F4EDDDB0", 0.7)
    canvas.icon("flag", Vec(foot.x + rules.layout.mirror * (reach + 5.0), y - 2.0), 6.5, "#F4EDDD")


def _heap(rules: PenniesRules, canvas: Canvas, now: float) -> None:
    """The coins that can be taken, those behind first; one that came home glides, a new one comes up."""
    for coin in sorted(rules.heap.lying, key=lambda coin: coin.home.y):
        travelled = coin.came_from != coin.home
        shown = None if canvas.calm or not travelled else homecoming(coin, now, rules.layout)
        if shown is not None:
            copper.draw_coin(canvas, coin.metal, shown.at, coin.width, shown.roll)
            continue
        seen = share(now, coin.since, APPEAR) if canvas.calm else 1.0
        size = 1.0 if canvas.calm or travelled else 0.8 + 0.2 * ease_out(share(now, coin.since, APPEAR))
        copper.draw_shadow(canvas, coin.home, coin.width, seen)
        copper.draw_coin(canvas, coin.metal, coin.home, coin.width * size, opacity=seen)


def _other_hand(rules: PenniesRules, canvas: Canvas) -> None:
    """If the stand drifts, draw a hand as a hint that the other hand may steady it; it is lit while it does."""
    if not rules.settings.drift:
        return
    layout = rules.layout
    at = Vec(layout.foot.x + layout.mirror * 15.0, canvas.size.y - 3.9)
    name = "hand_left" if layout.side > 0 else "hand_right"
    canvas.icon(name, at + Vec(0.3, 0.5), 6.6, "#1A0E06")
    canvas.icon(name, at, 6.6, PALE if rules.stand.steady else "#D9C7AE")


def _hint(rules: PenniesRules, canvas: Canvas, foot: Vec) -> None:
    """Draw a soft ring around the target of the held coin, at its present real place."""
    held = rules.held
    if held is None:
        return
    index = rules.tower.next_place()
    place = None if index is None else rules.layout.plan.place(index)
    if place is None:
        return
    coin = held.piece
    at = foot + Vec(rules.tower.middle_of(place), -rules.tower.high_of(place) - coin.thick / 2)
    copper.draw_coin(canvas, coin.metal, at, coin.width, opacity=0.34)
    size = Vec(coin.width * 1.16, coin.width * (SEEN_FROM + 0.14) * 1.35)
    hint(canvas, at, size, 1.1)


def _held(rules: PenniesRules, canvas: Canvas, foot: Vec) -> None:
    """The coin in the hand, right where the newest reading of the fingers is, and its shadow on what lies below."""
    held = rules.held
    if held is None:
        coin = next(iter(rules.heap.lying), None)
        if coin is not None and rules.table.asked:
            size = Vec(coin.width * 1.18, coin.width * (SEEN_FROM + 0.14) * 1.4)
            hint(canvas, coin.home, size, 1.1)
        return
    at, coin = held.shown, held.piece
    on, high = rules.tower.under(at.x - foot.x, coin.width)
    for _, touch in on:
        middle = Vec((touch.left + touch.right) / 2, -high)
        if foot.y + middle.y > at.y:
            wide = touch.right - touch.left
            canvas.ellipse(foot + middle, Vec(wide * 0.92, coin.width * SEEN_FROM * 0.6), "#1A0E0670")
    tilt = 0.0 if canvas.calm else swung(held.carried)[1]
    copper.draw_coin(canvas, coin.metal, at, coin.width * (1 + LIFT), tilt)


def _falls(rules: PenniesRules, canvas: Canvas, now: float) -> None:
    """Coins that come down; with less motion they only fade."""
    for fall in rules.falls:
        for index, coin in enumerate(fall.coins):
            if canvas.calm:
                seen = 1.0 - share(now, fall.since, GLOW)
                rest = fall.offset + Vec(coin.x, -coin.high - coin.thick / 2)
                if seen > 0:
                    copper.draw_coin(canvas, coin.metal, rest, coin.width, opacity=seen)
                continue
            shown = pose(fall, index, now, rules.layout)
            if shown is None:
                continue
            if shown.tumbling:
                copper.draw_tumbling(canvas, coin.metal, shown.at, coin.width, shown.roll, shown.seen)
            else:
                copper.draw_coin(canvas, coin.metal, shown.at, coin.width, shown.roll)


def _leaving(rules: PenniesRules, canvas: Canvas, now: float) -> None:
    """A complete tower gives its coins back, from the top down, and makes room for a new one."""
    for done in rules.complete:
        count = len(done.coins)
        for index, coin in enumerate(done.coins):
            rest = done.offset + Vec(coin.x, -coin.high - coin.thick / 2)
            begins = done.since + (GLOW if not canvas.calm else 0.0) + (count - 1 - index) * EACH
            part = share(now, begins, LEAVES)
            if part >= 1.0:
                continue
            if canvas.calm:
                copper.draw_coin(canvas, coin.metal, rest, coin.width, opacity=1.0 - part)
                continue
            rest, _ = _dropping(coin, rest, now, False)
            way = between(rest, rules.layout.heap, ease_out(part))
            at = way - Vec(0, 16.0 * math.sin(math.pi * part))
            copper.draw_coin(canvas, coin.metal, at, coin.width, opacity=1.0 - ease_in(part))


def _light(rules: PenniesRules, canvas: Canvas, foot: Vec, now: float) -> None:
    """A ring of light that widens and fades round a coin that has found its place."""
    for coin in rules.tower.coins.values():
        fell = 0.0 if canvas.calm else seconds(foot.y - coin.high - coin.came_from.y)
        part = share(now, coin.since + fell, GLOW)
        if 0 < part < 1:
            at = foot + Vec(coin.x, -coin.high - coin.thick / 2)
            glow_round(canvas, at, Vec(1.1, (SEEN_FROM + 0.14) * 1.43) * coin.width, part, grows=0.36)
