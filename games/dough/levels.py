"""The levels of Playdough, easiest first, the timed test, the cookie orders, the recipe and the free table, as plain data."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import EASIER, MOST, less


@dataclass(frozen=True)
class DoughSettings:
    """What is shaped, and how exactly."""

    forms: str  # names from shapes.py, one for each repetition in turn; "free": free play
    width: float  # mm, twice the rms tolerance of the outline
    match: float  # the overlap at which a shape counts as reached, 0 to 1
    start: str = "ball"  # the lump's shape at the beginning
    firm: float = 1.0  # factor by which fingers must move farther
    strokes: int = 12  # approximate number of movements that a fast adult needs for one shape (editions 1 to 3)
    tip: float = 7.0  # mm, the radius of a fingertip
    holds: bool = False  # a resting finger digs a hole
    knife: bool = False  # a finger cuts
    keeps: bool = False  # the next shape is made from this one
    limit: float = 60.0  # s for one shape, from the first touch
    shuffled: bool = False  # the shapes come in random order
    note: str = ""  # a message at the table's edge, until the first touch


def adult(forms: str, name: str) -> tuple[float, float] | None:
    """The s in which a fast adult makes the form `name` of a level of these forms: with one finger, and with two at once."""
    times = ADULT.get(forms)
    at = forms.split(",").index(name) if name in forms.split(",") else None
    return None if times is None or at is None else (times[0][at], times[1][at])


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
    return EASIER, max(0.0, min(MOST, math.log2(settings.width / HARDEST)))


def fitted(settings: DoughSettings, bits: float) -> DoughSettings:
    """The same with a width half as large for each bit (to EASIEST), a shape that must be liker, and firmer dough; easier,
    one that may be less like."""
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
    Level("Squeeze a ball", DoughSettings("ball", 20, 0.80, start="log", tip=13, note=BOTH), reps=4),
    Level("Stretch an egg", DoughSettings("egg", 14, 0.84, tip=11, note=STRETCH), reps=4),
    Level("Flatten a loaf", DoughSettings("loaf", 13, 0.84, tip=12, note=BOTH), reps=4),
    Level("Dig a ring", DoughSettings("ring", 10, 0.82, tip=7, holds=True, note=DIG), reps=3),
    Level("Cut three rolls", DoughSettings("thirds", 6, 0.84, start="log", knife=True, note=CUT), reps=4),
    Level("Press a bean and a pear", DoughSettings("bean,pear", 13, 0.85, tip=8, limit=90, note=PUSH), reps=4),
    Level("A heart", DoughSettings("heart", 13, 0.86, limit=90), reps=3),
    Level("Roll a snake", DoughSettings("snake", 13, 0.85, tip=11, limit=120, note=STRETCH), reps=3),
    Level("Letters", DoughSettings("D,U", 15, 0.78, start="log", limit=120), reps=2),
    Level("Firm dough", DoughSettings("egg,pear,bean", 13, 0.87, firm=2.0, limit=120, note=MORE), reps=3),
    Level("Animals", DoughSettings("fish,whale,duck,cat", 14, 0.82, tip=6, limit=120), reps=4),
    Level("A star of the firmest", DoughSettings("star,heart", 12, 0.86, firm=4.0, tip=6, limit=60, note=MORE), reps=4),
)

# Three fixed shapes in 90 s (a practice test; not a clinical result).
TESTS = (Level("Three shapes in 90 seconds", DoughSettings("egg,bean,heart", 13, 0.84), reps=3, longest=90),)

CHALLENGES = (
    Level(
        "Cookie orders",
        DoughSettings("heart,star,fish,pear,whale,ring,bean", 14, 0.80, shuffled=True, holds=True, limit=120),
        reps=6,
        longest=420,
    ),
    Level("A baker's recipe", DoughSettings("ball,egg,loaf,snake,moon", 15, 0.75, keeps=True, start="log"), reps=5),
)

# By the forms of a level: the times of a fast adult for each of them, with one finger and with two at once, in s.
# `python tests/shape_references.py` finds them by search.
ADULT: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "ball": ((1.58,), (0.65,)),
    "egg": ((1.33,), (0.51,)),
    "loaf": ((1.56,), (0.6,)),
    "ring": ((1.41,), (1.41,)),
    "thirds": ((2.11,), (2.11,)),
    "bean,pear": ((6.29, 5.05), (2.46, 3.46)),
    "heart": ((6.75,), (6.55,)),
    "snake": ((8.6,), (0.82,)),
    "D,U": ((9.46, 12.2), (0.68, 11.17)),
    "egg,pear,bean": ((5.82, 9.9, 13.82), (0.65, 7.05, 4.64)),
    "fish,whale,duck,cat": ((13.76, 14.9, 14.79, 0.65), (2.65, 3.97, 6.97, 0.62)),
    "star,heart": ((7.04, 14.99), (7.02, 14.99)),
    "egg,bean,heart": ((2.63, 5.46, 2.15), (0.49, 2.4, 2.15)),
    "heart,star,fish,pear,whale,ring,bean": (
        (1.47, 1.23, 6.09, 2.1, 5.21, 1.41, 4.26),
        (1.47, 1.23, 1.71, 1.24, 1.64, 1.41, 1.42),
    ),
    "ball,egg,loaf,snake,moon": ((3.66, 0.47, 0.53, 6.54, 20.35), (0.58, 0.41, 0.4, 0.62, 7.94)),
}

FREE = Level("The free table", DoughSettings("free", 400, 0.0, note=FREE_NOTE, limit=0.0))
