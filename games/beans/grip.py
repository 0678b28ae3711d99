"""A held bean: other beans of a handful, and a spoon that must stay level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from games.beans.bean import Bean
from games.kit.game import RATE
from games.kit.geometry import Vec, distance, nearest_on_segment
from games.kit.grip import Held, angle_between, direction

HANDFUL = 0.45  # bean lengths; other beans this near the line between the fingers ...
HANDFUL_REACH = 0.95  # ... and this near the intended bean come along
TILT = 0.45  # radians that a spoon held by two fingers may turn
HURRY_STEPS = 24  # steps over which a spoon's speed is measured: 0.2 s


@dataclass
class HeldBean(Held[Bean]):
    """The held bean, and what came along with it."""

    extras: list[tuple[Bean, Vec]] = field(default_factory=list)  # other beans of a handful, with offsets
    trail: list[Vec] = field(default_factory=list)  # the bean's place in the last steps, in a spoon
    carried: list[Vec] = field(default_factory=list)  # the same without one, from which its sway follows

    @property
    def alone(self) -> bool:
        return not self.extras

    def spilt(self, fastest: float) -> bool:
        """Whether the spoon has lost its bean: faster than `fastest` mm/s, or tilted. Call it once in each step."""
        self.trail.append(self.at)
        del self.trail[: -HURRY_STEPS - 1]
        if self.hovering:
            return False
        if len(self.fingers) == 2 and abs(angle_between(direction(self.fingers), self.turned)) > TILT:
            return True
        return self.hurry(fastest) > 1.0

    def hurry(self, fastest: float) -> float:
        """The bean's recent speed / the greatest speed that a spoon allows (mm/s)."""
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
