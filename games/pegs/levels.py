"""The levels of Pegs, easiest first, the timed tests, the challenges and free play, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, less, mixed, onto
from games.pegs.pictures import CELLS


@dataclass(frozen=True)
class PegsSettings:
    """What makes placing a peg harder."""

    holes: int  # along each side of the board: 2, 3 or 5
    peg: float  # mm, its thickness; thinner if the holes must be closer together
    tolerance: float  # mm from the centre of a hole within which a peg goes in
    play: str = "fill"  # or "light", "memory", "picture", "both", "assembly", "free": see games.pegs.jobs
    shape: str = "round"  # or "square", "star", "mixed"
    turn: float = 0.0  # degrees; tolerance of a shaped peg's turn; 0: pegs turn by themselves
    back: bool = False  # after placing, all pegs are taken back
    fixed: bool = False  # holes are filled in order


WIDEST = {2: 14.0, 3: 12.0, 5: 7.5}  # mm, by holes along a side: wider, and two holes would take the same peg
NARROWEST = 1.2  # mm
LEAST_TURN, FULL_TURN = 8.0, 1.0  # degrees, and the bits from a level on at which a turn must be as near as that
ANY_TURN, TURN_EASED = 45.0, 12.0  # degrees by which a square may be off at most, and that one step gives


def finer(own: PegsSettings, other: PegsSettings) -> bool:
    """Whether the other has finer holes."""
    return other.tolerance < own.tolerance


def most_bits(settings: PegsSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder: as far as the next level."""
    after = onto(LEVELS, settings, finer, lambda one: one.tolerance)
    return band(settings.tolerance, WIDEST[settings.holes], NARROWEST, after)


def fitted(settings: PegsSettings, bits: float) -> PegsSettings:
    """The settings made harder by `bits`: half the tolerance for each bit; the turn must be nearer too."""
    tolerance = min(WIDEST[settings.holes], max(NARROWEST, settings.tolerance * 2.0**-bits))
    turn = settings.turn
    if turn > 0:
        turn = min(ANY_TURN, less(turn, bits, 2.0)) if bits < 0 else mixed(turn, LEAST_TURN, bits, FULL_TURN)
    return replace(settings, tolerance=round(tolerance, 1), turn=round(turn, 1))


def finest(settings: PegsSettings) -> Finest:
    """How far to either side of a hole its peg may be."""
    return Finest("within of hole", settings.tolerance)


def eased(settings: PegsSettings, steps: int) -> PegsSettings:
    """The same for a hand that cannot turn: at three steps a square peg goes in whichever way it is turned."""
    tolerance = min(WIDEST[settings.holes], settings.tolerance * (1 + 0.15 * steps))
    turn = min(ANY_TURN, settings.turn + TURN_EASED * steps) if settings.turn > 0 else 0.0
    return replace(settings, tolerance=round(tolerance, 1), turn=turn)


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("Four big pegs", PegsSettings(holes=2, peg=22, tolerance=12, back=True), reps=8, only_done=True),
    Level("Nine pegs", PegsSettings(holes=3, peg=16, tolerance=10, back=True), reps=18, only_done=True),
    Level("Follow the light", PegsSettings(holes=3, peg=15, tolerance=9, play="light"), reps=12),
    Level("Three shapes", PegsSettings(holes=3, peg=16, tolerance=8, shape="mixed"), reps=9, only_done=True),
    Level(
        "Turn the squares",
        PegsSettings(2, 20, 5.6, shape="square", turn=20, back=True),
        reps=8,
        only_done=True,
        before=PegsSettings(2, 20, 8, shape="square", turn=20, back=True),
    ),
    Level(
        "A small picture",
        PegsSettings(holes=5, peg=10, tolerance=5.5, play="picture"),
        reps=CELLS,
        only_done=True,
        before=PegsSettings(holes=5, peg=10, tolerance=7, play="picture"),
    ),
    Level(
        "Remember the lights",
        PegsSettings(holes=3, peg=13, tolerance=5.4, play="memory"),
        reps=12,
        only_done=True,
        before=PegsSettings(holes=3, peg=13, tolerance=6, play="memory"),
    ),
    Level(
        "Both hands",
        PegsSettings(holes=5, peg=9, tolerance=4.2, play="both"),
        reps=20,
        only_done=True,
        hands=2,
        before=PegsSettings(holes=5, peg=9, tolerance=5, play="both"),
    ),
    Level(
        "Turn every shape",
        PegsSettings(3, 14, 3.6, shape="mixed", turn=12, back=True),
        reps=18,
        only_done=True,
        before=PegsSettings(3, 14, 4, shape="mixed", turn=12, back=True),
    ),
    Level("A fine picture", PegsSettings(holes=5, peg=6.4, tolerance=2, play="picture"), reps=CELLS, only_done=True),
)

# After the Nine-Hole Peg Test (32 mm from hole to hole; 50 s, so that those who cannot finish have a score as well) and
# the Purdue Pegboard (16 mm; 30 s): practice tests, not clinical results. One trial comes first: the warm-up.
TESTS = (
    Level(
        "Nine there and back",
        PegsSettings(holes=3, peg=9, tolerance=6, back=True, fixed=True),
        reps=18,
        only_done=True,
        longest=50,
    ),
    Level("Pegs in 30 seconds", PegsSettings(holes=5, peg=8, tolerance=5, fixed=True), seconds=30),
    Level(
        "Both hands in 30 seconds",
        PegsSettings(holes=5, peg=8, tolerance=5, play="both", fixed=True),
        seconds=30,
        hands=2,
    ),
)

CHALLENGES = (
    Level(
        "The picture of the day", PegsSettings(holes=5, peg=9, tolerance=5, play="picture"), reps=CELLS, only_done=True
    ),
    Level("Pin, washer, collar, washer", PegsSettings(3, 8, 6, play="assembly", fixed=True), seconds=60),
)

FREE = Level("As you like", PegsSettings(holes=5, peg=10, tolerance=7, play="free"))
