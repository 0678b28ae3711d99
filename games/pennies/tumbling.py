"""The animation of falling coins, as a function of the time since the fall. It has no effect on the game."""

from __future__ import annotations

import math
from dataclasses import dataclass

from games.kit.geometry import Vec, between
from games.kit.motion import SLIDES, ease_in, ease_out, share, there_and_back
from games.pennies.coin import Coin
from games.pennies.contact import seconds
from games.pennies.layout import LIP, Layout
from games.pennies.tower import Fall

TIPS = 0.30  # s during which the falling coins tip over their edge together
TIPPED = 0.26  # radians, angle at the end of tipping
GRAVITY = 1400.0  # mm/s2; less than real gravity, so that the eye can follow
BOUNCE = 0.34  # share of its vertical speed that a coin keeps when it bounces off the ledge
RUB = 0.55  # share of its horizontal speed that it keeps
GATHERS = 1.25  # s; from then on the coins glide back to the heap ...
GONE = 1.80  # s; ... and have arrived
BOUNCES, HOP, ROCKS = 0.20, 2.6, 0.10  # of a coin that is dropped on the felt: s, mm, radians
SPIN = 5.0  # radians a second, more or less


@dataclass(frozen=True)
class Pose:
    """The place of a falling coin, its roll (radians) and its opacity."""

    at: Vec
    roll: float
    seen: float = 1.0
    tumbling: bool = True


def pose(fall: Fall, index: int, now: float, layout: Layout) -> Pose | None:
    """The pose of coin number `index` of a fall; None once it is back in the heap."""
    t = now - fall.since
    coin = fall.coins[index]
    if t >= GONE:
        return None
    if t < TIPS:
        angle = TIPPED * ease_in(t / TIPS)
        return Pose(_tipped(fall, coin, angle), fall.way * angle, tumbling=False)
    at, roll = _thrown(fall, index, min(t, GATHERS) - TIPS, layout)
    if t <= GATHERS:
        return Pose(at, roll)
    part = share(t, GATHERS, GONE - GATHERS)
    return Pose(between(at, layout.heap, ease_out(part)), roll * (1.0 - part), 1.0 - part * part)


def homecoming(coin: Coin, now: float, layout: Layout) -> Pose | None:
    """The pose of a coin that was dropped on the felt: it falls, bounces a little, rocking, and slides to the heap; None
    once it lies there."""
    floor = max(coin.came_from.y, layout.size.y - LIP - coin.width * 0.08)
    falls, t = seconds(floor - coin.came_from.y), now - coin.since
    if t < falls:
        return Pose(Vec(coin.came_from.x, coin.came_from.y + (floor - coin.came_from.y) * ease_in(t / falls)), 0.0)
    part = share(t, falls + BOUNCES, SLIDES)
    if part >= 1.0:
        return None
    after = share(t, falls, BOUNCES)
    at = between(
        Vec(coin.came_from.x, floor - HOP * there_and_back(after)), coin.home, part * part * (3.0 - 2.0 * part)
    )
    return Pose(at, ROCKS * math.sin(3 * math.pi * after) * (1.0 - after))


def _tipped(fall: Fall, coin: Coin, angle: float) -> Vec:
    """The centre of a coin after the falling coins have turned by `angle` about their edge."""
    off = Vec(coin.x, coin.high + coin.thick / 2) - fall.pivot
    c, s = math.cos(angle), math.sin(angle) * fall.way
    turned = Vec(off.x * c + off.y * s, -off.x * s + off.y * c)
    place = fall.pivot + turned
    return fall.offset + Vec(place.x, -place.y)


def _thrown(fall: Fall, index: int, t: float, layout: Layout) -> tuple[Vec, float]:
    """(place, roll) during its flight: thrown by the turn, falling, bouncing on the ledge, coming to rest."""
    coin = fall.coins[index]
    start = _tipped(fall, coin, TIPPED)
    odd = _odd(coin)
    high = max(0.0, coin.high - fall.pivot.y)
    across = fall.way * (14.0 + high * 1.2) + (odd - 0.35) * 90.0
    down = 40.0 * odd - 30.0 * _odd(coin, 3.0)
    spin = fall.way * SPIN * (0.35 + 1.9 * _odd(coin, 2.0))
    floor = layout.size.y - LIP - coin.width * (0.05 + 0.07 * odd)
    x, y, roll, left = start.x, start.y, fall.way * TIPPED, t
    for _ in range(3):
        far = max(0.0, floor - y)
        hits = (-down + math.sqrt(down * down + 2 * GRAVITY * far)) / GRAVITY
        step = min(left, hits)
        x, y, roll = x + across * step, y + down * step + GRAVITY * step * step / 2, roll + spin * step
        left -= step
        if left <= 0:
            break
        down, across, spin = -(down + GRAVITY * step) * BOUNCE, across * RUB, spin * RUB
    else:
        y = floor
    flat = round(roll / math.pi) * math.pi
    lying = share(t, (GATHERS - TIPS) * 0.55, (GATHERS - TIPS) * 0.45)
    edge = coin.width / 2
    x = min(max(x, edge), layout.size.x - edge)
    return Vec(x, min(y, floor)), roll + (flat - roll) * lying


def _odd(coin: Coin, other: float = 1.0) -> float:
    """A pseudo-random number from 0 to 1 that is fixed for each coin."""
    mixed = math.sin(coin.home.x * 12.9898 + coin.place * 78.233 * other + coin.metal * 37.719) * 43758.5453
    return mixed - math.floor(mixed)
