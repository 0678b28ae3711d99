"""The levels of Stress ball, easiest first, the timed tests, the juice orders, the bubble sheet and free play, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, following, less, mixed, onto


@dataclass(frozen=True)
class BallSettings:
    """What makes squeezing harder. Depths and tolerances are shares of the hand's own open span."""

    depth: float  # how far to close: 0 is the open hand
    tolerance: float  # to either side of that depth
    hold: float = 0.0  # s to hold there
    second: float = 0.0  # every other squeeze goes to this depth instead; 0: none does
    open: float = 64.0  # mm; assumed span of the open hand until it is measured
    curve: str = ""  # "breath", "steps" or "wave": a depth to follow in time, instead of single squeezes
    seconds: float = 0.0  # s; duration of the curve
    beat: float = 0.0  # s from one squeeze to the next; 0: free pace
    play: str = "ball"  # or "juice", "bubbles", "real": what is squeezed
    pairs: bool = False  # change the pair of fingers after every second squeeze
    note: str = ""  # a message at the table's edge


GLASS = "Glass does not feel force. What counts is how far you close."
REAL = "Hold a real ball. Squeeze it, then tap once."

EASED_HOLD = 0.6
EASIEST, HARDEST = 0.35, 0.01  # range of tolerances for the coach


def most_bits(settings: BallSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder."""
    if settings.play == "real":
        return 0.0, 0.0
    return band(settings.tolerance, EASIEST, HARDEST, onto(LEVELS, settings, harder, lambda one: one.tolerance))


def fitted(settings: BallSettings, bits: float) -> BallSettings:
    """The same with a tolerance half as wide for each bit, and on the way to the next level of its kind: a longer hold,
    a quicker beat or curve; easier, a shorter hold and a slower pace."""
    if settings.play == "real":
        return settings
    after, most = following(LEVELS, settings, harder), most_bits(settings)[1]
    wanted, hold = settings.tolerance * 2.0**-bits, less(settings.hold, bits)
    if after is not None and after.hold > settings.hold:
        hold = mixed(hold, after.hold, bits, most)
    slower = less(1.0, bits, 1.4) if bits < 0 else mixed(1.0, 0.8, bits, 1.0)
    return replace(
        settings,
        tolerance=round(min(EASIEST, max(HARDEST, wanted)), 3),
        hold=round(hold, 2),
        seconds=round(settings.seconds * slower, 1),
        beat=round(settings.beat * slower, 2),
    )


def harder(own: BallSettings, other: BallSettings) -> bool:
    """Whether the other is a harder one of the same kind."""
    kinds = [(one.play, bool(one.curve), bool(one.beat)) for one in (own, other)]
    return kinds[0] == kinds[1] and other.tolerance < own.tolerance


def finest(settings: BallSettings) -> Finest | None:
    """How near to the depth the hand stays, in per cent of its span: held, on a curve, or to a beat; nothing of a real
    ball."""
    word = "on the wire" if settings.curve else "to the beat" if settings.beat else "near to"
    return None if settings.play == "real" else Finest(word, round(100 * settings.tolerance, 1))


def eased(settings: BallSettings, steps: int) -> BallSettings:
    """The same with a shorter hold, a slower pace and curve, and more room."""
    if settings.play == "real":
        return settings
    slower = 1 + 0.2 * min(steps, 5)
    return replace(
        settings,
        hold=round(settings.hold * EASED_HOLD**steps, 2),
        seconds=round(settings.seconds * slower, 1),
        beat=round(settings.beat * slower, 2),
        tolerance=round(max(settings.tolerance, min(EASIEST, settings.tolerance * (1 + 0.2 * steps))), 3),
    )


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("One soft squeeze", BallSettings(depth=0.45, tolerance=0.30, hold=0.5, note=GLASS), reps=10),
    Level("Squeeze and stay", BallSettings(depth=0.45, tolerance=0.25, hold=1.0), reps=10),
    Level("Breathe with the ball", BallSettings(depth=0.45, tolerance=0.22, curve="breath", seconds=8.0), reps=5),
    Level("A deeper squeeze", BallSettings(depth=0.55, tolerance=0.18, hold=1.5), reps=10),
    Level("Two depths", BallSettings(depth=0.30, second=0.60, tolerance=0.14, hold=1.0), reps=12),
    Level("To the beat", BallSettings(depth=0.45, tolerance=0.18, beat=2.4), reps=12),
    Level("Change fingers", BallSettings(depth=0.45, tolerance=0.13, hold=1.5, pairs=True), reps=12),
    Level("Steps and slopes", BallSettings(depth=0.60, tolerance=0.12, curve="steps", seconds=14.0), reps=3),
    Level("Three quiet seconds", BallSettings(depth=0.55, tolerance=0.10, hold=3.0), reps=8),
    Level("Ride the wave", BallSettings(depth=0.60, tolerance=0.09, curve="wave", seconds=16.0), reps=3),
    Level(
        "Five quiet seconds",
        BallSettings(depth=0.35, second=0.55, tolerance=0.016, hold=5.0),
        reps=6,
        before=BallSettings(depth=0.35, second=0.55, tolerance=0.06, hold=5.0),
    ),
    Level("Hold a real ball", BallSettings(depth=0.50, tolerance=0.30, beat=6.0, play="real", note=REAL), reps=10),
)

# Whole cycles in 30 s, then a curve of 20 s (inspired by grip tracking; neither is a clinical result).
TESTS = (
    Level("Squeezes in 30 seconds", BallSettings(depth=0.50, tolerance=0.25), seconds=30),
    Level(
        "Follow for 20 seconds",
        BallSettings(depth=0.60, tolerance=0.12, curve="wave", seconds=20.0),
        reps=1,
        only_done=True,
        longest=90,
    ),
)

CHALLENGES = (
    Level("Juice orders", BallSettings(depth=0.50, tolerance=0.12, hold=1.0, play="juice"), reps=8, only_done=True),
    Level("Bubble wrap", BallSettings(depth=0.65, tolerance=0.35, open=16.0, play="bubbles"), reps=24, only_done=True),
)

FREE = Level("As you like", BallSettings(depth=0.45, tolerance=0.30, note=GLASS))
