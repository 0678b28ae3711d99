"""A bean in the hand: a handful that came along, a spoon that must stay level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from games.beans.bean import Bean
from games.kit.game import RATE
from games.kit.geometry import Vec, distance, nearest_on_segment
from games.kit.grip import Held, angle_between, direction

HANDFUL = 0.45  # bean lengths; other beans this near the line between the fingers ...
HANDFUL_REACH = 0.95  # ... and this near the bean that was meant come along
TILT = 0.45  # radians that a spoon held by two fingers may turn
HURRY_STEPS = 24  # steps over which a spoon's speed is taken: 0.2 s


@dataclass
class HeldBean(Held[Bean]):
    """The bean in the hand, and what came along with it."""

    extras: list[tuple[Bean, Vec]] = field(default_factory=list)  # beans of a handful, and where beside the first
    trail: list[Vec] = field(default_factory=list)  # the bean's place in the last steps

    @property
    def alone(self) -> bool:
        return not self.extras

    def spilt(self, fastest: float) -> bool:
        """Whether a spoon held like this has lost its bean: hurried (mm/s) or tilted. Called once a step."""
        self.trail.append(self.at)
        del self.trail[: -HURRY_STEPS - 1]
        if self.hovering:
            return False
        if len(self.fingers) == 2 and abs(angle_between(direction(self.fingers), self.turned)) > TILT:
            return True
        return self.hurry(fastest) > 1.0

    def hurry(self, fastest: float) -> float:
        """The bean's speed in the last moments over the fastest that a spoon allows (mm/s)."""
        if len(self.trail) <= HURRY_STEPS:
            return 0.0
        return distance(self.trail[0], self.trail[-1]) / (HURRY_STEPS / RATE) / fastest


def between_fingers(held: HeldBean, beans: Sequence[Bean], length: float) -> list[Bean]:
    """The beans that come along when a heap is gripped carelessly."""
    first, second = held.fingers
    return [
        bean
        for bean in beans
        if distance(bean.home, held.start) <= HANDFUL_REACH * length
        and distance(nearest_on_segment(bean.home, first.at, second.at), bean.home) <= HANDFUL * length
    ]
