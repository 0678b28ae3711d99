"""How a thing swings that hangs from a hand: as a damped pendulum does, behind the way that it was carried. Views only."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.kit.game import RATE
from games.kit.geometry import ORIGIN, Vec

SWINGS = 2.6  # a second
FADES = 7.0  # 1/s
DRAG = 0.010  # s; what the air adds: mm of lag for each mm/s
REMEMBERED = 48  # steps: 0.4 s, after which a swing has faded
TILT, MOST_TILT = 0.030, 0.30  # radians for each mm of lag, and at most
LAGS, MOST_LAG = 0.16, 2.2  # share of its lag by which a thing is shown behind the fingers, and mm at most


def _kernel() -> tuple[float, ...]:
    """What each mm that was gone so many steps ago adds to the lag now, from the newest on."""
    round_about = 2 * math.pi * SWINGS
    out = []
    for step in range(REMEMBERED):
        age = (step + 0.5) / RATE
        swung = math.cos(round_about * age) - FADES / round_about * math.sin(round_about * age)
        out.append(math.exp(-FADES * age) * swung + (DRAG * RATE / 12 if step < 12 else 0.0))
    return tuple(out)


KERNEL = _kernel()


def remember(trail: list[Vec], at: Vec) -> None:
    """Note the place of a carried thing; call it once in each step."""
    trail.append(at)
    del trail[: -REMEMBERED - 1]


def lag(trail: Sequence[Vec]) -> Vec:
    """How far, in mm, a thing hangs behind that was carried along these places, one for each step, the newest last."""
    x = y = 0.0
    for age, share in enumerate(KERNEL[: max(0, len(trail) - 1)], 1):
        after, before = trail[-age], trail[-age - 1]
        x += share * (after[0] - before[0])
        y += share * (after[1] - before[1])
    return Vec(x, y)


def swung(trail: Sequence[Vec]) -> tuple[Vec, float]:
    """Where a thing is shown that was carried so, from the place of its fingers, and its clockwise tilt in radians."""
    behind = lag(trail)
    if behind == ORIGIN:
        return ORIGIN, 0.0
    far = behind.length
    aside = behind * (-min(LAGS * far, MOST_LAG) / far)
    return aside, max(-MOST_TILT, min(MOST_TILT, TILT * behind.x))
