"""The levels of Beans, easiest first, the timed test, the recipe and free play, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, following, less, mixed, onto


@dataclass(frozen=True)
class BeansSettings:
    """What makes carrying a bean harder."""

    bean: float  # mm, its length
    mouth: float  # mm, the opening of the target bowl: twice the tolerance; narrower on a small screen
    wall: float  # height of the wall above the bowls' middle, as a share of the table's height; 0: no wall
    heaped: bool = False  # the beans lie on each other, so that a careless grip takes a handful
    jars: int = 1  # number of colours, each with its own jar
    swing: float = 0.0  # mm the jar swings to either side
    spoon: bool = False  # a bean is carried in a spoon and rolls out if that is hurried or tilted
    recipe: int = 0  # beans in the recipe, of all colours; 0: none


WIDEST, NARROWEST = 80.0, 10.0  # mm; range of openings for the coach
ROOMY = 1.3  # least opening in bean lengths; for a narrower opening the bean shrinks
EASED = 0.7
LEAST_BEAN = 8.0  # mm


def most_bits(settings: BeansSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder: as far as the next level."""
    after = onto(LEVELS, settings, lambda own, other: other.mouth < own.mouth, lambda one: one.mouth)
    return band(settings.mouth, WIDEST, NARROWEST, after)


def fitted(settings: BeansSettings, bits: float) -> BeansSettings:
    """The settings made harder by `bits`: the opening is half as wide for each bit, the wall goes up and the jar swings
    as at the next level."""
    mouth = round(2 * min(WIDEST, max(NARROWEST, settings.mouth * 2.0**-bits))) / 2
    bean = round(min(settings.bean, max(LEAST_BEAN, mouth / ROOMY)), 1)
    after, most = following(LEVELS, settings, lambda own, other: other.mouth < own.mouth), most_bits(settings)[1]
    wall = less(settings.wall, bits, 0.6)
    if after is not None and 0 < settings.wall < after.wall:
        wall = mixed(wall, after.wall, bits, most)
    return replace(settings, mouth=mouth, bean=bean, wall=round(wall, 3), swing=round(less(settings.swing, bits), 2))


def finest(settings: BeansSettings) -> Finest:
    """The opening of the bowl."""
    return Finest("bowl of", settings.mouth)


def eased(settings: BeansSettings, steps: int) -> BeansSettings:
    """The settings eased by `steps`: a lower wall, a jar that swings less, a wider opening."""
    mouth = max(settings.mouth, min(WIDEST, round(2 * settings.mouth * (1 + 0.15 * steps)) / 2))
    less = EASED**steps
    return replace(settings, mouth=mouth, wall=round(settings.wall * less, 3), swing=round(settings.swing * less, 2))


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("Big beans, wide bowl", BeansSettings(bean=30, mouth=70, wall=0.0), reps=10),
    Level("A low wall", BeansSettings(bean=27, mouth=64, wall=0.10), reps=10),
    Level("A higher wall", BeansSettings(bean=24, mouth=58, wall=0.18), reps=10),
    Level("Beans in a heap", BeansSettings(bean=22, mouth=52, wall=0.22, heaped=True), reps=12),
    Level("Two colours", BeansSettings(bean=20, mouth=46, wall=0.22, jars=2), reps=12),
    Level("Small beans, high wall", BeansSettings(bean=17, mouth=40, wall=0.36, heaped=True), reps=12),
    Level("Three colours", BeansSettings(bean=16, mouth=36, wall=0.28, heaped=True, jars=3), reps=12),
    Level(
        "A swinging jar",
        BeansSettings(bean=14, mouth=32, wall=0.36, heaped=True, swing=3),
        reps=12,
        before=BeansSettings(bean=14, mouth=32, wall=0.36, heaped=True, swing=11),
    ),
    Level("Four colours", BeansSettings(bean=12, mouth=27, wall=0.36, heaped=True, jars=4), reps=12),
    Level("The level spoon", BeansSettings(bean=10, mouth=22, wall=0.45, heaped=True, spoon=True), reps=12),
)

# As many as possible in 60 s from the first touch (inspired by the Box and Block Test; not a clinical result).
TESTS = (Level("One minute", BeansSettings(bean=20, mouth=44, wall=0.20), seconds=60),)

CHALLENGES = (
    Level(
        "The soup of the day",
        BeansSettings(bean=18, mouth=44, wall=0.25, heaped=True, recipe=12),
        reps=12,
        only_done=True,
    ),
)

FREE = Level("As you like", BeansSettings(bean=26, mouth=64, wall=0.0, heaped=True))
