"""The levels of Finger paint, easiest first, the test, the challenge and the studio, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, onto


@dataclass(frozen=True)
class PaintSettings:
    """What is painted, and how exactly."""

    picture: str  # a name from pictures.py; "signature": the player's own; "studio": free painting
    width: float = 16.0  # mm, the lane to stay in; narrower where the screen is small
    brush: float = 7.0  # mm across
    limit: float = 0.0  # s from the first touch of a piece until it ends by itself; 0: no limit
    gaps: int = 0  # number of missing parts of a finished picture, each a rep; 0: paint the whole picture


WIDEST, NARROWEST = 60.0, 3.0  # mm, range of lanes for the coach
BRUSH_SHARE = 0.75  # of a lane, at most: a brush as wide as the lane hides it
FINEST_BRUSH = 2.5  # mm


def most_bits(settings: PaintSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder: as far as the next level."""
    after = onto(LEVELS, settings, harder, lambda one: one.width)
    return band(settings.width, WIDEST, NARROWEST, after)


def fitted(settings: PaintSettings, bits: float) -> PaintSettings:
    """The same with a lane half as wide for each bit, and a brush that fits into it."""
    width = round(min(WIDEST, max(NARROWEST, settings.width * 2.0**-bits)), 1)
    brush = settings.brush if settings.brush > width else max(FINEST_BRUSH, min(settings.brush, BRUSH_SHARE * width))
    return replace(settings, width=width, brush=round(brush, 1))


def eased(settings: PaintSettings, steps: int) -> PaintSettings:
    """The same with a wider lane, and more time where it is limited."""
    width = max(settings.width, min(WIDEST, settings.width * (1 + 0.2 * steps)))
    return replace(settings, width=round(width, 1), limit=round(settings.limit * (1 + 0.3 * steps), 1))


def harder(own: PaintSettings, other: PaintSettings) -> bool:
    """Whether the other is a harder one of the same kind: lines; areas and dots have one level each."""
    alone = ("leaves", "ribbon")
    return own.picture not in alone and other.picture not in alone and other.width < own.width


def finest(settings: PaintSettings) -> Finest:
    """The width of the lane; around an area its margin; around a dot that moves its room."""
    if settings.picture == "leaves":
        return Finest("margin of", round(settings.width / 2, 1))
    return Finest("room of" if settings.picture == "ribbon" else "lane of", settings.width)


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("Lines: the harbour", PaintSettings("harbour", width=30, brush=9), reps=8),
    Level("Waves: the sea", PaintSettings("sea", width=26, brush=9), reps=6),
    Level("Fill: three leaves", PaintSettings("leaves", width=6, brush=14), reps=3),
    Level("Circles: the fruit bowl", PaintSettings("fruit", width=22, brush=8), reps=6),
    Level("Dots: the heron", PaintSettings("heron", width=20, brush=7), reps=6),
    Level("Follow the dot", PaintSettings("ribbon", width=30, brush=8), reps=4),
    Level("Figure eights", PaintSettings("eights", width=16, brush=6), reps=4),
    Level("The other half", PaintSettings("halves", width=13, brush=5), reps=4),
    Level("Spirals: the fern", PaintSettings("fern", width=11, brush=4.5), reps=4),
    Level("Letters", PaintSettings("letters", width=8, brush=4), reps=7),
    Level("Your own signature", PaintSettings("signature", width=6, brush=3), reps=4),
)

# A line, a circle, a figure 8 and a spiral, 30 s each at most (a practice test; not a clinical result).
TESTS = (Level("Line, circle, eight, spiral", PaintSettings("test", width=12, brush=5, limit=30), reps=4),)

CHALLENGES = (Level("Restore the painting", PaintSettings("garden", width=11, brush=4, gaps=8), reps=8),)

FREE = Level("The studio", PaintSettings("studio", width=400, brush=14))
