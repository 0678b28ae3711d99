"""The levels of Beans, easiest first, and the timed test, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.game import Level


@dataclass(frozen=True)
class BeansSettings:
    """What makes carrying a bean harder."""

    bean: float  # mm, its length
    mouth: float  # mm, the opening of the bowl it goes to; narrower where the screen is small
    wall: float  # how far the wall rises above the bowls' middle, as a share of the table's height; 0: no wall


LEVELS = (
    Level("Big beans, wide bowl", BeansSettings(bean=30, mouth=70, wall=0.0), reps=10),
    Level("A low wall", BeansSettings(bean=28, mouth=64, wall=0.10), reps=10),
    Level("A higher wall", BeansSettings(bean=25, mouth=58, wall=0.20), reps=10),
    Level("Smaller beans and bowl", BeansSettings(bean=22, mouth=50, wall=0.28), reps=12),
)

# As many as can be carried in 60 s, the clock starting at the first touch (after Box and Block; not a clinical result).
TESTS = (Level("One minute", BeansSettings(bean=20, mouth=44, wall=0.20), seconds=60),)
