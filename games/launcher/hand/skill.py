"""How a hand moves, as numbers; and some hands, named for what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["drag", "tap", "pinch"]


@dataclass(frozen=True)
class Skill:
    """A hand. Times in s, lengths in mm."""

    throughput: float = 4.5  # bit/s; Fitts's law limits what it can hit in a given time
    pace: float = 1.5  # time it takes over the least it could do with; below 1 the hand is hasty and scatters
    care: float = 0.5  # how far it slows down for smaller targets than it is used to; 1: as much as the law asks
    overhead: float = 0.35  # grasping and letting go
    reaction: float = 0.30
    unevenness: float = 0.08  # of its times, as a share (standard deviation)
    scatter: float = 1.0  # endpoints spread this much wider than the law says
    noise: float = 0.004  # s; the hand strays from its way by this times its speed
    submovements: int = 1  # pushes a movement is made of
    tremor: float = 0.0  # amplitude
    tremor_rate: float = 6.0  # Hz
    drops: float = 0.0  # share of carries in which contact is lost for a moment
    span: float = 80.0  # widest that thumb and finger, or all fingers, can be apart
    fatigue: float = 0.0  # slower, and less exact, by this share after a hundred reps
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
