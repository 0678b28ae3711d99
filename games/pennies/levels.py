"""The levels of Pennies, easiest first, the timed tests, the endless tower and free play, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, less, mixed, onto


@dataclass(frozen=True)
class PenniesSettings:
    """What makes building a tower harder."""

    coin: float  # mm, the width of the (largest) coins; smaller on a small screen
    factor: float  # tolerance of a coin's place, as a share of half a coin
    magnet: float = 0.0  # mm by which a coin is pulled to its place after letting go; measured is the place before
    tower: int = 10  # coins in a tower, after which a new one begins; 0: no end
    least: float = 0.0  # mm, the width of the smallest coins if sizes are mixed; 0: all alike
    shape: str = "stack"  # or "bridge", "pyramid", "overhang"
    drift: float = 0.0  # mm that the stand drifts to either side
    knock: float = 0.0  # mm/s; a coin that hits the tower faster than this knocks it down; 0: never


ROOMIEST = 0.95  # share of half a coin; a coin farther off cannot stay
EASED, MOST_MAGNET = 0.6, 8.0
TIGHTEST = 2.4  # mm, the least width of the target


def wide(settings: PenniesSettings) -> float:
    """The width of the target in mm, for the smallest coin."""
    return settings.factor * (settings.least or settings.coin)


def most_bits(settings: PenniesSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder: as far as the next level."""
    after = onto(LEVELS, settings, lambda own, other: wide(other) < wide(own), wide)
    roomiest = wide(settings) * ROOMIEST / settings.factor
    return band(wide(settings), roomiest, TIGHTEST, after)


def fitted(settings: PenniesSettings, bits: float) -> PenniesSettings:
    """The settings made harder by `bits`: the target is half as wide for each bit, and the magnet weaker; easier, the
    stand drifts less and the tower stands firmer."""
    low, high = most_bits(settings)
    return replace(
        settings,
        factor=round(settings.factor * 2.0 ** -min(high, max(low, bits)), 3),
        magnet=round(mixed(settings.magnet, max(0.0, settings.magnet - 2.0), bits, high), 2),
        drift=round(less(settings.drift, bits), 2),
        knock=round(less(settings.knock, bits, 1.5), 1),
    )


def finest(settings: PenniesSettings) -> Finest:
    """The width of the place where a coin stays."""
    return Finest("place of", round(wide(settings), 1))


def eased(settings: PenniesSettings, steps: int) -> PenniesSettings:
    """The settings eased by `steps`: a firmer tower, less drift, and a stronger pull to the place."""
    return replace(
        settings,
        factor=round(max(settings.factor, min(ROOMIEST, settings.factor * (1 + 0.1 * steps))), 3),
        magnet=min(max(settings.magnet, MOST_MAGNET), settings.magnet + 1.5 * steps),
        drift=round(settings.drift * EASED**steps, 2),
        knock=round(settings.knock * (1 + 0.4 * steps), 1),
    )


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level(
        "Big coins",
        PenniesSettings(coin=40, factor=0.95, magnet=6, tower=5),
        reps=10,
        before=PenniesSettings(coin=40, factor=0.75, magnet=6, tower=5),
    ),
    Level("A taller tower", PenniesSettings(coin=34, factor=0.80, magnet=4), reps=10),
    Level(
        "Let go gently",
        PenniesSettings(coin=30, factor=0.75, magnet=2, tower=12, knock=450),
        reps=12,
        before=PenniesSettings(coin=30, factor=0.80, magnet=2, tower=12, knock=450),
    ),
    Level("Large and small", PenniesSettings(coin=32, least=22, factor=0.80, tower=12, knock=400), reps=12),
    Level("Real pennies", PenniesSettings(coin=20, factor=0.80, tower=12, knock=350), reps=12),
    Level("Bridges", PenniesSettings(coin=20, factor=0.70, tower=12, shape="bridge", knock=350), reps=12),
    Level(
        "A drifting stand",
        PenniesSettings(coin=22, factor=0.60, tower=12, drift=1.0, knock=350),
        reps=12,
        before=PenniesSettings(coin=22, factor=0.90, tower=12, drift=4.0, knock=350),
    ),
    Level("A pyramid", PenniesSettings(coin=18, factor=0.60, tower=10, shape="pyramid", knock=300), reps=10),
    Level("Over the edge", PenniesSettings(coin=20, factor=0.50, tower=6, shape="overhang", knock=300), reps=12),
    Level("Small coins", PenniesSettings(coin=10, factor=0.80, tower=14, knock=300), reps=14),
)

# Stacks of four, and the highest tower in a minute (practice tests; not clinical results).
TESTS = (
    Level("Stack four", PenniesSettings(coin=26, factor=0.80, tower=4), reps=4, only_done=True),
    Level("How high in a minute", PenniesSettings(coin=24, factor=0.80, tower=0), seconds=60),
)

CHALLENGES = (Level("The endless tower", PenniesSettings(coin=28, least=18, factor=0.80, tower=0, knock=350), reps=40),)

FREE = Level("As you like", PenniesSettings(coin=32, factor=0.90, magnet=3, tower=0))
