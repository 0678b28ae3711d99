"""A level as a band: from its own settings, and somewhat easier, up to those of the next level of its kind."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from games.kit.game import Level

S = TypeVar("S")

EASIER = -1.0  # bits by which a level can be made easier within its band
LEAST, MOST = 0.05, 0.3  # bits; no band is narrower above its level, and none wider that has a next level


def following(levels: Sequence[Level[S]], settings: S, alike: Callable[[S, S], bool]) -> S | None:
    """The settings of the next level of the same kind; None for the last one, and for settings that are no level's."""
    known = [level.settings for level in levels]
    if settings not in known:
        return None
    return next((one for one in known[known.index(settings) + 1 :] if alike(settings, one)), None)


def onto(
    levels: Sequence[Level[S]], settings: S, alike: Callable[[S, S], bool], size: Callable[[S], float]
) -> float | None:
    """How wide the targets are at the top of this level's band: as those of the next level of its kind, or a little
    narrower where none of its kind comes. None for the last level, and for settings that are no level's."""
    after = following(levels, settings, alike)
    if after is not None:
        return size(after)
    more = any(level.settings == settings for level in levels[:-1])
    return size(settings) * 2.0**-MOST if more else None


def band(size: float, widest: float, finest: float, after: float | None) -> tuple[float, float]:
    """The least and the most bits that a level can be made harder by, whose targets are `size` wide.

    Up to one bit easier, but no wider than `widest`; harder as far as those of the next level of its kind (`after`), or
    to `finest` where there is none.
    """
    least = max(EASIER, -max(0.0, math.log2(widest / size)))
    most = math.log2(size / max(finest, after or finest)) if size > finest else 0.0
    return least, most if after is None else min(MOST, max(LEAST, most))


def mixed(own: float, next_one: float, bits: float, most: float) -> float:
    """A setting that goes from the level's own to the next one's over its band; below it, as the level has it."""
    share = min(1.0, max(0.0, bits / most)) if most > 0 else 0.0
    return own + (next_one - own) * share


def less(value: float, bits: float, to: float = 0.5) -> float:
    """A setting that gets less as a level is made easier: `to` of it where it is one bit easier."""
    return value * (1 + (1 - to) * max(EASIER, min(0.0, bits)))
