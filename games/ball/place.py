"""Where the ball lies on a table, how large it is, and how it is asked for."""

from __future__ import annotations

from games.ball.levels import BallSettings
from games.kit.game import Table
from games.kit.geometry import Vec

FITS = 0.62  # of the table's height, and ...
FITS_ACROSS = 0.42  # ... of its width: largest span of an open hand
SHELF = 0.08  # distance above the middle as a share of the height, to leave room for words below
GLASS_ASIDE = 0.17  # distance of the ball from the middle as a share of the width, beside a glass or a strip


def centre(table: Table[BallSettings]) -> Vec:
    """The centre of the ball: towards the side of the hand if something else needs room."""
    settings = table.settings
    aside = 0.0
    if settings.play == "juice" or settings.curve:
        aside = GLASS_ASIDE * (1 if table.fit.side == "right" else -1)
    return Vec(table.size.x * (0.5 + aside), table.size.y * (0.5 - SHELF))


def usual_span(table: Table[BallSettings]) -> float:
    """The assumed span of an open hand that has not been measured yet, in mm."""
    settings = table.settings
    own = settings.open if table.fit.span is None else min(settings.open * 1.3, 0.8 * table.fit.span)
    return min(own, table.size.y * FITS, table.size.x * FITS_ACROSS)
