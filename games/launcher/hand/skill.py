"""How a hand moves, as numbers; and some named hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["drag", "tap", "pinch"]


@dataclass(frozen=True)
class Skill:
    """A hand. Times in s, lengths in mm."""

    throughput: float = 4.5  # bit/s; limits by Fitts's law what it can hit in a given time
    pace: float = 1.5  # its time / the least time by Fitts's law; below 1 the hand is hasty and scatters more
    care: float = 0.5  # how much it slows down for smaller targets than usual; 1: as much as Fitts's law demands
    overhead: float = 0.35  # s for grasping and letting go
    reaction: float = 0.30
    unevenness: float = 0.08  # standard deviation of its times, as a share
    scatter: float = 1.0  # factor on the spread of endpoints given by Fitts's law
    noise: float = 0.004  # s; the hand strays from its path by this times its speed
    submovements: int = 1  # number of pushes in a movement
    tremor: float = 0.0  # amplitude
    tremor_rate: float = 6.0  # Hz
    tremor_spread: float = 0.0  # Hz; standard deviation of its frequencies: it comes and goes. 0: it never changes
    drops: float = 0.0  # share of carries in which contact is lost for a moment
    span: float = 80.0  # mm, widest opening of thumb and finger, or of all fingers
    fatigue: float = 0.0  # share by which it is slower and less exact after a hundred reps
    present: bool = True


HANDS = {
    "steady": Skill(care=0.8),
    "slow": Skill(throughput=2.0, pace=1.8, overhead=0.7, reaction=0.6, submovements=4),
    "trembling": Skill(throughput=3.5, scatter=1.7, tremor=2.5),
    "hasty": Skill(pace=0.5, care=0.2),
    "weak": Skill(throughput=3.0, overhead=0.6, submovements=3, drops=0.15, span=38.0, noise=0.008),
    "tiring": Skill(throughput=3.5, fatigue=1.0, submovements=2),
    "absent": Skill(present=False),
}
