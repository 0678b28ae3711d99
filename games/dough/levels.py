"""The levels of Playdough, easiest first, the timed test, the cookie orders, the recipe and the free table, as plain data."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import less


@dataclass(frozen=True)
class DoughSettings:
    """What is shaped, and how exactly."""

    forms: str  # names from shapes.py, one for each repetition in turn; "free": free play
    width: float  # mm, twice the rms tolerance of the outline
    match: float  # the overlap at which a shape counts as reached, 0 to 1
    start: str = "ball"  # the lump's shape at the beginning
    firm: float = 1.0  # factor by which fingers must move farther
    strokes: int = 12  # approximate number of movements that a fast adult needs for one shape
    tip: float = 7.0  # mm, the radius of a fingertip
    holds: bool = False  # a resting finger digs a hole
    knife: bool = False  # a finger cuts
    keeps: bool = False  # the next shape is made from this one
    limit: float = 60.0  # s for one shape, from the first touch
    shuffled: bool = False  # the shapes come in random order
    note: str = ""  # a message at the table's edge, until the first touch


PUSH = "Push from outside. Pull from inside."
BOTH = "Press both ends together."
STRETCH = "Pull both ends apart."
CUT = "Draw across the roll to cut it."
DIG = "Rest one finger in the middle until a hole opens."
MORE = "Firm dough: move farther, or push again."
FREE_NOTE = "Push, pull, squeeze. Rest a finger to flatten."

EASED, LEAST_MATCH = 0.75, 0.6
EASIEST, HARDEST = 20.0, 4.5  # mm, range of widths for the coach
MISSING, BEST_MATCH = 0.5, 0.94  # bits less of what may be missing for each bit harder; the most that is ever asked
FIRMER = 0.5  # bits of firmness for each bit harder, of dough that is firm already or not


def most_bits(settings: DoughSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder."""
    least, most = math.log2(settings.width / EASIEST), math.log2(settings.width / HARDEST)
    return min(0.0, max(-1.0, least)), max(0.0, min(1.0, most))


def fitted(settings: DoughSettings, bits: float) -> DoughSettings:
    """The same with a width half as large for each bit, a shape that must be liker, and, on the way to the next level,
    firmer dough."""
    wanted = settings.width * 2.0**-bits
    missing = (1.0 - settings.match) * 2.0 ** (-MISSING * bits)
    return replace(
        settings,
        width=round(min(EASIEST, max(HARDEST, wanted)), 2),
        match=round(min(BEST_MATCH, max(min(settings.match, LEAST_MATCH), 1.0 - missing)), 3),
        firm=round(max(1.0, less(settings.firm, bits) if bits < 0 else settings.firm * 2.0 ** (FIRMER * bits)), 2),
    )


def finest(settings: DoughSettings) -> Finest:
    """How firm the dough is; how much of the shape must be there."""
    return Finest(
        "firm of" if settings.firm > 1 else "alike of",
        settings.firm if settings.firm > 1 else round(100 * settings.match, 1),
        more=True,
    )


def eased(settings: DoughSettings, steps: int) -> DoughSettings:
    """The settings eased by `steps`: softer dough, more time, and a lower overlap to reach."""
    return replace(
        settings,
        match=round(max(min(settings.match, LEAST_MATCH), settings.match - 0.03 * steps), 3),
        firm=round(max(1.0, settings.firm * EASED**steps), 2),
        limit=round(settings.limit * (1 + 0.3 * steps), 1),
    )


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("Squeeze a ball", DoughSettings("ball", 14, 0.82, start="log", tip=13, note=BOTH, strokes=6), reps=4),
    Level("Stretch an egg", DoughSettings("egg", 13, 0.84, tip=11, note=STRETCH, strokes=6), reps=4),
    Level("Flatten a loaf", DoughSettings("loaf", 12, 0.84, tip=12, note=BOTH, strokes=6), reps=4),
    Level("Roll a snake", DoughSettings("snake", 13, 0.85, tip=11, limit=120, note=STRETCH, strokes=8), reps=3),
    Level("Press a bean and a pear", DoughSettings("bean,pear", 11, 0.85, tip=8, note=PUSH), reps=4),
    Level("Cut three rolls", DoughSettings("thirds", 6, 0.90, start="log", knife=True, note=CUT, strokes=2), reps=4),
    Level("Dig a ring", DoughSettings("ring", 10, 0.82, tip=7, holds=True, note=DIG, strokes=1), reps=3),
    Level("A heart", DoughSettings("heart", 10, 0.85, limit=90), reps=3),
    Level("Letters", DoughSettings("D,U", 12, 0.74, start="log", limit=120, strokes=14), reps=2),
    Level("Animals", DoughSettings("fish,whale,duck,cat", 10, 0.80, tip=6, limit=120, strokes=25), reps=4),
    Level("Firm dough", DoughSettings("egg,pear,bean", 9, 0.84, firm=2.0, limit=120, note=MORE, strokes=16), reps=3),
    Level(
        "A star of the firmest",
        DoughSettings("star,heart", 9, 0.84, firm=4.0, tip=6, limit=150, note=MORE, strokes=18),
        reps=2,
    ),
)

# Three fixed shapes in 90 s (a practice test; not a clinical result).
TESTS = (
    Level("Three shapes in 90 seconds", DoughSettings("egg,bean,heart", 11, 0.82, strokes=10), reps=3, longest=90),
)

CHALLENGES = (
    Level(
        "Cookie orders",
        DoughSettings("heart,star,moon,fish,pear,whale,ring,bean", 11, 0.82, shuffled=True, holds=True, limit=90),
        reps=6,
        longest=420,
    ),
    Level(
        "A baker's recipe",
        DoughSettings("ball,egg,loaf,snake,moon", 13, 0.74, keeps=True, start="log", strokes=8),
        reps=5,
    ),
)

FREE = Level("The free table", DoughSettings("free", 400, 0.0, note=FREE_NOTE, limit=0.0))
