"""Where the ball lies on a table, how large it is, and how it is asked for."""

from __future__ import annotations

from games.ball.levels import BallSettings
from games.kit.game import Table
from games.kit.geometry import Vec

FITS = 0.62  # of the table's height, and ...
FITS_ACROSS = 0.42  # ... of its width, that an open hand takes at most
SHELF = 0.08  # of the height: how far above the middle, so that words have room beneath
GLASS_ASIDE = 0.17  # of the width: how far a ball lies from the middle, beside a glass or a strip of paper


def centre(table: Table[BallSettings]) -> Vec:
    """The middle of the ball: on the side of the hand where something else wants room as well."""
    settings = table.settings
    aside = 0.0
    if settings.play == "juice" or settings.curve:
        aside = GLASS_ASIDE * (1 if table.fit.side == "right" else -1)
    return Vec(table.size.x * (0.5 + aside), table.size.y * (0.5 - SHELF))


def usual_span(table: Table[BallSettings]) -> float:
    """How far a hand rests open that has not shown it yet, in mm."""
    settings = table.settings
    own = settings.open if table.fit.span is None else min(settings.open * 1.3, 0.8 * table.fit.span)
    return min(own, table.size.y * FITS, table.size.x * FITS_ACROSS)
