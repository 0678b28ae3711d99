"""The levels of Rubber bands, easiest first, the tests, the harp and the tin gallery, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from games.kit.game import Finest, Fitting, Level
from games.kit.ladder import band, following, less, mixed, onto


@dataclass(frozen=True)
class BandsSettings:
    """What makes a band harder to stretch. Shares and tolerances are of the hand's own span."""

    play: str = "spread"  # or "lift", "sling", "pegs": what is done with the band
    fingers: int = 2  # fingers in the band, or resting fingers
    share: float = 0.6  # share of the hand's span to open to
    tolerance: float = 0.16  # tolerance to either side, as a share of the span
    hold: float = 0.5  # s to hold there
    width: float = 24.0  # mm, width of the target of a pulled band, or twice the allowed slide of resting fingers
    tune: bool = False  # each pair of fingers is a string of a harp
    gallery: bool = False  # tins in random places
    note: str = ""  # a message shown first


FIRST = "Rest your fingertips on the dots. Open as far as is comfortable."
LIFTS = "Rest your fingers on the dots. Lift the one that glows."
PULLS = "Pull the band to the ring, wait, let go."
LOOPS = "Stretch the band from peg to peg, along the line."

EASIEST, HARDEST = 0.24, 0.05  # range of tolerances of a spread for the coach
EASED_HOLD, LEAST_SHARE = 0.6, 0.5
WIDEST, NARROWEST = 34.0, 8.0  # mm, the same for widths of targets


def most_bits(settings: BandsSettings) -> tuple[float, float]:
    """By how many bits these settings can be made easier (below 0) and harder."""
    if settings.play == "spread":
        return band(settings.tolerance, EASIEST, HARDEST, onto(LEVELS, settings, harder, lambda one: one.tolerance))
    return band(settings.width, WIDEST, NARROWEST, onto(LEVELS, settings, harder, lambda one: one.width))


def fitted(settings: BandsSettings, bits: float) -> BandsSettings:
    """The same with a tolerance half as wide for each bit, and on the way to the next level of its kind: a wider
    opening, a longer stay."""
    after, most = following(LEVELS, settings, harder), most_bits(settings)[1]
    hold = less(settings.hold, bits)
    if after is not None and after.hold > settings.hold:
        hold = mixed(hold, after.hold, bits, most)
    if settings.play == "spread":
        wanted, share = settings.tolerance * 2.0**-bits, less(settings.share, bits, 0.8)
        if after is not None and after.share > settings.share:
            share = mixed(share, after.share, bits, most)
        tolerance = round(min(EASIEST, max(HARDEST, wanted)), 3)
        return replace(settings, tolerance=tolerance, share=round(share, 3), hold=round(hold, 2))
    width = round(min(WIDEST, max(NARROWEST, settings.width * 2.0**-bits)), 2)
    return replace(settings, width=width, hold=round(hold, 2))


def harder(own: BandsSettings, other: BandsSettings) -> bool:
    """Whether the other is a harder one of the same kind."""
    if own.play != other.play:
        return False
    return other.tolerance < own.tolerance if own.play == "spread" else other.width < own.width


def finest(settings: BandsSettings) -> Finest:
    """How wide the hand opens; of what is pulled the target's width; of lifting how far the others may slide."""
    if settings.play == "spread":
        return Finest("of span", round(100 * settings.share, 1), more=True)
    if settings.play == "lift":
        return Finest("slide of", settings.width / 2)
    return Finest("ring of" if settings.play == "sling" else "peg of", settings.width)


def eased(settings: BandsSettings, steps: int) -> BandsSettings:
    """The same with a shorter stay, a smaller opening, and more room."""
    wider = 1 + 0.2 * steps
    return replace(
        settings,
        hold=round(settings.hold * EASED_HOLD**steps, 2),
        share=round(max(min(settings.share, LEAST_SHARE), settings.share - 0.08 * steps), 2),
        tolerance=round(max(settings.tolerance, min(EASIEST, settings.tolerance * wider)), 3),
        width=round(max(settings.width, min(WIDEST, settings.width * wider)), 2),
    )


FITTING = Fitting(most_bits, fitted, eased, finest)

LEVELS = (
    Level("Open two fingers", BandsSettings(share=0.6, tolerance=0.2, note=FIRST), reps=10),
    Level("Loop the band", BandsSettings("pegs", width=26, note=LOOPS), reps=10),
    Level("Slingshot", BandsSettings("sling", width=26, hold=0.5, note=PULLS), reps=8),
    Level("Open three fingers", BandsSettings(fingers=3, share=0.7, tolerance=0.17, note=FIRST), reps=10),
    Level("Lift one of three", BandsSettings("lift", fingers=3, width=24, note=LIFTS), reps=9),
    Level("Open and stay", BandsSettings(share=0.8, tolerance=0.14, hold=1.5, note=FIRST), reps=10),
    Level("A longer pull", BandsSettings("sling", width=18, hold=1.0, note=PULLS), reps=10),
    Level("Stars and houses", BandsSettings("pegs", width=18, note=LOOPS), reps=14),
    Level("The whole hand", BandsSettings(fingers=5, share=0.85, tolerance=0.12, hold=1.0, note=FIRST), reps=10),
    Level("Lift one of four", BandsSettings("lift", fingers=4, width=16, note=LIFTS), reps=12),
    Level("Pair by pair", BandsSettings(share=0.9, tolerance=0.1, hold=1.5, tune=True, note=FIRST), reps=12),
    Level("As wide as you can", BandsSettings(fingers=5, share=1.0, tolerance=0.08, hold=2.0, note=FIRST), reps=8),
)

# Whole cycles in 30 s, then three wide ones (practice tests; not clinical results).
TESTS = (
    Level("Open and close for 30 seconds", BandsSettings(share=0.8, tolerance=0.16, hold=0.3), seconds=30),
    Level("Three wide ones", BandsSettings(share=1.0, tolerance=0.16, hold=1.0), reps=4, longest=90),
)

CHALLENGES = (
    Level("The harp", BandsSettings(share=0.75, tolerance=0.14, hold=0.4, tune=True), reps=16),
    Level("The tin gallery", BandsSettings("sling", width=18, hold=1.0, gallery=True), reps=10),
)

FREE = Level("As you like", BandsSettings(share=0.7, tolerance=0.24, hold=0.3, note=FIRST))
